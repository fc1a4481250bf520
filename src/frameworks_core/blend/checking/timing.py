"""The working days on which a manager looks in, the day by which the record is finished, and where they are counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from frameworks_core.blend.checking.subject import Subject
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import TIMING, UNKNOWN_PART
from frameworks_core.forms.form import Field
from frameworks_core.nearest import nearest


def timing_faults(subject: Subject) -> Iterator[Fault]:
    """Checkpoints and limits that do not work, and dates that the blend does not ask."""
    yield from _checkpoint_faults(subject)
    yield from _limit_faults(subject)
    for key in ("counted_from", "finished_on"):
        if (name := getattr(subject.file.decide, key)) is not None:
            yield from _date_faults(subject, key, name)
    decide = subject.file.decide
    if (decide.checkpoints or decide.limit) and not decide.counted_from:
        message = "`counted_from` does not say from which date the working days are counted"
        yield Fault(TIMING, ("decide",), message, "warning")


def _checkpoint_faults(subject: Subject) -> Iterator[Fault]:
    days, limit = subject.file.decide.checkpoints, subject.file.decide.limit
    for index, day in enumerate(days):
        path = ("decide", "checkpoints", index)
        if day < 1:
            yield Fault(TIMING, path, f"{day} is no working day; the first is 1")
        if limit is not None and day > limit:
            yield Fault(TIMING, path, f"a checkpoint on working day {day} comes after the limit of {limit}")
    for index, (day, following) in enumerate(pairwise(days), start=1):
        if following <= day:
            path = ("decide", "checkpoints", index)
            yield Fault(
                TIMING, path, f"working day {following} stands after {day}; name the days in order, each once"
            )


def _limit_faults(subject: Subject) -> Iterator[Fault]:
    """A limit that is none, or is longer than the guidance allows; the guidance limits statutory records only."""
    limit, ceiling = subject.file.decide.limit, subject.pack.assessment_limit
    if limit is None:
        return
    if limit < 1:
        yield Fault(TIMING, ("decide", "limit"), f"{limit} is no working day; the first is 1")
    if subject.form.basis == "statute" and limit > ceiling.working_days:
        message = f"{limit} working days are more than the {ceiling.working_days} of {subject.pack.title} ({ceiling.source})"
        yield Fault(TIMING, ("decide", "limit"), message)


def _date_faults(subject: Subject, key: str, name: str) -> Iterator[Fault]:
    known = {asked: field for field in subject.form for asked in (*field.serves, field.id)}
    found: Field | None = known.get(name)
    if found is not None and found.type == "date":
        return
    if found is not None:
        yield Fault(UNKNOWN_PART, ("decide", key), f"{name!r} does not ask for a date")
        return
    dates = [
        asked for asked, field in known.items() if field.type == "date" and asked in (field.serves or known)
    ]
    message = f"{name!r} is no question of this blend{nearest(name, dates)}"
    yield Fault(UNKNOWN_PART, ("decide", key), message)
