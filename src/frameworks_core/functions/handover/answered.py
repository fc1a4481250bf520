"""What not to ask again: the questions that arrive answered, with the dates and the people behind the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.handover import Answered
from frameworks_core.exchange.report_points import element
from frameworks_core.forms.form import Form
from frameworks_core.functions.handover.earlier_plans import of_a_plan
from frameworks_core.functions.handover.words import counted, few, gave_something, named, questions, span
from frameworks_core.functions.outline import Line, Part

_STILL_HOLDS = (
    "Dates and authors are the first ones, however often the record has moved. Whether an old answer still holds is "
    "for you to judge: then ask what has changed, not the whole story again."
)


def not_to_ask(report: Report, target: Form, *, full: bool) -> Iterator[Part]:
    """What arrives answered, but for what an earlier plan says; apart from it what was asked before and not known then."""
    lines_of = _each if full else _by_section
    children = {entry.child for entry in report.answered} | {entry.child for entry in report.missing}
    shown = _Shown(
        child=len(children - {None}) > 1,
        record=sum(map(gave_something, report.records)) > 1,
    )
    known = [entry for entry in report.answered if not entry.not_known and not of_a_plan(entry, target)]
    if known:
        lines = (Line(_STILL_HOLDS, kind="note"), *lines_of(known, shown))
        yield Part(f"Do not ask again ({len(questions(known))})", lines)
    not_known = [entry for entry in report.answered if entry.not_known]
    if not_known:
        title = f"Asked before, and not known then ({len(questions(not_known))})"
        yield Part(title, tuple(lines_of(not_known, shown)))


@frozen(kw_only=True)
class _Shown:
    """What needs saying of an answer, because there are several: which child, which record."""

    child: bool
    record: bool


def _by_section(answered: Iterable[Answered], shown: _Shown) -> Iterator[Line]:
    """One line for each section, and each child where there are several: questions, oldest and newest date, voices."""
    grouped: dict[tuple[str, str | None], list[Answered]] = {}
    for entry in answered:
        grouped.setdefault((entry.section, entry.child if shown.child else None), []).append(entry)
    for (section, child), entries in grouped.items():
        about = f", about {child}" if child else ""
        labels = {(entry.field, entry.child): element(entry.label) for entry in entries}
        yield Line(
            f"{section}{about} ({len(labels)}): {counted(labels.values())}", _when_and_who(entries, shown)
        )


def _each(answered: Iterable[Answered], shown: _Shown) -> Iterator[Line]:
    """One line for each question, date, author and record: as often as answers differ in these."""
    lines: Counter[tuple[str, str]] = Counter()
    for entry in answered:
        about = f" (about {entry.child})" if shown.child and entry.child else ""
        lines[f"{entry.section}: {entry.label}{about}", _when_and_who([entry], shown)] += 1
    for (text, beside), number in lines.items():
        yield Line(f"{text}: {number} answers" if number > 1 else text, beside)


def _when_and_who(entries: list[Answered], shown: _Shown) -> str:
    days = sorted(entry.on for entry in entries if entry.on)
    undated = sum(entry.on is None for entry in entries)
    voices = dict.fromkeys(named(party) for entry in entries for party in entry.by)
    records = dict.fromkeys(entry.record for entry in entries if entry.record)
    if not records:
        return "kept with the record on every move; it does not say since when"
    parts = [
        span(days),
        f"{undated} without a date" if undated else "",
        few(list(voices)),
        f"in {', '.join(records)}" if shown.record else "",
    ]
    return "; ".join(part for part in parts if part)
