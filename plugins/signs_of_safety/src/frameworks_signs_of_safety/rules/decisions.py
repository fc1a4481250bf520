"""Decisions are people's, with reasons of their own. No number leads to one, here or anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, SUPERVISION
from frameworks_signs_of_safety.rules.reading import text_of

_NUMBER = re.compile(
    r"\b(?:\d+|nought|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE
)
_SCALING = re.compile(
    r"\b(?:scal\w*|scor\w*|rat(?:ed|ing|ings)|numbers?|average|out of)\b|/\s*10", re.IGNORECASE
)
_MOST_WORDS = 12
"""A reason longer than this is taken to say something beside the number."""


def _nobody_decided(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("threshold_decision"):
        by = filled.people.get(row.cells.get("decided_by", ""))
        if by is None or "professional" not in by["roles"]:
            yield Hit(f"{row.at}/decided_by", "which professional made this decision is not recorded")
        if "reasons" not in row.cells:
            yield Hit(f"{row.at}/reasons", "the reasons for this decision are not recorded")


SOS016 = Rule(
    code="SOS016",
    severity="error",
    title="A decision names the person who made it, and why",
    why="Thresholds are matters of law and judgement. Somebody must be able to answer for them.",
    fix="Record who decided, as a person in the people table, and their reasons.",
    authority="D, rule 16 of C1; that a rating is no threshold K",
    stage="final",
    forms=(MAPPING,),
    check=_nobody_decided,
)


def _a_number_decides(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("threshold_decision"):
        reasons = text_of(row.cells.get("reasons"))
        short = len(reasons.split()) <= _MOST_WORDS
        if short and _NUMBER.search(reasons) and _SCALING.search(reasons):
            yield Hit(f"{row.at}/reasons", "the reasons name a number on a scale and little else")


SOS116 = Rule(
    code="SOS116",
    severity="warning",
    title="Reasons are more than a number",
    why="A rating is where somebody stands on a day. It was never made to decide on a family's life.",
    fix="Say what has happened, what is feared, what keeps the child safe, and what that means in law.",
    authority="K, A5 of the notes",
    stage="draft",
    forms=(MAPPING,),
    check=_a_number_decides,
)


def _without_the_manager(filled: FilledForm) -> Iterator[Hit]:
    accountable = filled.value("gs_manager")
    for row in filled.rows("gs_ideas"):
        agreed = row.cells.get("manager_says") == "agreed"
        by_them = row.cells.get("manager") is not None and row.cells.get("manager") == accountable
        if row.cells.get("in_plan") == "yes" and not (agreed and by_them):
            yield Hit(
                f"{row.at}/in_plan",
                "this idea was taken into the plan, and the accountable manager's agreement is not recorded",
            )


SOS018 = Rule(
    code="SOS018",
    severity="error",
    title="An idea from supervision enters the plan with the accountable manager's agreement",
    why="A group thinks aloud. What a family is asked to do is decided by those who answer for it.",
    fix="Ask the accountable manager and record their answer; until then it is an idea.",
    authority="S sos-supervision",
    stage="draft",
    forms=(SUPERVISION,),
    check=_without_the_manager,
)

RULES = (SOS016, SOS116, SOS018)
