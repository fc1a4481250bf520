"""What a question means that an authority asks instead of several that do not mean quite the same.

It means all that any of them may mean, and says no more than all of them say: asked once for a strength and a need, what is
answered may be either. So nothing that was said of one thing is ever taken for another.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve

from frameworks_core.model import Slot
from frameworks_core.model.slot import GROWN_UPS

_FAMILY = "family"


def can_be_one(slots: Collection[Slot | None]) -> bool:
    """Whether one answer can be what all of these hold: the same kind of thing, but for what it is about."""
    return len({slot and _without_width(slot) for slot in slots}) == 1


def joint(slots: Collection[Slot | None]) -> Slot | None:
    """The narrowest slot that holds what each of these does; they `can_be_one`."""
    different = {slot for slot in slots if slot is not None}
    if len(different) < 2:
        return next(iter(different), None)
    says_about = all(slot.dimensions or slot.topics for slot in different)
    groups = {slot.group for slot in different}
    whose = {slot.whose for slot in different}
    return evolve(
        next(iter(different)),
        dimensions=frozenset[str]().union(*(slot.dimensions for slot in different if says_about)),
        topics=frozenset[str]().union(*(slot.topics for slot in different if says_about)),
        senses=frozenset[str]().union(*(slot.senses for slot in different)),
        group=groups.pop() if len(groups) == 1 else None,
        whose=whose.pop() if len(whose) == 1 else _FAMILY,
    )


def _without_width(slot: Slot) -> Slot:
    """A slot without the facets in which it can be wider or narrower than another of its kind."""
    none = frozenset[str]()
    group = None if slot.kind == "agency" else slot.group
    whose = _FAMILY if slot.kind == "view" and slot.whose in GROWN_UPS else slot.whose
    return evolve(slot, dimensions=none, topics=none, senses=none, group=group, whose=whose)
