"""What an earlier record's plan says: it is known and stands under questions here, and nobody has agreed to it here."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.handover import Answered
from frameworks_core.forms.form import Form
from frameworks_core.functions.handover.words import few, named, number, questions, span
from frameworks_core.functions.outline import Line
from frameworks_core.model.slot import PLAN_KINDS


def of_a_plan(entry: Answered, target: Form) -> bool:
    """Whether it is what somebody agreed in an earlier plan: known, and yet to be agreed anew."""
    slot = target.fields[entry.field].slot
    return slot is not None and slot.kind in PLAN_KINDS and not entry.not_known


def plan_to_agree(report: Report, target: Form) -> Iterator[Line]:
    """Which questions hold it, with its dates and authors, and that it is no plan of this record yet."""
    plan = [entry for entry in report.answered if of_a_plan(entry, target)]
    if plan:
        labels = dict.fromkeys(entry.label for entry in plan)
        voices = dict.fromkeys(named(party) for entry in plan for party in entry.by)
        days = span(sorted(entry.on for entry in plan if entry.on))
        yield Line(
            f"An earlier plan stands under {number(len(questions(plan)), 'question')} here, so that nobody has to tell it "
            f"twice: {'; '.join(labels)}. Nothing of it is agreed here, and no review is booked: go through it with the "
            "family and whoever it names. Until then stop nothing that keeps a child safe.",
            "; ".join(filter(None, (days, few(list(voices))))),
        )
