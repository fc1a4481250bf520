"""Finding installed plugins: quickly, wherever they are, always in the same order."""

import os
import subprocess
import sys
import zipfile

import pytest

from frameworks_core.host.discovery import DISABLE, Found, enabled, find_plugins, installed
from frameworks_core.testing import fake_distribution


def write_metadata(folder, dist_info, points, metadata=None):
    target = folder / dist_info
    target.mkdir(parents=True)
    (target / "entry_points.txt").write_text(points, encoding="utf-8")
    if metadata is not None:
        (target / "METADATA").write_text(metadata, encoding="utf-8")


def found_in(*folders):
    return installed([str(folder) for folder in folders])


def test_a_plugin_is_found_by_its_entry_point(tmp_path):
    package = fake_distribution(tmp_path, "frameworks-one", "2.1", "")
    assert found_in(tmp_path) == (Found("frameworks-one", "2.1", "one", f"{package.name}.plugin"),)


def test_its_name_and_version_are_those_of_its_metadata_not_of_its_folder(tmp_path):
    metadata = "Metadata-Version: 2.3\nName: Frameworks.One\nVersion: 1.0+local\n\nName: not this\n"
    write_metadata(
        tmp_path, "frameworks_one-1.0_local.dist-info", "[frameworks]\none = one.plugin\n", metadata
    )
    assert found_in(tmp_path) == (Found("Frameworks.One", "1.0+local", "one", "one.plugin"),)


def test_without_metadata_the_folder_s_name_must_do(tmp_path):
    write_metadata(tmp_path, "frameworks_one-1.0.dist-info", "[frameworks]\none = one.plugin\n")
    assert found_in(tmp_path) == (Found("frameworks_one", "1.0", "one", "one.plugin"),)


def test_only_our_group_counts_and_comments_and_extras_do_not(tmp_path):
    points = (
        "[console_scripts]\nframeworks = a.b:main\n\n[frameworks]\n# a comment\n; another\n"
        "one = one.plugin [extra]\ntwo=two.plugin\n\n[frameworks.other]\nthree = three.plugin\n"
    )
    write_metadata(tmp_path, "several-1.dist-info", points, "Name: several\nVersion: 1\n")
    assert [(plugin.name, plugin.module) for plugin in found_in(tmp_path)] == [
        ("one", "one.plugin"),
        ("two", "two.plugin"),
    ]


def test_plugins_come_sorted_by_distribution_whatever_the_order_of_folders(tmp_path):
    for folder, name in (("x", "frameworks-b"), ("x", "frameworks-c"), ("y", "frameworks-a")):
        fake_distribution(tmp_path / folder, name, "1", "")
    names = [plugin.distribution for plugin in found_in(tmp_path / "x", tmp_path / "y")]
    assert names == ["frameworks-a", "frameworks-b", "frameworks-c"]
    assert found_in(tmp_path / "x", tmp_path / "y") == found_in(tmp_path / "y", tmp_path / "x")


def test_of_a_distribution_installed_twice_the_first_on_the_path_counts(tmp_path):
    fake_distribution(tmp_path / "first", "frameworks-one", "2", "")
    fake_distribution(tmp_path / "second", "Frameworks_One", "1", "")
    [plugin] = found_in(tmp_path / "first", tmp_path / "second")
    assert plugin.version == "2"


def test_a_first_that_is_no_plugin_hides_a_second_that_is(tmp_path):
    write_metadata(tmp_path / "first", "frameworks_one-2.dist-info", "[console_scripts]\nx = y:z\n")
    fake_distribution(tmp_path / "second", "frameworks-one", "1", "")
    assert found_in(tmp_path / "first", tmp_path / "second") == ()


def test_what_pip_could_not_remove_is_not_installed(tmp_path):
    write_metadata(tmp_path, "~rameworks_one-1.dist-info", "[frameworks]\none = one.plugin\n")
    assert found_in(tmp_path) == ()


def test_an_old_style_development_install_is_found(tmp_path):
    write_metadata(tmp_path, "frameworks_one.egg-info", "[frameworks]\none = one.plugin\n")
    (tmp_path / "frameworks_one.egg-info" / "PKG-INFO").write_text("Name: frameworks-one\nVersion: 3\n")
    assert found_in(tmp_path) == (Found("frameworks-one", "3", "one", "one.plugin"),)


def test_a_plugin_in_a_zip_file_is_found(tmp_path):
    folder = tmp_path / "folder"
    package = fake_distribution(folder, "frameworks-one", "1", "")
    archive = tmp_path / "plugins.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in folder.rglob("*"):
            zipped.write(file, file.relative_to(folder))
    assert found_in(archive) == (Found("frameworks-one", "1", "one", f"{package.name}.plugin"),)


def test_an_egg_is_found(tmp_path):
    egg = tmp_path / "frameworks_one-1-py3.egg"
    (egg / "EGG-INFO").mkdir(parents=True)
    (egg / "EGG-INFO" / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: frameworks-one\nVersion: 1\n")
    (egg / "EGG-INFO" / "entry_points.txt").write_text("[frameworks]\none = one.plugin\n")
    assert found_in(egg) == (Found("frameworks-one", "1", "one", "one.plugin"),)


def test_path_entries_that_are_not_there_or_hold_nothing_are_passed_over(tmp_path):
    (tmp_path / "notes.txt").write_text("not an archive")
    (tmp_path / "empty").mkdir()
    assert installed([str(tmp_path / "missing"), str(tmp_path / "empty"), str(tmp_path / "notes.txt")]) == ()


def test_the_empty_path_entry_is_the_current_folder(tmp_path, monkeypatch):
    fake_distribution(tmp_path, "frameworks-one", "1", "")
    monkeypatch.chdir(tmp_path)
    assert len(installed([""])) == 1


@pytest.mark.parametrize("disabled", ["frameworks-one", "Frameworks_One", "one", " two , one ", "ONE,"])
def test_a_plugin_is_switched_off_by_distribution_or_entry_point(disabled):
    one, other = Found("frameworks-one", "1", "one", "m"), Found("frameworks-other", "1", "other", "n")
    assert enabled([one, other], disabled) == (other,)


@pytest.mark.parametrize("disabled", ["", " ", ",", "on", "frameworks"])
def test_nothing_else_is_switched_off(disabled):
    one = Found("frameworks-one", "1", "one", "m")
    assert enabled([one], disabled) == (one,)


def test_the_environment_switches_off_and_the_python_path_installs(tmp_path, monkeypatch):
    fake_distribution(tmp_path, "frameworks-one", "1", "")
    fake_distribution(tmp_path, "frameworks-two", "1", "")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert [plugin.name for plugin in find_plugins()] == ["one", "two"]
    monkeypatch.setenv(DISABLE, "frameworks-two")
    assert [plugin.name for plugin in find_plugins()] == ["one"]


def test_finding_plugins_in_folders_does_not_import_importlib_metadata(toy_folder):
    program = (
        "import sys\n"
        "from frameworks_core.host.discovery import find_plugins\n"
        "assert 'frameworks-toy' in [plugin.distribution for plugin in find_plugins()]\n"
        "assert 'importlib.metadata' not in sys.modules\n"
    )
    path = os.pathsep.join([*filter(os.path.isdir, sys.path), str(toy_folder)])
    subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, "PYTHONPATH": path})
