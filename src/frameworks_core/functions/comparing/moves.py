"""Where answers of one side would go on the forms of the other, by the engine that converts (`exchange.placement`)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from frameworks_core.exchange.matrix import usual_place
from frameworks_core.exchange.placement import Placement, Placements
from frameworks_core.exchange.withholding import WHY
from frameworks_core.forms.form import Field, Form
from frameworks_core.functions.comparing.sides import Question, Side, questions

_STAYS = "it stays where it is: both have this form"
_OWN_FIELD = "it goes back to its own field"
_NOWHERE = "the other has no form"

OUTCOMES = ("kept", "broadened", "needs_sorting", "history", "carried", "withheld")
"""What may become of an answer, from a place of its own to none. `kept` includes what every document has a table for."""


@frozen
class Move:
    """Where answers to a question of one side would go on the forms of the other.

    Attributes:
        question: The question.
        outcome: One of `OUTCOMES`, the first that any form of the other side gives.
        why: One sentence, as a conversion reports it.
        form: Id of the form that gives this outcome; None where the other side has no form.
        fields: Ids of the fields it goes to, or may go to.
        withheld_from: Ids of the forms of the other side that may not hold it, whatever the others do.
    """

    question: Question
    outcome: str
    why: str
    form: str | None = None
    fields: tuple[str, ...] = ()
    withheld_from: tuple[str, ...] = ()


def moves(side: Side, other: Side) -> Iterator[Move]:
    """Where answers to each question of a side would go: to the form of the other that has the closest place."""
    targets = [Placements(form) for form in other.forms]
    for question in questions(side):
        found = [_move(question, target) for target in targets] or [Move(question, "carried", _NOWHERE)]
        withheld = tuple(move.form for move in found if move.outcome == "withheld" and move.form)
        closest = min(found, key=lambda move: OUTCOMES.index(move.outcome))
        yield evolve(closest, withheld_from=withheld)


def _move(question: Question, target: Placements) -> Move:
    if question.form is target.form:
        return Move(question, "kept", _STAYS, target.form.id, (question.field.id,))
    if question.form.id == target.form.id and _is_at_home(question.field, target.form):
        return Move(question, "kept", _OWN_FIELD, target.form.id, (question.field.id,))
    placement = usual_place(question.field, question.form, target)
    if placement is None:
        return Move(question, "withheld", WHY[question.field.disclosure or ""], target.form.id)
    outcome = "kept" if placement.outcome == "table" else placement.outcome
    return Move(question, outcome, placement.why, target.form.id, _fields(placement))


def _is_at_home(field: Field, form: Form) -> bool:
    """Whether another version of the field's own form still has it, as the engine that writes a document sees it."""
    there = form.fields.get(field.id)
    return there is not None and there.type == field.type and not (there.slot and there.slot.is_history)


def _fields(placement: Placement) -> tuple[str, ...]:
    return (placement.field.id,) if placement.field else placement.candidates
