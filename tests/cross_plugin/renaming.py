"""A document under other ids, renamed by what its form says is an id: what joining is compared with."""

from __future__ import annotations

from typing import Any

from frameworks_core.forms.form import Field, Form

Json = dict[str, Any]
Ids = dict[str, str]

IDS_IN = {
    "people": {"id"},
    "relationships": {"from", "to"},
    "agencies": {"id", "works_with"},
    "chronology": {"source", "affects"},
}
IN_ENTRIES = {"source", "about", "may_share_with"}
NAMING = {"person", "persons"}


def renamed(form: Form, document: Json, ids: Ids, events: Ids) -> Json:
    """The document as it would be if it had been written with these ids; a text that reads like an id stays what it is."""
    there = {**document}
    for table, names in IDS_IN.items():
        if table in document:
            there[table] = [_parts(row, names, ids) for row in document[table]]
    if "chronology" in there:
        there["chronology"] = [_parts(row, {"id"}, events) for row in there["chronology"]]
    if "about" in document:
        there["about"] = _of(document["about"], ids)
    if "recorded" in document:
        there["recorded"] = _parts(document["recorded"], {"by"}, ids)
    there["answers"] = {
        name: _answer(form.fields[name], value, ids) for name, value in document["answers"].items()
    }
    return there


def _answer(field: Field, value: Any, ids: Ids) -> Any:
    if field.per_child and isinstance(value, dict):
        return {ids.get(child, child): _value(field, inner, ids) for child, inner in value.items()}
    return _value(field, value, ids)


def _value(field: Field, value: Any, ids: Ids) -> Any:
    if field.type in NAMING:
        return _of(value, ids)
    if field.type == "table":
        naming = {column.id for column in field.columns if column.type in NAMING}
        return [_parts(row, naming, ids) for row in value]
    if field.type == "long" and isinstance(value, list):
        return [_parts(entry, IN_ENTRIES, ids) for entry in value]
    return value


def _parts(row: Json, names: set[str], ids: Ids) -> Json:
    return {name: _of(part, ids) if name in names else part for name, part in row.items()}


def _of(value: Any, ids: Ids) -> Any:
    return [ids.get(one, one) for one in value] if isinstance(value, list) else ids.get(value, value)
