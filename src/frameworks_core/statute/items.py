"""Statutory items: what a record has to ask or hold because law, statutory guidance or a statutory return wants it.

An item says what is wanted, why, how well that is attested, of which kind of record and since which edition of the
guidance, and by what kind of question it is asked. Nothing is here that the sources do not show: an inspection finding is
no law, and an item marked K is background knowledge that nobody proved, to be shown as such and never insisted on.

An item is recognised by the meaning of a question (its slot), not by the words on a form. Some kinds of slot say little:
every date of a record is a `record`. An item that only such a kind tells of is recognised *coarsely*: a question that
matches may ask it, and only a reader can say that it does.
"""

from __future__ import annotations

import functools
from typing import Any

from attrs import frozen

from frameworks_core.model.slot import TABLE_KINDS, Slot
from frameworks_core.statute import packs, shipped
from frameworks_core.statute.dimensions import domains
from frameworks_core.statute.packs import Pack

FOLDER = "items"

BASES = ("consent", "statute")
"""The kinds of record: one that rests on the family's agreement, and one made under a legal duty."""

COARSE_KINDS = frozenset({"appointment", "conclusion", "decision", "practice", "record"})
"""Kinds of slot under which a form holds so much that the kind alone does not tell what a question asks."""

_SETS = ("dimensions", "topics", "senses")
_NAMES = {"property": "person_property", "sense": "senses"}
"""Facets that data files, like form files, call otherwise."""


@frozen
class Asking:
    """What a question looks like that asks an item. What is left open matches anything.

    Attributes:
        slot: Its kind, and its facets; of dimensions, topics and senses one in common is enough.
        types: Types of field.
        columns: What columns of a table have to mean, all of them.
        function: The statutory function it serves.
    """

    slot: Slot
    types: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    function: str | None = None

    @property
    def is_coarse(self) -> bool:
        """Whether a question may look like this and ask something else."""
        return self.slot.kind in COARSE_KINDS and not self.columns


@frozen(kw_only=True)
class Item:
    """One thing that a record has to ask or hold.

    Attributes:
        id: Its name.
        title: What practitioners call it.
        why: Who wants it, in a sentence.
        source: How well attested it is that law, guidance or a return wants it: a mark, then the sources.
        basis: The kinds of record it applies to (`BASES`).
        asked_by: What questions ask it look like; one of them is enough.
        since: Id of the first statute pack it belongs to; None for all from the first.
        until: Id of the last one; None for all to the newest.
    """

    id: str
    title: str
    why: str
    source: str
    basis: frozenset[str]
    asked_by: tuple[Asking, ...]
    since: str | None = None
    until: str | None = None

    @property
    def mark(self) -> str:
        """How well attested it is: `S2+`, `S`, `K` or `D`."""
        return self.source.split(maxsplit=1)[0]

    @property
    def is_held(self) -> bool:
        """Whether every document has a place for it in its own tables, whatever its form asks."""
        return any(asking.slot.kind in TABLE_KINDS for asking in self.asked_by)

    def applies(self, in_force: Pack, basis: str) -> bool:
        """Whether a record of this kind has to ask it while that pack is in force."""
        begun = self.since is None or packs.pack(self.since).effective_from <= in_force.effective_from
        ended = self.until is not None and packs.pack(self.until).effective_from < in_force.effective_from
        return basis in self.basis and begun and not ended


@functools.cache
def all_items() -> tuple[Item, ...]:
    """Every item: what is about the child first, then the family, the record, the decision and the help."""
    files = sorted(
        (shipped.read(FOLDER, name) for name in shipped.names(FOLDER)), key=lambda data: data["order"]
    )
    return tuple(_item(row) for data in files for row in data["items"])


def items_for(pack: Pack, basis: str) -> tuple[Item, ...]:
    """What a record has to ask or hold.

    Args:
        pack: The statute pack in force when it was made.
        basis: `consent` for a record that rests on the family's agreement, `statute` for one made under a legal duty.

    Raises:
        ValueError: There is no such basis.
    """
    if basis not in BASES:
        raise ValueError(f"a record rests on {' or '.join(BASES)}, not on {basis!r}")
    return tuple(item for item in all_items() if item.applies(pack, basis))


def _item(row: dict[str, Any]) -> Item:
    asked_by = tuple(map(_asking, row["asked_by"]))
    return Item(**{**row, "basis": frozenset(row["basis"]), "asked_by": asked_by})


def _asking(row: dict[str, Any]) -> Asking:
    facets = {_NAMES.get(key, key): value for key, value in row.items()}
    own = {
        "types": frozenset(facets.pop("types", ())),
        "columns": frozenset(facets.pop("columns", ())),
        "function": facets.pop("function", None),
    }
    if (name := facets.pop("domain", None)) is not None:
        facets["dimensions"] = _dimensions_of(name)
    facets.update((facet, frozenset(facets[facet])) for facet in _SETS if facet in facets)
    return Asking(slot=Slot(**facets), **own)


def _dimensions_of(name: str) -> frozenset[str]:
    """The dimensions of a domain of the Assessment Framework."""
    (domain,) = (domain for domain in domains() if domain.id == name)
    return frozenset(dimension.id for dimension in domain.dimensions)
