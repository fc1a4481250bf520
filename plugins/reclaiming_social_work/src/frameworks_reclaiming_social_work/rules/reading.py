"""Reading a filled form of this plugin: people, days, and the short labels by which rows name each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from frameworks_core.forms.filled import FilledForm

_DAYS_OF_RECORD = ("summary_date", "unit_meeting_date", "list_date", "plan_date", "drawn_on")
_HELPING_ROLES = frozenset({"professional", "interpreter", "advocate"})
_BETWEEN_LABELS = re.compile(r"[,;/&+\n]|\band\b", re.IGNORECASE)


def day_of_record(filled: FilledForm) -> date | None:
    """The day a document speaks of: its summary, meeting, list or plan, else the day it was recorded."""
    for field_id in _DAYS_OF_RECORD:
        if (day := filled.date(field_id)) is not None:
            return day
    recorded = filled.document.get("recorded", {}).get("on")
    return date.fromisoformat(recorded) if recorded else None


def is_unborn(person: dict[str, Any]) -> bool:
    """Whether somebody is known by the day they are expected only."""
    return "edd" in person and "dob" not in person


def is_professional(person: dict[str, Any] | None) -> bool:
    """Whether somebody is recorded as a professional."""
    return person is not None and "professional" in person["roles"]


def is_family(person: dict[str, Any]) -> bool:
    """Whether somebody belongs to the family or the people around it."""
    return not _HELPING_ROLES.issuperset(person["roles"])


def place_in_people(filled: FilledForm, person_id: str) -> str:
    """Pointer to somebody's entry in the people table; to the table itself if they have none."""
    for index, person in enumerate(filled.document["people"]):
        if person["id"] == person_id:
            return f"/people/{index}"
    return "/people"


def relationships(filled: FilledForm) -> list[dict[str, Any]]:
    """Relationships as the document holds them: `from` is the `kind` of `to`."""
    held: list[dict[str, Any]] = filled.document.get("relationships", [])
    return held


def labels_in(filled: FilledForm, *field_ids: str) -> frozenset[str]:
    """The short labels of the rows of some tables, as they are compared."""
    return frozenset(
        _comparable(row.cells["ref"])
        for field_id in field_ids
        for row in filled.rows(field_id)
        if "ref" in row.cells
    )


def named_in(cell: str | None) -> Iterator[str]:
    """The short labels a cell names, as they are compared; several stand between commas, slashes or `and`."""
    for part in _BETWEEN_LABELS.split(cell or ""):
        if label := _comparable(part):
            yield label


def label_of(cells: dict[str, Any]) -> str | None:
    """The short label of a row, as it is compared; None where it has none yet."""
    return _comparable(cells["ref"]) if "ref" in cells else None


def _comparable(label: str) -> str:
    return " ".join(label.casefold().split()).rstrip(".")
