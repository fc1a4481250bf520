"""What a slot in a form definition must get right: a known kind, facets that belong to it, the facets it needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from attrs import fields

from frameworks_core.model import Person, Slot
from frameworks_core.model.slot import (
    ASPECTS,
    CONSENT_ITEMS,
    KINDS,
    PEOPLE_GROUPS,
    REFLECTION_ITEMS,
    SENSES,
    TOPICS,
    WHOSE,
)
from frameworks_core.nearest import nearest
from frameworks_core.statute.dimensions import known_dimensions

AGENCY_GROUPS = frozenset({"universal", "other"})
_NEEDED = {
    "statement": ("sense",),
    "view": ("whose", "aspect"),
    "person": ("property",),
    "people": ("group",),
    "consent": ("item",),
    "reflection": ("item",),
}
"""Facets without which a kind says nothing."""


def slot_faults(slot: Slot) -> Iterator[str]:
    """Every fault of a slot, each with its key."""
    if slot.kind not in KINDS:
        yield f"slot.kind: {slot.kind!r} is not known{nearest(slot.kind, KINDS)}"
    given = _given(slot)
    for facet, by_kind in facet_words().items():
        if given[facet] and slot.kind not in by_kind:
            yield f"slot.{facet}: belongs to {_kinds(list(by_kind))}, not {slot.kind!r}"
        known = by_kind.get(slot.kind) or frozenset().union(*by_kind.values())
        for value in given[facet]:
            if value not in known:
                yield f"slot.{facet}: {value!r} is not known{nearest(value, known)}"
    needed = _NEEDED.get(slot.kind, ())
    if any(not given[facet] for facet in needed):
        yield f"slot: the kind {slot.kind!r} needs {' and '.join(needed)}"


def _given(slot: Slot) -> dict[str, list[str]]:
    """The values of each facet, by the name it has in a form file."""
    several = {"dimensions": slot.dimensions, "topics": slot.topics, "sense": slot.senses}
    single = {
        "whose": slot.whose,
        "aspect": slot.aspect,
        "property": slot.person_property,
        "group": slot.group,
        "item": slot.item,
    }
    return {
        **{facet: sorted(values) for facet, values in several.items()},
        **{facet: [value] if value is not None else [] for facet, value in single.items()},
    }


def facet_words() -> Mapping[str, Mapping[str, Collection[str]]]:
    """The words of each facet, for each kind it belongs to."""
    return {
        "dimensions": {"statement": known_dimensions()},
        "topics": {"statement": TOPICS},
        "sense": {"statement": SENSES},
        "whose": {"view": WHOSE, "comment": WHOSE},
        "aspect": {"view": ASPECTS},
        "property": {"person": _person_properties()},
        "item": {"consent": CONSENT_ITEMS, "reflection": REFLECTION_ITEMS},
        "group": {"people": PEOPLE_GROUPS, "agency": AGENCY_GROUPS},
    }


def _person_properties() -> frozenset[str]:
    return frozenset(attribute.name for attribute in fields(Person)) - {"id", "roles"}


def _kinds(kinds: list[str]) -> str:
    quoted = [repr(kind) for kind in kinds]
    return f"the kind {quoted[0]}" if len(quoted) == 1 else f"the kinds {' and '.join(quoted)}"
