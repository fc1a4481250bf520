"""Scales of one blend that run opposite ways, or that do not say which end is the good one."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.blend.checking.subject import Subject, named
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import OPPOSITE_SCALES
from frameworks_core.forms.form import Field

_RATED = frozenset({"scale", "rating"})
"""Kinds of slot under which every answer is a place on a scale."""


def scale_faults(subject: Subject) -> Iterator[Fault]:
    """Where a number that is good on one scale is bad on another; nothing where there is one scale only."""
    scales = [field for field in subject.form if _is_scale(field)]
    if len(scales) < 2:
        return
    high, low, silent = ([field for field in scales if field.better == end] for end in ("high", "low", None))
    if high and low:
        message = f"a high number is good in {named(high)}, and a low one in {named(low)}"
        yield Fault(OPPOSITE_SCALES, subject.key_of(low[0]), message)
    if silent:
        verb = "does" if len(silent) == 1 else "do"
        message = f"{named(silent)} {verb} not say which end is good, and the blend has other scales"
        yield Fault(OPPOSITE_SCALES, subject.key_of(silent[0]), message, "note")


def _is_scale(field: Field) -> bool:
    kind = field.slot.kind if field.slot else None
    return field.type == "scale" or field.better is not None or kind in _RATED
