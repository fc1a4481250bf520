"""Conditions of the authority's own that no record can meet, or that nothing but a reader can tell."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.blend.checking.subject import Subject
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import NOT_KNOWABLE, NOTHING_ASKS
from frameworks_core.forms.form import When


def condition_faults(subject: Subject) -> Iterator[Fault]:
    """What the authority made needed under a condition: by itself, or by words alone.

    Conditions of a form's own are the form's to say, and its rules check those that only words describe.
    """
    for id_, when, path in _own_conditions(subject):
        if when.field == id_:
            message = f"question {id_!r} is needed once it is answered itself, so it is never asked for"
            yield Fault(NOTHING_ASKS, path, message, "warning")
        elif when.field is None:
            message = f"question {id_!r}: it is needed {when.text}, which only a reader can tell: nothing will ask for it"
            yield Fault(NOT_KNOWABLE, path, message)


def _own_conditions(subject: Subject) -> Iterator[tuple[str, When, KeyPath]]:
    gather = subject.file.gather
    for index, local in enumerate(gather.local):
        if local.question.when is not None:
            yield local.question.id, local.question.when, ("gather", "local", index, "when")
    for form_id, changes in gather.fields.items():
        for field_id, change in changes.items():
            id_ = subject.composed.id_of(f"{form_id}#{field_id}")
            if id_ is not None and change.when is not None:
                yield id_, change.when, ("gather", "fields", form_id, field_id, "when")
