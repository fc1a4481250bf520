"""Rules about a review of the delivery plan: what became of the plan, and what follows from the decision."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_caf.rules.forms import DELIVERY_PLAN
from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule


def due_without_progress(filled: FilledForm) -> Iterator[Hit]:
    """Actions due by the meeting of which nothing is told. Dates are ISO text, which sorts as days do."""
    met = filled.value("tac_date")
    if not isinstance(met, str):
        return
    for row in filled.rows("dp_rows"):
        by_when = row.cells.get("by_when")
        due = isinstance(by_when, str) and by_when <= met
        if due and "progress" not in row.cells and "comments" not in row.cells:
            yield Hit(row.at, "this action was due by the meeting, and its progress is not recorded")


PROGRESS = Rule(
    code="CAF504",
    severity="note",
    title="The review says what became of each action",
    why="What was tried and how it went is what the next plan, or the next worker, builds on.",
    fix="Record what happened, or what got in the way, in the words of the people who were there.",
    authority="S caf-notts78: progress and comments for each row; D that a due row has them",
    stage="final",
    forms=(DELIVERY_PLAN,),
    check=due_without_progress,
)


def decision_and_consequence(filled: FilledForm) -> Iterator[Hit]:
    """A reason for closing a plan that goes on, or a next review of one that is closed."""
    decision = filled.value("dp_decision")
    if decision is None:
        return
    if decision != "close" and filled.is_answered("dp_closure_reason"):
        yield Hit("/answers/dp_closure_reason", "a reason for closing is given, and the decision is another")
    if decision == "close" and filled.is_answered("dp_next_review"):
        yield Hit("/answers/dp_next_review", "a next review is agreed for a plan that is closed")


DECISION_FITS = Rule(
    code="CAF505",
    severity="error",
    title="A review ends in a next review or in a reason for closing",
    why=(
        "The family should know whether the help goes on. A request to step up does not close a plan by "
        "itself: it goes on until children's social care has decided to take over."
    ),
    fix="Ask those who met what was decided, and keep the date or the reason that goes with it.",
    authority=(
        "S caf-notts78: next review or reason for closure; S2+ su-gloucs, caf-closure: not closed by a "
        "referral alone"
    ),
    stage="draft",
    forms=(DELIVERY_PLAN,),
    check=decision_and_consequence,
)

RULES = (PROGRESS, DECISION_FITS)
