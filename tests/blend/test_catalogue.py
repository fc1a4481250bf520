"""Forms by id, whether a framework or a blend makes them; and where blends are looked for."""

import os

import pytest

from frameworks_core.blend.catalogue import FOLDERS, Catalogue, is_blend_file
from frameworks_core.errors import UserError

from .conftest import HEAD, VISIT

BROKEN = {
    "not TOML": b"{}",
    "not UTF-8": b"\xff\xfe",
    "another table": b"[tool.black]\nline-length = 110\n",
    "a number for an id": b"[blend]\nid = 3\n",
    "no table": b"blend = 3\n",
    "a base that is gone": b'extends = "gone.toml"\n',
    "itself": b'extends = "c.toml"\n',
    "nested": b"a = " + b"[" * 5000,
    "empty": b"",
}


@pytest.fixture(autouse=True)
def _no_folders(monkeypatch):
    monkeypatch.delenv(FOLDERS, raising=False)


@pytest.fixture
def catalogue(toy_registry):
    def make(*paths):
        return Catalogue(toy_registry, paths)

    return make


def refused(catalogue, *asked):
    with pytest.raises(UserError) as error:
        catalogue.form(*asked)
    return str(error.value)


def test_a_framework_s_form_is_had_as_ever(catalogue, toy_registry):
    assert catalogue().form("toy/visit") is toy_registry.form("toy/visit")
    assert catalogue().blend_of(toy_registry.form("toy/visit")) is None


def test_a_blend_s_form_is_had_by_its_id_where_its_file_is_named(catalogue, write):
    one = catalogue(write("town.toml", VISIT))
    assert one.form("town/record").id == "town/record"
    assert one.form("town/record", "1") is one.form("town/record")
    assert one.blend_of(one.form("town/record")).path.name == "town.toml"


def test_a_file_is_a_form_s_name_too(catalogue, write):
    assert catalogue().form_called(str(write("town.toml", VISIT))).id == "town/record"
    assert [is_blend_file(name) for name in ("town.toml", "a/b.toml", "toy/visit")] == [True, True, False]


class TestFolders:
    """`FRAMEWORKS_BLENDS` lists files, and folders of them."""

    def test_a_folder(self, catalogue, write, monkeypatch):
        monkeypatch.setenv(FOLDERS, str(write("blends/town.toml", VISIT).parent))
        assert catalogue().form("town/record").version == "1"

    def test_a_file(self, catalogue, write, monkeypatch):
        monkeypatch.setenv(FOLDERS, str(write("town.toml", VISIT)))
        assert catalogue().form("town/record").version == "1"

    def test_several_and_some_that_are_not_there(self, catalogue, write, monkeypatch):
        town = write("a/town.toml", VISIT)
        city = write("city.toml", VISIT.replace("town/", "city/"))
        names = ["", "/not/there", str(town.parent), str(city), "/not/there.toml"]
        monkeypatch.setenv(FOLDERS, os.pathsep.join(names))
        one = catalogue()
        assert (one.form("town/record").id, one.form("city/record").id) == ("town/record", "city/record")

    def test_a_file_named_comes_before_one_in_a_folder(self, catalogue, write, monkeypatch):
        monkeypatch.setenv(FOLDERS, str(write("blends/town.toml", VISIT).parent))
        newer = write("newer.toml", VISIT.replace('version = "1"', 'version = "2"'))
        assert catalogue(newer).form("town/record").version == "2"

    def test_every_version_a_document_may_name(self, catalogue, write, monkeypatch):
        folder = write("blends/first.toml", VISIT).parent
        write("blends/of_2027/second.toml", VISIT.replace('version = "1"', 'version = "2"'))
        monkeypatch.setenv(FOLDERS, str(folder))
        assert [catalogue().form("town/record", version).version for version in ("1", "2")] == ["1", "2"]

    def test_two_files_of_one_version_are_not_chosen_between(self, catalogue, write, monkeypatch):
        folder = write("blends/town.toml", VISIT).parent
        again = write("blends/town_again.toml", VISIT)
        monkeypatch.setenv(FOLDERS, str(folder))
        assert refused(catalogue(), "town/record").endswith("name the one you mean with --blend")
        assert catalogue(again).form("town/record").version == "1"

    @pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
    def test_a_broken_file_among_them_disturbs_no_other(self, catalogue, write, monkeypatch, content):
        folder = write("blends/town.toml", VISIT).parent
        write("blends/c.toml", content)
        monkeypatch.setenv(FOLDERS, str(folder))
        assert catalogue().form("town/record").version == "1"
        assert catalogue().form("toy/visit").id == "toy/visit"

    def test_a_base_in_the_folder_is_no_blend_of_its_own(self, catalogue, write, monkeypatch):
        write("blends/base.toml", '[gather]\nforms = ["toy/visit"]\n')
        monkeypatch.setenv(FOLDERS, str(write("blends/town.toml", f'extends = "base.toml"\n{HEAD}').parent))
        assert catalogue().form("town/record").fields.keys() == catalogue().form("toy/visit").fields.keys()


class TestWhatCannotBeHad:
    """The message says where blends are looked for."""

    def test_an_unknown_id(self, catalogue):
        message = refused(catalogue(), "town/record")
        assert "there is no form 'town/record'" in message
        assert message.endswith(f"(if it is a blend, name its file with --blend, or its folder in {FOLDERS})")

    def test_another_version(self, catalogue, write):
        message = refused(catalogue(write("town.toml", VISIT)), "town/record", "2")
        assert "the blend town/record is here in version 1 (" in message
        assert "town.toml), and version 2 is asked for; name the file of that version with --blend" in message

    def test_a_framework_s_form_in_another_version_is_no_blend(self, catalogue):
        assert "--blend" not in refused(catalogue(), "toy/visit", "9")

    def test_a_blend_with_faults_tells_each_in_a_line(self, catalogue, write):
        path = write("town.toml", VISIT + "form = []\nordr = []\n")
        first, *lines = refused(catalogue(path), "town/record").splitlines()
        assert first == f"{path}: this blend cannot be used:"
        assert lines == [
            f"  {path}, line 9: gather.form: there is no key 'form'; did you mean 'forms'?",
            f"  {path}, line 10: gather.ordr: there is no key 'ordr'; did you mean 'order'?",
        ]

    def test_of_very_many_faults_the_first_are_told(self, catalogue, write):
        path = write("town.toml", VISIT + "".join(f"x{number} = 1\n" for number in range(30)))
        lines = refused(catalogue(path), "town/record").splitlines()
        assert len(lines) == 12
        assert lines[-1] == f"  and 20 more, which `frameworks blend check {path}` lists"

    @pytest.mark.parametrize("content", [BROKEN["not TOML"], BROKEN["not UTF-8"], BROKEN["nested"]])
    def test_a_file_named_that_cannot_be_read_is_told(self, catalogue, write, content):
        told = refused(catalogue(write("town.toml", content)), "town/record")
        assert "town.toml" in told
        assert ": this blend file " in told

    @pytest.mark.parametrize("there", [True, False], ids=["not TOML", "not there"])
    def test_a_file_of_the_folders_that_cannot_be_read_is_named(
        self, catalogue, tmp_path, write, monkeypatch, there
    ):
        path = write("town.toml", BROKEN["not TOML"]) if there else tmp_path / "town.toml"
        monkeypatch.setenv(FOLDERS, str(path))
        assert refused(catalogue(), "town/record").endswith(f"in {FOLDERS}, of which {path} cannot be read)")

    def test_a_file_named_that_is_not_there_is_told(self, catalogue, tmp_path):
        assert "gone.toml: there is no such file; check the name and the folder." in refused(
            catalogue(tmp_path / "gone.toml"), "town/record"
        )
