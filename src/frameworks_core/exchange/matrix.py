"""What becomes of the questions of one form in another, counted without a document.

This is about questions, not answers: where a field's answers go by its slot. A single answer may still meet something
only a document shows, such as a choice the target does not offer, or a police entry; the fidelity report says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from frameworks_core.exchange.placement import Placement, Placements
from frameworks_core.forms.form import Field, Form

CLASSES = ("kept", "broadened", "needs_sorting", "carried", "history", "withheld")
"""Classes a question can be said to be in; answers are `merged` only where several of them meet in a document."""

_SHAPES = {"long": "text", "table": "row"}


@frozen(kw_only=True)
class Fate:
    """What becomes of the questions of one form in another.

    Attributes:
        source: Id of the source form.
        target: Id of the target form.
        classes: The class of each question, by field id.
        sharing: Ids of the questions whose place in the target is the place of another question too.
    """

    source: str
    target: str
    classes: dict[str, str]
    sharing: frozenset[str]

    @property
    def counts(self) -> dict[str, int]:
        """Number of questions in each class, every class named."""
        return {name: sum(given == name for given in self.classes.values()) for name in CLASSES}


def matrix(forms: Iterable[Form]) -> tuple[Fate, ...]:
    """The fate of each form's questions in every other form, in the order of the forms."""
    known = tuple(forms)
    placements = [Placements(form) for form in known]
    return tuple(
        fate(source, target) for source in known for target in placements if target.form is not source
    )


def fate(source: Form, target: Placements) -> Fate:
    """The fate of one form's questions in another form."""
    placed = {field.id: placement for field in source if (placement := usual_place(field, source, target))}
    shared = Counter(placement.field.id for placement in placed.values() if placement.field)
    return Fate(
        source=source.id,
        target=target.form.id,
        classes={field.id: _class_of(placed.get(field.id)) for field in source},
        sharing=frozenset(
            field_id
            for field_id, placement in placed.items()
            if placement.field and shared[placement.field.id] > 1
        ),
    )


def usual_place(field: Field, source: Form, target: Placements) -> Placement | None:
    """Where answers to a question go, in the shape they normally have; None where the target withholds them."""
    if field.disclosure in target.form.withholds:
        return None
    return target.place(field.marked(), _SHAPES.get(field.type, "value"), source.basis, source.id)


def _class_of(placement: Placement | None) -> str:
    if placement is None:
        return "withheld"
    return "kept" if placement.outcome == "table" else placement.outcome
