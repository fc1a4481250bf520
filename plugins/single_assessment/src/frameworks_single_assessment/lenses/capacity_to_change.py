"""Capacity to change: which behaviour, from where, what was tried, and what was observed on which dates.

The order follows the method: what is to change, what support was given, what was then seen, within the child's time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Action, Assessment, Change, Involvement, SafetyRule, Support
from frameworks_core.model.wording import name_of, names_of
from frameworks_single_assessment.lenses.showing import section

_STAGES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "Where it began",
        ("baseline",),
        "Nothing says how things were at the start, so nobody can see later what is different.",
    ),
    (
        "What has been tried, with which support",
        ("tried", "support"),
        "What has been tried before, what came of it, and what support was given this time?",
    ),
    (
        "What helps and what stands in the way",
        ("motivation", "barriers"),
        "What does the parent want to change, what for, and what gets in the way?",
    ),
    ("What has been observed", ("observed",), "What was seen to change, by whom, on which dates?"),
    (
        "What is thought of it, and the child's time",
        ("view", "timescale"),
        "Can it change soon enough for each child? Whose view is that?",
    ),
)
"""Title, cells of a change, and what to ask where all of them are silent."""

_A_NUMBER = re.compile(r"\d")


def capacity_to_change(assessment: Assessment) -> Analysis:
    """What a record says about change, stage by stage, and about help already given."""
    return Analysis(
        (_what(assessment), *_stages(assessment), _help(assessment), _in_plans(assessment)),
        tuple(_questions(assessment)),
        tuple(_unseen(assessment)),
    )


def _changes(assessment: Assessment) -> Iterator[tuple[str, Change]]:
    for answer in assessment.answers:
        if isinstance(answer.content, Change):
            yield answer.pointer, answer.content


def _what(assessment: Assessment) -> Section:
    entries = tuple(
        Entry(_text(change.behaviour), _who(assessment, change), (at,))
        for at, change in _changes(assessment)
        if change.behaviour is not None
    )
    prompt = "" if entries else "Which behaviour has to change, and whose? One at a time."
    return Section("What has to change", entries, prompt)


def _stages(assessment: Assessment) -> Iterator[Section]:
    for title, cells, prompt in _STAGES:
        entries = tuple(
            Entry(_text(cell), "; ".join(filter(None, (_about(change), _who(assessment, change)))), (at,))
            for at, change in _changes(assessment)
            for cell in (getattr(change, name) for name in cells)
            if cell is not None
        )
        yield Section(title, entries, "" if entries else prompt)


def _text(cell: object) -> str:
    return ", ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)


def _about(change: Change) -> str:
    return "" if change.behaviour is None else f"on: {_text(change.behaviour)}"


def _who(assessment: Assessment, change: Change) -> str:
    if change.who is None:
        return ""
    return (
        names_of(assessment, change.who)
        if isinstance(change.who, list)
        else name_of(assessment, str(change.who))
    )


def _help(assessment: Assessment) -> Section:
    given = [answer for answer in assessment.answers if isinstance(answer.content, Involvement | Support)]
    return section(
        assessment,
        "Help given before and now",
        given,
        "No earlier or present help is recorded. What has the family been offered, and what did it change?",
        "What difference did each make, as far as anybody saw?",
    )


def _in_plans(assessment: Assessment) -> Section:
    seen = [
        answer
        for answer in assessment.answers
        if (isinstance(answer.content, Action) and answer.content.progress is not None)
        or (isinstance(answer.content, SafetyRule) and (answer.content.tested or answer.content.result))
    ]
    return section(
        assessment,
        "What came of plans",
        seen,
        "No progress is recorded for any action of a plan. What has been done, and what is different?",
    )


def _questions(assessment: Assessment) -> Iterator[str]:
    changes = [change for _, change in _changes(assessment)]
    observed = [_text(change.observed) for change in changes if change.observed is not None]
    if any(not _A_NUMBER.search(text) for text in observed):
        yield "Some observations hold no date. What was seen, on which days?"
    if any(change.who is None for change in changes):
        yield "For some changes nobody is named. Whose behaviour is it?"
    if any(change.timescale is None for change in changes):
        yield "For some changes the child's time is not recorded. By when does each child need it?"


def _unseen(assessment: Assessment) -> Iterator[str]:
    yield "whether a change will last, or is shown for visits"
    yield "change that nobody looked for"
    if not any(True for _ in _changes(assessment)):
        yield "change behaviour by behaviour: nothing in this record describes it so"


LENS = Lens(
    "single_assessment/capacity_to_change",
    "Capacity to change: what was seen, and when",
    (
        "What exactly has to change, and who has to change it?",
        "What was tried before, and what was different about it?",
        "What was seen to change, on which dates, apart from keeping appointments?",
        "Is there time enough for each child?",
    ),
    capacity_to_change,
)
