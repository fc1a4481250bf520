"""Identifying details that one form asks for as answers and every document holds in its people table."""

from __future__ import annotations

from typing import Any

from frameworks_core.exchange.pointers import pointer
from frameworks_core.forms.envelope import fits_person
from frameworks_core.model import Answer


def into_people(
    answer: Answer, people: list[dict[str, Any]], children: tuple[str, ...]
) -> tuple[str | None, str]:
    """Put an identifying detail into the people table, or find it there.

    Args:
        answer: An answer whose slot is a property of a person.
        people: The target's people table; a property nobody gave yet is added to it.
        children: The subject children.

    Returns:
        The pointer to where it stands, or None with the reason it stays carried; and one sentence.
    """
    slot = answer.origin.field.slot
    assert slot is not None
    child = answer.origin.child or (children[0] if len(children) == 1 else answer.origin.record.only_child)
    index = next((index for index, person in enumerate(people) if person["id"] == child), None)
    if index is None or slot.person_property is None:
        return None, "it does not say which child it is about"
    person = people[index]
    if slot.person_property not in person and fits_person(slot.person_property, answer.value):
        person[slot.person_property] = answer.value
    if person.get(slot.person_property) == answer.value:
        return pointer("people", index, slot.person_property), "every document holds this in its people table"
    return None, "the people table says something else; a person has to decide which is right"
