"""Statutory items that a blend does not ask for."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.blend.checking.subject import Subject, listed
from frameworks_core.blend.composition.statutory_floor import ATTESTED
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import STATUTORY_GAP
from frameworks_core.forms.statutory import uncertain, unserved
from frameworks_core.statute.items import items_for


def statutory_faults(subject: Subject) -> Iterator[Fault]:
    """Each item that no question asks, and together those of which only a reader can tell."""
    items = items_for(subject.pack, subject.form.basis)
    for item in unserved(subject.form, items):
        severity = "error" if item.mark in ATTESTED else "warning"
        yield Fault(
            STATUTORY_GAP, ("gather",), f"not asked: {item.title}. {item.why} ({item.source})", severity
        )
    if perhaps := uncertain(subject.form, items):
        titles = listed((item.title for item in perhaps), most=8)
        message = f"only a reader can tell whether the questions ask for: {titles}"
        yield Fault(STATUTORY_GAP, ("gather",), message, "note")
