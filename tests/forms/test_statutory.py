"""Which questions ask what the law wants asked, and which only may; the cases stand in `statutory_cases.toml`."""

import tomllib
from pathlib import Path

import pytest

from frameworks_core.forms.form import Column, Field, Form, Section
from frameworks_core.forms.statutory import fields_serving, statutory_fields, uncertain, unserved
from frameworks_core.model import Slot
from frameworks_core.statute.items import all_items

CASES = tomllib.loads(Path(__file__).with_name("statutory_cases.toml").read_text(encoding="utf-8"))["cases"]
ITEMS = {item.id: item for item in all_items()}


NAMES = {"property": "person_property", "sense": "senses"}
"""What form files call otherwise."""


def question(field_id, slot=None, columns=(), **said):
    facets = {
        NAMES.get(name, name): frozenset(value) if isinstance(value, list) else value
        for name, value in (slot or {}).items()
    }
    return Field(
        id=field_id,
        label="Question",
        plain="Question",
        about="child",
        source="D",
        slot=Slot(**facets) if slot else None,
        **said,
        columns=tuple(
            Column(id=name, label=name, plain=name, type="text", property=name) for name in columns
        ),
    )


def form_with(*questions):
    section = Section(id="all", title="All", plain="All", fields=questions)
    return Form(
        id="any/form",
        version="1",
        title="Any",
        plain_title="Any",
        about="child",
        basis="statute",
        source="D",
        sections=(section,),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_question_asks_what_it_means(case):
    form = form_with(question("asked", **case["question"]))
    for name in case.get("surely", ()):
        assert [field.id for field in fields_serving(ITEMS[name], form)] == ["asked"], name
        assert not uncertain(form, [ITEMS[name]]), name
    for name in case.get("perhaps", ()):
        assert [field.id for field in fields_serving(ITEMS[name], form)] == ["asked"], name
        assert uncertain(form, [ITEMS[name]]), name
    for name in case.get("not", ()):
        assert fields_serving(ITEMS[name], form) == (), name
    surely = statutory_fields(
        form, [ITEMS[name] for key in ("surely", "perhaps", "not") for name in case.get(key, ())]
    )
    assert [item.id for item in surely.get("asked", ())] == case.get("surely", [])


SEEN = {"type": "yes_no", "function": "gather", "slot": {"kind": "record"}}
CONTACTS = {"type": "table", "function": "gather", "slot": {"kind": "contact"}}


def test_where_a_question_surely_asks_it_those_that_may_are_not_named():
    form = form_with(question("seen", **SEEN), question("contacts", **CONTACTS))
    assert [field.id for field in fields_serving(ITEMS["child_seen"], form)] == ["contacts"]
    assert not uncertain(form, [ITEMS["child_seen"]])


def test_what_no_question_asks_is_unserved():
    form = form_with(question("seen", **SEEN))
    assert unserved(form, [ITEMS["child_seen"], ITEMS["child_wishes"]]) == (ITEMS["child_wishes"],)


def test_what_the_tables_of_every_document_hold_is_never_unserved():
    assert unserved(form_with(), [ITEMS["ethnicity"], ITEMS["agencies"]]) == ()


def test_questions_are_named_in_the_order_of_the_form_with_every_item_they_ask():
    form = form_with(
        question("contacts", columns=("alone",), **CONTACTS),
        question("other", type="long", function="gather"),
        question("why", type="long", function="gather", slot={"kind": "reason"}),
    )
    asked = statutory_fields(form, ITEMS.values())
    assert {field_id: [item.id for item in items] for field_id, items in asked.items()} == {
        "contacts": ["child_seen", "child_seen_alone"],
        "why": ["reason"],
    }
    assert list(asked) == ["contacts", "why"]
