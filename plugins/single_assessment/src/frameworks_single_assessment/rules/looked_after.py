"""Section 20: agreement counts where it is informed, free and given by someone who may give it.

The form asks each of these questions; the rules here read the answers that say 'no'.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.reading import (
    age_on,
    answers_by_child,
    once,
    person_of,
)

AGREES_ALONE_FROM = 16
UNMET = {
    "s20.parental_responsibility_checked": "it is not recorded as checked who has parental responsibility",
    "s20.capacity_considered": "it is not recorded as considered whether those who agree are able to",
    "s20.interpreter": "an interpreter was needed for the agreement and not used",
    "s20.right_to_withdraw_explained": "it is not recorded as explained that the agreement can be taken back",
}
"""What an agreement rests on, and what is said where an answer shows that it is not there."""

MET = frozenset({"yes", "used", "not_needed"})


@once
def _agreement_without_ground(filled: FilledForm) -> Iterator[Hit]:
    for field_id, message in UNMET.items():
        for child, given in answers_by_child(filled, field_id):
            if given.value not in MET and filled.is_answered("s20.who_consents", child):
                yield Hit(given.at, message)


SGA015 = Rule(
    code="SGA015",
    severity="error",
    title="Agreement under section 20 is informed, free and able to be given",
    why=(
        "A parent who agrees must know what it means, be able to decide, and know that they can change "
        "their mind at any time. Agreement without that may not be relied on."
    ),
    fix="Do what is missing and ask again, through an interpreter where one is needed; then record it.",
    authority="S2+ s20-kirklees, s20-slough, s20-torbay; E4 rule 15",
    stage="final",
    forms=(ASSESSMENT,),
    check=_agreement_without_ground,
    statutory=True,
)


@once
def _agreed_by_another(filled: FilledForm) -> Iterator[Hit]:
    decided = filled.date("authorised_date") or filled.date("manager_decision.on")
    for child, given in answers_by_child(filled, "s20.who_consents"):
        for index, agreeing in enumerate(given.value):
            person = person_of(filled, agreeing)
            if agreeing == child:
                age = age_on(person, decided) if decided else None
                if age is not None and age < AGREES_ALONE_FROM:
                    yield Hit(f"{given.at}/{index}", "the child is recorded as agreeing, and is under 16")
            elif person.get("parental_responsibility") == "no":
                yield Hit(
                    f"{given.at}/{index}",
                    "this person is recorded as agreeing, and as without parental responsibility",
                )


SGA115 = Rule(
    code="SGA115",
    severity="error",
    title="Whoever agrees to section 20 may do so",
    why="Only people with parental responsibility can agree, or a young person of 16 or 17 for themselves.",
    fix=(
        "Ask those who have parental responsibility, or correct the people table, with the basis of the "
        "responsibility."
    ),
    authority="S2+ s20-wakefield, s20-slough, s20-kirklees",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_agreed_by_another,
    statutory=True,
)

RULES = (SGA015, SGA115)
