"""The set that belongs together: a danger statement, its goal, and a scale between the two."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, SAFETY_PLAN
from frameworks_signs_of_safety.rules.reading import is_ending, names_in, text_of
from frameworks_signs_of_safety.rules.references import OVERALL

OVERALL_IS_ENOUGH = False
"""Whether one overall scale does for every pair, as in some councils. The default follows York: one for each set."""


def _named_by(filled: FilledForm, table: str, column: str) -> set[str]:
    return {name for row in filled.rows(table) for name in names_in(row.cells.get(column))}


def _without_goal(filled: FilledForm) -> Iterator[Hit]:
    answered = _named_by(filled, "safety_goals", "danger")
    for row in filled.rows("danger_statements"):
        if text_of(row.cells.get("ref")).casefold() not in answered:
            yield Hit(row.at, "no goal says what will be there in place of this worry")


SOS001 = Rule(
    code="SOS001",
    severity="error",
    title="Every danger statement has a goal",
    why="A worry without a goal tells a family what is wrong and not what would be good enough.",
    fix="Add a goal with this statement's short name, or put the short name on the goal that answers it.",
    authority="S sos-york, sos-nyorks, sos-howto",
    stage="final",
    forms=(MAPPING, SAFETY_PLAN),
    check=_without_goal,
)


def _goal_from_nowhere(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("safety_goals"):
        if row.cells.get("owner") == "authority" and not names_in(row.cells.get("danger")):
            yield Hit(
                f"{row.at}/danger", "this goal is the authority's, and no worry is named that it answers"
            )


SOS101 = Rule(
    code="SOS101",
    severity="error",
    title="A goal of the authority answers a worry",
    why=(
        "An authority may ask for change because of a worry it can name. A family's own goals and best hopes "
        "need no worry behind them."
    ),
    fix="Name the worry it answers; or say whose goal it is, if it is the family's.",
    authority="D, rule 1 of C1, after S sos-york",
    stage="final",
    forms=(MAPPING, SAFETY_PLAN),
    check=_goal_from_nowhere,
)


def _without_scale(filled: FilledForm) -> Iterator[Hit]:
    scaled = _named_by(filled, "safety_scales", "about")
    if OVERALL_IS_ENOUGH and OVERALL in scaled:
        return
    for row in filled.rows("danger_statements"):
        if text_of(row.cells.get("ref")).casefold() not in scaled:
            yield Hit(row.at, "no scale of its own stands between this worry and its goal")


SOS002 = Rule(
    code="SOS002",
    severity="warning",
    title="Every pair of danger and goal has a scale",
    why=(
        "One number for everything hides that one worry is nearly over and another has grown. Some councils "
        "use one overall scale; where that is agreed, this can be passed over."
    ),
    fix="Add a scale about this statement, its ends in the words of the worry and of the goal.",
    authority="S sos-york for the set; S sos-lewisham, sos-nottm for one overall scale",
    stage="final",
    forms=(MAPPING,),
    check=_without_scale,
)


def _nothing_feared(filled: FilledForm) -> Iterator[Hit]:
    if not filled.is_answered("danger_statements") and not is_ending(filled):
        yield Hit(
            "/answers/danger_statements",
            "nothing says what people fear, and no decision to close or step down is recorded with its reasons",
        )


SOS032 = Rule(
    code="SOS032",
    severity="error",
    title="What people fear is said, unless the work ends",
    why="A family that does not know what people are scared of cannot show that it is safe. Harm may be empty.",
    fix=(
        "Write what people fear, in the family's words. If nobody fears anything, record the decision to "
        "close or step down and why. Do not make one up to fill the place."
    ),
    authority="S sos-wa; the exception D, table C1",
    stage="final",
    forms=(MAPPING,),
    check=_nothing_feared,
)

RULES = (SOS001, SOS101, SOS002, SOS032)
