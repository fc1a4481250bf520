"""Who the people of a document are: family, helpers, children, babies not yet born."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frameworks_core.forms.filled import FilledForm

FAMILY_ROLES = frozenset(
    {"child", "sibling", "parent_carer", "family_member", "household_member", "significant_adult"}
)
HELPING_ROLES = frozenset({"professional", "interpreter", "advocate"})

_ADULT_AT = 18
_DAYS_OF_RECORD = ("tac_date", "pre_date", "date_started")


def is_family(person: dict[str, Any]) -> bool:
    """Whether somebody belongs to the family or the people around it."""
    return not FAMILY_ROLES.isdisjoint(person["roles"])


def is_family_only(person: dict[str, Any]) -> bool:
    """Whether somebody belongs to the family and helps it in no other role."""
    return HELPING_ROLES.isdisjoint(person["roles"])


def place_in_people(filled: FilledForm, person_id: str) -> str:
    """Pointer to somebody's entry in the people table; to the table itself if they have none."""
    for index, person in enumerate(filled.document["people"]):
        if person["id"] == person_id:
            return f"/people/{index}"
    return "/people"


def known_about(filled: FilledForm, child: str, name: str) -> Any:
    """A detail of a child, answered in the form or held in the people table; None where neither has it."""
    answer = filled.value(name, child)
    return filled.people.get(child, {}).get(name) if answer is None else answer


def is_expected(filled: FilledForm, child: str) -> bool:
    """Whether the record knows this child as a baby not yet born."""
    return known_about(filled, child, "edd") is not None and known_about(filled, child, "dob") is None


def is_under_18(person: dict[str, Any], day: str) -> bool:
    """Whether somebody's date of birth makes them a child on a day (ISO text); not where it is unknown."""
    born = person.get("dob")
    return born is not None and f"{int(born[:4]) + _ADULT_AT:04}{born[4:]}" > day


def day_of_record(filled: FilledForm) -> str | None:
    """The day a document speaks of (ISO text): its meeting, check or start, else the day it was recorded."""
    days: Iterator[Any] = (filled.value(name) for name in _DAYS_OF_RECORD)
    recorded: str | None = filled.document.get("recorded", {}).get("on")
    return next((day for day in days if isinstance(day, str)), recorded)
