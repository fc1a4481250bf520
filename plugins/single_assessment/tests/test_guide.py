"""The guide to decisions: its questions reach every route, and find what bears on them in records of any form."""

import json
from pathlib import Path

import pytest

from frameworks_core.exchange.reading import Reader
from frameworks_core.functions.deciding import prepare
from frameworks_core.host.guides import load_guide
from frameworks_core.host.registry import load_registry
from frameworks_core.statute.routes import all_routes
from frameworks_single_assessment import plugin

EXAMPLES = Path(__file__).parents[3] / "examples" / "harper_family"
(FILE,) = plugin.frameworks_decide()


@pytest.fixture(scope="module")
def guide():
    return load_guide(FILE)


@pytest.fixture(scope="module")
def bearing(guide):
    """For each question of the guide the places of an example that bear on it."""
    registry = load_registry()

    def found(example):
        document = json.loads((EXAMPLES / f"{example}.json").read_text())
        assessment = Reader(registry.form(document["form"])).read(document)
        views = prepare(assessment, [guide], all_routes()).routes
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
    assert not every - {route for one in guide.considerations if one.routes < every for route in one.routes}


def test_questions_ask(guide):
    assert not [
        one.question for one in guide.considerations if "?" not in one.question and "." not in one.question
    ]
    assert all("?" in one.question for one in guide.considerations)
    assert not [one.question for one in guide.considerations if "should" in one.question]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("What does the child say", "/answers/child_words/p1"),
        ("What has happened", "/answers/module_domestic_abuse.what_happened"),
        ("What is feared", "/answers/severity_likelihood/p1"),
        ("What has to change", "/answers/capacity_to_change/0"),
        ("Has the family agreed", "/answers/consent_basis"),
        ("outside the home", "/answers/extrafamilial_context.information/p1"),
        ("What has been tried before", "/answers/prior_involvement/0"),
        ("Who sees it otherwise", "/answers/parent_views/1"),
        ("What do money, housing", "/answers/housing.information"),
        ("reasonable cause to suspect", "/chronology/9"),
    ],
)
def test_what_bears_on_a_question_is_found_in_the_single_assessment(bearing, words, expected):
    assert expected in places(bearing("single_assessment"), words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("What does the child say", "/answers/child_comment"),
        ("What has happened", "/answers/reason"),
        ("What is feared", "/answers/conclusion_needs"),
        ("Has the family agreed", "/answers/consent_storage"),
        ("What do money, housing", "/answers/housing_employment_finance_needs"),
        ("Which limb", "/answers/health_general_needs"),
    ],
)
def test_what_bears_on_a_question_is_found_in_another_framework_s_record(bearing, words, expected):
    assert expected in places(bearing("caf_v3"), words)


@pytest.mark.parametrize("example", ["single_assessment", "caf_v3", "core_assessment_2011"])
def test_no_question_draws_in_half_of_the_record(bearing, example):
    found = bearing(example)
    document = json.loads((EXAMPLES / f"{example}.json").read_text())
    answers = len(document["answers"]) + len(document["chronology"])
    assert not [(question, len(at)) for question, at in found.items() if len(at) * 2 > answers]


def test_what_nobody_wrote_down_is_not_yet_known(bearing):
    assert not places(bearing("caf_v3"), "outside the home")
