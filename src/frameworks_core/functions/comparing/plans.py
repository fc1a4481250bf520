"""What an approach rates, what its plans ask for, and what it keeps apart: read off its forms, judged by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.functions.comparing.sides import Question, Side, questions
from frameworks_core.model import Slot

_RATED = frozenset({"scale", "score", "rating"})

PLAN_PARTS: dict[str, dict[str, frozenset[str]]] = {
    "the need or danger it answers": {
        "action": frozenset({"need", "dimension"}),
        "goal": frozenset({"need", "danger"}),
    },
    "the goal it serves": {"action": frozenset({"aim", "goal"}), "rule": frozenset({"goal"})},
    "what will be different for the child": {
        "action": frozenset({"outcome", "difference"}),
        "goal": frozenset({"outcome", "difference"}),
    },
    "how anybody will know": {"action": frozenset({"measure"}), "goal": frozenset({"measure"})},
    "what will be done": {"action": frozenset()},
    "who does it": {"action": frozenset({"who"}), "rule": frozenset({"who"})},
    "for whom": {"action": frozenset({"for_whom"})},
    "by when": {"action": frozenset({"by_when"})},
    "how far it has got": {"action": frozenset({"status", "progress"})},
    "rules of everyday life": {"rule": frozenset()},
    "who watches": {"rule": frozenset({"watched_by"})},
    "whether it was tried": {"rule": frozenset({"tested", "result"})},
    "plan B: what sets it off": {"contingency": frozenset({"trigger"})},
    "plan B: who then does what": {"contingency": frozenset({"action"}), "rule": frozenset({"back_up"})},
    "plan B: where the child would be": {"contingency": frozenset({"where"})},
    "when it is looked at again": {"review": frozenset(), "action": frozenset({"review_date"})},
}
"""What a plan may ask for -> the kinds of slot that ask for it, each with the properties of its columns; with none, the kind
itself asks for it."""

_SENSES = {
    "harm": "harm that has happened",
    "danger": "danger that is feared",
    "complicating": "what complicates it",
    "need": "needs",
    "strength": "strengths",
    "protective": "what was shown to protect",
    "evidence": "how it is known",
}
_ASPECTS = {
    "words": "the child's words",
    "wants": "what the child wants",
    "experience": "the child's daily life",
    "observation": "the child as observed",
    "session": "what the child said in one session",
    "session_wants": "what the child wished for in one session",
}
_KINDS = {
    "harm": "harm that has happened",
    "danger": "danger that is feared",
    "goal": "goals",
    "hypothesis": "hypotheses",
    "conversation": "conversations to have",
    "pattern": "patterns between people",
    "reflection": "working doubts and curiosity",
    "network": "the family's network",
    "tie": "ties between people",
    "rule": "rules of everyday life",
    "contingency": "a plan B of its own",
    "contact": "each visit to the child",
    "support": "help so far and what it changed",
    "involvement": "earlier help and assessments",
    "communication": "what people need to take part",
    "change": "change observed over time",
}


def rated(side: Side) -> tuple[Question, ...]:
    """The questions that hold a scale, a score or a rating."""
    return tuple(
        question
        for question in questions(side)
        if question.field.type == "scale" or (question.field.slot and question.field.slot.kind in _RATED)
    )


def plan_parts(side: Side) -> dict[str, tuple[Question, ...]]:
    """For each thing a plan may ask for, the questions of the side that ask for it; every one of `PLAN_PARTS` is named."""
    asked = tuple(questions(side))
    return {
        part: tuple(question for question in asked if _asks_for(question, kinds))
        for part, kinds in PLAN_PARTS.items()
    }


def _asks_for(question: Question, kinds: dict[str, frozenset[str]]) -> bool:
    slot = question.field.slot
    if slot is None or slot.kind not in kinds:
        return False
    properties = kinds[slot.kind]
    return not properties or any(column.property in properties for column in question.field.columns)


def kept_apart(side: Side) -> tuple[str, ...]:
    """What the side has a question of its own for, so that it is not mixed with anything else, in a fixed order."""
    found = {
        words for question in questions(side) if question.field.slot for words in _apart(question.field.slot)
    }
    every = dict.fromkeys((*_SENSES.values(), *_ASPECTS.values(), *_KINDS.values()))
    return tuple(words for words in every if words in found)


def _apart(slot: Slot) -> Iterator[str]:
    if slot.kind == "statement" and len(slot.senses) == 1:
        yield from (_SENSES[sense] for sense in slot.senses if sense in _SENSES)
    elif slot.kind == "view" and slot.whose == "child" and slot.aspect in _ASPECTS:
        yield _ASPECTS[slot.aspect]
    elif slot.kind in _KINDS:
        yield _KINDS[slot.kind]
