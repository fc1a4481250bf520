"""Hypotheses as what they are: ideas with a label, a date and a status, what fits, what does not, and what was asked.

Each shown idea carries the word hypothesis, its status and its date in the same line, so that a line quoted elsewhere is
no fact. What was set aside stays, last, with its history. Rows name each other by short labels; a label is looked up in the
record it was written in only, because two records may both have an H1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Answer, Assessment, Conversation, Goal, Hypothesis
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
from frameworks_reclaiming_social_work.rules.reading import named_in

_ACTIVE, _SET_ASIDE = "active", "set_aside"
_STATUSES = {_ACTIVE: "active", "": "no status", "less_useful": "less useful", _SET_ASIDE: "set aside"}
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


def hypotheses(assessment: Assessment) -> Analysis:
    """Every hypothesis with what was made of it, what has no conversation yet, and what else is marked as an idea."""
    ideas = sorted(_rows(assessment, Hypothesis), key=lambda idea: list(_STATUSES).index(_status(idea)))
    sections = [_one(assessment, idea) for idea in ideas]
    sections.extend(_without_conversation(assessment, ideas))
    sections.extend(_another(ideas))
    sections.extend(_tied_elsewhere(assessment, ideas))
    sections.extend(_marked_elsewhere(assessment))
    return Analysis(tuple(sections), cannot_see=tuple(_unseen(ideas)))


def _rows(assessment: Assessment, row_class: type) -> list[Answer]:
    return [answer for answer in assessment.answers if isinstance(answer.content, row_class)]


def _status(idea: Answer) -> str:
    status = str(cell_of(idea, "status") or "")
    return status if status in _STATUSES else ""


def _in_words(status: object) -> str:
    """A status in words; one that these forms do not have as it was written."""
    return _STATUSES.get(str(status or ""), str(status))


def _labels(answer: Answer, cell: str) -> frozenset[tuple[str, str]]:
    """The labels in a cell, each with the record it was written in."""
    return frozenset((answer.origin.record.id, label) for label in named_in(str(cell_of(answer, cell) or "")))


def _name(assessment: Assessment, idea: Answer) -> str:
    return " ".join(filter(None, ("Hypothesis", in_words(assessment, cell_of(idea, "ref")))))


def _idea(assessment: Assessment, idea: Answer, *told: str) -> Entry:
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


def _one(assessment: Assessment, idea: Answer) -> Section:
    label = _labels(idea, "ref")
    talks = [talk for talk in _rows(assessment, Conversation) if label & _labels(talk, "hypothesis")]
    past = [
        answer
        for answer in assessment.answers
        if is_own(answer, "status_history") and label & _labels(answer, "hypothesis")
    ]
    entries = (
        _idea(assessment, idea),
        *shown(assessment, idea, _PARTS),
        *(line for talk in talks for line in _talk(assessment, talk)),
        *(_tried(assessment, answer) for answer in _interventions(assessment, idea)),
        *(_step(assessment, answer) for answer in past),
    )
    prompts = [*asked(idea, _OF_THE_IDEA)]
    if _status(idea) == _SET_ASIDE:
        prompts += [] if past else ["Why was it set aside, and when?"]
    else:
        prompts += [*asked(idea, _PARTS), *_too_few(idea)]
        prompts += [
            f"What came back from {_with_whom(assessment, talk)}, or when will you talk?"
            for talk in talks
            if not cell_of(talk, "came_back")
        ]
    kept = ", kept with its history" if _status(idea) == _SET_ASIDE else ""
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


def _interventions(assessment: Assessment, idea: Answer) -> list[Answer]:
    """What is being done to try an idea out, as the record ties it."""
    label = _labels(idea, "ref")
    return [answer for answer in _tried_out(assessment) if label & _labels(answer, "hypothesis")]


def _tried_out(assessment: Assessment) -> Iterator[Answer]:
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


def _without_conversation(assessment: Assessment, ideas: Sequence[Answer]) -> Iterator[Section]:
    spoken = frozenset[tuple[str, str]]().union(
        *(_labels(talk, "hypothesis") for talk in _rows(assessment, Conversation))
    )
    silent = [idea for idea in ideas if _status(idea) == _ACTIVE and not spoken & _labels(idea, "ref")]
    if silent:
        entries = tuple(
            _idea(assessment, idea, "tried out in what is done" if _interventions(assessment, idea) else "")
            for idea in silent
        )
        yield Section(
            "Active, and no conversation is planned",
            entries,
            "What would you ask, of whom, to find out whether it helps? What would make you drop it?",
        )


def _another(ideas: Sequence[Answer]) -> Iterator[Section]:
    tried = [idea for idea in ideas if _status(idea) != _SET_ASIDE]
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
    known = frozenset[tuple[str, str]]().union(*(_labels(idea, "ref") for idea in ideas))
    loose = [
        answer
        for answer in (*_rows(assessment, Conversation), *_tried_out(assessment))
        if not known & _labels(answer, "hypothesis")
        and (isinstance(answer.content, Conversation) or _labels(answer, "hypothesis"))
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
