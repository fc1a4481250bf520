"""A compiled form is the same form, and is only ever used for exactly the definition it was made from."""

import json
import shutil

import orjson
import pytest

from frameworks_core.forms.compiled import compile_form, compiled_path, digest_of, read_compiled
from frameworks_core.forms.loading import FormError, compiled_from, form_from_source, load_form
from frameworks_core.statute import shipped


@pytest.fixture
def path(tmp_path, with_block):
    """A form definition with its compiled form beside it."""
    path = tmp_path / "small.toml"
    path.write_text(with_block, encoding="utf-8")
    compiled_path(path).write_bytes(compiled_from(path))
    return path


def test_it_is_the_same_form(path):
    source = path.read_bytes()
    assert read_compiled(path, source) == form_from_source(source, path)


@pytest.mark.parametrize("name", ["toy/visit", "toy/family"])
def test_every_toy_form_is_the_same_compiled(toy_registry, tmp_path, name):
    form, source = toy_registry.form(name), b"any bytes"
    path = tmp_path / "toy.toml"
    compiled_path(path).write_bytes(compile_form(form, source))
    read = read_compiled(path, source)
    assert read == form
    assert read.fields == form.fields


def test_it_is_used_where_it_is_fresh(path, small, form_of):
    source, another = path.read_bytes(), form_of(small)
    compiled_path(path).write_bytes(compile_form(another, source))
    assert load_form(path) == another


CHANGES = {
    "a letter more": lambda text: text.replace("Daily life", "Daily lives"),
    "a letter less": lambda text: text.replace("Nobody uses this form.", "Nobody uses this form"),
    "a letter in upper case": lambda text: text.replace("Ask gently.", "ask gently."),
    "a space at the end": lambda text: text + " ",
    "a last line break less": lambda text: text.removesuffix("\n"),
    "a comment": lambda text: "# new\n" + text,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_one_changed_byte_and_the_definition_itself_is_read(path, with_block, change):
    source = change(with_block).encode()
    path.write_bytes(source)
    assert read_compiled(path, source) is None
    assert load_form(path) == form_from_source(source, path)


def test_what_the_definition_says_now_is_what_counts(path, with_block):
    path.write_text(with_block.replace("Daily life", "Days and nights"), encoding="utf-8")
    assert load_form(path).sections[0].title == "Days and nights"


def test_a_definition_that_was_broken_later_is_not_covered_up(path, with_block):
    path.write_text(with_block.replace('type = "scale"', 'type = "scal"'), encoding="utf-8")
    with pytest.raises(FormError, match="did you mean 'scale'"):
        load_form(path)


def test_a_definition_that_is_gone_is_not_covered_up(path):
    path.unlink()
    with pytest.raises(FormError, match="No such file"):
        load_form(path)


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b"null", b"{}", b'{"digest": 3}', b"\xff\xfe"])
def test_a_damaged_one_costs_time_and_nothing_else(path, rubbish):
    compiled_path(path).write_bytes(rubbish)
    assert load_form(path).id == "toy/small"


def _without_sections(form):
    del form["sections"]


def _without_a_field_s_label(form):
    del form["sections"][0]["fields"][0]["label"]


def _with_a_word_nobody_knows(form):
    form["sections"][0]["fields"][0]["mood"] = "quux"


def _with_a_field_that_is_a_text(form):
    form["sections"][0]["fields"][0] = "quux"


def _with_another_title(form):
    form["title"] = "Not what the definition says"


DAMAGES = [
    _without_sections,
    _without_a_field_s_label,
    _with_a_word_nobody_knows,
    _with_a_field_that_is_a_text,
    _with_another_title,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_nor_is_one_used_that_was_damaged_below_its_digest(path, damage):
    compiled = json.loads(compiled_path(path).read_bytes())
    damage(compiled["form"])
    compiled_path(path).write_text(json.dumps(compiled))
    assert load_form(path) == form_from_source(path.read_bytes(), path)


@pytest.mark.parametrize("damage", DAMAGES[:-1])
def test_nor_one_of_a_core_that_thought_of_forms_otherwise(path, damage):
    compiled, source = json.loads(compiled_path(path).read_bytes()), path.read_bytes()
    damage(compiled["form"])
    compiled["digest"] = digest_of(source, orjson.dumps(compiled["form"]))
    compiled_path(path).write_text(json.dumps(compiled))
    assert load_form(path) == form_from_source(source, path)


def test_an_edited_code_list_makes_it_stale(path, tmp_path, monkeypatch):
    """Its choices are copies of the shared lists."""
    data = tmp_path / "statute"
    shutil.copytree(shipped.HERE, data)
    monkeypatch.setattr(shipped, "HERE", data)
    assert read_compiled(path, path.read_bytes()) is not None
    edited = data / "codes" / "sex.toml"
    edited.write_text(edited.read_text(encoding="utf-8") + "# new\n", encoding="utf-8")
    assert read_compiled(path, path.read_bytes()) is None


@pytest.mark.usefixtures("path")
def test_another_form_s_is_not_used(path, small):
    other = path.with_name("other.toml")
    other.write_text(small, encoding="utf-8")
    compiled_path(other).write_bytes(compiled_path(path).read_bytes())
    assert "home.needs" not in load_form(other).fields


def test_another_version_of_the_core_makes_its_own(path, monkeypatch):
    monkeypatch.setattr("frameworks_core.forms.compiled.__version__", "999")
    assert read_compiled(path, path.read_bytes()) is None


def test_it_stands_beside_its_definition_and_says_the_same_each_time(path):
    compiled = path.with_name("small.compiled.json")
    first = compiled.read_bytes()
    assert compiled_from(path) == first
    assert first.endswith(b"\n")


def test_a_definition_with_faults_is_not_compiled(path, with_block):
    path.write_text(with_block.replace('type = "scale"', 'type = "scal"'), encoding="utf-8")
    with pytest.raises(FormError):
        compiled_from(path)


def test_a_definition_that_is_not_there_is_not_compiled(tmp_path):
    with pytest.raises(FormError, match="cannot be read: No such file"):
        compiled_from(tmp_path / "nowhere.toml")
