"""What happens next: outcomes that can stand together, and who decided them."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.plan_rows import OVER, names
from frameworks_single_assessment.rules.reading import answers_by_child, once

NOTHING_MORE = frozenset({"no_further_action", "no_further_action_s47_end"})


def _outstanding_for(filled: FilledForm, child: str, ending: frozenset[str]) -> bool:
    """Whether the plan still holds something for a child.

    A row that names no subject child counts only where the outcome is the same for all of them.
    """
    subjects = frozenset(filled.children)
    for row in filled.rows("plan_rows"):
        if row.cells.get("status") in OVER:
            continue
        shared = subjects.isdisjoint(row.cells.get("for_whom", ())) and ending == subjects
        if names(row, child) or shared:
            return True
    return False


@once
def _nothing_more_and_yet(filled: FilledForm) -> Iterator[Hit]:
    outcomes = tuple(answers_by_child(filled, "outcomes"))
    ending = frozenset(child for child, given in outcomes if not NOTHING_MORE.isdisjoint(given.value))
    for child, given in outcomes:
        if child not in ending:
            continue
        if _outstanding_for(filled, child, ending):
            yield Hit(given.at, "the outcome is no further action, and the plan has rows that are not done")
        if "no_further_action" in given.value and filled.value("s47_decision", child) == "yes":
            yield Hit(
                given.at,
                "the outcome is no further action, and the decision is that there is reasonable cause to "
                "suspect harm",
            )


SGA014 = Rule(
    code="SGA014",
    severity="error",
    title="No further action leaves nothing open",
    why=(
        "A family told that nothing more will be done must be able to rely on it, and so must a child for "
        "whom harm is suspected."
    ),
    fix=(
        "Check the outcome, the plan and the decision on significant harm. Where an enquiry has ended, the "
        "outcome 'No further action; the section 47 enquiry ends' says so; rows that are finished are "
        "marked done or stopped."
    ),
    authority="D, E4 rule 14",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_nothing_more_and_yet,
)


@once
def _nothing_more_beside_more(filled: FilledForm) -> Iterator[Hit]:
    for _, given in answers_by_child(filled, "outcomes"):
        if "no_further_action" in given.value and not NOTHING_MORE.issuperset(given.value):
            yield Hit(given.at, "no further action stands beside an outcome that is one")


SGA114 = Rule(
    code="SGA114",
    severity="warning",
    title="No further action stands alone",
    why="Several outcomes may apply, but doing nothing more is not one of several.",
    fix="Keep the outcomes that apply. Where only the enquiry ended, use the outcome that says so.",
    authority="S ssd, several outcomes may apply; that this one stands alone D",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_nothing_more_beside_more,
)


@once
def _early_help_beside_protection(filled: FilledForm) -> Iterator[Hit]:
    for child, given in answers_by_child(filled, "outcomes"):
        plans = filled.value("plans_open", child) or ()
        if "step_down_early_help" in given.value and "child_protection" in plans:
            yield Hit(
                given.at, "the outcome is early help, and a child protection plan is open for the child"
            )


SGA214 = Rule(
    code="SGA214",
    severity="warning",
    title="No direct step from a child protection plan to early help",
    why=(
        "A child protection plan is ended by a conference, and help to a child in need comes between it "
        "and early help."
    ),
    fix=(
        "Check the outcome and which plans are open; record the conference's decision if it has ended the "
        "plan."
    ),
    authority="S su-knowsley, a local procedure",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_early_help_beside_protection,
)


def _author_decides(filled: FilledForm) -> Iterator[Hit]:
    author = filled.value("author")
    if author is not None and filled.value("manager_decision.by") == author:
        yield Hit(
            "/answers/manager_decision.by",
            "the person who wrote the assessment is recorded as the one who decided",
        )


SGA028 = Rule(
    code="SGA028",
    severity="error",
    title="The manager who decides did not write the assessment",
    why="The decision is a second look. Nobody can take a second look at their own work.",
    fix="Name the manager who decided, or correct who wrote the assessment.",
    authority="S docest-420637; E4 rule 28",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_author_decides,
)


def _author_oversees(filled: FilledForm) -> Iterator[Hit]:
    author = filled.value("author")
    if author is None:
        return
    if filled.value("oversight_manager") == author:
        yield Hit(
            "/answers/oversight_manager", "the person who wrote the assessment is recorded as its manager"
        )
    for field_id in ("checkpoints", "supervision"):
        for row in filled.rows(field_id):
            if row.cells.get("by") == author:
                yield Hit(
                    f"{row.at}/by",
                    "the person who wrote the assessment is recorded as the one who looked it over",
                )


SGA128 = Rule(
    code="SGA128",
    severity="warning",
    title="Oversight is somebody else's",
    why="Checkpoints and supervision are there so that another mind tests the thinking.",
    fix="Name the manager or supervisor, or correct who wrote the assessment.",
    authority="S OFS 27, 31, 42 for oversight; that it is another person D, after E4 rule 28",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_author_oversees,
)

RULES = (SGA014, SGA114, SGA214, SGA028, SGA128)
