"""The guide to early help: safety first, and what bears on each question in records of any form."""

import json
from pathlib import Path

import pytest

from frameworks_caf import plugin
from frameworks_core.exchange.reading import Reader
from frameworks_core.functions.deciding import prepare
from frameworks_core.host.guides import load_guide
from frameworks_core.host.registry import load_registry
from frameworks_core.statute.routes import all_routes

EXAMPLES = Path(__file__).parents[3] / "examples" / "harper_family"
(FILE,) = plugin.frameworks_decide()


@pytest.fixture(scope="module")
def guide():
    return load_guide(FILE)


@pytest.fixture(scope="module")
def bearing(guide):
    """The places of an example that bear on the one question with these words."""
    registry = load_registry()

    def found(example, words):
        document = json.loads((EXAMPLES / f"{example}.json").read_text())
        assessment = Reader(registry.form(document["form"])).read(document)
        weighings = [
            one for view in prepare(assessment, [guide], all_routes()).routes for one in view.weighings
        ]
        entries = {one.question: one.entries for one in weighings if words in one.question}
        (only,) = entries.values()
        return [place for entry in only for place in entry.places]

    return found


def test_safety_is_asked_first_whatever_the_route(guide):
    first = guide.considerations[0]
    assert first.routes == {route.id for route in all_routes()}
    assert first.question.startswith("Safety first:")
    assert first.source == "S su-hull"


def test_questions_ask(guide):
    assert all("?" in one.question for one in guide.considerations)
    assert not [one.question for one in guide.considerations if "should" in one.question]


@pytest.mark.parametrize(
    ("example", "words", "expected"),
    [
        ("caf_v3", "Safety first", "/answers/basic_care_safety_needs"),
        ("caf_v3", "Has the family agreed", "/answers/consent_storage"),
        ("caf_v3", "Is one service enough", "/answers/actions/0"),
        ("delivery_plan", "Are needs rising", "/answers/dp_rows/0"),
        ("delivery_plan", "Are needs rising", "/answers/dp_child_comment"),
        ("single_assessment", "Safety first", "/answers/module_domestic_abuse.what_happened"),
        ("single_assessment", "front door", "/chronology/9"),
        ("single_assessment", "tells the story again", "/answers/prior_involvement/0"),
    ],
)
def test_what_bears_on_a_question_is_found(bearing, example, words, expected):
    assert expected in bearing(example, words)


def test_a_question_does_not_draw_in_everything(bearing):
    assert len(bearing("caf_v3", "Safety first")) < 8
    assert "/answers/aspirations_needs" not in bearing("caf_v3", "Is one service enough")
