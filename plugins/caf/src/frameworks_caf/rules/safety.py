"""Rules about the end of a CAF: where serious harm is feared, safeguarding procedures take over at once.

They point out what practitioners themselves recorded. None infers harm, or its absence, from anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_caf.rules.forms import ASSESSMENT, FAMILY, PRE_ASSESSMENT
from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule

_LEAVE = "S2+ caf-bwd, caf-notts87, docsbay-review: where significant harm may be feared, leave the CAF"


def harm_is_feared(filled: FilledForm, child: str | None) -> bool:
    """Whether the record names exceptional circumstances for a child."""
    return bool(filled.value("significant_harm_exception", child) == "yes")


def is_referred(filled: FilledForm, child: str | None) -> bool:
    """Whether the record names exceptional circumstances for a child and when the referral was made."""
    return harm_is_feared(filled, child) and filled.is_answered("significant_harm_referral_on", child)


def risk_as_outcome(filled: FilledForm) -> Iterator[Hit]:
    """Levels of need that say risk of harm, unless the record shows that it was referred."""
    for given in filled.given("need_level"):
        if given.value == "risk_of_harm" and not is_referred(filled, given.child):
            yield Hit(given.at, "risk of harm is recorded as the level of need, and no referral is")


RISK_IS_NO_OUTCOME = Rule(
    code="CAF024",
    severity="error",
    title="Risk of harm is not an outcome of a CAF",
    why=(
        "A CAF is voluntary help and not a risk assessment. Finishing it here would leave a fear of harm "
        "with a form that cannot answer it."
    ),
    fix=(
        "Follow local safeguarding procedures at once and step up. Then record the exceptional "
        "circumstances, what was done and the date of the referral. If the level was a slip, the people who "
        "agreed it correct it."
    ),
    authority=f"{_LEAVE}; D rule 24 of E4",
    stage="draft",
    forms=(ASSESSMENT, FAMILY),
    check=risk_as_outcome,
)


def harm_without_referral(filled: FilledForm) -> Iterator[Hit]:
    """Exceptional circumstances without a referral date."""
    for given in filled.given("significant_harm_exception"):
        if given.value == "yes" and not is_referred(filled, given.child):
            yield Hit(
                given.at,
                "serious harm is feared, which ends the work on this form, and no referral is recorded",
            )


HARM_ENDS_THE_CAF = Rule(
    code="CAF123",
    severity="error",
    title="A fear of serious harm ends the CAF",
    why=(
        "Action to keep a child safe does not wait for a form, nor for agreement where asking would raise "
        "the danger."
    ),
    fix=(
        "Stop work on this form and follow local safeguarding procedures now. Record the date of the "
        "referral and what was done; the rest may stay unfinished."
    ),
    authority=f"{_LEAVE}; K that a date is recorded; D rule 23 of E4",
    stage="draft",
    forms=(ASSESSMENT, FAMILY),
    check=harm_without_referral,
)


def harm_beside_lower_need(filled: FilledForm) -> Iterator[Hit]:
    """Levels of need that a CAF can meet, for a child for whom serious harm is feared."""
    for given in filled.given("need_level"):
        if given.value != "risk_of_harm" and harm_is_feared(filled, given.child):
            yield Hit(given.at, "serious harm is feared, and the level of need says that a CAF can meet it")


HARM_AND_LEVEL = Rule(
    code="CAF223",
    severity="warning",
    title="The level of need and the fear of harm go together",
    why="A reader of only one of the two answers would act differently from a reader of the other.",
    fix="The people who agreed the level look at both answers together and say which of them stands now.",
    authority=f"{_LEAVE}; D after rules 23 and 24 of E4",
    stage="draft",
    forms=(ASSESSMENT, FAMILY),
    check=harm_beside_lower_need,
)


def not_safe_on_checklist(filled: FilledForm) -> Iterator[Hit]:
    """The question about safety, answered no."""
    if filled.value("pre_safe") == "no":
        yield Hit("/answers/pre_safe", "the question about safety from harm is answered no")


CHECKLIST_SAFETY = Rule(
    code="CAF323",
    severity="note",
    title="A pause where the checklist says not safe",
    why=(
        "The checklist decides nothing and was never validated. Only people can tell whether this is a need "
        "for help or a fear of significant harm, which does not wait for a CAF."
    ),
    fix=(
        "Ask your safeguarding lead today. If significant harm may be feared, follow local procedures at "
        "once; otherwise write into the decision who weighed it and why a CAF is the right help."
    ),
    authority=f"{_LEAVE}; K the question",
    stage="draft",
    forms=(PRE_ASSESSMENT,),
    check=not_safe_on_checklist,
)

RULES = (RISK_IS_NO_OUTCOME, HARM_ENDS_THE_CAF, HARM_AND_LEVEL, CHECKLIST_SAFETY)
