"""Risk to each child, stated before everything a unit wonders about.

A risk is what a record sets down as one: a danger somebody fears, with the child, from what, how likely and how soon. Needs, events
and conclusions may hold risk too; none is taken for one here.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.host.contributions import Entry, Section
from frameworks_core.model import Answer, Assessment, Danger, Statement
from frameworks_core.model.wording import name_of
from frameworks_reclaiming_social_work.lenses.family import children
from frameworks_reclaiming_social_work.lenses.showing import (
    Part,
    asked,
    cell_of,
    earlier,
    entry,
    in_words,
    is_own,
    shown,
)

_PARTS = (
    Part("behaviour", "From what", "who does what"),
    Part("impact_now", "What it does now"),
    Part("likelihood", "How likely", "how likely"),
    Part("immediacy", "How soon", "how soon"),
    Part("dispute", "Seen otherwise"),
)


def is_feared(answer: Answer) -> bool:
    """Whether an answer sets down what somebody fears for a child."""
    return isinstance(answer.content, Danger) or (
        isinstance(answer.content, Statement) and "danger" in answer.content.senses
    )


def _children_named(assessment: Assessment, answer: Answer) -> set[str]:
    """Children of whom a risk is stated; empty where it names none, and so may be any child's."""
    cell = cell_of(answer, "children")
    named = [cell] if isinstance(cell, str) else cell if isinstance(cell, list | tuple) else []
    if isinstance(answer.content, Statement):
        named = [*named, *(answer.content.attribution.about or ())]
    if answer.origin.child:
        named = [*named, answer.origin.child]
    return {str(one) for one in named} & children(assessment)


def risks(assessment: Assessment) -> Iterator[Section]:
    """Child by child; a risk to several children is told in full for the first of them."""
    told: dict[str, str] = {}
    for child in assessment.about:
        feared = [
            answer
            for answer in assessment.answers
            if is_feared(answer) and child in (_children_named(assessment, answer) or {child})
        ]
        lines = [line for answer in feared for line in _stated(assessment, answer, told.get(answer.pointer))]
        lines.extend(_none_feared(assessment, child))
        name = name_of(assessment, child)
        if lines:
            prompt = " ".join(
                filter(None, (_missing(assessment, one) for one in feared if one.pointer not in told))
            )
        else:
            prompt = (
                f"Nothing is set down here as a risk to {name}, nor that none is feared. Before all else: what may happen to "
                f"{name}, from what, how likely, how soon?"
            )
        yield Section(f"{name}: what may happen", tuple(lines), prompt)
        for answer in feared:
            told.setdefault(answer.pointer, name)


def _none_feared(assessment: Assessment, child: str) -> Iterator[Entry]:
    for answer in assessment.answers:
        if is_own(answer, "risk_none") and answer.origin.child in {child, None}:
            said_so = entry(assessment, answer)
            yield Entry(f"No harm is feared: {said_so.text}", said_so.said, said_so.places)


def _stated(assessment: Assessment, answer: Answer, in_full: str | None = None) -> Iterator[Entry]:
    """A risk part by part; in one line if it was told in full under another child's name."""
    under = f"in full under {in_full}" if in_full else ""
    if isinstance(answer.content, Statement):
        yield entry(assessment, answer)
        return
    worried = in_words(assessment, cell_of(answer, "who_worried"))
    beside = (f"worried: {worried}" if worried else "", under, earlier(assessment, answer))
    feared = in_words(assessment, cell_of(answer, "feared")) or "what is feared is not written down"
    ref = in_words(assessment, cell_of(answer, "ref"))
    yield Entry(f"{ref}: {feared}" if ref else feared, "; ".join(filter(None, beside)), (answer.pointer,))
    if not in_full:
        yield from shown(assessment, answer, _PARTS)


def _missing(assessment: Assessment, answer: Answer) -> str:
    gaps = list(asked(answer, _PARTS)) if isinstance(answer.content, Danger) else []
    ref = in_words(assessment, cell_of(answer, "ref")) or "One risk"
    return f"{ref} does not say {', '.join(gaps)}." if gaps else ""


def risk_to_others(assessment: Assessment) -> Iterator[Section]:
    """Risks to children whom the record is not about."""
    about = set(assessment.about)
    others = [
        answer
        for answer in assessment.answers
        if is_feared(answer)
        and (named := _children_named(assessment, answer))
        and not about.intersection(named)
    ]
    if others:
        lines = tuple(line for answer in others for line in _stated(assessment, answer))
        yield Section("Other children in this record: what may happen", lines)
