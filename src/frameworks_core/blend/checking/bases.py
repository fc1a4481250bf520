"""Voluntary and statutory questions in one blend."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.blend.checking.subject import Subject, named
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import MIXED_BASIS
from frameworks_core.checks.reporting.lines import numbered

_ONLY = "statutory_only"


def basis_faults(subject: Subject) -> Iterator[Fault]:
    """What does not sit well beside the agreement, or the duty, that the record rests on."""
    voluntary = subject.form.basis == "consent"
    for form in subject.composed.choice.forms:
        count = sum(one.form.id == form.id for one in subject.composed.choice.taken)
        if form.basis == subject.form.basis or not count:
            continue
        if voluntary:
            taken = numbered(count, "question", "questions")
            message = f"the record is voluntary, and it takes {taken} of {form.id}, which is made under a legal duty"
            yield Fault(MIXED_BASIS, subject.taking(form.id), message)
        else:
            stand = numbered(count, "question of it stands", "questions of it stand")
            message = (
                f"{form.id} is a voluntary tool, and {stand} in a statutory record here, beside what only such a record"
                " may hold"
            )
            yield Fault(MIXED_BASIS, subject.taking(form.id), message, "note")
    if voluntary:
        yield from _restricted(subject)


def _restricted(subject: Subject) -> Iterator[Fault]:
    """Questions whose every answer is restricted.

    What only a statutory record may hold has no place in a voluntary one. What is restricted otherwise may be told there, and
    no other voluntary record takes it in.
    """
    for statutory, message, severity in (
        (True, "may only stand in a statutory record", ""),
        (False, "are restricted: no other voluntary record takes them in", "note"),
    ):
        fields = [
            field for field in subject.form if field.disclosure and (field.disclosure == _ONLY) is statutory
        ]
        if fields:
            told = f"the record is voluntary, and the answers to {named(fields)} {message}"
            yield Fault(MIXED_BASIS, subject.key_of(fields[0]), told, severity)
