"""Questions whose answer the document already holds in its own tables, so that nobody is asked twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from frameworks_core.forms.form import Field

_GROUP_MARKS: dict[str, tuple[str, str]] = {
    "parent_carer": ("roles", "parent_carer"),
    "household": ("lives_in_household", "yes"),
    "significant_other": ("significant_to_child", "yes"),
    "significant_male": ("roles", "significant_adult"),
    "subject_child": ("roles", "child"),
    "wider_family": ("roles", "family_member"),
}


def is_in_group(person: dict[str, Any], group: str) -> bool:
    """Whether the people table itself says that this person belongs to the group."""
    name, mark = _GROUP_MARKS[group]
    value = person.get(name)
    return mark in value if isinstance(value, list) else value == mark


def held_in_tables(field: Field, document: dict[str, Any], children: Iterable[str]) -> bool:
    """Whether the people, agencies or chronology table answers `field` for every one of `children`."""
    slot = field.slot
    if slot is None:
        return False
    people = document["people"]
    match slot.kind:
        case "person":
            by_id = {person["id"]: person for person in people}
            return all(slot.person_property in by_id.get(child, {}) for child in children)
        case "people":
            return any(is_in_group(person, slot.group or "") for person in people)
        case "agency":
            agencies = document.get("agencies", [])
            wanted = {"universal": ("yes",), "other": ("no", None, "not_known")}.get(slot.group or "")
            return any(wanted is None or agency.get("universal") in wanted for agency in agencies)
        case "event":
            return bool(document.get("chronology"))
        case _:
            return False
