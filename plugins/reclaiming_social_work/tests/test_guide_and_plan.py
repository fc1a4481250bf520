"""The guide of a unit and its plan: questions for every route, and a plan that says only what the record says."""

import json
from pathlib import Path

import pytest

from frameworks_core.exchange.reading import Reader
from frameworks_core.functions.deciding import prepare
from frameworks_core.functions.planning import draft_plan
from frameworks_core.host.guides import load_guide
from frameworks_core.statute.routes import all_routes
from frameworks_reclaiming_social_work import INTERVENTION_PLAN, plugin

EXAMPLES = Path(__file__).parents[3] / "examples" / "harper_family"
SUMMARY = "reclaiming_social_work_case_summary"
PLAN = "reclaiming_social_work_intervention_plan"
(FILE,) = plugin.frameworks_decide()
(TEMPLATE,) = plugin.frameworks_support()


def example(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def guide():
    return load_guide(FILE)


@pytest.fixture
def bearing(guide, installed):
    """For each question of the guide the places of an example that bear on it."""

    def found(name):
        document = example(name)
        assessment = Reader(installed.form(document["form"])).read(document)
        return {
            weighing.question: [place for entry in weighing.entries for place in entry.places]
            for view in prepare(assessment, [guide], all_routes()).routes
            for weighing in view.weighings
        }

    return found


@pytest.fixture
def planned(installed):
    def draft(name, child=None):
        document = example(name)
        source = installed.form(document["form"])
        return draft_plan(document, source, TEMPLATE, installed.form(INTERVENTION_PLAN), child)

    return draft


def places(found, words):
    """The places under the one question with these words."""
    (question,) = (question for question in found if words in question)
    return found[question]


def test_risk_is_asked_first_for_every_route(guide):
    first, *_ = guide.considerations
    assert first.question.startswith("What may happen to which child")
    assert first.routes == {route.id for route in all_routes()}


def test_every_route_has_a_question_of_its_own(guide):
    every = {route.id for route in all_routes()}
    assert not every - {route for one in guide.considerations if one.routes < every for route in one.routes}


def test_questions_ask_and_recommend_nothing(guide):
    for one in guide.considerations:
        assert one.question.endswith("?")
        assert not [word for word in ("should", "recommend", "score", "threshold is") if word in one.question]


def test_no_hypothesis_bears_on_whether_there_is_cause_to_suspect_harm(guide, bearing):
    (asked,) = (one for one in guide.considerations if "With every hypothesis put aside" in one.question)
    assert asked.routes == {"strategy_and_section_47"}
    found = places(bearing("reclaiming_social_work_hypotheses"), "With every hypothesis put aside")
    assert not [place for place in found if "hypotheses" in place or "planned_conversations" in place]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("What may happen to which child", "/answers/risk_statement/0"),
        ("What reduces that risk now", "/answers/risk_protective/0"),
        ("Which hypotheses stay open", "/answers/hypotheses/1"),
        ("Which conversation would change our mind", "/answers/planned_conversations/0"),
        ("What do we know, what do we not know", "/answers/certainty_position"),
        ("How does each child see it", "/answers/child_lived_experience/p1"),
        ("Whose perspective is missing", "/answers/perspectives/4"),
        ("Into which pattern", "/answers/patterns/0"),
        ("Who is accountable", "/answers/case_responsibility"),
        ("Who in the unit", "/answers/unit_decisions/0"),
    ],
)
def test_what_bears_on_a_question_is_found_in_the_case_summary(bearing, words, expected):
    assert expected in places(bearing(SUMMARY), words)


def test_what_bears_on_a_question_is_found_in_records_of_other_frameworks(bearing):
    assert "/answers/child_words/p1" in places(bearing("single_assessment"), "How does each child see it")
    assert "/answers/parent_views/1" in places(bearing("single_assessment"), "Whose perspective is missing")
    assert not places(bearing("caf_v3"), "Which hypotheses stay open")
    assert not places(bearing("single_assessment"), "Which hypotheses stay open")


def test_a_plan_from_the_case_summary_makes_up_no_change_and_lists_each_risk_that_nothing_answers(planned):
    plan = planned(SUMMARY)
    assert plan.document["answers"] == {}
    assert [place for entry in plan.needs_unmet for place in entry.places] == [
        f"/answers/risk_statement/{row}" for row in range(3)
    ]


def test_goals_and_actions_of_other_frameworks_go_into_the_plan_word_for_word(planned):
    goals = example("signs_of_safety_mapping")["answers"]["safety_goals"]
    changes = planned("signs_of_safety_mapping").document["answers"]["intended_change"]
    assert [row["outcome"] for row in changes] == [row["outcome"] for row in goals]
    assessment = planned("single_assessment").document["answers"]
    assert assessment["contingency"][0]["trigger"] == "Scott near home, flat, ward or school"
    assert "intended_change" not in assessment


def test_a_plan_in_use_is_shown_whole_and_nothing_in_it_is_loose(planned):
    plan = planned(PLAN)
    assert plan.document["answers"]["intended_change"] == example(PLAN)["answers"]["intended_change"]
    assert not plan.actions_untied
