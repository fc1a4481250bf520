"""The id of a document made by conversion: those of the first records, the form it is on now, and the child it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from frameworks_core.model import Assessment


def derived_id(assessment: Assessment, form: str, child: str | None) -> str | None:
    """The id of what a document is converted to; None where it has no id itself.

    The first id stays, however often the record moves: what an earlier conversion added to it is replaced.

    Args:
        assessment: The document that is converted.
        form: Id of the form it is converted to.
        child: Id of the one child the result is about, if there is one.
    """
    first = _BESIDE.join(assessment.first_ids) or first_id(assessment)
    return ":".join(filter(None, (first, form, child))) if first else None


def first_id(assessment: Assessment) -> str | None:
    """The id that the record of a single document began with; None where it has none."""
    given = assessment.record.document
    if given is None or not assessment.records:  # only what was converted remembers earlier records
        return given
    added = re.fullmatch(rf"(.+):{re.escape(assessment.record.form)}(:[a-z][a-z0-9_]*)?", given, re.DOTALL)
    return added[1] if added else given


def first_ids(assessments: Iterable[Assessment]) -> tuple[str, ...]:
    """The ids that several records began with, each once: joining what was joined before adds only what is new."""
    known: dict[str, None] = {}
    for assessment in assessments:
        first = first_id(assessment)
        if first is not None and first not in _BESIDE.join(known).split(_BESIDE):
            known[first] = None
    return tuple(known)


_BESIDE = "+"
"""Stands between the ids of records that were joined."""
