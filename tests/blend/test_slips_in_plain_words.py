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
}


@pytest.mark.parametrize("slip", NOT_TOML.values(), ids=NOT_TOML)
def test_what_is_not_toml_is_told_with_its_likely_cause(tmp_path, toy_registry, slip):
    text, cause = slip
    (tmp_path / "our.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as error:
        examine(tmp_path / "our.toml", toy_registry)
    assert "our.toml: this blend file is not TOML: " in str(error.value)
    assert cause in str(error.value)


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
