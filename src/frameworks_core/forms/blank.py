"""The blank document of a form: what a new record begins with."""

from __future__ import annotations

from typing import Any

from frameworks_core.forms.form import Form


def blank_document(form: Form) -> dict[str, Any]:
    """A valid draft that says nothing yet but whose it is: one child, `p1`. A new object each time."""
    return {
        "form": form.id,
        "version": form.version,
        "status": "draft",
        "people": [{"id": "p1", "roles": ["child"]}],
        "relationships": [],
        "agencies": [],
        "chronology": [],
        "answers": {},
        "carried": [],
        "history": [],
        "provenance": [],
    }
