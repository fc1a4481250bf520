"""Interpreters: who helped with language at which meeting, and that it was not a child or a relative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frameworks_core.forms.filled import FilledForm, Row
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.reading import age_on, day, person_of

FAMILY_ROLES = frozenset({"child", "sibling", "parent_carer", "family_member", "household_member"})
NOT_KIN = frozenset({"friend", "other"})
ADULT_FROM = 18
MEETINGS = (
    ("contacts_children", "about", "on"),
    ("wider_family_views", "who", "on"),
    ("parent_views", "who", "on"),
    ("shared_parent", "who", "discussed_on"),
)
"""Tables whose rows are meetings: the field, the column of those met, the column of the day."""


def _needing(filled: FilledForm) -> frozenset[str]:
    return frozenset(
        person["id"]
        for person in filled.people.values()
        if person.get("interpreter_needed") == "yes" and "professional" not in person["roles"]
    )


def _none_recorded(filled: FilledForm) -> Iterator[Hit]:
    if _needing(filled) and not filled.is_answered("interpreters"):
        yield Hit("/answers/interpreters", "an interpreter is needed, and none is recorded at any meeting")


SGA108 = Rule(
    code="SGA108",
    severity="error",
    title="Interpreters are recorded where one is needed",
    why=(
        "People who could not follow what was asked have not been heard, and an agreement they did not "
        "understand is none. Readers must be able to see who interpreted."
    ),
    fix=(
        "List each meeting with its date and the interpreter's name; or correct whether an interpreter is "
        "needed."
    ),
    authority="S OFS 47 for interpreting; name and date of each meeting D, E4 rule 8",
    stage="final",
    forms=(ASSESSMENT,),
    check=_none_recorded,
)


def _is_for(row: Row, person_id: str) -> bool:
    """Whether the interpreter was there for this person; a row that names nobody is read as for everyone."""
    return person_id in row.cells.get("for_whom", (person_id,))


def _meeting_without(filled: FilledForm) -> Iterator[Hit]:
    if not filled.is_answered("interpreters"):
        return
    needing = _needing(filled)
    interpreted = tuple(filled.rows("interpreters"))
    for field_id, met, on in MEETINGS:
        for row in filled.rows(field_id):
            held, people = row.cells.get(on), needing.intersection(row.cells.get(met, ()))
            if held and not all(
                any(_is_for(one, person) and one.cells.get("on") == held for one in interpreted)
                for person in people
            ):
                yield Hit(
                    row.at,
                    "someone who needs an interpreter was met on this day, and no interpreter is recorded "
                    "for it",
                )


SGA008 = Rule(
    code="SGA008",
    severity="warning",
    title="Every meeting with someone who needs an interpreter has one",
    why=(
        "One interpreted visit does not mean that the others were. What someone said, or was told, without "
        "one may have been misunderstood on both sides."
    ),
    fix="Add the interpreter of that day, or say in the record how the meeting was managed without.",
    authority="S OFS 47 for interpreting; name and date of each meeting D, E4 rule 8",
    stage="final",
    forms=(ASSESSMENT,),
    check=_meeting_without,
)


def _is_family(filled: FilledForm, interpreter: dict[str, Any]) -> bool:
    if not FAMILY_ROLES.isdisjoint(interpreter["roles"]) or interpreter.get("lives_in_household") == "yes":
        return True
    return any(
        interpreter["id"] in {relationship["from"], relationship["to"]}
        and relationship["kind"] not in NOT_KIN
        for relationship in filled.document.get("relationships", ())
    )


def _family_interprets(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("interpreters"):
        interpreter = person_of(filled, row.cells.get("interpreter"))
        held = day(row.cells.get("on"))
        age = age_on(interpreter, held) if held else None
        if interpreter and (_is_family(filled, interpreter) or (age is not None and age < ADULT_FROM)):
            yield Hit(
                f"{row.at}/interpreter", "the interpreter is recorded as a child or as one of the family"
            )
        elif row.cells.get("independent") == "no":
            yield Hit(f"{row.at}/independent", "the interpreter is recorded as not independent of the family")


SGA208 = Rule(
    code="SGA208",
    severity="warning",
    title="Interpreters from outside the family",
    why=(
        "A child should not have to carry such talks, and nobody can speak freely through a relative, "
        "least of all about harm in the family."
    ),
    fix="Go through it again with an independent interpreter; if that was done, add the meeting.",
    authority="D, E4 rule 8",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_family_interprets,
)

RULES = (SGA108, SGA008, SGA208)
