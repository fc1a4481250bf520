"""Rules about agreed actions, on the CAF, on the family form and on the delivery plan alike."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_caf.rules.forms import ASSESSMENT, DELIVERY_PLAN, FAMILY
from frameworks_caf.rules.who import is_family_only
from frameworks_core.forms.filled import FilledForm, Row
from frameworks_core.host.contributions import Hit, Rule


def _rows(filled: FilledForm) -> Iterator[Row]:
    yield from filled.rows("actions")
    yield from filled.rows("dp_rows")


def due_after_review(filled: FilledForm) -> Iterator[Hit]:
    """Actions due after the review that is to look at them, without a comment that could give the reason.

    Only the delivery plan has a column for comments. Dates are ISO text, which sorts as days do.
    """
    review = filled.value("review_date") or filled.value("dp_next_review")
    if not isinstance(review, str):
        return
    for row in _rows(filled):
        by_when = row.cells.get("by_when")
        if isinstance(by_when, str) and by_when > review and "comments" not in row.cells:
            yield Hit(f"{row.at}/by_when", "this action is due after the review that is to look at it")


DUE_BEFORE_REVIEW = Rule(
    code="CAF018",
    severity="warning",
    title="Actions are due by the review",
    why="A review can only see whether something helped if it has been done by then.",
    fix=(
        "Agree an earlier day, a first step that can be done by then, or a later review. If the day has to "
        "stand, say why: under comments on the delivery plan, in the action itself on the CAF, which this "
        "rule cannot read."
    ),
    authority=(
        "D rule 18 of E4; S caf-notts78: by when and next review on the delivery plan; K both on the CAF"
    ),
    stage="draft",
    forms=(ASSESSMENT, FAMILY, DELIVERY_PLAN),
    check=due_after_review,
)


def left_to_the_family(filled: FilledForm) -> Iterator[Hit]:
    """Actions that nobody but family members is to carry out."""
    for row in _rows(filled):
        who = row.cells.get("who")
        if who and all(one in filled.people and is_family_only(filled.people[one]) for one in who):
            yield Hit(f"{row.at}/who", "only family members are named for this action")


NOT_THE_FAMILY_ALONE = Rule(
    code="CAF026",
    severity="warning",
    title="No action is left to the family alone",
    why=(
        "A CAF asks services for help. A plan that only gives the family tasks can turn into a test of the "
        "family."
    ),
    fix=(
        "Name who will help with it, and how, beside the family member. If the family wants to do it alone, "
        "say so in the action and name who will ask how it went."
    ),
    authority="D rule 26 of E4, pitfall 8; S2+ caf-bwd, studylib-caf, caf-liverpool: a CAF asks for services",
    stage="final",
    forms=(ASSESSMENT, FAMILY, DELIVERY_PLAN),
    check=left_to_the_family,
)


def goal_without_measure(filled: FilledForm) -> Iterator[Hit]:
    """Actions with a goal and no sign by which to know that it came nearer."""
    for row in filled.rows("actions"):
        if "goal" in row.cells and "measure" not in row.cells:
            yield Hit(row.at, "this goal does not say how anybody will know that things are better")


MEASURE = Rule(
    code="CAF503",
    severity="note",
    title="A goal has its sign of improvement",
    why=(
        "With a sign that everybody can see, the family need not depend on somebody's impression at the "
        "review."
    ),
    fix="Ask the child and family what they would notice first, and write that down.",
    authority="S docsbay-1070892: the goal, and how you will know (qa.goal_distance)",
    stage="final",
    forms=(ASSESSMENT, FAMILY),
    check=goal_without_measure,
)

RULES = (DUE_BEFORE_REVIEW, NOT_THE_FAMILY_ALONE, MEASURE)
