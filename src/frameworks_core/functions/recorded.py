"""Whether a recorded decision says what a decision must: basis, reasons, evidence, dissent, decider, who was told.

What must be recorded is C7 of the research: decision, legal basis, reasons, the evidence relied on, dissent, the decider's
role and qualification and the date, and when the family was told. Whether the decision is right is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from frameworks_core.model import Answer, Assessment, Decision, Person

_PARTS = {
    "legal_basis": "the legal basis is not recorded",
    "reasons": "the reasons are not recorded",
    "evidence": "the evidence it rests on is not named",
    "dissent": "it is not recorded whether anybody saw it otherwise; if nobody did, say so",
    "decided_by": "who decided is not recorded",
    "decided_on": "the day of the decision is not recorded",
}


@frozen
class Gap:
    """One thing a recorded decision leaves out, and where."""

    what: str
    at: str


def gaps_in_decisions(assessment: Assessment) -> tuple[tuple[Gap, ...], bool]:
    """What the decisions recorded in this record leave out, and whether there is any decision.

    Decisions of earlier records are history and are not asked about.
    """
    live = [
        answer
        for answer in assessment.answers
        if answer.standing == "live"
        and answer.origin.field.slot
        and answer.origin.field.slot.kind == "decision"
    ]
    gaps = [gap for answer in live for gap in _gaps(assessment, answer)]
    return tuple(gaps), bool(live)


def _gaps(assessment: Assessment, answer: Answer) -> Iterator[Gap]:
    decision = answer.content
    if not isinstance(decision, Decision):
        return
    for name, what in _PARTS.items():
        if not getattr(decision, name):
            yield Gap(what, answer.pointer)
    if decision.decided_by:
        yield from _gaps_of_decider(assessment.person(str(decision.decided_by)), answer.pointer)
    if not (decision.told_family_on or decision.told_child_on):
        yield Gap("it is not recorded when the child and the family were told", answer.pointer)


def _gaps_of_decider(person: Person | None, at: str) -> Iterator[Gap]:
    if person is None or not person.job_role:
        yield Gap("the role of whoever decided is not recorded in the people table", at)
    if person is None or not person.social_work_registered:
        yield Gap(
            "it is not recorded in the people table whether whoever decided is a registered social worker", at
        )
