"""The fidelity report for people: what happened to the answers, what to sort, and what is left to ask.

Nothing in it is an answer: it names questions, never the words of a family.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.report_points import (
    ANOTHER_CHILD,
    by_reason,
    for_whom,
    put,
    to_ask,
    to_record,
    to_sort,
)
from frameworks_core.forms.form import Form

_HEADLINES = (
    ("with a place of their own", ("kept", "broadened", "merged")),
    ("as history: what an earlier record concluded, agreed, decided or did", ("history",)),
    ("waiting for a practitioner to place them", ("needs_sorting",)),
    ("carried along verbatim: the form has no place for them", ("carried",)),
    ("withheld", ("withheld",)),
)
_PARTS = {"kept": "same meaning", "broadened": "in a wider field", "merged": "sharing a field, each labelled"}


def report_as_text(report: Report, target: Form, width: int) -> str:
    """The report in words.

    Args:
        report: The report of one conversion.
        target: The form converted to, for its labels.
        width: Characters a line may have.
    """
    blocks = [
        in_numbers(report, target, width),
        *_who_is_who(report, width),
        *_to_sort(report, target, width),
        *_for_whom(report, width),
        *_listed(report, "carried", "Carried, verbatim", width),
        *_listed(report, "withheld", "Withheld", width),
        *already_answered(report, width),
        *_to_ask(report, target, width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks)


def in_numbers(report: Report, target: Form, width: int) -> list[str]:
    """How many answers there were, what became of them, and the loss, in lines."""
    about = f" about {report.child}" if report.child else ""
    source, target_form = " ".join(report.source), " ".join(report.target)
    documents = report.joined.listed() if report.joined else []
    if documents:
        source = f"{len(documents)} documents"
    title = f"{source} to {target_form}{about}: {len(report.items)} answers, each accounted for"
    lines = [*textwrap.wrap(title, width), *(f"  {line}" for line in documents), ""]
    counts = report.counts
    for text, classes in _HEADLINES:
        number = sum(counts[name] for name in classes)
        if number:
            lines.extend(_counted(f"{number:5}  ", f"{text}{_parts(counts, classes)}", width))
    if another := sum(item.why == ANOTHER_CHILD for item in report.items):
        text = "of these concern only another child, and are in that child's document"
        lines.extend(_counted(f"{another:12}  ", text, width))
    loss = f"Loss {report.loss:.2f}: the share of answers without a place of their own in {target.id}."
    return [*lines, "", *textwrap.wrap(loss, width)]


def _counted(number: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=number, subsequent_indent=" " * len(number))


def _parts(counts: dict[str, int], classes: tuple[str, ...]) -> str:
    parts = [f"{counts[name]} {_PARTS[name]}" for name in classes if name in _PARTS and counts[name]]
    return f" ({', '.join(parts)})" if parts else ""


def _who_is_who(report: Report, width: int) -> Iterator[list[str]]:
    """Who was matched in documents that were joined, and who may be the same."""
    joined = report.joined
    if joined is None:
        return
    yield textwrap.wrap(joined.counted(), width)
    if joined.doubtful:
        lines = [f"People who may be the same: a person has to say ({len(joined.doubtful)})"]
        for doubt in joined.doubtful:
            lines.extend(bullet(doubt.in_words, width))
        yield [*lines, *textwrap.wrap(joined.how_to_say, width)]


def _for_whom(report: Report, width: int) -> Iterator[list[str]]:
    if report.unsaid:
        title = (
            f"To say for whom: from a record about one child, and now beside others ({len(report.unsaid)})"
        )
        yield _block(title, for_whom(report), width)


def _to_sort(report: Report, target: Form, width: int) -> Iterator[list[str]]:
    if points := to_sort(report, target):
        number = report.counts["needs_sorting"]
        yield _block(f"To be placed by a practitioner ({number})", points, width)


def _listed(report: Report, outcome: str, title: str, width: int) -> Iterator[list[str]]:
    number, points = by_reason(report, outcome)
    if points:
        yield _block(f"{title} ({number})", points, width)


def already_answered(report: Report, width: int) -> Iterator[list[str]]:
    """How many of the target's questions arrive answered: which they are stands on the handover page."""
    known = {(entry.field, entry.child) for entry in report.answered if not entry.not_known}
    if known:
        answered = {(entry.field, entry.child) for entry in report.answered if entry.needed}
        text = (
            f"Already answered, not to be asked again: {_number(len(known), 'question')}, among them "
            f"{len(answered & known)} of the {len(answered) + len(report.missing)} that the form needs an answer to"
        )
        yield textwrap.wrap(text, width)


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _to_ask(report: Report, target: Form, width: int) -> Iterator[list[str]]:
    if questions := to_ask(report):
        asked = sum(map(len, questions.values()))
        points = [put(question, entries) for question, entries in questions.items()]
        yield _block(f"To ask the family, and only this ({asked})", points, width)
    if points := to_record(report, target):
        recorded = sum(entry.ask == "practitioner" for entry in report.missing)
        yield _block(f"For the practitioner to record ({recorded})", points, width)


def _block(title: str, points: Iterable[str], width: int) -> list[str]:
    return [title, *(line for point in points for line in bullet(point, width))]


def bullet(text: str, width: int) -> list[str]:
    """One point of a list, in lines."""
    return textwrap.wrap(text, width, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)
