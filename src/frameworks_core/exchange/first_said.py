"""When an answer was first given, and by whom, however often it has moved since."""

from __future__ import annotations

from attrs import frozen

from frameworks_core.exchange.withholding import said_by
from frameworks_core.forms.envelope import is_day
from frameworks_core.model import Answer, FieldMark, Leaf, Value

_SAID_ON = {"decision": "decided_on", "agency": "contribution_on", "involvement": None}
"""What the column is called that says when a row was said, seen or decided, where that is not `on`; the `on` of earlier
help is when the help was, not when somebody told of it."""


@frozen
class FirstSaid:
    """The date and the ids of those who said it, or else of who recorded it; what no record tells is None or empty."""

    on: str | None
    by: tuple[str, ...]


def first_said(answer: Answer, whole: Leaf) -> FirstSaid:
    """When `answer` was first given, and by whom; what it does not say itself is the date and author of its record.

    Args:
        answer: The answer, with its origin.
        whole: The answer; for a row, with the cells that were carried apart from it.
    """
    record, field = answer.origin.record, answer.origin.field
    entry = whole if isinstance(whole, dict) else {}
    recorded_by = (record.recorded_by,) if record.recorded_by else ()
    return FirstSaid(_said_on(field, entry) or record.recorded_on, said_by(field, entry) or recorded_by)


def _said_on(field: FieldMark, leaf: dict[str, Value]) -> str | None:
    meaning = _SAID_ON.get(field.slot.kind, "on") if field.slot else "on"
    if meaning is None:
        return None
    columns = [column for column, stands_for, _ in field.columns if stands_for == meaning]
    day = leaf.get(columns[0] if columns else meaning)
    return day if isinstance(day, str) and is_day(day) else None
