"""Writing the core tables: people, family map, agencies and chronology convert as they are, less what may not cross."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import frozen

from frameworks_core.exchange.fidelity import Item
from frameworks_core.exchange.pointers import pointer
from frameworks_core.exchange.tables import write_row
from frameworks_core.exchange.withholding import WHY, Withholding
from frameworks_core.model import Agency, Assessment, Event, Person, Relationship

_KEPT = "every document has the same table for this"
_LABELS = {
    "people": "People",
    "relationships": "Family map",
    "agencies": "Agencies",
    "chronology": "Chronology",
}


@frozen
class CoreTables:
    """The tables of the target as JSON values, and what happened to each row and withheld property."""

    rows: dict[str, list[dict[str, Any]]]
    items: tuple[Item, ...]


def write_core_tables(assessment: Assessment, withholding: Withholding) -> CoreTables:
    """The core tables of `assessment` as the target may hold them."""
    items: list[Item] = []
    tables: dict[str, list[dict[str, Any]]] = {}

    def write(name: str, rows: Sequence[Any], of_row: _OfRow, of_property: _OfProperty) -> None:
        tables[name] = []
        for index, row in enumerate(rows):
            at = pointer(name, index)
            category = of_row(row)
            if category is not None:
                items.append(_withheld(at, name, category))
                continue
            items.append(
                Item(
                    source=at,
                    outcome="kept",
                    label=_LABELS[name],
                    why=_KEPT,
                    targets=(pointer(name, len(tables[name])),),
                )
            )
            written = write_row(row)
            for key in list(written):
                if key not in _ALWAYS and (category := of_property(row, key, written[key])) is not None:
                    items.append(_withheld(pointer(name, index, key), name, category))
                    del written[key]
            tables[name].append(written)

    write("people", assessment.people, _crosses, withholding.of_person)
    write(
        "relationships",
        assessment.relationships,
        _crosses,
        lambda _row, _key, value: withholding.of_text(value),
    )
    write("agencies", assessment.agencies, _crosses, withholding.of_agency)
    write("chronology", assessment.chronology, withholding.of_event, lambda _row, _key, _value: None)
    return CoreTables(tables, tuple(items))


_Row = Person | Relationship | Agency | Event
_OfRow = Callable[[Any], str | None]
_OfProperty = Callable[[Any, str, object], str | None]
_ALWAYS: Iterable[str] = frozenset({"id", "roles", "from", "to", "kind", "on", "what"})
"""Properties a row cannot do without; they hold ids and codes, or were checked with the whole row."""


def _crosses(_row: _Row) -> None:
    return None


def _withheld(at: str, name: str, category: str) -> Item:
    return Item(source=at, outcome="withheld", label=_LABELS[name], why=WHY[category])
