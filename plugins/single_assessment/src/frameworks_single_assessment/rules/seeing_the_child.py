"""Seeing each child: time alone, what a baby shows, and no questions that cannot be put before birth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from frameworks_core.forms.filled import FilledForm, Row
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.reading import (
    age_on,
    answers_by_child,
    day,
    is_unborn,
    once,
    person_of,
    place_for,
    work_began,
)

SPEAKS_FOR_ITSELF_FROM = 2
"""Age in years below which observation stands in for words (E4 rule 6)."""


def _is_baby(person: dict[str, Any], began: date | None) -> bool:
    if began is None or is_unborn(person):
        return False
    age = age_on(person, began)
    return age is not None and age < SPEAKS_FOR_ITSELF_FROM


def _baby_not_observed(filled: FilledForm) -> Iterator[Hit]:
    began = work_began(filled)
    for child in filled.children:
        asked_by_form = filled.value("child_communication", child) == "no_words"
        if (
            _is_baby(person_of(filled, child), began)
            and not asked_by_form
            and not filled.is_answered("child_observed", child)
        ):
            yield Hit(
                place_for(filled, "child_observed", child),
                "the child was under two when the assessment began, and no observation of the child is "
                "recorded",
            )


SGA006 = Rule(
    code="SGA006",
    severity="error",
    title="A child under two is observed",
    why=(
        "A baby's voice is how the baby looks, moves, settles and turns to people. Where that is not "
        "written down, the baby is not in the assessment. It does not apply before birth."
    ),
    fix=(
        "Describe what was seen of the child, with whom, where and when, and choose 'Without words' for "
        "how the child tells us things. The form itself asks this of an older child who uses no words."
    ),
    authority="S OFS 10; under two as the age D, E4 rule 6",
    stage="final",
    forms=(ASSESSMENT,),
    check=_baby_not_observed,
)


@once
def _communication_against_birth(filled: FilledForm) -> Iterator[Hit]:
    authorised = filled.date("authorised_date")
    for child, given in answers_by_child(filled, "child_communication"):
        person = person_of(filled, child)
        born = day(person.get("dob"))
        if given.value == "not_born" and born and (authorised is None or born <= authorised):
            yield Hit(given.at, "the child has a date of birth and is described here as not born yet")
        elif given.value != "not_born" and is_unborn(person):
            yield Hit(given.at, "the child is recorded as expected and is described here as already born")


SGA106 = Rule(
    code="SGA106",
    severity="error",
    title="Born, or not born yet",
    why=(
        "Much of this form is asked of a child who is born and of no other; which it is must be said one "
        "way only."
    ),
    fix=(
        "After the birth, replace the expected date by the date of birth and say how the baby shows "
        "things; before it, choose 'Not born yet'."
    ),
    authority="D, after E4 rule 6",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_communication_against_birth,
)


def _seen(filled: FilledForm, child: str) -> Iterator[Row]:
    """Contacts at which the child was seen."""
    for row in filled.rows("contacts_children"):
        concerned = row.cells.get("about", ()) if row.child is None else (row.child,)
        if child in concerned and row.cells.get("seen") == "yes":
            yield row


@once
def _contacts_disagree(filled: FilledForm) -> Iterator[Hit]:
    for child, given in answers_by_child(filled, "seen_alone"):
        if given.value == "no" and any(row.cells.get("alone") == "yes" for row in _seen(filled, child)):
            yield Hit(
                given.at, "this says that the child was not seen alone, and a contact says that the child was"
            )
    for child, given in answers_by_child(filled, "child_first_seen"):
        first = day(given.value)
        seen_on = [on for row in _seen(filled, child) if (on := day(row.cells.get("on")))]
        if first and seen_on and min(seen_on) < first:
            yield Hit(given.at, "a contact shows that the child was seen before this day")


SGA206 = Rule(
    code="SGA206",
    severity="warning",
    title="Contacts and summary say the same",
    why=(
        "When a child was first met, and whether anyone listened to the child alone, is what readers look "
        "for first."
    ),
    fix="Correct the summary or the row of the contact. One row for each child shows who was seen alone.",
    authority="S ssd for recording both; that they agree D",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_contacts_disagree,
)


@once
def _alone_without_contact(filled: FilledForm) -> Iterator[Hit]:
    if not filled.is_answered("contacts_children"):
        return
    for child, given in answers_by_child(filled, "seen_alone"):
        if given.value == "yes" and not any(row.cells.get("alone") == "yes" for row in _seen(filled, child)):
            yield Hit(given.at, "this says that the child was seen alone, and no contact shows when")


SGA306 = Rule(
    code="SGA306",
    severity="warning",
    title="Time alone with a child has its contact",
    why="That a child was seen alone can be followed up only where it says when and where.",
    fix="Add the contact, or mark on its row that this child was seen alone.",
    authority="S ssd records it visit by visit; the rule D, after E4 rule 6",
    stage="final",
    forms=(ASSESSMENT,),
    check=_alone_without_contact,
)

RULES = (SGA006, SGA106, SGA206, SGA306)
