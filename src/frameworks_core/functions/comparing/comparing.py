"""Two approaches set side by side: how the questions of each relate to those of the other, and where answers would go.

Whether two questions mean the same is said by their slots alone (`exchange.admission`), and where an answer would go by the
engine that converts (`comparing_moves`). Nothing is counted into a score, and neither side is called better.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from frameworks_core.exchange.admission import Relation, relation
from frameworks_core.functions.comparing.moves import Move, moves
from frameworks_core.functions.comparing.sides import Question, Side, questions
from frameworks_core.functions.comparing.subjects import Subject, subject_of
from frameworks_core.model import Slot
from frameworks_core.model.slot import TABLE_KINDS

SAME = "same"
"""The other has a question with the same place in the shared model."""
WITHIN = "within"
"""The other asks it within a wider question."""
AROUND = "around"
"""The other asks a part of it, in a narrower question."""
OVERLAPS = "overlaps"
"""Some of it belongs to a question of the other; a person has to say what."""
HELD = "held"
"""Every document holds it in a table of its own (people, agencies, chronology), whatever its form asks."""
ANEW = "anew"
"""It is true of its own record only (a conclusion, a decision, agreement, a rating): every record makes its own."""
ONLY = "only"
"""No question of the other has anything in common with it."""
UNNAMED = "unnamed"
"""The shared model has no name for it, so nothing can be said of the other."""

_ASKED = (SAME, WITHIN, AROUND, OVERLAPS)
HOW = (*_ASKED, HELD, ANEW, ONLY, UNNAMED)
"""How a question may stand to the other side: the first that is true."""


@frozen
class Standing:
    """How a question of one side stands to the questions of the other.

    Attributes:
        question: The question.
        how: One of `HOW`.
        to: The questions of the other side that it stands in this way to, in the order of their forms.
    """

    question: Question
    how: str
    to: tuple[Question, ...] = ()

    @property
    def subject(self) -> Subject:
        """What the question is about."""
        return subject_of(self.question.field.slot)


@frozen
class View:
    """One side, seen towards the other: how each of its questions stands to it, and where its answers would go."""

    side: Side
    other: Side
    standings: tuple[Standing, ...]
    moves: tuple[Move, ...]

    def standing(self, *how: str) -> tuple[Standing, ...]:
        """The questions that stand to the other side in one of these ways."""
        return tuple(standing for standing in self.standings if standing.how in how)


@frozen
class Comparison:
    """Two sides, each seen towards the other."""

    first: View
    second: View

    @property
    def views(self) -> tuple[View, View]:
        """Both, in the order they were named."""
        return self.first, self.second


def compare(first: Side, second: Side) -> Comparison:
    """Set two sides side by side. Pure: the same two give the same comparison."""
    return Comparison(_view(first, second), _view(second, first))


def _view(side: Side, other: Side) -> View:
    return View(side, other, tuple(_standings(side, other)), tuple(moves(side, other)))


def _standings(side: Side, other: Side) -> Iterator[Standing]:
    theirs = tuple(questions(other))
    asked = [(question, question.asked) for question in theirs]
    known: dict[Slot, tuple[str, tuple[Question, ...]]] = {}
    for question in questions(side):
        slot = question.field.slot
        if slot is None:
            twins = tuple(other for other, names in asked if not names.isdisjoint(question.asked))
            yield Standing(question, SAME if twins else UNNAMED, twins)
            continue
        if slot not in known:
            known[slot] = _stands(slot, theirs)
        yield Standing(question, *known[slot])


def _stands(slot: Slot, theirs: tuple[Question, ...]) -> tuple[str, tuple[Question, ...]]:
    if slot.is_history:
        return ANEW, ()
    by_how: dict[str, set[Slot]] = {}
    for other in {question.field.slot for question in theirs}:
        if other is not None and (how := _how(slot, other)):
            by_how.setdefault(how, set()).add(other)
    apart = HELD if slot.kind in TABLE_KINDS else ONLY
    nearest = next((how for how in _ASKED if how in by_how), apart)
    chosen = by_how.get(nearest, set())
    return nearest, tuple(question for question in theirs if question.field.slot in chosen)


def _how(slot: Slot, other: Slot) -> str | None:
    """How a question with this slot stands to one with the other: both ways are asked, for either may be the wider."""
    if other.is_history:
        return None
    there, back = relation(slot, other), relation(other, slot)
    if there is Relation.SAME:
        return SAME
    if there is Relation.WIDER:
        return WITHIN
    if back is Relation.WIDER:
        return AROUND
    return OVERLAPS if Relation.OVERLAPPING in {there, back} else None
