"""Who said and wrote what arrives, and what earlier records concluded, agreed or decided, which is history here."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.handover import Past, Record
from frameworks_core.exchange.report_points import element
from frameworks_core.forms.form import Form
from frameworks_core.functions.handover.earlier_plans import plan_to_agree
from frameworks_core.functions.handover.words import counted, gave_something, in_a_row, named, number, span
from frameworks_core.functions.outline import Line, Part
from frameworks_core.model.slot import PLAN_KINDS

_BASES = {"consent": "voluntary, with the family's agreement", "statute": "made under a legal duty"}

_PAST = (
    ("Agreement asked for then", frozenset({"consent"})),
    ("Decisions, thresholds and outcomes", frozenset({"decision", "threshold", "outcome"})),
    ("Plans agreed then", PLAN_KINDS),
    ("Conclusions", frozenset({"conclusion"})),
    ("Scores, scales and ratings", frozenset({"score", "scale", "rating"})),
    ("What people said about that record", frozenset({"comment"})),
)
"""Kinds of history that the reader looks for, in this order; the rest is about how the record was made and what was done."""


def agreement(report: Report, target: Form) -> Iterator[Part]:
    """What a family agreed to on an earlier record covers that record: it is asked anew, and said so plainly."""
    records = [record for record in report.records if any(past.kind == "consent" for past in record.history)]
    lines = [*plan_to_agree(report, target)]
    if records:
        where = in_a_row([f"{record.title} ({record.on or 'no date'})" for record in records])
        lines.insert(
            0,
            Line(
                f"What was agreed on {where} was agreed for that record. It is listed under history and covers nothing "
                "here: before you share, or offer help that rests on agreement, ask again. What was refused then stays "
                "refused until you have asked."
            ),
        )
    if lines:
        yield Part("Ask for agreement anew", tuple(lines))


def origins(report: Report) -> Iterator[Part]:
    """The records: title, date, author, what they rest on, how many answers came from each; and whose answers they are."""
    lines = [line for record in filter(gave_something, report.records) for line in _origin(record)]
    passed = [record.title for record in report.records if not gave_something(record)]
    if passed:
        lines.append(
            Line(f"On the way it was also held as {in_a_row(passed)}; nothing of it was first said there.")
        )
    voices = [named(party) for entry in report.answered for party in entry.by]
    if voices:
        lines.append(Line(f"Whose answers they are, said or written down: {counted(voices)}"))
    if lines:
        yield Part("Who said and wrote it", tuple(lines))


def _origin(record: Record) -> Iterator[Line]:
    by = f" by {named(record.by)}" if record.by else ""
    recorded = f"recorded {record.on}{by}" if record.on else f"recorded{by} without a date"
    yield Line(
        f"{record.id}: {record.title}, {recorded}; {_BASES[record.basis]}: "
        f"{number(record.answered, 'answer')} under a question here, {record.waiting} waiting or carried, "
        f"{len(record.history)} as history"
    )
    if record.events:
        happened = span(sorted(event.on for event in record.events))
        written = sorted(event.recorded for event in record.events if event.recorded)
        without = len(record.events) - len(written)
        noted = f"written down {span(written)}" if written else "not dated when they were written down"
        rest = f" ({number(without, 'event')} without that date)" if written and without else ""
        yield Line(
            f"{record.id}, chronology: {number(len(record.events), 'event')} that happened {happened}, "
            f"{noted}{rest}; each keeps its dates"
        )


def history(report: Report, *, full: bool) -> Iterator[Part]:
    """What each record concluded, agreed or decided, by what the reader looks for, with its dates."""
    lines = []
    several = sum(bool(record.history) for record in report.records) > 1
    for record in report.records:
        grouped: dict[str, list[Past]] = {}
        for past in record.history:
            grouped.setdefault(_kind_of(past), []).append(past)
        for kind in (*(title for title, _ in _PAST), _OTHER):
            pasts = grouped.get(kind, [])
            if not pasts:
                continue
            labels = [past.label if full else element(past.label) for past in pasts]
            if kind == _OTHER and not full:
                labels = []
            of_what = f": {counted(labels)}" if labels else ""
            beside = [
                span(sorted(past.on for past in pasts if past.on)),
                f"in {record.id}" if several else "",
            ]
            lines.append(Line(f"{kind} ({len(pasts)}){of_what}", "; ".join(part for part in beside if part)))
    if lines:
        yield Part(f"Shown as history, not in force here ({report.counts['history']})", tuple(lines))


_OTHER = "How that record was made, and what was done"


def _kind_of(past: Past) -> str:
    return next((title for title, kinds in _PAST if past.kind in kinds), _OTHER)
