"""Whether a place in one form means the same as a place in another: wider, narrower, overlapping or neither.

Everything is decided by the facets of the two slots. Nothing here looks at an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from frameworks_core.model import Slot
from frameworks_core.statute.dimensions import covers, overlaps


class Relation(Enum):
    """How a target slot relates to a source slot (the SKOS word in brackets)."""

    SAME = "same"
    """The two mean the same (exactMatch)."""
    WIDER = "wider"
    """Everything the source may hold belongs in the target, and more (broadMatch)."""
    OVERLAPPING = "overlapping"
    """Some of what the source may hold belongs in the target, or the target asks for more than is known (narrowMatch)."""
    NONE = "none"
    """They have nothing in common."""


WIDER_SENSE = {"evidence": "information"}
"""How we know a thing is itself information about it."""

WIDER_ASPECT = {
    "words": "views",
    "wants": "views",
    "experience": "views",
    "session": "words",
    "session_wants": "wants",
}
"""What somebody says, wants and lives through are each a part of their views; an observation of them is not. What a child
said in one session with a tool is words of theirs; words said elsewhere were not said in that session."""

RELATED_KINDS = {
    "goal": ("action",),
    "statement": ("harm", "danger"),
    "harm": ("statement",),
    "danger": ("statement",),
}
"""Kinds of slot that may take in, wholly or after a person's look, what another kind holds."""

_KIN = frozenset(
    {
        frozenset({"need", "harm"}),
        frozenset({"need", "danger"}),
        frozenset({"need", "complicating"}),
        frozenset({"strength", "protective"}),
    }
)
"""Senses that different frameworks may give the same words. Only a person can tell, so they are never more than overlapping:
a need may be harm, danger or what complicates it; a strength is protective only if it was shown to protect."""


def relation(source: Slot, target: Slot) -> Relation:
    """How `target` relates to `source`. History never converts, so history slots are not compared."""
    if source.kind != target.kind:
        return _across_kinds(source, target)
    if source.kind == "statement":
        return _combine(_subjects(source, target), _senses(source, target))
    if source.kind == "view":
        return _views(source, target)
    if source.kind == "person":
        return Relation.SAME if source.person_property == target.person_property else Relation.NONE
    if source.kind in {"agency", "people"}:
        return _groups(source, target)
    if source.kind == "reflection":
        return Relation.SAME if source.item == target.item else Relation.NONE
    return Relation.SAME


def _across_kinds(source: Slot, target: Slot) -> Relation:
    if target.kind not in RELATED_KINDS.get(source.kind, ()):
        return Relation.NONE
    if source.kind == "goal":
        return Relation.WIDER  # what life will look like is a part of a plan row: its outcome
    kin = _are_kin(source.senses or {source.kind}, target.senses or {target.kind})
    return Relation.OVERLAPPING if kin else Relation.NONE


def _are_kin(senses: Iterable[str], others: Iterable[str]) -> bool:
    return any(frozenset({sense, other}) in _KIN for sense in senses for other in others)


def _combine(*relations: Relation) -> Relation:
    if Relation.NONE in relations:
        return Relation.NONE
    if Relation.OVERLAPPING in relations:
        return Relation.OVERLAPPING
    return Relation.WIDER if Relation.WIDER in relations else Relation.SAME


def _subjects(source: Slot, target: Slot) -> Relation:
    if (source.dimensions, source.topics) == (target.dimensions, target.topics):
        return Relation.SAME
    if not target.dimensions and not target.topics:
        return Relation.WIDER
    if not source.dimensions and not source.topics:
        return Relation.OVERLAPPING  # the source does not say what the target asks for: a person places it
    if covers(target.dimensions, source.dimensions) and source.topics <= target.topics:
        return Relation.WIDER
    if overlaps(target.dimensions, source.dimensions) or source.topics & target.topics:
        return Relation.OVERLAPPING
    return Relation.NONE


def _senses(source: Slot, target: Slot) -> Relation:
    if source.senses == target.senses:
        return Relation.SAME
    if all(_held_in(sense, target.senses) for sense in source.senses):
        return Relation.WIDER
    if any(_held_in(sense, target.senses) for sense in source.senses):
        return Relation.OVERLAPPING
    return Relation.OVERLAPPING if _are_kin(source.senses, target.senses) else Relation.NONE


def _held_in(sense: str, senses: frozenset[str]) -> bool:
    return sense in senses or WIDER_SENSE.get(sense) in senses


def _groups(source: Slot, target: Slot) -> Relation:
    if source.group == target.group:
        return Relation.SAME
    if target.group is None:
        return Relation.WIDER
    return Relation.OVERLAPPING if source.group is None else Relation.NONE


_FAMILY = "family"
"""Views of the whole family in one place: whose each one is, a person knows."""


def _views(source: Slot, target: Slot) -> Relation:
    aspects = _aspects(source.aspect, target.aspect)
    if source.whose == target.whose:
        return aspects
    if _FAMILY in {source.whose, target.whose} and aspects is not Relation.NONE:
        return Relation.OVERLAPPING
    return Relation.NONE


def _aspects(source: str | None, target: str | None) -> Relation:
    if source == target:
        return Relation.SAME
    if target in _wider_aspects(source):
        return Relation.WIDER
    return Relation.OVERLAPPING if source in _wider_aspects(target) else Relation.NONE


def _wider_aspects(aspect: str | None) -> Iterator[str | None]:
    while aspect := WIDER_ASPECT.get(aspect or ""):
        yield aspect
