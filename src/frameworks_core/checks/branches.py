"""Which of its faults a validation error is told by: those on the branch its author evidently meant.

Where the schema lets an answer take several shapes, every branch refuses it in its own way. Only the branch that
comes nearest to what was written tells anybody anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from frameworks_core.forms.envelope import definitions

if TYPE_CHECKING:
    from jsonschema import ValidationError


def order_of(error: ValidationError) -> list[str]:
    """A key that sorts errors by place, rows in their order."""
    return [str(step).zfill(6) for step in error.absolute_path]


def most_telling(error: ValidationError) -> list[ValidationError]:
    """Of the branches an answer could have taken, every fault on the one its author evidently meant."""
    if asks_event_date(error):
        return [error]  # it reads as one date, of more or less precision
    branches = branches_of(error)
    fitting = [errors for errors in branches if not any(map(_is_of_another_kind, errors))]
    if not fitting:
        return [error]
    meant = max(fitting, key=lambda errors: max(len(child.path) for child in errors))
    return [fault for child in meant for fault in most_telling(child)]


def branches_of(error: ValidationError) -> list[list[ValidationError]]:
    """The faults of each branch an answer could have taken."""
    branches: dict[Any, list[ValidationError]] = {}
    for child in error.context or () if error.validator == "anyOf" else ():
        branches.setdefault(child.schema_path[0], []).append(child)
    return list(branches.values())


def _is_of_another_kind(error: ValidationError) -> bool:
    """Whether the answer is not even of the kind that is asked for: a number, say, and not a text."""
    if error.path:
        return False
    branches = branches_of(error)
    return error.validator == "type" or (
        bool(branches) and all(any(map(_is_of_another_kind, errors)) for errors in branches)
    )


def asks_event_date(error: ValidationError) -> bool:
    """Whether a day, a month or a year would do: branches of the schema, but one question to whoever answers."""
    return error.validator == "anyOf" and error.validator_value == definitions()["event_date"]["anyOf"]
