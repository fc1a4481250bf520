"""Whether a voluntary record may be shared: only with the family's agreement, given on that very record and not withdrawn.

A record made under a legal duty does not rest on agreement; what may not be shared of it is withheld instead.
"""

from __future__ import annotations

from frameworks_core.errors import UserError
from frameworks_core.model import Answer, Assessment


def check_agreement_to_share(assessment: Assessment) -> None:
    """Refuse to make a copy for sharing where the family has not agreed to it.

    Raises:
        UserError: The record is voluntary and holds no agreement to share, or the agreement was withdrawn.
    """
    if assessment.record.basis != "consent":
        return
    if any(_is_consent(answer, "withdrawn") for answer in assessment.answers):
        raise UserError(
            "the family has withdrawn its agreement, so no copy can be made for sharing; ask them again, "
            "or use --purpose record to keep it within the record"
        )
    if not any(_is_consent(answer, "services") and _agrees(answer) for answer in assessment.answers):
        raise UserError(
            "the record holds no agreement to share with any service, so no copy can be made for sharing; "
            "ask the family and record it, or use --purpose record to keep it within the record"
        )


def _is_consent(answer: Answer, item: str) -> bool:
    slot = answer.origin.field.slot
    return answer.standing == "live" and slot is not None and slot.kind == "consent" and slot.item == item


def _agrees(answer: Answer) -> bool:
    """Whether one row of the services agreed is a yes; a row that does not say so either way names an agreed service."""
    row = answer.value
    return not isinstance(row, dict) or row.get("agreed", "yes") == "yes"
