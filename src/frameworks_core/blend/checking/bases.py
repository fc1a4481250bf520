"""Voluntary and statutory questions in one blend."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.blend.checking.subject import Subject, named
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import MIXED_BASIS
from frameworks_core.checks.reporting.lines import numbered


def basis_faults(subject: Subject) -> Iterator[Fault]:
    """What does not sit well beside the agreement, or the duty, that the record rests on."""
    voluntary = subject.form.basis == "consent"
    for form in subject.composed.choice.forms:
        count = sum(one.form.id == form.id for one in subject.composed.choice.taken)
        if form.basis == subject.form.basis or not count:
            continue
        taken = numbered(count, "question", "questions")
        if voluntary:
            message = (
                f"the record is voluntary, and {taken} come from {form.id}, which is made under a legal duty"
            )
            yield Fault(MIXED_BASIS, subject.taking(form.id), message)
        else:
            message = (
                f"{form.id} is a voluntary tool, and {taken} of it stand in a statutory record here, beside what only"
                " such a record may hold"
            )
            yield Fault(MIXED_BASIS, subject.taking(form.id), message, "note")
    restricted = [field for field in subject.form if field.disclosure is not None]
    if voluntary and restricted:
        message = f"the record is voluntary, and the answers to {named(restricted)} may not stand in a voluntary record"
        yield Fault(MIXED_BASIS, subject.key_of(restricted[0]), message)
