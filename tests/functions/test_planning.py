"""A plan is filled from the assessment in its own words; what does not hang together is listed."""

import pytest

from frameworks_core.checks.structure import Structure
from frameworks_core.functions.outline import as_markdown, as_text
from frameworks_core.functions.planning import draft_plan, plan_as_json, plan_as_outline
from frameworks_core.host.contributions import PlanTemplate

TEMPLATE = PlanTemplate("toy/plan", "Our plan", "toy/plan", "D")


@pytest.fixture
def plan(map_form, plan_form):
    def draft(record):
        return draft_plan(record, map_form, TEMPLATE, plan_form, None)

    return draft


def texts(entries):
    return [entry.text for entry in entries]


def test_what_the_plan_asks_for_stands_in_its_own_place_word_for_word(plan, record):
    answers = plan(record).document["answers"]
    [words] = answers["said"]
    assert words.items() >= record["answers"]["words"][0].items()
    assert [row["action"] for row in answers["steps"]][:3] == [
        "Gran learns the inhaler",
        "Nurse visits",
        "Attend a course",
    ]


def test_the_plan_is_a_valid_draft_and_remembers_where_its_words_come_from(plan, plan_form, record):
    drafted = plan(record)
    assert not Structure(plan_form).findings(drafted.document)
    assert drafted.document["status"] == "draft"
    assert drafted.document["provenance"]


def test_what_is_no_part_of_a_plan_stays_in_the_assessment(plan, record):
    document = plan(record).document
    assert not document.get("carried")
    assert not document.get("history")


def test_where_the_assessment_is_silent_the_plan_is_empty(plan, record):
    assert plan(record).silent == ("review",)
    record["answers"] = {}
    assert plan(record).document["answers"] == {}


def test_a_need_that_no_action_names_is_listed(plan, record):
    assert texts(plan(record).needs_unmet) == ["No heating.", "Ref: D2; Feared: The flat is lost."]


def test_an_action_may_name_a_need_in_its_own_words(plan, record):
    record["answers"]["actions"].append({"action": "Fix it", "need": "No heating."})
    assert "No heating." not in texts(plan(record).needs_unmet)


def test_an_action_may_name_several_goals_however_they_are_written(plan, record):
    record["answers"]["goals"].append({"ref": "G2", "danger": "D2", "outcome": "They stay."})
    record["answers"]["actions"].append({"action": "Ring the landlord", "goal": "g1 and g2"})
    assert texts(plan(record).needs_unmet) == ["No heating."]


def test_an_action_that_names_nothing_is_listed(plan, record):
    assert texts(plan(record).actions_untied) == ["Action: Attend a course"]


def test_the_assessment_is_not_changed(plan, record):
    before = repr(record)
    plan(record)
    assert repr(record) == before


def test_it_reads_as_text_and_as_markdown(plan, record):
    parts = list(plan_as_outline(plan(record)))
    text = as_text(parts, 80)
    assert "OUR PLAN" in text
    assert "- Said: I want my bike.  [Robin, 2026-03-01, reported]" in text
    assert "- Steps: Action: Gran learns the inhaler; Who: Kim; Goal: G1" in text
    assert "? Still empty: Review" in text
    assert "Needs and dangers that no action names" in text
    assert "# Our plan" in as_markdown(parts)


def test_as_json_it_holds_the_document_and_the_loose_ends(plan, record):
    value = plan_as_json(plan(record))
    assert value["document"]["form"] == "toy/plan"
    assert [entry["places"] for entry in value["needs_without_action"]] == [["Money"], ["Dangers, row 2"]]
    assert value["empty"] == ["review"]


def test_a_plan_that_nothing_fits_says_so_at_its_head(plan, record):
    assert "its words are the assessment's" in as_text(plan_as_outline(plan(record)), 200)
    record["answers"] = {}
    assert "Nothing in this record has a place in such a plan" in as_text(plan_as_outline(plan(record)), 200)
