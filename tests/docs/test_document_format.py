"""The description of the document format: examples are valid, tables are those of the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import fields
from jsonschema import Draft202012Validator, FormatChecker

from frameworks_core.checks.checking import Checker
from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.envelope import ENVELOPE, definitions
from frameworks_core.forms.form import TYPES, Code, Column, Field
from frameworks_core.forms.schema import answer_schema
from frameworks_core.model import Agency, Attribution, Event, Person
from frameworks_core.statute.codes import code_list

from .pages import codes

WIDTH = 110
PLACE = ("from", "field", "child", "index", "column", "shape")


@pytest.fixture
def reference(read_page):
    return read_page("document-format.md")


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    whole = {**schema, "$defs": definitions()}
    validator = Draft202012Validator(whole, format_checker=FormatChecker(formats=["date"]))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def shape_of(schema: dict[str, Any]) -> str:
    """How the tables write a shape that is no list of words."""
    names = {"yes_no": "yes/no", "event_date": "day, month or year"}
    if "enum" in schema:
        return ""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return {"recorded": "`by` (id) and `on` (date)"}.get(name, names.get(name, name))
    return {"array": "list", "object": "object", "boolean": "true or false", "integer": "number"}[
        schema["type"]
    ]


def words_of(schema: dict[str, Any]) -> list[str]:
    """The words a property may be, or its items; none if it is not a matter of words."""
    return schema.get("enum") or schema.get("items", {}).get("enum") or []


def table_faults(rows: list[list[str]], properties: dict[str, Any], needed: set[str]) -> Iterator[str]:
    """Where a table says something else than a schema."""
    said = {codes(cell)[0]: shape for cell, shape, _ in rows}
    if list(said) != list(properties):
        yield f"properties: {list(said)}, not {list(properties)}"
        return
    for name, shape in said.items():
        if (name in needed) != ("needed" in shape):
            yield f"{name}: says {shape!r}, and is {'' if name in needed else 'not '}needed"
        words = words_of(properties[name])
        listed = re.search(r"code list `(\w+)`", shape)
        if listed:
            allowed = [code.code for code in code_list(listed[1]).codes if not code.withdrawn]
            if allowed != words:
                yield f"{name}: is not from the code list {listed[1]}"
        elif words and codes(shape) != words:
            yield f"{name}: names {codes(shape)}, not {words}"
        if not words and not shape.startswith(shape_of(properties[name])):
            yield f"{name}: says {shape!r}, not {shape_of(properties[name])!r}"


@pytest.mark.parametrize(
    ("heading", "name", "record"),
    [
        ("People", "person", Person),
        ("Relationships", "relationship", None),
        ("Agencies", "agency", Agency),
        ("Chronology", "event", Event),
        ("Attributed entries", "entry", None),
    ],
)
def test_a_table_of_properties_is_that_of_the_model(reference, heading, name, record):
    schema = definitions()[name]
    if record:
        assert list(schema["properties"]) == [attribute.name for attribute in fields(record)]
    assert not list(table_faults(reference.table(heading), schema["properties"], set(schema["required"])))


def test_an_entry_says_what_the_model_calls_attribution():
    assert set(definitions()["entry"]["properties"]) == {"text", *(a.name for a in fields(Attribution))}


def test_the_envelope_is_described_whole(reference):
    needed = {"form", "version", "status", "people", "answers"}
    assert not list(table_faults(reference.table("The envelope"), ENVELOPE, needed))


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Carried", "carried_item"), ("History", "history_item"), ("Provenance", "source_record")],
)
def test_what_conversion_adds_is_described_whole(reference, heading, name):
    schema = definitions()[name]
    said = [(key, shape) for cell, shape, _ in reference.table(heading) for key in codes(cell)]
    assert sorted(key for key, _ in said) == sorted(schema["properties"])
    needed = {key for key, shape in said if "needed" in shape and (key not in PLACE or key in codes(shape))}
    assert needed == set(schema["required"])
    for key, shape in said:
        if key not in PLACE and (words := words_of(schema["properties"][key])):
            assert codes(shape) == words


def test_a_placed_item_is_described_whole(reference):
    start = reference.lines.index("An item of `placed`:")
    rows = [line.strip("|").split("|") for line in reference.lines[start + 4 :] if line.startswith("|")]
    schema = definitions()["placed_item"]
    assert sorted(key for cell, *_ in rows for key in codes(cell)) == sorted(schema["properties"])


def test_every_type_of_answer_has_a_valid_example(reference):
    rows = reference.table("Answers")
    assert [codes(cell)[0] for cell, _, _ in rows] == list(TYPES)
    for cell, _, example in rows:
        assert not faults(
            answer_schema(field_of(codes(cell)[0], json.loads(codes(example)[0]))),
            json.loads(codes(example)[0]),
        )


def field_of(type_: str, answer: Any) -> Field:
    """A question of this type that knows the codes or columns of an answer."""
    known = [answer] if type_ == "choice" else answer if type_ == "multi" else []
    if type_ == "yes_no":
        known = ["yes", "no", "not_known"]
    columns = []
    if type_ == "table":
        shapes = {name: "persons" if isinstance(cell, list) else "text" for name, cell in answer[0].items()}
        columns = [
            Column(id=name, label=name, plain=name, type=shape)
            for name, shape in shapes.items()
            if name != "disclosure"
        ]
    return Field(
        id="x",
        label="x",
        plain="x",
        type=type_,
        function="gather",
        about="child",
        source="D",
        codes=tuple(Code(code=code, label=code, plain=code) for code in known),
        columns=tuple(columns),
    )


def test_the_list_of_entries_is_valid(reference):
    (example,) = [block.value for block in reference.blocks("json") if block.words == "narrative"]
    assert not faults({"$ref": "#/$defs/narrative"}, example)


def test_answers_child_by_child_are_valid(reference, installed):
    (block,) = [block for block in reference.blocks("json") if block.words.startswith("answers ")]
    form = installed.form(block.words.split()[1])
    for name, answer in block.value.items():
        assert not faults(answer_schema(form.fields[name]), answer), name
    assert any(form.fields[name].per_child for name in block.value)


@pytest.fixture
def small(reference):
    """The small document every part of the page speaks of."""
    (document,) = [block.value for block in reference.blocks("json") if block.words == "document"]
    return document


def test_the_small_document_is_in_order(small, installed):
    form = installed.form(small["form"])
    assert not Checker(form, installed.rules_for(form.id)).check(small)


def test_what_conversion_adds_to_it_is_what_the_page_shows(small, reference, installed):
    form, target = installed.form(small["form"]), installed.form("single_assessment/assessment")
    converted = Converter(form, target).convert(small).document
    added = {name: converted[name] for name in ("carried", "history", "provenance")}
    assert not Checker(target).check(converted)
    assert all(added.values())
    reference.settle_generated({"converted": ["```json", *laid_out(added), "```"]})


def laid_out(value: Any, indent: str = "", before: str = "", after: str = "") -> list[str]:
    """A JSON value in lines: what fits stands in one line."""
    short = json.dumps(value, ensure_ascii=False)
    if len(indent + before + short + after) <= WIDTH or not isinstance(value, dict | list) or not value:
        return [indent + before + short + after]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    lines = [indent + before + opening]
    inner = (
        [(f"{json.dumps(key)}: ", entry) for key, entry in value.items()]
        if isinstance(value, dict)
        else [("", entry) for entry in value]
    )
    for number, (key, entry) in enumerate(inner, start=1):
        lines.extend(laid_out(entry, indent + "  ", key, "," if number < len(inner) else ""))
    return [*lines, indent + closing + after]
