"""What is required somewhere and asked by nothing in the blend."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.blend.checking.subject import Subject, listed
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import NOTHING_ASKS
from frameworks_core.checks.reporting.lines import numbered
from frameworks_core.errors import UserError
from frameworks_core.exchange.matrix import usual_place
from frameworks_core.exchange.placement import Placements
from frameworks_core.forms.form import Field, Form
from frameworks_core.model.slot import TABLE_KINDS


def unasked(subject: Subject) -> Iterator[Fault]:
    """What forms taken in part, and plans, always require and the blend does not ask."""
    for form in subject.composed.choice.forms:
        lacking = _left_out(subject, form)
        if lacking:
            labels = listed(field.label for field in lacking)
            what = numbered(len(lacking), "question is", "questions are")
            message = f"{what} always required in {form.id} and not asked here: {labels}"
            yield Fault(NOTHING_ASKS, subject.taking(form.id), message)
    for index, name in enumerate(subject.file.support.plans):
        try:
            form = subject.registry.form(subject.registry.plan_template(name).form)
        except UserError:
            continue  # a plan that is not to be had is told by its name
        if lacking := _not_filled(subject, form):
            labels = listed(field.label for field in lacking)
            what = numbered(len(lacking), "required answer", "required answers")
            message = f"the plan {name} will ask for {what} that nothing in the blend can fill: {labels}"
            yield Fault(NOTHING_ASKS, ("support", "plans", index), message)


def _left_out(subject: Subject, form: Form) -> list[Field]:
    """Questions a form always requires, of which neither they nor one with the same place is in the blend."""
    asked = {name for field in subject.form for name in field.serves}
    places = {field.slot for field in subject.form if field.slot and not field.slot.is_history}
    return [
        field for field in _always(form) if f"{form.id}#{field.id}" not in asked and field.slot not in places
    ]


def _not_filled(subject: Subject, plan: Form) -> list[Field]:
    """Questions a plan always requires and no answer of the blend can go to, by the engine that drafts plans."""
    placements = Placements(plan)
    filled: set[str] = set()
    for field in subject.form:
        if (place := usual_place(field, subject.form, placements)) is not None:
            filled.update(place.candidates)
            if place.field is not None:
                filled.add(place.field.id)
    return [field for field in _always(plan) if field.id not in filled]


def _always(form: Form) -> list[Field]:
    """Questions a form always requires, without those that every document has a place for in its tables."""
    return [
        field
        for field in form
        if field.required == "always" and not (field.slot and field.slot.kind in TABLE_KINDS)
    ]
