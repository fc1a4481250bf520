"""What somebody who does not write code gets wrong in a blend file is told in words that help."""

import pytest

from frameworks_core.blend.blend import examine
from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.errors import UserError

HEAD = """\
[blend]
id = "our_town/visit"
version = "1"
title = "Visit"
plain_title = "When we met"
"""

NOT_TOML = {
    "a text is not closed": ('title = "Visit\n', "a quotation mark is missing at the end of this line"),
    "a comma is missing": ('forms = [\n  "a"\n  "b"\n]\n', "a comma or the closing ] of a list is missing"),
    "a table is not closed": ('x = { label = "a" plain = "b" }\n', "a comma or the closing } is missing"),
    "curly quotation marks": ("title = “Visit”\n", "a text needs straight quotation marks on both sides"),
    "no quotation marks": ("title = Visit\n", "a text needs straight quotation marks on both sides"),
    "curly marks around a key": ("“title” = 1\n", "without curly quotation marks"),
    "a table twice": ("[gather]\n[gather]\n", "this table stands there twice; join the two"),
    "a key twice": ('title = "a"\ntitle = "b"\n', "this key stands there twice; take one out"),
    "no equals sign": ('title "Visit"\n', "a key needs = before its value"),
    "two on one line": ('title = "a" about = "b"\n', "each key needs a line of its own"),
    "a path of Windows": ('extends = "C:\\data"\n', "write / in place of \\"),
    "a path of Windows to a user": ('extends = "C:\\Users\\jo"\n', "write / in place of \\"),
    "a note without its mark": ('title = "Visit" what we call it\n', "a note beside a value begins with #"),
    "a line of notes without its mark": ("Our own form\n", "a line for people begins with #"),
    "a note as in code": ("// our own form\n", "a line for people begins with #"),
    "double marks in double marks": (
        'title = "The "big" visit"\n',
        "quotation marks within a text have to be single",
    ),
    "double marks in a relabel": (
        'x = { label = "The "big" visit" }\n',
        "quotation marks within a text have to be single",
    ),
    "an apostrophe in single marks": (
        "title = 'The child's visit'\n",
        "an apostrophe in it stands in double quotation marks",
    ),
    "yes for true": ("hide = yes\n", "write true or false, in small letters"),
    "a large letter in true": ("hide = True\n", "write true or false, in small letters"),
    "a day as people write it": ("x = { until = 30.6.2027 }\n", "a day is written 2027-06-30"),
    "a space from a word processor": ('title\u00a0= "Visit"\n', "a space here was pasted from elsewhere"),
    "a table's name is not closed": ("[gather\n", "the closing ] of a table's name is missing"),
    "single brackets for several": (
        '[gather.local]\nid = "a"\n[gather.local]\nid = "b"\n',
        "begins with double brackets, such as [[gather.local]]",
    ),
    "single brackets, then double": (
        '[gather.local]\nid = "a"\n[[gather.local]]\nid = "b"\n',
        "begins with double brackets, such as [[gather.local]]",
    ),
}


@pytest.mark.parametrize("slip", NOT_TOML.values(), ids=NOT_TOML)
def test_what_is_not_toml_is_told_with_its_likely_cause(tmp_path, toy_registry, slip):
    text, cause = slip
    (tmp_path / "our.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        examine(tmp_path / "our.toml", toy_registry)
    assert "our.toml: this blend file is not TOML: " in str(error.value)
    assert cause in str(error.value)


def test_a_space_in_a_text_is_not_blamed_for_what_is_wrong_beside_it(tmp_path, toy_registry):
    (tmp_path / "our.toml").write_text('title = "A\u00a0visit"; about = "x"\n', encoding="utf-8")
    with pytest.raises(UserError) as error:
        examine(tmp_path / "our.toml", toy_registry)
    assert "; each key needs a line of its own" in str(error.value)


def test_text_in_the_code_of_an_old_editor_is_told_with_its_line_and_what_to_do(tmp_path, toy_registry):
    (tmp_path / "our.toml").write_bytes(b'title = "Visit"\nabout = "the child\x92s"\n')
    with pytest.raises(UserError) as error:
        examine(tmp_path / "our.toml", toy_registry)
    assert str(error.value).endswith(
        "our.toml, line 2: this blend file is not UTF-8 text (byte 34); save it again as UTF-8"
    )


# How a base is named that is there as national.toml, and the end of what is said.
NOT_FOUND = {
    "in single quotation marks": (
        "'.\\national.toml'",
        "write / in place of \\, and name it from the folder of this file",
    ),
    "a backslash that became a line end": (
        '"forms\\national.toml"',
        "write / in place of \\, and name it from the folder of this file",
    ),
    "without its ending": (
        '"national"',
        "name it from the folder of this file; did you mean 'national.toml'?",
    ),
    "with an ending too many": (
        '"national.toml.txt"',
        "name it from the folder of this file; did you mean 'national.toml'?",
    ),
    "in a folder that is not there": ('"shared/national.toml"', "name it from the folder of this file"),
}


@pytest.mark.parametrize("slip", NOT_FOUND.values(), ids=NOT_FOUND)
def test_a_base_that_is_not_found_is_told_with_how_to_name_it(tmp_path, toy_registry, slip):
    named, ending = slip
    (tmp_path / "national.toml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "our.toml").write_text(f"extends = {named}\n{HEAD}", encoding="utf-8")
    with pytest.raises(UserError) as error:
        examine(tmp_path / "our.toml", toy_registry)
    assert str(error.value).endswith(f"; {ending}")


def faults(tmp_path, registry, text):
    """Key and message of everything that is wrong with a blend."""
    (tmp_path / "our.toml").write_text(f"{HEAD}\n{text}", encoding="utf-8")
    examined = examine(tmp_path / "our.toml", registry)
    return [(fault.severity, fault.message) for fault in examined.faults]


def test_an_id_with_a_dot_but_without_quotation_marks_is_guessed_at(tmp_path, toy_registry):
    text = """\
[gather]
forms = ["toy/visit"]
[gather.fields."toy/visit"]
health.needs = { label = "x" }
"""
    [(_, message)] = faults(tmp_path, toy_registry, text)
    assert "there is no key 'needs'" in message
    assert 'stands in quotation marks: "health.needs"' in message


# Keys of a blend, and the end of what is said about them.
OF_THE_WRONG_KIND = {
    "a number for a text": (
        "[authority]\nname = 3",
        "a text is needed here, not a number; put it in quotation marks",
    ),
    "a list for a text": ('[authority]\nname = ["a"]', "not a list; take the square brackets away"),
    "a text for a list": ('[analyse]\nlenses = "toy/next"', "not a text; put square brackets around it"),
    "a text for a number": ('[decide]\nlimit = "40"', "not a text; take the quotation marks away"),
    "a text for a table": ('[rules]\nignore = ["TOY001"]', "not a text; it is written { key = value }"),
    "double brackets for single": ("[[gather]]", "not a list; its name stands in single brackets"),
}


@pytest.mark.parametrize("slip", OF_THE_WRONG_KIND.values(), ids=OF_THE_WRONG_KIND)
def test_a_value_of_the_wrong_kind_is_told_with_how_to_write_it(tmp_path, toy_registry, slip):
    text, ending = slip
    [(_, message)] = faults(tmp_path, toy_registry, text)
    assert message.endswith(ending)


OWN = """\
[gather]
forms = ["toy/visit"]
KEY = [["toy/visit#seen_on", "first_seen"]]

[[gather.local]]
id = "first_seen"
section = "visit"
label = "First seen"
plain = "When we first met"
type = "date"
slot = { kind = "record" }
"""


def test_a_question_of_ones_own_may_be_kept_apart(tmp_path, toy_registry):
    assert faults(tmp_path, toy_registry, OWN.replace("KEY", "apart")) == []


def test_a_question_of_ones_own_is_not_asked_together_with_a_forms(tmp_path, toy_registry):
    [(severity, message)] = faults(tmp_path, toy_registry, OWN.replace("KEY", "together"))
    assert severity == "error"
    assert "'first_seen' is a question of your own; take it out and give the question of the form" in message


def test_a_blend_that_is_not_at_hand_can_be_named(toy_registry):
    with pytest.raises(UserError) as error:
        Catalogue(toy_registry).form("our_town/visit")
    hint = " (if it is a blend, name its file with --blend, or its folder in FRAMEWORKS_BLENDS)"
    assert str(error.value).endswith(hint)


TWICE = """\
[gather]
forms = ["toy/visit", "toy/family"]
together = [["toy/visit#A", "toy/family#B"]]
[gather.fields."toy/visit"]
A = { label = "One" }
[gather.fields."toy/family"]
B = { label = "Another" }
"""


def test_two_labels_of_a_question_asked_once_name_the_other_question(tmp_path, toy_registry):
    visit, family = (toy_registry.form(f"toy/{name}").fields.values() for name in ("visit", "family"))
    one, other = next(
        (one.id, other.id)
        for one in visit
        for other in family
        if one.slot and (one.slot, one.type, one.per_child) == (other.slot, other.type, other.per_child)
    )
    [(_, message)] = faults(tmp_path, toy_registry, TWICE.replace("A", one, 2).replace("B", other))
    assert (
        message == f"this question is asked once, with toy/visit#{one}, which has another label in this blend"
    )
