"""The id of a document made by conversion: that of the first record, the form it is on now, and the child it is about."""

from __future__ import annotations

import re

from frameworks_core.model import Assessment


def derived_id(assessment: Assessment, form: str, child: str | None) -> str | None:
    """The id of what a document is converted to; None where it has no id itself.

    The first id stays, however often the record moves: what an earlier conversion added to it is replaced.

    Args:
        assessment: The document that is converted.
        form: Id of the form it is converted to.
        child: Id of the one child the result is about, if there is one.
    """
    first = assessment.record.document
    if first is None:
        return None
    if assessment.records:  # only what was converted remembers earlier records
        added = re.fullmatch(
            rf"(.+):{re.escape(assessment.record.form)}(:[a-z][a-z0-9_]*)?", first, re.DOTALL
        )
        first = added[1] if added else first
    return ":".join(filter(None, (first, form, child)))
