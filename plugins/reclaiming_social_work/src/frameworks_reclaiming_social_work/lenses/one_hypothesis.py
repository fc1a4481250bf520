"""One hypothesis: the idea with its label, date and status, what fits and does not, what was asked and what came back.

Rows name each other by short labels. A label is looked up in the record it was written in, because two records may both have an
H1; what is written in the document now may name what it took over from an earlier record.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.host.contributions import Entry, Section
from frameworks_core.model import Answer, Assessment, Conversation, Goal
from frameworks_reclaiming_social_work.lenses.showing import (
    Part,
    asked,
    cell_of,
    earlier,
    in_words,
    is_own,
    shown,
)
from frameworks_reclaiming_social_work.rules.reading import named_in

ACTIVE, SET_ASIDE = "active", "set_aside"
STATUSES = {ACTIVE: "active", "": "no status", "less_useful": "less useful", SET_ASIDE: "set aside"}
"""Statuses in words, in the order in which hypotheses are shown; any other stands with those that have none."""

_PARTS = (
    Part("includes", "Takes in", "Whom does it take in, ourselves and other services among them?"),
    Part("links", "Tied to", "Which risk, dilemma or pattern is it tied to?"),
    Part("supporting", "What fits", "What fits with it?"),
    Part("not_fitting", "What does not fit", "What does not fit with it, and who would know?"),
    Part(
        "would_look_like",
        "What we would see or hear if it is useful",
        "What would we see or hear if it is useful?",
    ),
)
_OF_THE_IDEA = (
    Part("on", "Date", "When was it put forward?"),
    Part("status", "Status", "Is it active, less useful or set aside?"),
)


def rows(assessment: Assessment, row_class: type) -> list[Answer]:
    """Rows of one class, in the order of the record."""
    return [answer for answer in assessment.answers if isinstance(answer.content, row_class)]


def status_of(idea: Answer) -> str:
    """The status of a hypothesis; empty if it has none, or one that these forms do not know."""
    status = str(cell_of(idea, "status") or "")
    return status if status in STATUSES else ""


def _in_words(status: object) -> str:
    """A status in words; one that these forms do not have as it was written."""
    return STATUSES.get(str(status or ""), str(status))


def labels(answer: Answer, cell: str) -> frozenset[str]:
    """The short labels in a cell, as they are compared."""
    return frozenset(named_in(str(cell_of(answer, cell) or "")))


def is_about(assessment: Assessment, row: Answer, idea: Answer) -> bool:
    """Whether a row names a hypothesis by its label, in the same record or from one of them to the other."""
    here = {assessment.record.id}
    records = {row.origin.record.id, idea.origin.record.id}
    return bool(labels(row, "hypothesis") & labels(idea, "ref")) and (len(records) == 1 or here < records)


def _name(assessment: Assessment, idea: Answer) -> str:
    return " ".join(filter(None, ("Hypothesis", in_words(assessment, cell_of(idea, "ref")))))


def the_idea(assessment: Assessment, idea: Answer, *told: str) -> Entry:
    """The idea in one line that says what it is, how it stands and of which day it is."""
    by, on = (in_words(assessment, cell_of(idea, cell)) for cell in ("proposed_by", "on"))
    name = " of ".join(filter(None, (_name(assessment, idea), on)))
    text = in_words(assessment, cell_of(idea, "idea")) or "not written down"
    beside = (f"put forward by {by}" if by else "", *told, earlier(assessment, idea))
    return Entry(
        f"{name} ({_in_words(cell_of(idea, 'status'))}): {text}",
        "; ".join(filter(None, beside)),
        (idea.pointer,),
    )


def one_hypothesis(assessment: Assessment, idea: Answer) -> Section:
    """Everything a record holds of one hypothesis, and what to ask about it while it is being tried."""
    talks = [talk for talk in rows(assessment, Conversation) if is_about(assessment, talk, idea)]
    past = [
        answer
        for answer in assessment.answers
        if is_own(answer, "status_history") and is_about(assessment, answer, idea)
    ]
    entries = (
        the_idea(assessment, idea),
        *shown(assessment, idea, _PARTS),
        *(line for talk in talks for line in _talk(assessment, talk)),
        *(_tried(assessment, answer) for answer in interventions(assessment, idea)),
        *(_step(assessment, answer) for answer in past),
    )
    prompts = [*asked(idea, _OF_THE_IDEA)]
    if status_of(idea) == SET_ASIDE:
        prompts += [] if past else ["Why was it set aside, and when?"]
    else:
        prompts += [*asked(idea, _PARTS), *_too_few(idea)]
        prompts += [
            f"What came back from {_with_whom(assessment, talk)}, or when will you talk?"
            for talk in talks
            if not cell_of(talk, "came_back")
        ]
    kept = ", kept with its history" if status_of(idea) == SET_ASIDE else ""
    title = f"{_name(assessment, idea)}: {_in_words(cell_of(idea, 'status'))}{kept}"
    return Section(title, entries, " ".join(prompts))


def _too_few(idea: Answer) -> Iterator[str]:
    included = cell_of(idea, "includes")
    if isinstance(included, str) or (isinstance(included, list | tuple) and len(included) == 1):
        yield "It is about one person. Who else does it take in, ourselves among them?"


def _with_whom(assessment: Assessment, talk: Answer) -> str:
    return in_words(assessment, cell_of(talk, "with_whom")) or "the conversation"


def _talk(assessment: Assessment, talk: Answer) -> Iterator[Entry]:
    who, until, held = (in_words(assessment, cell_of(talk, cell)) for cell in ("who", "by_when", "held_on"))
    told = (who, f"by {until}" if until else "", f"held {held}" if held else "", earlier(assessment, talk))
    question = in_words(assessment, cell_of(talk, "question")) or "the question is not written down"
    yield Entry(
        f"To talk about with {in_words(assessment, cell_of(talk, 'with_whom')) or 'somebody not named'}: {question}",
        "; ".join(filter(None, told)),
        (talk.pointer,),
    )
    came = Part("came_back", f"What came back from {_with_whom(assessment, talk)}")
    yield from shown(assessment, talk, (came, Part("now_think", "What we now make of the idea")))


def interventions(assessment: Assessment, idea: Answer) -> list[Answer]:
    """What is being done to try an idea out, as the record ties it."""
    return [answer for answer in tried_out(assessment) if is_about(assessment, answer, idea)]


def tried_out(assessment: Assessment) -> Iterator[Answer]:
    """What is done or aimed at and may name a hypothesis that it tries out."""
    return (
        answer
        for answer in assessment.answers
        if is_own(answer, "intervention_links") or isinstance(answer.content, Goal)
    )


def _tried(assessment: Assessment, answer: Answer) -> Entry:
    done = in_words(assessment, cell_of(answer, "intervention") or cell_of(answer, "outcome"))
    return Entry(f"Tried out in what is done: {done}", earlier(assessment, answer), (answer.pointer,))


def _step(assessment: Assessment, answer: Answer) -> Entry:
    on, why, by = (in_words(assessment, cell_of(answer, cell)) for cell in ("on", "why", "by"))
    stands = ", ".join(filter(None, (on, _in_words(cell_of(answer, "status")))))
    return Entry(
        f"History: {stands}: {why or 'no reason is written down'}",
        "; ".join(filter(None, (by, earlier(assessment, answer)))),
        (answer.pointer,),
    )
