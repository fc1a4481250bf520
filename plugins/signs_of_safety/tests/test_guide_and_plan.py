"""The guide to judgement finds what bears on its questions; the safety plan holds what the map holds, and nothing else."""

import copy
import json
from pathlib import Path

import pytest

from frameworks_core.exchange.reading import Reader
from frameworks_core.functions.deciding import prepare
from frameworks_core.functions.planning import draft_plan
from frameworks_core.host.guides import load_guide
from frameworks_core.statute.routes import all_routes
from frameworks_core.testing import blank_document
from frameworks_signs_of_safety import plugin

HARPERS = Path(__file__).parents[3] / "examples" / "harper_family"
(FILE,) = plugin.frameworks_decide()
(TEMPLATE,) = plugin.frameworks_support()


@pytest.fixture(scope="module")
def guide():
    return load_guide(FILE)


@pytest.fixture
def bearing(guide, installed):
    """For each question of the guide the places of a record that bear on it."""

    def found(name):
        document = json.loads((HARPERS / f"{name}.json").read_text(encoding="utf-8"))
        views = prepare(Reader(installed.form(document["form"])).read(document), [guide], all_routes()).routes
        return {
            weighing.question: [place for entry in weighing.entries for place in entry.places]
            for view in views
            for weighing in view.weighings
        }

    return found


def places(found, words):
    """The places under the one question with these words."""
    (question,) = (question for question in found if words in question)
    return found[question]


def test_every_route_has_questions_of_its_own(guide):
    every = {route.id for route in all_routes()}
    own = {route for one in guide.considerations if one.routes < every for route in one.routes}
    assert own == every


def test_it_asks_and_never_recommends_or_computes(guide):
    said = [one.question for one in guide.considerations]
    assert all("?" in question for question in said)
    banned = ("should", "average", "recommend", "score", "threshold")
    assert not [question for question in said if any(word in question.lower() for word in banned)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("What has already happened", "/answers/harm_entries/0"),
        ("Who is worried about what", "/answers/danger_statements/1"),
        ("What makes it harder", "/answers/complicating_factors/2"),
        ("while the danger was there", "/answers/existing_safety/0"),
        ("Which strengths", "/answers/existing_strengths/1"),
        ("been told the worries", "/answers/network_members/1"),
        ("Where does each person stand", "/answers/scale_ratings/0"),
        ("Where does each person stand", "/answers/safety_scales/1"),
        ("Who stands somewhere else", "/answers/threshold_decision/0"),
        ("What does each child say", "/answers/child_views/p2/0"),
        ("What does each child say", "/answers/child_corrections/0"),
        ("What does the worker conclude", "/answers/judgement_narrative"),
        ("Which goal has been seen", "/answers/safety_goals/0"),
        ("what small step comes next", "/answers/next_steps/0"),
    ],
)
def test_what_bears_on_a_question_is_found_on_the_map(bearing, words, expected):
    assert expected in places(bearing("signs_of_safety_mapping"), words)


@pytest.mark.parametrize(
    "words", ["Who is worried about what", "while the danger was there", "Where does each person stand"]
)
@pytest.mark.parametrize("name", ["caf_v3", "single_assessment"])
def test_what_other_forms_do_not_hold_is_not_yet_known(bearing, name, words):
    assert not places(bearing(name), words)


@pytest.fixture
def plan(installed):
    """The safety plan drafted from a document."""

    def drafted(document):
        return draft_plan(
            document, installed.form(document["form"]), TEMPLATE, installed.form(TEMPLATE.form), child=None
        )

    return drafted


def test_the_plan_takes_worries_goals_network_and_next_steps_from_the_map_word_for_word(plan, harper):
    mapping = harper("mapping")
    taken = plan(mapping).document["answers"]
    assert taken["safety_goals"] == mapping["answers"]["safety_goals"]
    assert taken["network_members"] == mapping["answers"]["network_members"]
    assert [row["feared"] for row in taken["danger_statements"]] == [
        row["feared"] for row in mapping["answers"]["danger_statements"]
    ]
    assert [row["action"] for row in taken["next_steps"]] == [
        row["action"] for row in mapping["answers"]["next_steps"]
    ]


def test_no_judgement_and_no_rule_is_thought_up_for_the_plan(plan, harper):
    drafted = plan(harper("mapping"))
    assert {"safety_plan_rules", "safe_tonight", "child_version_plan"} <= set(drafted.silent)
    assert "scale_ratings" not in drafted.document["answers"]


def test_a_plan_keeps_the_rules_that_hang_on_a_goal(plan, harper):
    rules = harper("safety_plan")
    assert plan(rules).document["answers"]["safety_plan_rules"] == rules["answers"]["safety_plan_rules"]
    assert not plan(rules).actions_untied


def test_a_step_is_tied_to_a_danger_through_its_goal(plan, harper):
    mapping = harper("mapping")
    assert not plan(mapping).needs_unmet
    assert not plan(mapping).actions_untied

    loose = copy.deepcopy(mapping)
    for row in loose["answers"]["next_steps"]:
        if row["goal"] == "G2":
            del row["goal"]
    drafted = plan(loose)
    assert [entry.places for entry in drafted.needs_unmet] == [("/answers/danger_statements/1",)]
    assert [entry.places for entry in drafted.actions_untied] == [("/answers/next_steps/3",)]


def test_a_plan_from_a_blank_record_of_any_form_is_empty(plan, installed):
    for form_id in installed.form_ids():
        form = installed.form(form_id)
        if form.about == "family":
            assert not plan(blank_document(form)).document["answers"]
