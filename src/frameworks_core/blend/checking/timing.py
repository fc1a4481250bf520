"""The working days on which a manager looks in, the day by which the record is finished, and where they are counted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from frameworks_core.blend.checking.subject import Subject
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import TIMING


def timing_faults(subject: Subject) -> Iterator[Fault]:
    """Checkpoints and limits that do not work, or that nobody can count."""
    yield from _checkpoint_faults(subject)
    yield from _limit_faults(subject)
    decide = subject.file.decide
    lacking = [f"`{key}`" for key in ("counted_from", "finished_on") if getattr(decide, key) is None]
    if lacking and (decide.checkpoints or decide.limit is not None):
        named = " and ".join(lacking)
        message = (
            f"nobody can count these working days in a record without {named}: name the question of the date"
        )
        yield Fault(TIMING, ("decide",), message, "warning")


def _checkpoint_faults(subject: Subject) -> Iterator[Fault]:
    days, limit = subject.file.decide.checkpoints, subject.file.decide.limit
    for index, day in enumerate(days):
        path = ("decide", "checkpoints", index)
        if limit is not None and day > limit:
            yield Fault(TIMING, path, f"a checkpoint on working day {day} comes after the limit of {limit}")
    for index, (day, following) in enumerate(pairwise(days), start=1):
        if following <= day:
            path = ("decide", "checkpoints", index)
            yield Fault(
                TIMING, path, f"working day {following} stands after {day}; name the days in order, each once"
            )


def _limit_faults(subject: Subject) -> Iterator[Fault]:
    """A limit longer than the guidance allows; the guidance limits statutory records only."""
    limit, ceiling = subject.file.decide.limit, subject.pack.assessment_limit
    if limit is None:
        return
    if subject.form.basis == "statute" and limit > ceiling.working_days:
        message = f"{limit} working days are more than the {ceiling.working_days} of {subject.pack.title} ({ceiling.source})"
        yield Fault(TIMING, ("decide", "limit"), message)
