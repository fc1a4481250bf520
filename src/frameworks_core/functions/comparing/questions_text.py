"""The questions of two sides in tables and lines: how they stand to each other, and what becomes of their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from frameworks_core.functions.comparing.comparing import (
    ANEW,
    AROUND,
    HELD,
    HOW,
    ONLY,
    OVERLAPS,
    SAME,
    UNNAMED,
    WITHIN,
    Comparison,
    Standing,
    View,
)
from frameworks_core.functions.comparing.moves import OUTCOMES, Move
from frameworks_core.functions.comparing.sides import Question
from frameworks_core.functions.comparing.subjects import SUBJECTS, Subject
from frameworks_core.functions.outline import Line, Part
from frameworks_core.model.slot import TABLE_KINDS

NONE = "-"
"""What a table shows where there is nothing."""

_EXAMPLES = 5
"""Questions named where they are not all shown."""

_COLUMNS = {
    "same": ((SAME,), "the other has a question with the same place in the shared model"),
    "near": ((WITHIN, AROUND), "the other asks it within a wider question, or asks a part of it apart"),
    "overlap": ((OVERLAPS,), "the two overlap; a person has to say which words belong where"),
    "held": ((HELD,), "every document has a table for it: people, agencies, chronology"),
    "anew": (
        (ANEW,),
        "each record makes its own: conclusions, decisions, agreement, ratings, and what is about the record",
    ),
    "only": ((ONLY, UNNAMED), "nothing in the other is known to ask it"),
}
_SAID = {
    SAME: "in the same place as",
    WITHIN: "asks more narrowly than",
    AROUND: "asks more widely than",
    OVERLAPS: "overlaps with",
    HELD: "in a table of every document",
    ANEW: "made anew in each record",
    ONLY: "asked here only",
    UNNAMED: "without a name in the shared model",
}
_OUTCOMES = {
    "kept": "in its own place",
    "broadened": "in a wider one",
    "needs_sorting": "to be sorted",
    "history": "history",
    "carried": "carried along",
    "withheld": "withheld",
}
_NAMED_IN_BRIEF = ("needs_sorting", "carried")
"""Outcomes of which examples are named: they are the work that a move leaves to people."""


def subjects_part(comparison: Comparison, *, full: bool) -> Part:
    """How many questions each side asks on each subject, and how they stand to the other's."""
    first, second = comparison.views
    rows: list[tuple[str, ...]] = [("asks", *_COLUMNS, "subject")]
    for subject in SUBJECTS:
        here = [list(_of_subject(view.standings, subject)) for view in comparison.views]
        if any(here):
            rows.append((*_cells(*here), subject.label))
    rows.append((*_cells(first.standings, second.standings), "All questions"))
    lines = [Line(f"{word}: {meaning}") for word, (_, meaning) in _COLUMNS.items()]
    if not full:
        lines.append(Line("The questions themselves: add --full.", kind="note"))
    title = f"What each asks: questions of {first.side.name} / of {second.side.name}"
    return Part(title, tuple(lines), rows=tuple(rows))


def _of_subject(standings: Iterable[Standing], subject: Subject) -> Iterator[Standing]:
    return (standing for standing in standings if standing.subject == subject)


def _cells(mine: Iterable[Standing], theirs: Iterable[Standing]) -> Iterator[str]:
    hows = [[standing.how for standing in standings] for standings in (mine, theirs)]
    yield _pair(*map(len, hows))
    for counted, _ in _COLUMNS.values():
        yield _pair(*(sum(how in counted for how in side) for side in hows))


def _pair(mine: int, theirs: int) -> str:
    return f"{mine or NONE}/{theirs or NONE}" if mine or theirs else NONE


def questions_parts(comparison: Comparison) -> Iterator[Part]:
    """Every question by its label, subject by subject: what it stands to in the other side."""
    for subject in SUBJECTS:
        lines = (
            *_standing_lines(comparison.first, subject, HOW),
            *_standing_lines(comparison.second, subject, [how for how in HOW if how != SAME]),  # named above
        )
        if lines:
            yield Part(subject.label, lines, level=3)


def _standing_lines(view: View, subject: Subject, hows: Iterable[str]) -> Iterator[Line]:
    for how in hows:
        by_partners: dict[str, list[Standing]] = {}
        for standing in _of_subject(view.standing(how), subject):
            by_partners.setdefault(labels(standing.to), []).append(standing)
        if by_partners:
            said = f"{_SAID[how]} {view.other.name}" if any(by_partners) else _SAID[how]
            yield Line(f"{view.side.name}, {said}:", kind="note")
        shown = None if how == SAME else _EXAMPLES  # the others of the same place are named nowhere else
        for here in by_partners.values():
            yield Line(labels(standing.question for standing in here), labels(here[0].to, shown))


def labels(asked: Iterable[Question], shown: int | None = None) -> str:
    """The questions by their labels, each once; no more than `shown`, and how many more there are."""
    every = list(dict.fromkeys(question.field.label for question in asked))
    more = len(every) - shown if shown is not None else 0
    return "; ".join(every[:shown]) + (f"; and {more} more" if more > 0 else "")


def moves_parts(view: View, *, full: bool) -> Iterator[Part]:
    """What becomes of the answers of one side on the forms of the other, and why."""
    moves = sorted(view.moves, key=lambda move: (OUTCOMES.index(move.outcome), move.why))
    rows = [("questions", "answers", "why")]
    before = ""
    for (outcome, why), here in groupby(moves, key=lambda move: (move.outcome, move.why)):
        rows.append((str(len(list(here))), _OUTCOMES[outcome] if outcome != before else "", why))
        before = outcome
    yield Part(
        f"If a record moves from {view.side.name} to {view.other.name}",
        (
            *(() if full else _examples(moves)),
            *_usually_held(moves),
            *_withheld_by_some(moves),
            *_notes_on_moves(view),
        ),
        rows=tuple(rows),
    )
    if full:
        for outcome, here in groupby(moves, key=lambda move: move.outcome):
            asked = labels(move.question for move in here)
            yield Part(
                f"{view.side.name} to {view.other.name}: {_OUTCOMES[outcome]}", (Line(asked),), level=3
            )


def _examples(moves: Iterable[Move]) -> Iterator[Line]:
    usual = (move for move in moves if not _is_held(move))
    for outcome, here in groupby(usual, key=lambda move: move.outcome):
        if outcome in _NAMED_IN_BRIEF:
            said = _OUTCOMES[outcome].capitalize()
            yield Line(f"{said}: {labels((move.question for move in here), _EXAMPLES)}")


def _usually_held(moves: Iterable[Move]) -> Iterator[Line]:
    if held := labels((move.question for move in moves if _is_held(move)), _EXAMPLES):
        yield Line(f"Carried only if answered here, not in the tables that cross as they are: {held}")


def _withheld_by_some(moves: Iterable[Move]) -> Iterator[Line]:
    """That some forms may not hold what another takes in: the closest form alone would hide it."""
    some = [move for move in moves if move.withheld_from and move.outcome != "withheld"]
    if some:
        forms = sorted({form for move in some for form in move.withheld_from})
        yield Line(f"Answers to {len(some)} of these are withheld from {', '.join(forms)}")


def _is_held(move: Move) -> bool:
    """Whether its answers stand, as a rule, in a table that every document has, and are not asked of the form at all."""
    slot = move.question.field.slot
    return move.outcome == "carried" and slot is not None and slot.kind in TABLE_KINDS


def _notes_on_moves(view: View) -> Iterator[Line]:
    if len(view.other.forms) > 1:
        closest = (
            f"Each answer is followed to the form of {view.other.name} that has the closest place for it."
        )
        yield Line(f"{closest} For one form into one other, compare the two forms.", kind="note")
