"""Whether a voluntary record may be shared: only with the family's agreement, given on that very record and not withdrawn.

A record made under a legal duty does not rest on agreement; what may not be shared of it is withheld instead.
"""

from __future__ import annotations

from collections.abc import Iterable

from frameworks_core.errors import UserError
from frameworks_core.model import Answer, Assessment


def check_agreement_to_share(assessment: Assessment, children: Iterable[str] = ()) -> None:
    """Refuse to make a copy for sharing where the family has not agreed to it.

    Args:
        assessment: The record.
        children: Ids of the children the copy is about; all of the record's where none is named.

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
    agreed = {
        answer.origin.child
        for answer in assessment.answers
        if _is_consent(answer, "services") and _agrees(answer)
    }
    if not agreed:
        raise UserError(
            "the record holds no agreement to share with any service, so no copy can be made for sharing; "
            "ask the family and record it, or use --purpose record to keep it within the record"
        )
    missing = [child for child in tuple(children) or assessment.about if child not in agreed]
    if None not in agreed and missing:
        raise UserError(
            f"the record holds no agreement to share what is about {', '.join(missing)}, so no copy about them can be "
            "made for sharing; ask the family and record it, or name a child they agreed for with --child"
        )


def _is_consent(answer: Answer, item: str) -> bool:
    slot = answer.origin.field.slot
    return answer.standing == "live" and slot is not None and slot.kind == "consent" and slot.item == item


def _agrees(answer: Answer) -> bool:
    """Whether an answer is a yes to sharing; what may as well say no, such as a date or a reason beside it, is none.

    A row that does not say so either way, and somebody named, is a service agreed.
    """
    if answer.origin.shape == "row" and isinstance(answer.value, dict):
        said = answer.value.get("agreed")
        return said == "yes" or (said is None and _UNAGREED.isdisjoint(map(str, answer.value.values())))
    return answer.value == "yes" or answer.origin.field.type in {"person", "persons"}


_UNAGREED = frozenset({"no", "not_known"})
"""Answers in a table with columns of an authority's own that keep a row from being a yes."""
