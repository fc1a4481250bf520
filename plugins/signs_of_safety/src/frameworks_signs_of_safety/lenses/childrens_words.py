"""What each child says, shows and wants, with what the child put right afterwards; never what others say about the child."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.host.contributions import Section
from frameworks_core.model import Answer, Assessment
from frameworks_core.model.wording import attribution_of, name_of
from frameworks_signs_of_safety.lenses.showing import cell, entry, own, parts, people_in, section


def childrens_words(assessment: Assessment) -> Iterator[Section]:
    """A section for each child; words of children in general stand under every child."""
    for child in assessment.about:
        name = name_of(assessment, child)
        heard = [
            entry(assessment, answer)
            for answer in assessment.answers
            if _is_said_by_a_child(answer) and child in (_speakers(assessment, answer) or {child})
        ]
        heard.extend(
            entry(assessment, answer, parts(("put right afterwards", cell(answer, "words"))))
            for answer in own(assessment, "child_corrections")
            if cell(answer, "child") == child
        )
        yield section(
            f"What {name} says, shows and wants",
            heard,
            f"No words of {name}'s are here. What does {name} say, draw or show, and who can ask?",
        )


def _is_said_by_a_child(answer: Answer) -> bool:
    """Whether it is what a child says: neither a life as others describe it nor what they observed."""
    slot = answer.origin.field.slot
    return (
        answer.standing != "history"
        and slot is not None
        and slot.kind in {"view", "comment"}
        and slot.whose == "child"
        and slot.aspect not in {"experience", "observation"}
    )


def _speakers(assessment: Assessment, answer: Answer) -> set[str]:
    """Which of the children spoke; empty where the record does not say."""
    attribution = attribution_of(answer.content)
    named = (*people_in(answer.origin.child), *people_in(attribution.source), *people_in(attribution.about))
    return set(named).intersection(assessment.about)
