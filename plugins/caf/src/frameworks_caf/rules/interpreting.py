"""Rules about interpreters: there when somebody needs one, and never a child or a relative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frameworks_caf.rules.forms import ASSESSMENT, DELIVERY_PLAN, FAMILY, PRE_ASSESSMENT
from frameworks_caf.rules.who import day_of_record, is_family, is_under_18, place_in_people
from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule

_PRESENT = ("people_present", "tac_people")
_NOT_KIN = frozenset({"friend", "other"})


def _interpreters(filled: FilledForm) -> set[str]:
    return {person["id"] for person in filled.people.values() if "interpreter" in person["roles"]}


def _who_needs_one(filled: FilledForm) -> list[str]:
    """Ids of those who need an interpreter, by the people table or the family form's answer for a child."""
    answered = {given.child for given in filled.given("interpreter_needed") if given.value == "yes"}
    for_all = filled.children if None in answered else ()
    return [
        person["id"]
        for person in filled.people.values()
        if person.get("interpreter_needed") == "yes" or person["id"] in answered or person["id"] in for_all
    ]


def interpreter_missing(filled: FilledForm) -> Iterator[Hit]:
    """Meetings without the interpreter somebody there needed; people who need one where none is known."""
    needing, interpreters = _who_needs_one(filled), _interpreters(filled)
    for field_id in _PRESENT:
        present = set(filled.value(field_id) or ())
        if not present.isdisjoint(needing) and present.isdisjoint(interpreters):
            yield Hit(
                f"/answers/{field_id}",
                "somebody present needs an interpreter, and none is among the people present",
            )
            return
    if not interpreters:
        for person in needing:
            yield Hit(
                place_in_people(filled, person), "this person needs an interpreter, and the record names none"
            )


INTERPRETER_THERE = Rule(
    code="CAF008",
    severity="warning",
    title="Whoever needs an interpreter has one",
    why="Nobody can take part in, or agree to, what they only half understand.",
    fix=(
        "Book one and add them, with the role interpreter, to the people table and to the people present. If "
        "the person did not want one, or none came, say so under special requirements or in the review "
        "notes."
    ),
    authority=(
        "D rule 8 of E4; S OFS 47: records reach families in a form they can use; S2+ the form asks for the "
        "need"
    ),
    stage="final",
    forms=(ASSESSMENT, FAMILY, DELIVERY_PLAN),
    check=interpreter_missing,
)


def interpreter_is_kin(filled: FilledForm) -> Iterator[Hit]:
    """Interpreters who are children, live in the household or are related to somebody in the record."""
    interpreters = _interpreters(filled)
    if not interpreters:
        return
    related = {
        relationship[end]
        for relationship in filled.document.get("relationships", [])
        if relationship["kind"] not in _NOT_KIN
        for end in ("from", "to")
    }
    day = day_of_record(filled)
    for index, person in enumerate(filled.document["people"]):
        if person["id"] in interpreters and _is_close(person, related, day):
            yield Hit(f"/people/{index}/roles", "a child or a member of the family is named as interpreter")


def _is_close(person: dict[str, Any], related: set[str], day: str | None) -> bool:
    return (
        is_family(person)
        or person.get("lives_in_household") == "yes"
        or person["id"] in related
        or (day is not None and is_under_18(person, day))
    )


INTERPRETER_IS_NO_RELATIVE = Rule(
    code="CAF108",
    severity="note",
    title="Children and relatives do not interpret",
    why=(
        "They have to say things no child should carry, may soften what is hard to hear, and cannot speak "
        "for themselves while they speak for somebody else."
    ),
    fix=(
        "Book an interpreter from outside the family. If somebody helped out once, record that it was only "
        "then, and why."
    ),
    authority="D rule 8 of E4, a prompt",
    stage="draft",
    forms=(PRE_ASSESSMENT, ASSESSMENT, FAMILY, DELIVERY_PLAN),
    check=interpreter_is_kin,
)

RULES = (INTERPRETER_THERE, INTERPRETER_IS_NO_RELATIVE)
