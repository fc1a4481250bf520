"""What has happened, what it means for each child, and the outlook, as the record has them."""

from __future__ import annotations

from frameworks_core.host.contributions import Analysis, Lens
from frameworks_core.model import Answer, Assessment, Danger, Harm, Statement, View
from frameworks_single_assessment.lenses.showing import Heading, child_by_child, is_own, section

_HAPPENED = (
    "what_happened",
    "module_domestic_abuse.what_happened",
    "module_domestic_abuse.since",
    "module_domestic_abuse.most_recent",
)
_IMPACT = ("impact_on_child", "identity_impact", "module_domestic_abuse.child_experience")
_OUTLOOK = ("prognosis", "severity_likelihood", "consequences_plain")
_LIVED = frozenset({"words", "experience", "observation"})


def happened_impact_outlook(assessment: Assessment) -> Analysis:
    """The three parts an analysis needs, and for each child whether it has them."""
    happened = [answer for answer in assessment.answers if _has_happened(answer)]
    other = [
        answer
        for answer in assessment.answers
        if _is_conclusion(answer) and not (_has_happened(answer) or _is_impact(answer) or _is_outlook(answer))
    ]
    sections = [
        section(
            assessment,
            "What has happened",
            happened,
            "Nothing says what has happened. Who did what to whom, when, and how is it known?",
        ),
        *child_by_child(
            assessment,
            Heading(
                "What it means for {child}",
                _is_impact,
                "Nothing says what this means for {child}. What would you expect at this age, and what do you see?",
            ),
            Heading(
                "The outlook for {child}", _is_outlook, "What will happen for {child} if nothing changes?"
            ),
        ),
    ]
    if other:
        sections.append(section(assessment, "What else the record concludes", other, ""))
    unseen = [
        "whether what is written follows from what happened",
        "the dates of events: the chronology has a lens of its own",
    ]
    if other:
        unseen.append("which of its other conclusions are about the past and which about what is to come")
    return Analysis(tuple(sections), cannot_see=tuple(unseen))


def _is_conclusion(answer: Answer) -> bool:
    slot = answer.origin.field.slot
    return slot is not None and slot.kind == "conclusion"


def _has_happened(answer: Answer) -> bool:
    return is_own(answer, *_HAPPENED) or isinstance(answer.content, Harm) or _says(answer, "harm")


def _is_impact(answer: Answer) -> bool:
    content = answer.content
    if isinstance(content, View):
        return content.whose == "child" and content.aspect in _LIVED
    own_impact = answer.origin.field.id.endswith(".impact") and is_own(answer, answer.origin.field.id)
    return own_impact or is_own(answer, *_IMPACT)


def _is_outlook(answer: Answer) -> bool:
    return is_own(answer, *_OUTLOOK) or isinstance(answer.content, Danger) or _says(answer, "danger")


def _says(answer: Answer, sense: str) -> bool:
    return isinstance(answer.content, Statement) and sense in answer.content.senses


LENS = Lens(
    "single_assessment/happened_impact_outlook",
    "What has happened, what it means for each child, what may come",
    (
        "What has happened, and how is it known?",
        "What does it mean for each child, at this child's age?",
        "What will happen for each child if nothing changes?",
    ),
    happened_impact_outlook,
)
