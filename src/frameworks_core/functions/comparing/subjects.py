"""What a question is about, in the words of the field: by its slot, under a few headings that stay in one order."""

from __future__ import annotations

from attrs import frozen

from frameworks_core.model import Slot
from frameworks_core.statute.dimensions import domains, whole


@frozen
class Subject:
    """A heading under which questions are grouped."""

    id: str
    label: str


UNNAMED = Subject("unnamed", "What the shared model has no name for")
_WHO = Subject("who", "Who is who, agencies, chronology")
_HARM = Subject("harm", "Harm, danger and what complicates it")
_STRENGTHS = Subject("strengths", "Strengths and safety as a whole")
_SITUATION = Subject("situation", "The situation as a whole")
_TOPICS = Subject("topics", "Parents' own difficulties")
_CHILD_VIEWS = Subject("child_views", "The child's words, wishes and life")
_OTHER_VIEWS = Subject("other_views", "Views of parents, family and others")

_DOMAINS = {domain.id: Subject(domain.id, domain.label) for domain in domains()}
_DOMAIN_OF = {dimension.id: domain.id for domain in domains() for dimension in domain.dimensions}

_BY_KIND = {
    _WHO: ("person", "people", "agency", "event"),
    _HARM: ("harm", "danger"),
    Subject("network", "Network and ties"): ("network", "tie"),
    Subject("thinking", "Working ideas and doubts"): ("hypothesis", "conversation", "pattern", "reflection"),
    Subject("help", "Contact with the child, and help so far"): (
        *("communication", "involvement", "support", "contact", "change"),
    ),
    Subject("plan", "Goals and plan"): ("goal", "action", "contingency", "review", "rule"),
    Subject("conclusions", "Conclusions and decisions"): ("conclusion", "threshold", "decision", "outcome"),
    Subject("rated", "Scales, scores and ratings"): ("scale", "score", "rating"),
    Subject("agreement", "Agreement and consent"): ("consent",),
    Subject("record", "The record, its making, comments on it"): (
        *("reason", "record", "appointment", "comment", "oversight", "practice", "update"),
    ),
}
_OF_KIND = {kind: subject for subject, kinds in _BY_KIND.items() for kind in kinds}

SUBJECTS = (
    *(_WHO, *_DOMAINS.values(), _TOPICS, _SITUATION, _CHILD_VIEWS, _OTHER_VIEWS, _HARM, _STRENGTHS),
    *(subject for subject in _BY_KIND if subject not in {_WHO, _HARM}),
    UNNAMED,
)
"""Every heading, in the order in which they are shown."""


def subject_of(slot: Slot | None) -> Subject:
    """The heading under which a question with this slot belongs."""
    if slot is None:
        return UNNAMED
    if slot.kind == "statement":
        return _subject_of_statement(slot)
    if slot.kind == "view":
        return _CHILD_VIEWS if slot.whose == "child" else _OTHER_VIEWS
    return _OF_KIND[slot.kind]


def _subject_of_statement(slot: Slot) -> Subject:
    about = {_DOMAIN_OF[whole(name)] for name in slot.dimensions}
    if about:
        return _DOMAINS[about.pop()] if len(about) == 1 else _SITUATION
    if slot.topics:
        return _TOPICS
    if slot.senses <= {"harm", "danger", "complicating"}:
        return _HARM
    return _STRENGTHS if slot.senses <= {"strength", "protective"} else _SITUATION
