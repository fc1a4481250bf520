"""The envelope every document shares: who it is about, who is in it, what happened when, and where answers came from.

People, relationships, agencies and chronology are the core's own tables, the same in every document, so that they are asked
once and convert as they are.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from attrs import fields

from frameworks_core.forms.form import TYPES, WITHHOLDABLE
from frameworks_core.model import Agency, Event, Person
from frameworks_core.model.agency import CONTRIBUTIONS, SERVICES
from frameworks_core.model.attribution import BASES, DISCLOSURES
from frameworks_core.model.person import RELATIONSHIPS, ROLES
from frameworks_core.model.slot import KINDS
from frameworks_core.statute.codes import code_list

STATUSES = ("draft", "final")

_END = "$(?!\\n)"  # Python's `$` also matches before a final newline; this does not
_BREAKS = r"\n\r\u000b\u000c\u0085\u2028\u2029"  # every character that ends a line somewhere
_YEAR = "^(?!0000)[0-9]{4}"  # the calendar has no year 0, but not every validator of dates knows
_YES_NO_PROPERTIES = frozenset(
    {
        "interpreter_needed",
        "disabled",
        "address_protected",
        "parental_responsibility",
        "lives_in_household",
        "significant_to_child",
        "social_work_registered",
        "universal",
        "other_area",
        "positive",
    }
)
_DATE_PROPERTIES = frozenset({"dob", "edd", "recorded", "contribution_on"})
_IDS_PROPERTIES = frozenset({"works_with", "affects"})


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _codes(name: str) -> list[str]:
    return [code.code for code in code_list(name).codes if not code.withdrawn]


def _property(name: str, special: dict[str, Any]) -> Any:
    if name in special:
        return special[name]
    if name in _YES_NO_PROPERTIES:
        return _ref("yes_no")
    if name in _DATE_PROPERTIES:
        return _ref("date")
    return _ref("ids" if name in _IDS_PROPERTIES else "text")


def _table(cls: Any, required: list[str], special: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {attribute.name: _property(attribute.name, special) for attribute in fields(cls)},
        "required": required,
        "additionalProperties": False,
    }


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list_of(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


_PLACE: dict[str, Any] = {
    "from": _ref("id"),
    "field": _ref("text"),
    "child": _ref("id"),
    "index": {"type": "integer", "minimum": 0},
    "column": _ref("text"),
    "shape": {"enum": ["text", "entry", "row", "cell", "value"]},
}
_TEXTS = _list_of(_ref("text"), uniqueItems=True)


@cache
def definitions() -> dict[str, Any]:
    """The `$defs` of every document schema; built once, when a schema is first needed."""
    return {
        "text": {
            "type": "string",
            "pattern": "[^ \\t\\r\\n]",
            "description": "Never blank: what is not known is left out.",
        },
        "line": {
            "type": "string",
            "pattern": f"^[ \\t]*[^ \\t{_BREAKS}][^{_BREAKS}]*{_END}",
            "description": "One line, never blank.",
        },
        "date": {
            "type": "string",
            "format": "date",
            "pattern": f"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}{_END}",
        },
        "event_date": {
            "anyOf": [
                _ref("date"),
                {"type": "string", "pattern": f"{_YEAR}(-(0[1-9]|1[0-2]))?{_END}"},
            ],
            "description": "The day, month or year it happened: 2024-05-17, 2024-05 or 2024.",
        },
        "id": {"type": "string", "pattern": f"^[a-z][a-z0-9_]*{_END}"},
        "form_id": {
            "type": "string",
            "pattern": f"^[a-z][a-z0-9_]*/[a-z][a-z0-9_]*{_END}",
            "description": "The framework and the form: framework/name.",
        },
        "ids": _list_of(_ref("id"), minItems=1, uniqueItems=True),
        "yes_no": {"enum": ["yes", "no", "not_known"]},
        "disclosure": {"enum": list(DISCLOSURES)},
        "narrative": {
            "anyOf": [_ref("text"), _list_of(_ref("entry"), minItems=1)],
            "description": "A text, or a list of attributed entries.",
        },
        "entry": _object(
            {
                "text": _ref("text"),
                "source": _ref("id"),
                "on": _ref("date"),
                "basis": {"enum": list(BASES)},
                "about": _ref("ids"),
                "disclosure": _ref("disclosure"),
                "may_share_with": _ref("ids"),
                "heading": _ref("text"),
            },
            ["text"],
        ),
        "person": _table(
            Person,
            ["id", "roles"],
            {
                "id": _ref("id"),
                "roles": _list_of({"enum": list(ROLES)}, minItems=1, uniqueItems=True),
                "sex": {"enum": _codes("sex")},
                "ethnicity": {"enum": _codes("ethnicity")},
                "disability_codes": _list_of({"enum": _codes("disability")}, minItems=1, uniqueItems=True),
            },
        ),
        "relationship": _object(
            {
                "from": _ref("id"),
                "to": _ref("id"),
                "kind": {"enum": list(RELATIONSHIPS)},
                "detail": _ref("text"),
                "since": _ref("event_date"),
                "until": _ref("event_date"),
            },
            ["from", "to", "kind"],
        ),
        "agency": _table(
            Agency,
            ["id"],
            {
                "id": _ref("id"),
                "service": {"enum": list(SERVICES)},
                "contribution": {"enum": list(CONTRIBUTIONS)},
                "since": _ref("event_date"),
                "disclosure": _ref("disclosure"),
            },
        ),
        "event": _table(
            Event,
            ["id", "on", "what"],
            {
                "id": _ref("id"),
                "on": _ref("event_date"),
                "precision": {"enum": ["exact", "approximate"]},
                "source": _ref("id"),
                "disclosure": _ref("disclosure"),
            },
        ),
        "recorded": _object({"by": _ref("id"), "on": _ref("date")}, []),
        "slot": _object(
            {
                "kind": {"enum": sorted(KINDS)},
                "dimensions": _TEXTS,
                "topics": _TEXTS,
                "senses": _TEXTS,
                **{name: _ref("text") for name in ("whose", "aspect", "person_property", "group", "item")},
            },
            ["kind"],
        ),
        "field_mark": _object(
            {
                "label": _ref("text"),
                "type": {"enum": list(TYPES)},
                "slot": _ref("slot"),
                "columns": {
                    "type": "object",
                    "additionalProperties": _object(
                        {"property": _ref("text"), "type": _ref("text")}, ["property", "type"]
                    ),
                },
                "disclosure": {"enum": list(WITHHOLDABLE)},
                "serves": _TEXTS,
            },
            ["label", "type"],
        ),
        "leaf": {
            "anyOf": [
                {"type": ["string", "number"]},
                _list_of({"type": "string"}),
                {
                    "type": "object",
                    "additionalProperties": {
                        "anyOf": [{"type": ["string", "number"]}, _list_of({"type": "string"})]
                    },
                },
            ],
            "description": "One answer, exactly as the record it came from holds it.",
        },
        "carried_item": _object(
            {
                **_PLACE,
                "class": {"enum": ["carried", "needs_sorting"]},
                "candidates": _TEXTS,
                "disclosure": _ref("disclosure"),
                "value": _ref("leaf"),
            },
            ["from", "field", "shape", "class", "value"],
        ),
        "history_item": _object(
            {**_PLACE, "label": _ref("text"), "shown": _ref("text"), "value": _ref("leaf")},
            ["from", "field", "shape", "label", "value"],
        ),
        "placed_item": _object(
            {
                **{key: value for key, value in _PLACE.items() if key != "from"},
                "at": {"type": "string", "pattern": "^/"},
                "digest": {"type": "string", "pattern": f"^[0-9a-f]{{16}}{_END}"},
                "headed": {"const": True},
            },
            ["at", "field", "shape", "digest"],
        ),
        "source_record": _object(
            {
                "id": _ref("id"),
                "form": _ref("form_id"),
                "version": _ref("text"),
                "title": _ref("text"),
                "basis": {"enum": ["consent", "statute"]},
                "document": _ref("text"),
                "recorded": _ref("recorded"),
                "about": _ref("ids"),
                "events": _list_of(_ref("id"), uniqueItems=True),
                "fields": {"type": "object", "additionalProperties": _ref("field_mark")},
                "placed": _list_of(_ref("placed_item")),
            },
            ["id", "form", "version", "title", "basis", "fields", "placed"],
        ),
    }


ENVELOPE: dict[str, Any] = {
    "form": _ref("text"),
    "version": _ref("text"),
    "status": {"enum": list(STATUSES)},
    "id": _ref("text"),
    "invented": {"type": "boolean", "description": "True where the family does not exist."},
    "recorded": _ref("recorded"),
    "about": _ref("ids"),
    "people": _list_of(_ref("person")),
    "relationships": _list_of(_ref("relationship")),
    "agencies": _list_of(_ref("agency")),
    "chronology": _list_of(_ref("event")),
    "answers": {"type": "object"},
    "carried": _list_of(_ref("carried_item")),
    "history": _list_of(_ref("history_item")),
    "provenance": _list_of(_ref("source_record")),
}
"""The properties of a document; `form`, `version` and `answers` are narrowed by each form's own schema."""


def fits_person(name: str, value: object) -> bool:
    """Whether `value` may stand as this property of a person: a known code, a date, or a text."""
    shape = definitions()["person"]["properties"].get(name, {})
    if "enum" in shape:
        return value in shape["enum"]
    kind = shape.get("$ref", "").rpartition("/")[2]
    if kind == "yes_no":
        return value in definitions()["yes_no"]["enum"]
    return (kind == "text" and is_text(value)) or (kind == "date" and is_day(value))


def is_text(value: object) -> bool:
    """Whether it is a text that is not blank."""
    return isinstance(value, str) and bool(value.strip(" \t\r\n"))


def is_one_line(value: object) -> bool:
    """Whether it is a text that may answer a question that takes one line."""
    return isinstance(value, str) and re.search(definitions()["line"]["pattern"], value) is not None


def is_day(value: object) -> bool:
    """Whether it is a day of the calendar, written 2024-05-17."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
