"""What to read before the first visit: harm and fears, wherever they stand, and where an earlier record weighed safety.

Whoever reads one part of the page reads this one. It says which questions of the earlier records hold it, how many and from when;
whether it still holds, and how grave it is, nobody but the reader can judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.handover import Answered
from frameworks_core.exchange.report_points import element
from frameworks_core.exchange.withholding import WHY
from frameworks_core.forms.form import Form
from frameworks_core.functions.handover.words import counted, few, named, number, span
from frameworks_core.functions.outline import Line, Part

_WORRIES = frozenset({"harm", "danger"})
"""What has hurt a child and what is feared: kinds of slot, and senses of a statement."""

_ABUSE = "domestic_abuse"
"""The topic under which harm is told though its questions ask for information."""


def worries(report: Report, target: Form) -> Iterator[Part]:
    """Where harm, fears and the weighing of safety stand, for whoever visits first."""
    lines = (
        *_without_a_question(report),
        *_under_a_question(report, target),
        *_in_history(report),
        *_kept_back(report),
    )
    if lines:
        yield Part("Read this first, before the first visit", lines)


def _without_a_question(report: Report) -> Iterator[Line]:
    found = [(record, worry) for record in report.records for worry in record.worries]
    for label in dict.fromkeys(worry.label for _, worry in found):
        about = [(record, worry) for record, worry in found if worry.label == label]
        days = sorted({day for record, worry in about if (day := worry.on or record.on)})
        voices = dict.fromkeys(named(party) for _, worry in about for party in worry.by)
        detail = "; ".join(filter(None, (span(days), few(list(voices)))))
        entries = number(len(about), "entry", "entries")
        yield Line(f"{element(label)}: {entries}, under no question here", detail)


def _under_a_question(report: Report, target: Form) -> Iterator[Line]:
    found = [entry for entry in report.answered if not entry.not_known and _says_harm(entry, target)]
    if found:
        days = sorted({entry.on for entry in found if entry.on})
        yield Line(f"Under questions of this form: {counted(entry.label for entry in found)}", span(days))


def _says_harm(entry: Answered, target: Form) -> bool:
    slot = target.fields[entry.field].slot
    if slot is None:
        return False
    return slot.kind in _WORRIES or bool(slot.senses and slot.senses <= _WORRIES) or _ABUSE in slot.topics


def _in_history(report: Report) -> Iterator[Line]:
    for record in report.records:
        if record.on_safety:
            days = sorted({day for past in record.on_safety if (day := past.on or record.on)})
            labels = counted(past.label for past in record.on_safety)
            yield Line(
                f"History of {record.title}, not in force here: {labels}",
                span(days),
            )


def _kept_back(report: Report) -> Iterator[Line]:
    """That there is more than this form may hold, and whom to ask; not what it is about."""
    how_many = sum(item.outcome == "withheld" and item.why == WHY["statutory_only"] for item in report.items)
    if how_many:
        yield Line(
            f"Kept back, as only a statutory record may hold them: {number(how_many, 'answer')}. Ask whoever hands over what "
            "you must know for everybody to be safe."
        )
