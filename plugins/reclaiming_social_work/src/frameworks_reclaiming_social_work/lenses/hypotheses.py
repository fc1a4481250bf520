"""Hypotheses as what they are: ideas with a label, a date and a status, what fits, what does not, and what was asked.

Each shown idea carries the word hypothesis, its status and its date in the same line, so that a line quoted elsewhere is
no fact. What was set aside stays, last, with its history.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Answer, Assessment, Conversation, Hypothesis
from frameworks_reclaiming_social_work.lenses.one_hypothesis import (
    ACTIVE,
    SET_ASIDE,
    STATUSES,
    interventions,
    is_about,
    labels,
    one_hypothesis,
    rows,
    status_of,
    the_idea,
    tried_out,
)
from frameworks_reclaiming_social_work.lenses.showing import cell_of, entry, in_words


def hypotheses(assessment: Assessment) -> Analysis:
    """Every hypothesis with what was made of it, what has no conversation yet, and what else is marked as an idea."""
    ideas = sorted(rows(assessment, Hypothesis), key=lambda idea: list(STATUSES).index(status_of(idea)))
    sections = [one_hypothesis(assessment, idea) for idea in ideas]
    sections.extend(_without_conversation(assessment, ideas))
    sections.extend(_another(ideas))
    sections.extend(_tied_elsewhere(assessment, ideas))
    sections.extend(_marked_elsewhere(assessment))
    return Analysis(tuple(sections), cannot_see=tuple(_unseen(ideas)))


def _without_conversation(assessment: Assessment, ideas: Sequence[Answer]) -> Iterator[Section]:
    talks = rows(assessment, Conversation)
    silent = [
        idea
        for idea in ideas
        if status_of(idea) == ACTIVE and not any(is_about(assessment, talk, idea) for talk in talks)
    ]
    if silent:
        entries = tuple(
            the_idea(assessment, idea, "tried out in what is done" if interventions(assessment, idea) else "")
            for idea in silent
        )
        yield Section(
            "Active, and no conversation is planned",
            entries,
            "What would you ask, of whom, to find out whether it helps? What would make you drop it?",
        )


def _another(ideas: Sequence[Answer]) -> Iterator[Section]:
    tried = [idea for idea in ideas if status_of(idea) != SET_ASIDE]
    if not ideas:
        yield Section(
            "Hypotheses",
            (),
            "No hypothesis is recorded. How may what people do here make sense together? Think of two ideas at least, "
            "ourselves in them, and of what to ask.",
        )
    elif len(tried) < 2:
        prompt = (
            "Only one idea is being tried, and one alone soon passes for the truth. "
            if tried
            else "No idea is being tried now. "
        )
        yield Section(
            "Another idea",
            (),
            f"{prompt}How would the person least heard put it? How would somebody who disagrees with you?",
        )


def _tied_elsewhere(assessment: Assessment, ideas: Sequence[Answer]) -> Iterator[Section]:
    """Conversations and changes that name a hypothesis which is not in this record, or none."""
    loose = [
        row
        for row in (*rows(assessment, Conversation), *tried_out(assessment))
        if not any(is_about(assessment, row, idea) for idea in ideas)
        and (isinstance(row.content, Conversation) or labels(row, "hypothesis"))
    ]
    if loose:
        yield Section(
            "Tied to no hypothesis in this record",
            tuple(
                entry(assessment, answer, f"names {label}" if label else "")
                for answer in loose
                for label in (in_words(assessment, cell_of(answer, "hypothesis")),)
            ),
            "Which idea is each of these about, and where is that idea kept?",
        )


def _marked_elsewhere(assessment: Assessment) -> Iterator[Section]:
    """Texts whose writer marked them as a hypothesis, in a field for something else."""
    marked = [
        answer
        for answer in assessment.answers
        if isinstance(answer.value, dict)
        and answer.value.get("basis") == "hypothesis"
        and not isinstance(answer.content, Hypothesis)
    ]
    if marked:
        yield Section(
            "Marked as a hypothesis in another place",
            tuple(
                Entry(f"Marked as a hypothesis: {one.text}", one.said, one.places)
                for one in (entry(assessment, answer) for answer in marked)
            ),
            "Do these stand in the list of hypotheses too, with a status and a conversation?",
        )


def _unseen(ideas: Sequence[Answer]) -> Iterator[str]:
    yield "whether a hypothesis is so: it is judged by whether it helps, and what the family says back"
    yield "conversations that were held and not written down"
    if not ideas:
        yield (
            "ideas about relationships: nothing here is recorded as one, and needs, risks and conclusions stay what "
            "they are"
        )


LENS = Lens(
    "reclaiming_social_work/hypotheses",
    "Hypotheses: ideas to try out, and what came back",
    (
        "Which of these would the family recognise, and which would hurt or surprise them?",
        "Where do we ourselves stand in each idea?",
        "Which idea do we like best, and what do we no longer see because of it?",
    ),
    hypotheses,
)
