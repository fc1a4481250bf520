"""Section 47: who leads, when the conference is due, under which category. Never whether there is cause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.clock import in_words, last_day, pack_in_force, pack_of
from frameworks_single_assessment.rules.reading import (
    answers_by_child,
    day,
    once,
    person_of,
    place_for,
    place_of_person,
)

SATURDAY = 5


def _lead_where_enquiry(filled: FilledForm) -> dict[str, Any]:
    """The lead practitioner where there is an enquiry that a social worker must lead; empty where not."""
    enquiry = any(given.value == "yes" for given in filled.given("s47_decision"))
    pack = pack_of(filled)
    if not enquiry or (pack is not None and not pack.section_47_lead.social_worker_leads):
        return {}
    return person_of(filled, filled.value("lead_practitioner"))


def _led_by_another(filled: FilledForm) -> Iterator[Hit]:
    if _lead_where_enquiry(filled).get("social_work_registered") == "no":
        yield Hit(
            "/answers/lead_practitioner",
            "reasonable cause to suspect harm is recorded for a child, and the lead practitioner as not a "
            "registered social worker",
        )


SGA013 = Rule(
    code="SGA013",
    severity="error",
    title="A social worker leads an enquiry",
    why=(
        "Only a social worker may lead an enquiry into significant harm, whoever leads other help to the "
        "family."
    ),
    fix=(
        "Name the social worker who leads the enquiry as lead practitioner, or correct the person's "
        "registration."
    ),
    authority="S2+ cc-cin, wt-sussex-lp",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_led_by_another,
    statutory=True,
)


def _registration_unknown(filled: FilledForm) -> Iterator[Hit]:
    lead = _lead_where_enquiry(filled)
    if lead and lead.get("social_work_registered", "not_known") == "not_known":
        yield Hit(
            f"{place_of_person(filled, lead['id'])}/social_work_registered",
            "reasonable cause to suspect harm is recorded for a child, and not whether the lead practitioner "
            "is a registered social worker",
        )


SGA113 = Rule(
    code="SGA113",
    severity="error",
    title="The registration of whoever leads an enquiry is recorded",
    why=(
        "Only a social worker may lead an enquiry into significant harm; the record has to show that one did."
    ),
    fix="Record in the people table whether the lead practitioner is registered as a social worker.",
    authority="S2+ cc-cin, wt-sussex-lp; that it is recorded D, E4 rule 13",
    stage="final",
    forms=(ASSESSMENT,),
    check=_registration_unknown,
)


def _conference_limit(filled: FilledForm, discussed: date) -> int | None:
    pack = pack_of(filled) or pack_in_force(discussed)
    return pack.icpc.working_days if pack else None


@once
def _due_on_another_day(filled: FilledForm) -> Iterator[Hit]:
    for child, due in answers_by_child(filled, "icpc_due"):
        discussed, stated = filled.date("strategy_date", child), day(due.value)
        limit = _conference_limit(filled, discussed) if discussed else None
        if discussed and stated and limit and stated != last_day(discussed, limit):
            yield Hit(due.at, f"this is not the last of {in_words(limit)} after the strategy discussion")


SGA213 = Rule(
    code="SGA213",
    severity="warning",
    title="The conference is due 15 working days after the strategy discussion",
    why=(
        "The period runs from the strategy discussion that started the enquiry. The day after it is day 1; "
        "weekends and bank holidays do not count."
    ),
    fix=(
        "Correct the due date or the date of the strategy discussion. A conference held sooner has its own "
        "date; this one is the last day for it."
    ),
    authority=(
        "S2+ ssd, isle-of-man-kw, bexley47 for 15 working days; from which discussion the sources differ; "
        "how days are counted D"
    ),
    stage="draft",
    forms=(ASSESSMENT,),
    check=_due_on_another_day,
    statutory=True,
)


@once
def _conference_at_weekend(filled: FilledForm) -> Iterator[Hit]:
    for _, held in answers_by_child(filled, "icpc_date"):
        on = day(held.value)
        if on and on.weekday() >= SATURDAY:
            yield Hit(held.at, "this day is a Saturday or a Sunday")


SGA313 = Rule(
    code="SGA313",
    severity="error",
    title="A conference on a weekday",
    why="Conferences are not held at weekends, so the date is most likely mistyped. The census refuses it.",
    fix="Check the date of the conference.",
    authority="S cin-val 8875",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_conference_at_weekend,
    statutory=True,
)


@once
def _plan_without_category(filled: FilledForm) -> Iterator[Hit]:
    for child, plans in answers_by_child(filled, "plans_open"):
        if "child_protection" in plans.value and not filled.is_answered("icpc_category", child):
            yield Hit(
                place_for(filled, "icpc_category", child),
                "a child protection plan is open for the child, and its category is not recorded",
            )


SGA027 = Rule(
    code="SGA027",
    severity="error",
    title="A child protection plan has its category",
    why="The category says what the plan is to protect the child from; there may be several.",
    fix="Record at least one category as the conference gave it, or correct which plans are open.",
    authority="S2+ sussex-conf, ssd; E4 rule 27",
    stage="final",
    forms=(ASSESSMENT,),
    check=_plan_without_category,
    statutory=True,
)


@once
def _change_half_recorded(filled: FilledForm) -> Iterator[Hit]:
    for child in filled.children:
        category = filled.is_answered("icpc_category_latest", child)
        changed = filled.is_answered("icpc_category_latest_on", child)
        if category and not changed:
            place = place_for(filled, "icpc_category_latest_on", child)
            yield Hit(place, "the category has changed, and the day of the change is not recorded")
        elif changed and not category:
            place = place_for(filled, "icpc_category_latest", child)
            yield Hit(place, "a day is recorded on which the category changed, and the new category is not")


SGA127 = Rule(
    code="SGA127",
    severity="error",
    title="A changed category has its date",
    why="First and latest category are kept apart so that it can be seen what changed, and when.",
    fix="Add what is missing, or remove both if the category is still the first one.",
    authority="S ssd keeps the first and the latest apart; that the change is dated D, E4 rule 27",
    stage="final",
    forms=(ASSESSMENT,),
    check=_change_half_recorded,
)


@once
def _changed_before_conference(filled: FilledForm) -> Iterator[Hit]:
    for child, changed in answers_by_child(filled, "icpc_category_latest_on"):
        held, on = filled.date("icpc_date", child), day(changed.value)
        if held and on and on < held:
            yield Hit(changed.at, "the category changes before the conference that gave the first one")


SGA227 = Rule(
    code="SGA227",
    severity="error",
    title="A category changes after the conference",
    why="The first category is the conference's; it cannot have changed before there was one.",
    fix="Check the day of the change and the date of the conference.",
    authority="D, E4 rule 27",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_changed_before_conference,
)

RULES = (SGA013, SGA113, SGA213, SGA313, SGA027, SGA127, SGA227)
