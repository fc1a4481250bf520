"""When things happened, and the reasons owed where they took long.

Two clocks run. Guidance counts from the referral: the response within one working day, the assessment within
45. The yearly census counts its 45 from the day the assessment started. A record is read by the guidance of
its own time: the limits come from the statute pack in force on the day of the referral, and before the first
pack none is applied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_core.statute.packs import Limit, Pack, all_packs
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.clock import in_words, last_day, pack_of
from frameworks_single_assessment.rules.reading import (
    answers_by_child,
    day,
    once,
    people_with_places,
)

LONGEST_BEFORE_BIRTH = timedelta(days=280)
"""The census refuses a referral earlier than this before the (expected) birth (S cin-val 8606)."""


def _referred_before_conception(filled: FilledForm) -> Iterator[Hit]:
    referral = filled.date("referral_date")
    if referral is None:
        return
    for at, person in people_with_places(filled):
        if person["id"] not in filled.children:
            continue
        for name in ("dob", "edd"):
            birth = day(person.get(name))
            if birth is not None and birth - referral > LONGEST_BEFORE_BIRTH:
                yield Hit(f"{at}/{name}", "the referral is dated more than 280 days before this day")


SGA002 = Rule(
    code="SGA002",
    severity="error",
    title="A referral at most 280 days before the birth",
    why=(
        "One of the dates cannot be right: nobody can be referred before they were conceived. The census "
        "refuses such a record."
    ),
    fix="Check the date of birth or the expected date, and the referral date.",
    authority="S cin-val 8606",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_referred_before_conception,
    statutory=True,
)


def _exceeded(
    filled: FilledForm, date_in: str, reason_in: str, limit_of: Callable[[Pack], Limit]
) -> str | None:
    """The limit after the referral, in words, that a date exceeds with no reason given; None if none is."""
    referral, on, pack = filled.date("referral_date"), filled.date(date_in), pack_of(filled)
    if referral is None or on is None or pack is None or filled.is_answered(reason_in):
        return None
    limit = limit_of(pack).working_days
    return in_words(limit) if on > last_day(referral, limit) else None


def _late_response(filled: FilledForm) -> Iterator[Hit]:
    reason = "referral_decision_late_reason"
    if limit := _exceeded(filled, "referral_decision_date", reason, lambda pack: pack.referral_decision):
        yield Hit(
            f"/answers/{reason}",
            f"the response was decided more than {limit} after the referral, and no reason is recorded",
        )


SGA003 = Rule(
    code="SGA003",
    severity="warning",
    title="A response that took longer than one working day has its reason",
    why=(
        "Guidance expects the type of response to be decided within one working day. Where that was not "
        "possible, the family and the next reader should not have to guess why."
    ),
    fix="Say in a sentence why the response was decided later; or correct the date.",
    authority="S2+ millbrook, speakcase, wflack for one working day; that a reason is recorded D, E4 rule 3",
    stage="final",
    forms=(ASSESSMENT,),
    check=_late_response,
)


def _out_of_order(filled: FilledForm) -> Iterator[Hit]:
    referral, start = filled.date("referral_date"), filled.date("assessment_start")
    authorised = filled.date("authorised_date")
    if referral and start and start < referral:
        yield Hit("/answers/assessment_start", "the assessment starts before the referral")
    first = start or referral
    if first and authorised and authorised < first:
        begun = "the assessment started" if start else "the referral"
        yield Hit("/answers/authorised_date", f"the assessment is authorised before {begun}")


SGA004 = Rule(
    code="SGA004",
    severity="error",
    title="Referral, start and authorisation in that order",
    why="The time a child waited is counted from these dates, by the guidance and by the census.",
    fix=(
        "Correct the date that was mistyped; an assessment that began earlier belongs to an earlier referral."
    ),
    authority="D, E4 rule 4",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_out_of_order,
)


@once
def _decisions_out_of_order(filled: FilledForm) -> Iterator[Hit]:
    for earlier, later, message in (
        ("referral_date", "referral_decision_date", "the response is decided before the referral"),
        ("assessment_start", "manager_decision.on", "the manager decides before the assessment starts"),
        ("manager_decision.on", "authorised_date", "the assessment is authorised before the manager decides"),
    ):
        first, second = filled.date(earlier), filled.date(later)
        if first and second and second < first:
            yield Hit(f"/answers/{later}", message)
    for child, held in answers_by_child(filled, "icpc_date"):
        discussed, conference = filled.date("strategy_date", child), day(held.value)
        if discussed and conference and conference < discussed:
            yield Hit(held.at, "the conference is held before the strategy discussion")


SGA104 = Rule(
    code="SGA104",
    severity="warning",
    title="Decisions dated within the assessment they belong to",
    why="Who knew what when a decision was made can only be followed if the dates are in order.",
    fix="Check both dates and correct the one that was mistyped.",
    authority="D, after E4 rule 4",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_decisions_out_of_order,
)


def _before_the_single_assessment(filled: FilledForm) -> Iterator[Hit]:
    referral, first = filled.date("referral_date"), all_packs()[0]
    if referral and referral < first.effective_from:
        yield Hit(
            "/answers/referral_date",
            "the referral is dated before the single assessment began; no time limits are checked",
        )


SGA204 = Rule(
    code="SGA204",
    severity="note",
    title="A referral from before the single assessment",
    why=(
        "Until April 2013 there were separate initial and core assessments with limits of their own. A "
        "record is not measured by guidance that came after it."
    ),
    fix="Check the year. If it is right, nothing is to be done; an older record has a form of its own.",
    authority="S2+ lexology, slideshare-wt13, trix-glossary",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_before_the_single_assessment,
)


def _overrun(filled: FilledForm) -> Iterator[Hit]:
    reason = "overrun_reason"
    if limit := _exceeded(filled, "authorised_date", reason, lambda pack: pack.assessment_limit):
        yield Hit(
            f"/answers/{reason}",
            f"the assessment was authorised more than {limit} after the referral, and no reason is recorded",
        )


SGA005 = Rule(
    code="SGA005",
    severity="error",
    title="An assessment that took longer than the outer limit has its reason",
    why=(
        "Guidance sets 45 working days from the referral as the outer limit, not as a target, and asks for "
        "the reason where it takes longer. The census counts another 45, from the day the assessment "
        "started: the two clocks can give different answers, and this rule reads the first."
    ),
    fix=(
        "Say why it took longer and what that meant for the child; or correct the date. Local limits may "
        "be lower."
    ),
    authority=(
        "S2+ trix-glossary, speakcase, lewisham47 for the limit; S trix-glossary for the reason; S2+ "
        "cin-val 8670Q, ssd for the census"
    ),
    stage="final",
    forms=(ASSESSMENT,),
    check=_overrun,
    statutory=True,
)


def _target_after_limit(filled: FilledForm) -> Iterator[Hit]:
    if limit := _exceeded(filled, "target_date", "overrun_reason", lambda pack: pack.assessment_limit):
        yield Hit("/answers/target_date", f"the target is more than {limit} after the referral")


SGA105 = Rule(
    code="SGA105",
    severity="warning",
    title="A target within the outer limit",
    why=(
        "A target later than the outer limit plans the overrun from the start. Weekends and bank holidays "
        "do not count, so a date worked out by hand is easily some days off."
    ),
    fix="Set a date that is right for the child and within the limit, or record now why it will take longer.",
    authority="S2+ trix-glossary, speakcase, lewisham47 for the limit; that the target keeps to it D",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_target_after_limit,
)

RULES = (SGA002, SGA003, SGA004, SGA104, SGA204, SGA005, SGA105)
