"""The core tables of a document as typed objects, and back again.

A property that was not given is left out when writing: optional means absent, never null. What a row may hold is for the
schema to say; a table is read here once its document has the shape of its form.
"""

from __future__ import annotations

from typing import Any, TypeVar

from attrs import fields

from frameworks_core.model import Agency, Event, Person, Relationship

_T = TypeVar("_T", Person, Relationship, Agency, Event)
_RENAMED: dict[type, dict[str, str]] = {Relationship: {"source": "from", "target": "to"}}
_NAMES: dict[type, dict[str, str]] = {
    cls: {
        _RENAMED.get(cls, {}).get(attribute.name, attribute.name): attribute.name for attribute in fields(cls)
    }
    for cls in (Person, Relationship, Agency, Event)
}
"""The attributes of each kind of row, by the key a document has for it."""


def read_table(rows: list[dict[str, Any]], cls: type[_T]) -> tuple[_T, ...]:
    """Rows of a core table as typed objects.

    Raises:
        LookupError: A row holds what the table does not have.
        TypeError: A row lacks what the table cannot do without.
    """
    return tuple(cls(**_cells(row, _NAMES[cls])) for row in rows)


def write_row(row: Person | Relationship | Agency | Event) -> dict[str, Any]:
    """One typed row as JSON values."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, name in _NAMES[type(row)].items()
        if (value := getattr(row, name)) is not None
    }


def _cells(row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {names[key]: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
