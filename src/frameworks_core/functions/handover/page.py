"""The page a receiving worker reads first: what to ask a family, what not to ask again, who said it, and what waits.

It is made of the fidelity report alone, so it holds labels, dates, ids and roles, and never a word of an answer or a name. A
date stands beside what it belongs to; whether an old answer still holds is for the reader to judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.report_points import (
    ANOTHER_CHILD,
    by_reason,
    element,
    for_whom,
    put,
    to_ask,
    to_record,
    to_sort,
)
from frameworks_core.exchange.whereabouts import asks_whereabouts
from frameworks_core.exchange.withholding import WHY
from frameworks_core.forms.form import Form
from frameworks_core.functions.handover.answered import not_to_ask
from frameworks_core.functions.handover.earlier_plans import of_a_plan
from frameworks_core.functions.handover.sources import agreement, history, origins
from frameworks_core.functions.handover.voices import childrens_words
from frameworks_core.functions.handover.words import (
    counted,
    gave_something,
    in_a_row,
    is_or_are,
    number,
    questions,
)
from frameworks_core.functions.handover.worries import worries
from frameworks_core.functions.outline import Line, Part


def handover_page(report: Report, target: Form, *, full: bool = False) -> list[Part]:
    """The page as headings and lines.

    Args:
        report: The report of one conversion.
        target: The form converted to.
        full: Whether every answer and every label of the history is listed, rather than each section and kind counted.
    """
    about = f" for {report.child}" if report.child else ""
    return [
        Part(f"Handover{about}: {target.title}", tuple(_opening(report, target)), level=1),
        *worries(report, target),
        *childrens_words(report, target),
        *_part("Ask the family this, and only this", _to_ask(report, target), _asked(report, "family")),
        *not_to_ask(report, target, full=full),
        *agreement(report, target),
        *origins(report),
        *history(report, full=full),
        *_waiting(report, target, full=full),
        *_part(
            "For you to see, reach or record yourself",
            _to_record(report, target, full=full),
            _asked(report, "practitioner"),
        ),
    ]


def _part(title: str, lines: Iterable[Line], how_many: int) -> Iterator[Part]:
    if found := tuple(lines):
        yield Part(f"{title} ({how_many})", found)


def _asked(report: Report, whom: str) -> int:
    return sum(entry.ask == whom for entry in report.missing)


def _opening(report: Report, target: Form) -> Iterator[Line]:
    """What somebody reads who reads no more than this."""
    counts = report.counts
    another = sum(item.why == ANOTHER_CHILD for item in report.items)
    titles = [record.title for record in report.records if gave_something(record)]
    sources = f" from {in_a_row(list(dict.fromkeys(titles)))}" if titles else ""
    plan = [entry for entry in report.answered if of_a_plan(entry, target)]
    known = len(questions(entry for entry in report.answered if not entry.not_known and entry not in plan))
    may_be_told = _may_be_told(report)
    waits = f" (what waits to be placed may answer {may_be_told} of these: read that first)"
    carried, history_, withheld = counts["carried"], counts["history"], counts["withheld"] - another
    sentences = (
        f"{len(report.items) - counts['withheld']} answers and table rows arrived{sources}.",
        f"{number(known, 'question')} of this form {is_or_are(known)} answered already: please do not ask again.",
        f"From an earlier plan, to be agreed anew: {number(len(questions(plan)), 'question')}."
        if plan
        else "",
        f"To ask the family: {_asked(report, 'family') or 'nothing'}{waits if may_be_told else ''}.",
        f"To place, because it fits several questions or none quite: {counts['needs_sorting'] or 'nothing'}.",
        f"To see, reach or record yourself: {_asked(report, 'practitioner') or 'nothing'}.",
        f"Travelling along, since this form does not ask for it: {carried}." if carried else "",
        f"Shown as history, not in force here: {history_ or 'nothing'}. Withheld: {withheld or 'nothing'}.",
        f"Another {another} concern only another child, and are on that child's page." if another else "",
    )
    yield Line(" ".join(filter(None, sentences)), kind="note")
    if _hides_an_address(report):
        yield Line(
            "A protected address is among what was withheld: this form may not hold it, so do not write it here.",
            kind="note",
        )


def _hides_an_address(report: Report) -> bool:
    return any(item.why == WHY["protected_address"] for item in report.items)


def _to_ask(report: Report, target: Form) -> Iterator[Line]:
    """Each question, with what to know before it is asked."""
    hides = _hides_an_address(report)
    for question, entries in to_ask(report).items():
        fields = {entry.field for entry in entries}
        before = ""
        if hides and any(asks_whereabouts(target.fields[field].slot) for field in fields):
            before = "an address is protected: do not write it here"
        elif labels := _waiting_for(report, fields):
            before = f"first read what waits: {counted(labels)}"
        yield Line(put(question, entries), before, kind="prompt")


def _waiting_for(report: Report, fields: set[str]) -> list[str]:
    """What the answers were to that a practitioner may place in one of these fields."""
    return [
        element(item.label)
        for item in report.items
        if item.outcome == "needs_sorting" and not fields.isdisjoint(item.candidates)
    ]


def _may_be_told(report: Report) -> int:
    return sum(
        entry.ask == "family" and bool(_waiting_for(report, {entry.field})) for entry in report.missing
    )


def _to_record(report: Report, target: Form, *, full: bool) -> Iterator[Line]:
    if full:
        yield from map(Line, to_record(report, target))
        return
    sections = {field.id: section.title for section in target.sections for field in section.fields}
    open_ = [sections[entry.field] for entry in report.missing if entry.ask == "practitioner"]
    if open_:
        yield Line(counted(open_))


def _waiting(report: Report, target: Form, *, full: bool) -> Iterator[Part]:
    yield from _part(
        "Waits for you to place it", map(Line, to_sort(report, target)), report.counts["needs_sorting"]
    )
    yield from _part(
        "Say for whom: it comes from a record about one child, and stands beside others' here",
        map(Line, for_whom(report)),
        len(report.unsaid),
    )
    how_many, points = by_reason(report, "carried")
    if points and not full:
        points = [counted(element(item.label) for item in report.items if item.outcome == "carried")]
    yield from _part(
        "Travels along, word for word: this form does not ask for it", map(Line, points), how_many
    )
    reasons = Counter(
        item.why for item in report.items if item.outcome == "withheld" and item.why != ANOTHER_CHILD
    )
    # The page goes where the answers may not: it says how many and why, and not what they were about.
    withheld = [Line(f"{how_many}: {why}") for why, how_many in reasons.items()]
    yield from _part("Withheld, and why", withheld, reasons.total())
