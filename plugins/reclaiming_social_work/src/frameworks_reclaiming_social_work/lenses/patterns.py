"""Patterns drawn as sequences: A -> B -> A, with when it goes differently, what it does to the child, and our own part.

A sequence is drawn from the steps its writer set apart, and closed into a loop only where the record says how it comes round
again. What a record describes without steps is shown as material for a conversation; no loop is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Answer, Assessment, Pattern, Statement, Tie
from frameworks_reclaiming_social_work.lenses.showing import (
    Part,
    asked,
    cell_of,
    earlier,
    entry,
    in_words,
    shown,
)

_BETWEEN_STEPS = re.compile(r"\s*(?:;|\n|->|\u2192)\s*")
_FAMILY_LIFE = "family_history_functioning"

_PARTS = (
    Part("when_strong", "Strongest", "When is it strongest, and who notices first?"),
    Part("exceptions", "When it goes differently", "When does it go differently, and what does who do then?"),
    Part("effect", "What it does to the children", "What does it do to each child?"),
    Part("professionals", "The professionals' part", "What do we and other services do that keeps it going?"),
)


def patterns(assessment: Assessment) -> Analysis:
    """Every recorded pattern as a sequence, and what the record tells of family life for patterns yet to be drawn."""
    loops = [answer for answer in assessment.answers if isinstance(answer.content, Pattern)]
    sections = [_one(assessment, loop, number) for number, loop in enumerate(loops, start=1)]
    if not loops:
        prompt = "No pattern is recorded. Think of the last bad day: who did what, who answered how, and what then?"
        sections.append(Section("Patterns", (), prompt))
    sections.append(_material(assessment))
    return Analysis(tuple(sections), cannot_see=tuple(_unseen(loops)))


def _one(assessment: Assessment, loop: Answer, number: int) -> Section:
    steps = _steps(assessment, loop)
    drawn = " -> ".join(_drawn(assessment, loop, steps))
    entries = (
        *((Entry(drawn, earlier(assessment, loop), (loop.pointer,)),) if drawn else ()),
        *shown(assessment, loop, _PARTS),
    )
    label = in_words(assessment, cell_of(loop, "ref")) or str(number)
    return Section(f"Pattern {label}", entries, " ".join((*_of_steps(loop, steps), *asked(loop, _PARTS))))


def _steps(assessment: Assessment, loop: Answer) -> list[str]:
    text = in_words(assessment, cell_of(loop, "sequence"))
    return [step.strip().rstrip(".") for step in _BETWEEN_STEPS.split(text) if step.strip()]


def _drawn(assessment: Assessment, loop: Answer, steps: Sequence[str]) -> Iterator[str]:
    yield from steps
    again = in_words(assessment, cell_of(loop, "round_again"))
    if again:
        yield f"round again: {again.rstrip('.')}"
        yield from steps[:1]


def _of_steps(loop: Answer, steps: Sequence[str]) -> Iterator[str]:
    if len(steps) < 2:
        yield "Step by step: who does what, who answers how, and what then?"
    elif not cell_of(loop, "round_again") and steps[0].casefold() != steps[-1].casefold():
        yield "How does the last step lead back to the first?"


def _material(assessment: Assessment) -> Section:
    """What the record tells of family life, ties, beliefs and ways handed down."""
    told = [
        answer
        for answer in assessment.answers
        if isinstance(answer.content, Tie)
        or (isinstance(answer.content, Statement) and _FAMILY_LIFE in answer.content.dimensions)
    ]
    prompt = (
        "Whose doing answers whose in these? Ask those who are in it; a description is no pattern yet."
        if told
        else "Nothing is told of how this family lives together, of ties, beliefs or ways handed down. What is it like?"
    )
    return Section(
        "What the record tells of family life, for patterns yet to be drawn",
        tuple(entry(assessment, answer) for answer in told),
        prompt,
    )


def _unseen(loops: Sequence[Answer]) -> Iterator[str]:
    yield "who began it: a pattern has no beginning, and this lens looks for no cause"
    yield "what passes between people when nobody is there to write it down"
    if not loops:
        yield "what follows what between people: this record describes it nowhere as a sequence"


LENS = Lens(
    "reclaiming_social_work/patterns",
    "Patterns: what follows what between people",
    (
        "Who does what, who answers how, and how does it come round again?",
        "When does it go differently, and what do people do then?",
        "What is our own part, and which step could we take differently tomorrow?",
        "Does anybody have more power in it than the others, or is anybody afraid? Then a loop shares out no blame.",
    ),
    patterns,
)
