"""Cases of practice between the practice models and the assessment forms (notes D and E), on the invented family."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import FORMS, example
from .test_cases_of_practice import convert

Json = dict[str, Any]
MAP, SAFETY_PLAN = "signs_of_safety/mapping", "signs_of_safety/safety_plan"
SUMMARY, HYPOTHESES = "reclaiming_social_work/case_summary", "reclaiming_social_work/hypotheses"
ASSESSMENT, CAF = "single_assessment/assessment", "caf/assessment"


def waiting(document: Json, field: str, part: str = "carried") -> list[Any]:
    """What one question of an earlier record said and no field of this document holds, in the order it was said."""
    return [item["value"] for item in document[part] if item["field"] == field and "column" not in item]


def candidates(document: Json, field: str) -> set[str]:
    """Where a practitioner may place what one question of an earlier record said."""
    return {
        name for item in document["carried"] if item["field"] == field for name in item.get("candidates", ())
    }


def dimensions_answered(document: Json) -> set[str]:
    """Ids of the answered fields about a dimension of the triangle."""
    fields = FORMS[document["form"]].fields
    return {
        field_id
        for field_id in document["answers"]
        if (slot := fields[field_id].slot) and slot.kind == "statement" and slot.dimensions
    }


class TestTheFamilysMapArrivesAtAnAuthorityOnSingleAssessments:
    @pytest.fixture
    def arrived(self) -> Json:
        return convert(example("signs_of_safety_mapping"), ASSESSMENT).document

    def test_no_worry_and_no_strength_is_put_into_a_box_of_the_triangle(self, arrived: Json) -> None:
        assert dimensions_answered(arrived) == set()

    @pytest.mark.parametrize(
        "column", ["harm_entries", "harm_statement", "danger_statements", "complicating_factors"]
    )
    def test_each_worry_waits_whole_with_every_dimension_to_choose_from(
        self, arrived: Json, column: str
    ) -> None:
        said = example("signs_of_safety_mapping")["answers"][column]
        assert waiting(arrived, column) == (said if isinstance(said, list) else [said])
        assert {"ensuring_safety.needs", "health.needs", "stability.needs"} <= candidates(arrived, column)

    def test_what_was_done_while_the_danger_was_there_keeps_its_own_name(self, arrived: Json) -> None:
        safety = example("signs_of_safety_mapping")["answers"]["existing_safety"]
        assert waiting(arrived, "existing_safety") == safety
        [record] = arrived["provenance"]
        assert record["fields"]["existing_safety"]["slot"]["senses"] == ["protective"]
        assert record["fields"]["existing_strengths"]["slot"]["senses"] == ["strength"]

    def test_seven_people_stood_at_seven_places_and_all_are_shown_as_of_their_day(
        self, arrived: Json
    ) -> None:
        ratings = example("signs_of_safety_mapping")["answers"]["scale_ratings"]
        assert len(ratings) == 7
        assert waiting(arrived, "scale_ratings", "history") == ratings
        assert not [value for value in numbers(arrived["answers"]) if value in {5, 7, 3, 6, 4}]

    def test_the_children_are_quoted_each_for_themselves(self, arrived: Json) -> None:
        assert arrived["answers"]["child_words"] == with_headings(
            example("signs_of_safety_mapping")["answers"]["child_views"], "Child's own words"
        )

    def test_nothing_is_decided_in_it(self, arrived: Json) -> None:
        fields = FORMS[ASSESSMENT].fields
        assert not [name for name in arrived["answers"] if (slot := fields[name].slot) and slot.is_history]
        assert len(waiting(arrived, "threshold_decision", "history")) == 1

    def test_and_comes_back_as_the_family_wrote_it(self, arrived: Json) -> None:
        before, back = example("signs_of_safety_mapping"), convert(arrived, MAP).document
        fields = FORMS[MAP].fields
        for field_id, answer in before["answers"].items():
            slot = fields[field_id].slot
            is_past = slot is not None and (slot.is_history or slot.kind in {"action", "review"})
            assert back["answers"].get(field_id) == (None if is_past else answer), field_id
        assert waiting(back, "scale_ratings", "history") == before["answers"]["scale_ratings"]


def test_steps_that_became_history_on_the_way_do_not_come_home_in_halves() -> None:
    """By way of a CAF, whose plan is voluntary, to a single assessment, where it is history, and back to the map."""
    document = example("signs_of_safety_mapping")
    for form in ("caf/family", "single_assessment/assessment", MAP):
        document = convert(document, form).document
    assert "next_steps" not in document["answers"]
    told = [item["value"] for item in document["history"] if item["field"] == "next_steps"]
    assert len(told) == len(example("signs_of_safety_mapping")["answers"]["next_steps"])


class TestAUnitsSummaryArrivesAtAnAuthorityOnSignsOfSafety:
    @pytest.fixture
    def arrived(self) -> Json:
        return convert(example("reclaiming_social_work_case_summary"), MAP).document

    def test_no_danger_is_made_of_an_idea_and_no_number_of_words(self, arrived: Json) -> None:
        for made in ("harm_entries", "harm_statement", "safety_scales", "scale_ratings"):
            assert made not in arrived["answers"]

    @pytest.mark.parametrize("idea", ["hypotheses", "patterns", "planned_conversations", "graces"])
    def test_an_idea_waits_whole_with_its_status_and_what_does_not_fit(
        self, arrived: Json, idea: str
    ) -> None:
        assert waiting(arrived, idea) == example("reclaiming_social_work_case_summary")["answers"][idea]
        assert not candidates(arrived, idea)

    def test_what_the_unit_feared_arrives_as_what_is_feared_and_as_nothing_else(self, arrived: Json) -> None:
        before = example("reclaiming_social_work_case_summary")["answers"]["risk_statement"]
        dangers = arrived["answers"]["danger_statements"]
        assert [(row["children"], row["feared"]) for row in dangers] == [
            (row["children"], row["feared"]) for row in before
        ]

    def test_what_reduces_the_risk_is_called_safety_by_a_person_only(self, arrived: Json) -> None:
        """Some of it was tried and some is hoped for; of what was tried the police told the first."""
        rows = example("reclaiming_social_work_case_summary")["answers"]["risk_protective"]
        assert {row["tried"] for row in rows} == {"yes", "no"}
        assert "existing_safety" not in arrived["answers"]
        assert waiting(arrived, "risk_protective") == [row for row in rows if row["source"] != ["a7"]]
        assert candidates(arrived, "risk_protective") == {"existing_safety", "existing_strengths"}

    def test_strengths_and_vulnerabilities_arrive_in_their_columns(self, arrived: Json) -> None:
        before = example("reclaiming_social_work_case_summary")["answers"]
        for source, target, words in (
            ("strengths", "existing_strengths", "strength"),
            ("vulnerabilities", "complicating_factors", "factor"),
        ):
            assert [row[words] for row in arrived["answers"][target]] == [
                row["text"] for row in before[source]
            ]

    def test_and_back_in_the_unit_it_is_what_the_unit_wrote_less_what_was_kept_back(
        self, arrived: Json
    ) -> None:
        before = example("reclaiming_social_work_case_summary")["answers"]
        back = convert(arrived, SUMMARY).document["answers"]
        for name in (
            "hypotheses",
            "patterns",
            "strengths",
            "vulnerabilities",
            "dilemma",
            "beliefs",
            "graces",
            "risk_statement",
        ):
            assert back[name] == before[name], name


class TestACafArrivesAtASystemicUnit:
    @pytest.fixture
    def arrived(self) -> Json:
        return convert(example("caf_v3"), SUMMARY).document

    def test_the_unit_has_to_think_for_itself(self, arrived: Json) -> None:
        for made in ("hypotheses", "dilemma", "curiosity", "patterns", "risk_statement", "systemic_summary"):
            assert made not in arrived["answers"]

    def test_a_need_may_be_a_vulnerability_or_a_risk_and_a_strength_may_have_protected(
        self, arrived: Json
    ) -> None:
        assert candidates(arrived, "basic_care_safety_needs") == {"vulnerabilities", "risk_statement"}
        assert candidates(arrived, "basic_care_safety_strengths") == {"strengths", "risk_protective"}

    def test_what_was_agreed_said_and_concluded_then_is_of_then(self, arrived: Json) -> None:
        caf = example("caf_v3")["answers"]
        for field_id in ("child_comment", "need_level", "conclusion_needs", "consent_storage"):
            assert waiting(arrived, field_id, "history") == [caf[field_id]]
        assert waiting(arrived, "actions", "history") == caf["actions"]

    def test_no_list_of_hypotheses_is_begun_by_it(self) -> None:
        assert convert(example("caf_v3"), HYPOTHESES).document["answers"] == {}

    def test_and_comes_back_with_every_fact_where_it_was(self, arrived: Json) -> None:
        """Less what a form that rests on agreement may not take in from a statutory record."""
        caf, back = example("caf_v3")["answers"], convert(arrived, CAF).document["answers"]
        fields = FORMS[CAF].fields
        statements = [name for name in caf if (slot := fields[name].slot) and slot.kind == "statement"]
        assert len(statements) > 50
        assert [name for name in statements if back.get(name) != open_parts(caf[name])] == []


class TestASafetyPlanAndAStatutoryPlan:
    def test_the_familys_own_rules_show_what_was_tried(self) -> None:
        plan = example("signs_of_safety_safety_plan")
        arrived = convert(plan, "single_assessment/child_protection_plan").document
        assert waiting(arrived, "safety_plan_rules", "history") == plan["answers"]["safety_plan_rules"]
        assert waiting(arrived, "bottom_lines") == plan["answers"]["bottom_lines"]
        assert not any("rule" in row for row in arrived["answers"].get("plan_rows", []))

    def test_a_units_plan_becomes_no_network_and_no_rule(self) -> None:
        arrived = convert(example("reclaiming_social_work_intervention_plan"), SAFETY_PLAN).document
        assert arrived["answers"].keys() <= {"safety_goals", "next_steps", "review_date"}


def numbers(value: Any) -> list[float]:
    """Every number in a JSON value."""
    if isinstance(value, dict):
        return [number for inner in value.values() for number in numbers(inner)]
    if isinstance(value, list):
        return [number for inner in value for number in numbers(inner)]
    return [value] if isinstance(value, (int, float)) and not isinstance(value, bool) else []


def open_parts(answer: Any) -> Any:
    """An answer without its restricted entries; None where nothing is left."""
    if not isinstance(answer, list):
        return answer
    restricted = {"police", "third_party", "adult_health"}
    return [entry for entry in answer if entry.get("disclosure") not in restricted] or None


def with_headings(answer: dict[str, list[Json]], heading: str) -> dict[str, list[Json]]:
    """The same entries, child by child, each under the question it answered."""
    return {child: [{**entry, "heading": heading} for entry in said] for child, said in answer.items()}


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("danger_statements", {"feared": "He runs into the road.", "children": ["p2"]}),
        ("harm_entries", {"behaviour": "He was left at the gate.", "children": ["p2"]}),
        ("child_corrections", {"child": "p2", "words": "Not the gate."}),
        ("safety_scales", {"about": "D3", "low": "Alone at the gate.", "children": ["p2"]}),
    ],
)
def test_a_worry_about_the_brother_alone_is_not_in_the_sisters_caf(field: str, row: Json) -> None:
    document = example("signs_of_safety_mapping")
    document["answers"] = {field: [row]}
    [item] = [
        item for item in convert(document, CAF, "p1").report.items if item.source.startswith("/answers/")
    ]
    assert item.outcome == "withheld"
    assert "only another child" in item.why
