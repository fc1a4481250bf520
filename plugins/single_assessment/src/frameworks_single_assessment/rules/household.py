"""Every child at home is thought of: included, or left out for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.reading import age_on, people_with_places, work_began

ADULT_FROM = 18


def _may_be_child(person: dict[str, Any], began: date | None) -> bool:
    age = age_on(person, began) if began else None
    if age is not None:
        return age < ADULT_FROM
    return not {"child", "sibling"}.isdisjoint(person["roles"])


def _message(person: dict[str, Any], began: date | None) -> str:
    known = began is not None and age_on(person, began) is not None
    who = "a child" if known or "child" in person["roles"] else "a brother or sister of unrecorded age"
    return f"{who} who lives in the household is not a subject, and no reason is recorded"


def _child_left_out(filled: FilledForm) -> Iterator[Hit]:
    began = work_began(filled)
    household = frozenset(filled.value("household") or ())
    subjects = frozenset(filled.children) | frozenset(filled.value("subject_children") or ())
    explained = {
        row.cells.get("child")
        for row in filled.rows("household_children_not_subject")
        if row.cells.get("reason")
    }
    for at, person in people_with_places(filled):
        at_home = person.get("lives_in_household") == "yes" or person["id"] in household
        if at_home and person["id"] not in subjects | explained and _may_be_child(person, began):
            yield Hit(at, _message(person, began))


SGA007 = Rule(
    code="SGA007",
    severity="warning",
    title="A child at home who is not a subject has a reason",
    why=(
        "What happens at home happens to every child who lives there. A child left out without a word may "
        "simply have been overlooked; a parent under 18 is a child too."
    ),
    fix=(
        "Include the child, or say under 'Children in the household who are not the subject' why not. "
        "A date of birth shows who is grown up."
    ),
    authority="S ps-knowsley, all children in the household; that a reason is recorded D, E4 rule 7",
    stage="final",
    forms=(ASSESSMENT,),
    check=_child_left_out,
)

RULES = (SGA007,)
