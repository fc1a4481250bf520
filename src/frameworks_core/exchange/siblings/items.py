"""The report's items, document by document: from places in the joined assessment back to places in what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from frameworks_core.exchange.fidelity import Item
from frameworks_core.exchange.pointers import is_within, parted, pointer
from frameworks_core.exchange.siblings.tables import Tables


def items_of_documents(items: Iterable[Item], tables: Tables, twins: dict[str, str]) -> tuple[Item, ...]:
    """What happened to each answer of each document, document by document, in the order of each."""
    found: dict[str, Item] = {}
    beside: dict[str, list[str]] = {}
    for twin, kept in twins.items():
        beside.setdefault(kept, []).append(twin)
    for item in items:
        for source in _sources_of(item.source, tables, beside):
            found[source] = item
    for source, target in tables.same_numbers.items():
        found.setdefault(
            source, Item(source=source, outcome="kept", label="People", why=_SAME_NUMBER, targets=(target,))
        )
    numbered = (
        evolve(item, source=place, document=number)
        for (number, place), item in ((parted(source), item) for source, item in found.items())
    )
    return tuple(sorted(numbered, key=lambda item: item.document or 0))


_SAME_NUMBER = "another document has the same number; it stands as it is written there"


def _sources_of(place: str, tables: Tables, twins: dict[str, list[str]]) -> Iterator[str]:
    """Where in the documents that stands which the report of the joined assessment has at `place`."""
    if is_within(place):
        yield place
        answer, below = place, ""
        while answer and answer not in twins:  # a cell of a row has no twin of its own, but the row may
            answer, _, step = answer.rpartition("/")
            below = f"/{step}{below}"
        yield from (f"{twin}{below}" for twin in twins.get(answer, ()))
        return
    _, table, row, *rest = place.split("/")
    for source in tables.places[pointer(table, row)]:
        if not rest or rest[0] in tables.given[source]:
            yield "/".join((source, *rest))
