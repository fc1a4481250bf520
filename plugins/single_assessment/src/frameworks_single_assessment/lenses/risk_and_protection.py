"""Risk and protection for each child, side by side and never weighed against each other.

Harm that has happened stays apart from what is feared, and a strength apart from protection: something good protects only
when it was shown to while the danger was there.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.host.contributions import Analysis, Lens, Section
from frameworks_core.model import Answer, Assessment, Danger, Harm, NetworkMember, SafetyRule, Statement
from frameworks_single_assessment.lenses.showing import Heading, child_by_child, is_own, section

_TOPICS = {
    "domestic_abuse": "Domestic abuse",
    "parental_mental_health": "A parent's mental health",
    "parental_substance_use": "A parent's use of alcohol or drugs",
    "parental_learning_disability": "A parent's learning disability",
}


def _says(answer: Answer, sense: str) -> bool:
    return isinstance(answer.content, Statement) and sense in answer.content.senses


def _is_harm(answer: Answer) -> bool:
    return isinstance(answer.content, Harm) or _says(answer, "harm")


def _is_feared(answer: Answer) -> bool:
    return (
        isinstance(answer.content, Danger) or _says(answer, "danger") or is_own(answer, "severity_likelihood")
    )


def _adds(answer: Answer) -> bool:
    return _says(answer, "complicating") or is_own(answer, "risk_factors")


def _protects(answer: Answer) -> bool:
    return (
        isinstance(answer.content, NetworkMember | SafetyRule)
        or _says(answer, "protective")
        or is_own(answer, "protective_factors")
    )


def _is_strength(answer: Answer) -> bool:
    """Whether an answer stands in a box for strengths alone; a box that mixes them with needs says nothing."""
    return isinstance(answer.content, Statement) and answer.content.senses == {"strength"}


_HEADINGS = (
    Heading(
        "{child}: harm that has happened",
        _is_harm,
        "Nothing is written down as harm to {child}. Is there none, or does it stand under another name?",
    ),
    Heading(
        "{child}: what is feared",
        _is_feared,
        "Nothing says what people fear for {child}. What harm, how bad, how likely, how soon?",
    ),
    Heading(
        "{child}: what adds to the risk, as recorded",
        _adds,
        "Nothing is recorded that adds to the risk for {child}. Has it been asked?",
    ),
    Heading(
        "{child}: what protects",
        _protects,
        "Nothing is recorded that protects {child}. Who has kept {child} safe so far, and how?",
        "Which of these held while the danger was there, and which is hoped for?",
    ),
    Heading(
        "{child}: strengths not shown to protect",
        _is_strength,
        "No strength is recorded for {child}. What goes well?",
        "Would any of these keep {child} safe on a bad day? How is that known?",
    ),
)


def risk_and_protection(assessment: Assessment) -> Analysis:
    """For each child what has harmed, what is feared, what makes it harder and what protects, as recorded."""
    sections = (*child_by_child(assessment, *_HEADINGS), *_topics(assessment))
    return Analysis(sections, cannot_see=tuple(_unseen(assessment)))


def _topics(assessment: Assessment) -> Iterator[Section]:
    found = False
    for topic, title in _TOPICS.items():
        answers = [
            answer
            for answer in assessment.answers
            if isinstance(answer.content, Statement) and topic in answer.content.topics
        ]
        if answers:
            found = True
            yield section(assessment, title, answers, "")
    if not found:
        yield Section(
            "Difficulties of parents and carers",
            (),
            "Nothing is recorded under domestic abuse, mental health, alcohol or drugs, or learning disability. "
            "Has each been asked, safely and of each parent alone?",
        )


def _unseen(assessment: Assessment) -> Iterator[str]:
    yield "whether a child is safe: no record shows that"
    yield "what nobody told anybody"
    if any(
        isinstance(answer.content, Statement)
        and "strength" in answer.content.senses
        and not _is_strength(answer)
        for answer in assessment.answers
    ):
        yield "strengths in boxes that ask for strengths and needs together"
    if not any(_is_harm(answer) or _is_feared(answer) or _adds(answer) for answer in assessment.answers):
        yield "harm and danger written down as needs, events or conclusions: this record has them nowhere apart"


LENS = Lens(
    "single_assessment/risk_and_protection",
    "Risk and protection for each child",
    (
        "What has harmed each child, and what is feared?",
        "What protects each child, and has it held while the danger was there?",
        "For whom is each of these true, and for whom not?",
    ),
    risk_and_protection,
)
