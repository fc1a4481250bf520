"""The plan: every need thought of, rows that come before the review, a real plan B."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from frameworks_core.forms.filled import FilledForm, Given, Row
from frameworks_core.forms.form import Form
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT, CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN
from frameworks_single_assessment.rules.plan_rows import OVER, reaches
from frameworks_single_assessment.rules.reading import answers_by_child, day, once, text_of

PLANS = (ASSESSMENT, CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN)
"""Forms with a plan on them, in the same columns."""


def _dimensions(form: Form) -> dict[str, str]:
    """The dimensions a plan row can name, with their labels, as the form gives them."""
    field = form.fields.get("plan_rows")
    column = field.column("dimension") if field else None
    return {code.code: code.label for code in column.codes} if column else {}


def _stands_in(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _speaks_of(row: Row, label: str, need: str) -> bool:
    """Whether a row's need names the dimension by its label, or is the need itself or a part of it."""
    if "need" not in row.cells:
        return False
    words = text_of(row.cells["need"]).casefold().rstrip(".")
    return _stands_in(label.casefold(), words) or _stands_in(words, need) or _stands_in(need, words)


def _is_taken_up(filled: FilledForm, given: Given, dimension: str, label: str) -> bool:
    need = text_of(given.value).casefold().rstrip(".")
    return any(
        (row.cells.get("dimension") == dimension or _speaks_of(row, label, need))
        and reaches(filled, row, given.child)
        for row in filled.rows("plan_rows")
    ) or any(
        "reason" in row.cells and _speaks_of(row, label, need) and reaches(filled, row, given.child, "about")
        for row in filled.rows("needs_without_action")
    )


def _unmatched(filled: FilledForm) -> str:
    """Rows of the plan that name no dimension and so may answer any need, in words for a message."""
    count = sum("dimension" not in row.cells for row in filled.rows("plan_rows"))
    return f" ({count} of its rows without a dimension)" if count else ""


def _need_without_action(filled: FilledForm) -> Iterator[Hit]:
    unplanned = {child for child in filled.children if filled.is_answered("plan_none_reason", child)}
    if unplanned.issuperset(filled.children):
        return
    for dimension, label in _dimensions(filled.form).items():
        for given in filled.given(f"{dimension}.needs"):
            if given.child not in unplanned and not _is_taken_up(filled, given, dimension, label):
                yield Hit(
                    given.at,
                    f"a need is recorded here; neither the plan{_unmatched(filled)} nor the needs for which "
                    f"nothing is planned name {label}",
                )


SGA016 = Rule(
    code="SGA016",
    severity="warning",
    title="Every need has a row in the plan, or a reason for none",
    why=(
        "A need that is written down and then forgotten tells a family that nobody read what they said. "
        "Leaving one alone can be right; it has a reason."
    ),
    fix=(
        "Choose the dimension on the row of the plan that answers the need, or add a row; rows without a "
        "dimension cannot be matched. If the need is left alone, add it to 'Needs for which nothing is "
        "planned': in the column 'Need' in the words used here, or beginning with the dimension as in "
        "'Income: short until June', and the reason beside it under 'No action because'."
    ),
    authority="S OFS 57; E4 rule 16",
    stage="final",
    forms=(ASSESSMENT,),
    check=_need_without_action,
)

CONTINGENCY = {
    "trigger": "what sets this plan B off is not said",
    "action": "what would then be done is not said",
    "who": "who would do it is not said",
}


def _contingency_in_part(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("contingency"):
        for column, message in CONTINGENCY.items():
            if column not in row.cells:
                yield Hit(f"{row.at}/{column}", message)


SGA017 = Rule(
    code="SGA017",
    severity="error",
    title="A plan B says when, what and who",
    why="On the day it is needed nobody has time to work out what was meant.",
    fix="Say what would set it off, what would then be done and who would do it.",
    authority="S OFS 62; E4 rule 17",
    stage="final",
    forms=PLANS,
    check=_contingency_in_part,
)


def _no_contingency(filled: FilledForm) -> Iterator[Hit]:
    open_rows = any(row.cells.get("status") not in OVER for row in filled.rows("plan_rows"))
    if open_rows and not filled.is_answered("contingency"):
        yield Hit(
            "/answers/contingency", "there is a plan, and nothing says what happens if it does not work"
        )


SGA117 = Rule(
    code="SGA117",
    severity="warning",
    title="A plan has a plan B",
    why="Inspectors found plans without one, or with one that only said whom to ring.",
    fix="Add what would really be done, by whom, and where the child would be.",
    authority="S OFS 62; E4 rule 17",
    stage="final",
    forms=PLANS,
    check=_no_contingency,
)

REVIEWS = {"child_in_need": "review_child_in_need", "child_protection": "review_child_protection"}


def _review_of(filled: FilledForm, row: Row) -> date | None:
    """The day a row is looked at again: its own, or else the latest review of the plan."""
    own = day(row.cells.get("review_date"))
    dates = [on for field_id in REVIEWS.values() if (on := filled.date(field_id))]
    return own or max(dates, default=None)


def _due_after_review(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("plan_rows"):
        due, review = day(row.cells.get("by_when")), _review_of(filled, row)
        if due and review and due > review and "late_reason" not in row.cells:
            yield Hit(f"{row.at}/by_when", "this is due after the review, and no reason is recorded")


SGA018 = Rule(
    code="SGA018",
    severity="warning",
    title="What is planned is due before the review, or has a reason",
    why=(
        "A review can only look at what should have happened by then. Some steps rightly take longer; the "
        "family should know which."
    ),
    fix="Set an earlier date, or give the reason on the row.",
    authority="S OFS 57 for clear dates; E4 rule 18 D",
    stage="final",
    forms=PLANS,
    check=_due_after_review,
)


@once
def _no_review(filled: FilledForm) -> Iterator[Hit]:
    for _, plans in answers_by_child(filled, "plans_open"):
        for plan, field_id in REVIEWS.items():
            if plan in plans.value and not filled.is_answered(field_id):
                yield Hit(
                    f"/answers/{field_id}", "such a plan is open for a child, and no review date is recorded"
                )


SGA118 = Rule(
    code="SGA118",
    severity="warning",
    title="An open plan has its review date",
    why=(
        "Without a date a plan drifts. How often reviews are held is for local rules, and for conferences "
        "for national ones."
    ),
    fix="Add the date of the next review, or correct which plans are open.",
    authority="S2+ trix-rcpc, kent, nyas for child protection; S cin-york (local) for children in need",
    stage="final",
    forms=(ASSESSMENT,),
    check=_no_review,
)


@once
def _two_plans(filled: FilledForm) -> Iterator[Hit]:
    for _, plans in answers_by_child(filled, "plans_open"):
        if REVIEWS.keys() <= set(plans.value):
            yield Hit(
                plans.at, "a child in need plan and a child protection plan are both open for the child"
            )


SGA019 = Rule(
    code="SGA019",
    severity="error",
    title="One plan at a time: child in need or child protection",
    why=(
        "With two plans nobody knows which one counts, and who leads it. The census refuses both for one "
        "child."
    ),
    fix="Keep the plan that is in force, and record when the other one ended.",
    authority="S cin-val 4001, 4003, 4016; E4 rule 19",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_two_plans,
    statutory=True,
)

RULES = (SGA016, SGA017, SGA117, SGA018, SGA118, SGA019)
