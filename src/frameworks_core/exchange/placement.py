"""Where an answer goes in a target form, decided once per source field and form.

For each source field the placement looks for target fields whose slot admits it. One field with the same meaning keeps it;
failing that, the one narrowest wider field takes it; where several would do, or the best fits only in part, a practitioner
places it.
"""

from __future__ import annotations

from typing import TypeGuard

from attrs import evolve, frozen

from frameworks_core.exchange.admission import RELATED_KINDS, Relation, relation
from frameworks_core.forms.form import Field, Form
from frameworks_core.model import FieldMark, Slot
from frameworks_core.model.slot import GROWN_UPS, PLAN_KINDS


@frozen(kw_only=True)
class Placement:
    """Where answers of one source field go.

    Attributes:
        outcome: `kept`, `broadened`, `needs_sorting`, `carried`, `history`, or `table` for what every
            document holds in its people table.
        why: One sentence for the report.
        field: The target field, for kept and broadened.
        candidates: Ids of target fields, for needs_sorting.
        same_question: Whether the field asks the very question that was answered, and not only for the same.
    """

    outcome: str
    why: str
    field: Field | None = None
    candidates: tuple[str, ...] = ()
    same_question: bool = False


class Placements:
    """Places answers in one target form."""

    def __init__(self, form: Form) -> None:
        """Prepare for `form`."""
        self.form = form
        self._by_kind: dict[str, list[Field]] = {}
        for field in form:
            if field.slot is not None:
                self._by_kind.setdefault(field.slot.kind, []).append(field)
        self._by_question: dict[str, Field] = {}
        for field in form:
            for question in field.marked().questions(form.id):
                self._by_question[question] = field
        self._known: dict[tuple[FieldMark, str, str, str], Placement] = {}

    def place(self, mark: FieldMark, shape: str, basis: str, form: str = "") -> Placement:
        """Where answers go.

        Args:
            mark: The field they were first given in.
            shape: Their shape (`Origin.shape`).
            basis: What the record they were first given in was made on.
            form: Id of its form, by which a composed form knows its own questions again.
        """
        key = (mark, shape, basis, form)
        if key not in self._known:
            self._known[key] = self._place(mark, shape, basis, form)
        return self._known[key]

    def fields_of(self, kind: str) -> list[Field]:
        """Fields of the form whose slot is of this kind."""
        return self._by_kind.get(kind, [])

    def _place(self, mark: FieldMark, shape: str, basis: str, form: str) -> Placement:
        slot = mark.slot
        same = self._same_question(mark, form)
        if shape == "cell":
            return Placement(outcome="carried", why="no field of the target asks for this")
        if slot is None and same is None:
            now = self.form.fields.get(mark.id) if form == self.form.id else None
            if now is not None and not (now.slot and now.slot.is_history):
                return _sort([now], "the form asks something else here now, or asks it in other words")
            return Placement(outcome="carried", why="no field of the target asks for this")
        if slot is None:
            return _kept_by(same)
        if slot.is_history:
            return Placement(outcome="history", why=_WHY_HISTORY.get(slot.kind, _WHY_HISTORY["conclusion"]))
        if slot.kind in PLAN_KINDS and basis == "consent" and self.form.basis == "statute":
            return Placement(outcome="history", why=_VOLUNTARY)
        placement = _kept_by(same) if same else self._place_fact(mark, shape)
        if _is_plan_row(placement.field) and basis == "consent" and self.form.basis == "statute":
            return _sort(
                [placement.field], "a hope of a voluntary record enters a statutory plan when it is agreed"
            )
        if placement.field is None and slot.kind == "person":
            return Placement(outcome="table", why="every document holds this in its people table")
        return placement

    def _same_question(self, mark: FieldMark, form: str) -> Field | None:
        """The one field that asks the very question answered there, where the target is composed of forms or the source was."""
        if form == self.form.id and not mark.serves:
            return None  # what does not go home to its own field is no longer its answer
        asked = {
            found.id: found
            for question in mark.questions(form)
            if (found := self._by_question.get(question)) is not None
        }
        if len(asked) != 1:
            return None
        [field] = asked.values()
        return field if field.type == mark.type and _holds(field.slot, mark.slot) else None

    def _place_fact(self, mark: FieldMark, shape: str) -> Placement:
        assert mark.slot is not None
        same: list[Field] = []
        wider: list[Field] = []
        partly: list[Field] = []
        kinds = (mark.slot.kind, *RELATED_KINDS.get(mark.slot.kind, ()))
        for field in (field for kind in kinds for field in self.fields_of(kind)):
            assert field.slot is not None
            related = relation(mark.slot, field.slot)
            if related is Relation.NONE:
                continue
            if related is Relation.OVERLAPPING or not _shape_fits(mark, shape, field):
                partly.append(field)
            else:
                (same if related is Relation.SAME else wider).append(field)
        if len(same) == 1:
            return Placement(outcome="kept", why="the target asks for the same", field=same[0])
        if same:
            return _sort(same, "more than one field of the target asks for the same")
        narrowest = [field for field in wider if not any(_is_wider(field, other) for other in wider)]
        if len(narrowest) == 1:
            return Placement(
                outcome="broadened", why="the target asks for this within a wider field", field=narrowest[0]
            )
        if narrowest:
            return _sort(narrowest, "several wider fields of the target would hold it")
        if len(partly) == 1:
            return _sort(partly, "the target asks for this in another shape, or more precisely")
        if partly:
            return _sort(partly, "the target divides this between several fields")
        return Placement(outcome="carried", why="the target has no place for this")


_SAME_QUESTION = "the target asks this very question"
_VOLUNTARY = "a voluntary plan shows what was tried; it is not a statutory plan"
_WHY_HISTORY = {
    "conclusion": "what an earlier record concluded is shown as history; the conclusion is yours to reach",
    "reason": "it is why the earlier record was made; the reason for this one is yours to give",
    "record": "it is a fact about the earlier record itself",
    "appointment": "it is who did what in the earlier record; appointments are made anew",
    "decision": "a decision of the earlier record is never live in another",
    "threshold": "a threshold is decided by a person, each time",
    "outcome": "an outcome of the earlier record is never live in another",
    "consent": "agreement was given for the earlier purpose; ask again",
    "score": "a score or rating belongs to the scale and day it was given on",
    "scale": "a scale belongs to the record it was made for; no scale is turned into another",
    "rating": "a rating is one person's, on one scale, on one day; it is never carried over as a number",
    "comment": "it was said about the earlier record; it is kept as the words of that day",
    "oversight": "it is the oversight of the earlier record",
    "practice": "it is what was done while making the earlier record",
    "update": "it is an update of the earlier record",
}


def _kept_by(field: Field | None) -> Placement:
    """The placement in the field that asks the very question."""
    return Placement(outcome="kept", why=_SAME_QUESTION, field=field, same_question=True)


def _holds(target: Slot | None, source: Slot | None) -> bool:
    """Whether a field that asks the same question holds every answer to it: one asked instead of several may mean more."""
    if target is None or source is None:
        return target is None or not target.is_history
    if target.whose == "family" and source.whose in GROWN_UPS:
        source = evolve(source, whose="family")  # the authority asks them all in one round
    return not target.is_history and relation(source, target) in {Relation.SAME, Relation.WIDER}


def _is_plan_row(field: Field | None) -> TypeGuard[Field]:
    """Whether it is a field of a plan: what was agreed, not only what is hoped for."""
    return field is not None and field.slot is not None and field.slot.kind in PLAN_KINDS


def _sort(fields: list[Field], why: str) -> Placement:
    return Placement(outcome="needs_sorting", why=why, candidates=tuple(field.id for field in fields))


def _is_wider(field: Field, other: Field) -> bool:
    """Whether `field` is wider than `other`, so that `other` is the better place."""
    assert field.slot is not None
    assert other.slot is not None
    return relation(other.slot, field.slot) is Relation.WIDER and (
        relation(field.slot, other.slot) is not Relation.WIDER  # of two that hold each other neither is wider
    )


def _shape_fits(mark: FieldMark, shape: str, field: Field) -> bool:
    if shape == "row":
        theirs = {column.property for column in field.columns if column.property}
        return field.type == "table" and any(meaning in theirs for _, meaning, _ in mark.columns)
    if shape in {"text", "entry"}:
        return field.type == "long"
    return field.type == mark.type or (mark.type == "text" and field.type == "long")
