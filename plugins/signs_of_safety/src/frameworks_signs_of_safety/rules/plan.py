"""The safety plan: each rule for a goal, each goal with rules, and what happened when it was tried."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import SAFETY_PLAN
from frameworks_signs_of_safety.rules.reading import day, named, names_in, text_of


def _for_no_worry(filled: FilledForm) -> Iterator[Hit]:
    goals = tuple(filled.rows("safety_goals"))
    for rule in filled.rows("safety_plan_rules"):
        names = names_in(rule.cells.get("goal"))
        meant = [goal for name in names for goal in named(goals, name)]
        if not names:
            yield Hit(f"{rule.at}/goal", "which goal this rule serves is not said")
        elif meant and not any(names_in(goal.cells.get("danger")) for goal in meant):
            yield Hit(f"{rule.at}/goal", "the goal this rule serves answers no worry")


SOS014 = Rule(
    code="SOS014",
    severity="error",
    title="Each rule serves a goal that answers a worry",
    why="A rule that a family cannot trace to a worry is somebody's idea of how to live.",
    fix="Name the goal of the rule and the worry of the goal; or leave the rule out.",
    authority="D, rule 14 of C1, after S sos-york, sos-plan",
    stage="final",
    forms=(SAFETY_PLAN,),
    check=_for_no_worry,
)


def _goal_without_rule(filled: FilledForm) -> Iterator[Hit]:
    served = {name for rule in filled.rows("safety_plan_rules") for name in names_in(rule.cells.get("goal"))}
    for goal in filled.rows("safety_goals"):
        if text_of(goal.cells.get("ref")).casefold() not in served:
            yield Hit(goal.at, "no rule of the plan serves this goal")


SOS114 = Rule(
    code="SOS114",
    severity="warning",
    title="Each goal has rules that lead to it",
    why="A goal without a rule is a wish: nobody knows who does what on Monday.",
    fix="Ask the network what they will do for this goal, and add it as a rule.",
    authority="D, rule 14 of C1",
    stage="final",
    forms=(SAFETY_PLAN,),
    check=_goal_without_rule,
)


def _to_talk_about(filled: FilledForm) -> Iterator[Hit]:
    meetings = [on for row in filled.rows("network_meetings") if (on := day(row.cells.get("on")))]
    for table in ("immediate_safety_plan", "safety_plan_rules"):
        for rule in filled.rows(table):
            tested = day(rule.cells.get("tested"))
            met_since = tested is not None and any(on >= tested for on in meetings)
            if rule.cells.get("held") == "lapsed" and not met_since:
                yield Hit(
                    f"{rule.at}/held", "this rule did not hold, and no network meeting since then is recorded"
                )
    looked = filled.date("reviewed_on") or filled.date("plan_date")
    for stage in filled.rows("timeline_stages"):
        due = day(stage.cells.get("date"))
        if due and looked and due < looked and "result" not in stage.cells:
            yield Hit(
                f"{stage.at}/result",
                "the day of this stage is past, and what its test showed is not recorded",
            )


SOS115 = Rule(
    code="SOS115",
    severity="note",
    title="A plan that did not hold, or was not tried in time",
    why="A plan is only a plan until somebody has seen it work. A lapse is a reason to make it better together.",
    fix="Think of bringing the network together: what happened, and what would hold?",
    authority="S sos-plan for a lapse; D, rule 15 of C1",
    stage="draft",
    forms=(SAFETY_PLAN,),
    check=_to_talk_about,
)

RULES = (SOS014, SOS114, SOS115)
