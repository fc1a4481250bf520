"""Children move between the example authorities: what their next social worker may rely on, move by move.

To record the reports again after a change that is meant: pytest tests/cross_plugin/test_authorities.py --snapshot-update
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from frameworks_core.blend.checking.checked import check
from frameworks_core.blend.rule_changes import adjusted
from frameworks_core.blend.rules import rules_of
from frameworks_core.checks.checking import Checker
from frameworks_core.checks.structure import Structure
from frameworks_core.exchange.conversion import Conversion
from frameworks_core.exchange.report_text import report_as_text
from frameworks_core.exchange.siblings.joining import Joiner
from frameworks_core.functions.handover.page import handover_page
from frameworks_core.functions.outline import as_text

from .authorities import AUTHORITIES, BASES, BLENDS, RECORDS, Move, blend, form, moved, moves, record
from .conftest import REGISTRY
from .laws import assert_comes_home, assert_conserves, assert_keeps_words, assert_targets_exist, assert_valid
from .test_golden_files import TextExtension

MOVES = [pytest.param(move, id=move.id) for move in moves()]
CHILD_BY_CHILD = "emberholm/single_assessment.toml"
"""A blend whose records are about one child."""

A_DAY = date(2026, 11, 2)
"""A day on which what the authorities have changed about rules holds."""

WHOLE = ["old_to_new", "short_breaks_to_map"]
"""Moves whose record is small enough to be read whole in a golden file."""

each_move = pytest.mark.parametrize("move", MOVES)


def entries(answer: Any, child: str | None) -> list[Any]:
    """What stands under a question, entry by entry."""
    if child is not None:
        answer = answer.get(child, [])
    return answer if isinstance(answer, list) else [{"text": answer}]


def named(names: list[str]) -> set[tuple[str, str | None]]:
    """`field` or `field/child`, taken apart."""
    return {(field, child or None) for field, _, child in (name.partition("/") for name in names)}


def words_under_questions(answers: dict[str, Any]) -> Iterator[str]:
    for answer in answers.values():
        yield json.dumps(answer, ensure_ascii=False)


class TestTheBlends:
    @pytest.mark.parametrize("name", [*BLENDS, *BASES])
    def test_its_check_finds_nothing_that_has_to_be_mended(self, name: str) -> None:
        checked = check(str(AUTHORITIES / name), REGISTRY, A_DAY)
        assert [finding.message for finding in checked.findings if finding.severity != "note"] == []

    @pytest.mark.parametrize("name", BLENDS)
    def test_an_authority_is_invented_and_says_so(self, name: str) -> None:
        assert blend(name).name.endswith("(invented)")

    def test_the_light_assessment_asks_a_third_of_what_the_full_one_asks(self) -> None:
        light, full = form("larkfathom/short_breaks.toml"), form("dunmarrow/assessment.toml")
        assert len(list(light)) < len(list(full)) / 2.5

    def test_the_light_assessment_keeps_the_whole_way_to_an_enquiry_into_harm(self) -> None:
        asked = {name for field in form("larkfathom/short_breaks.toml") for name in field.serves}
        full = REGISTRY.form("single_assessment/assessment")
        safety = next(section for section in full.sections if section.id == "decision_safety")
        assert {f"single_assessment/assessment#{field.id}" for field in safety.fields} <= asked

    def test_nobody_at_quillhaven_is_asked_three_times_how_they_see_it(self) -> None:
        asked = form("quillhaven/assessment.toml").fields["perspectives"].serves
        assert len(asked) == 3
        assert "single_assessment/assessment#parent_views" in asked

    def test_a_question_of_the_region_is_one_question_in_all_its_authorities(self) -> None:
        region = [name for name in BLENDS if not name.startswith("emberholm")]
        assert {form(name).fields["in_touch_safely"].serves for name in region} == {
            ("northmeres/shared#in_touch_safely",)
        }


@pytest.mark.parametrize(("name", "of"), RECORDS.items())
def test_a_record_is_final_invented_and_in_order(name: str, of: str) -> None:
    document = record(name)
    assert document["invented"] is True
    assert document["status"] == "final"
    checker = Checker(form(of), rules_of(blend(of).composed, REGISTRY))
    found = adjusted(checker.check(document), blend(of).file, A_DAY)
    assert [(finding.code, finding.message) for finding in found] == []


@each_move
class TestAMove:
    def test_what_to_ask_the_family_is_exactly_this(self, move: Move) -> None:
        asked = {(gap.field, gap.child) for gap in move.there().report.missing if gap.ask == "family"}
        assert asked == named(move.expected["ask"])

    def test_a_question_answered_in_the_old_place_is_not_asked_again(self, move: Move) -> None:
        there = move.there()
        open_ = {gap.field for gap in there.report.missing if gap.child is None}
        open_for = {(gap.field, gap.child) for gap in there.report.missing}
        answered = {entry.field for entry in there.report.answered}
        for field, child in named(move.expected["not_again"]):
            assert field in answered
            assert field not in open_
            assert (field, child) not in open_for

    def test_words_arrive_as_the_words_of_whoever_said_them_on_that_day(self, move: Move) -> None:
        answers = move.there().document["answers"]
        for said in move.expected["said"]:
            found = entries(answers[said["field"]], said.get("child"))
            assert [(one["source"], one["on"]) for one in found if one["text"] == said["text"]] == [
                (said["by"], said["on"])
            ]

    def test_agreement_decisions_and_numbers_are_history(self, move: Move) -> None:
        there = move.there()
        classes = {
            (item.source.split("/")[2], item.outcome)
            for item in there.report.items
            if item.source.startswith("/answers/")
        }
        for field in move.expected["history"]:
            assert (field, "history") in classes
            assert not {(field, outcome) for outcome in ("kept", "broadened", "merged")} & classes

    def test_nothing_is_agreed_decided_or_concluded_yet(self, move: Move) -> None:
        there = move.there()
        target = form(move.target)
        live = [
            name
            for name in there.document["answers"]
            if (slot := target.fields[name].slot) and slot.is_history
        ]
        assert live == []
        assert there.document["status"] == "draft"

    def test_what_may_not_cross_is_not_in_it_anywhere(self, move: Move) -> None:
        held = json.dumps(move.there().document, ensure_ascii=False)
        before = json.dumps(move.document, ensure_ascii=False)
        for words in move.expected.get("never", ()):
            assert words in before
            assert words not in held

    def test_an_idea_stays_an_idea(self, move: Move) -> None:
        document = move.there().document
        for words in move.expected.get("no_fact", ()):
            assert not [answer for answer in words_under_questions(document["answers"]) if words in answer]
            assert words in json.dumps(document["carried"], ensure_ascii=False)

    def test_harm_and_fears_that_have_no_question_here_are_read_first(self, move: Move) -> None:
        report = move.there().report
        worries = [worry.label for one in report.records for worry in one.worries]
        assert list(dict.fromkeys(worries)) == move.expected.get("read_first", [])
        second = handover_page(report, form(move.target))[1]
        assert second.title.startswith("Read this first") == move.expected.get("first", True)
        for label in worries:
            assert label.partition(":")[0] in "\n".join(line.text for line in second.lines)

    def test_how_safety_was_weighed_and_decided_is_read_first(self, move: Move) -> None:
        weighed = {past.label for one in move.there().report.records for past in one.on_safety}
        assert set(move.expected.get("weighed", [])) <= weighed
        assert bool(weighed) == ("weighed" in move.expected)

    def test_every_answer_is_accounted_for_and_the_new_record_can_be_worked_on(self, move: Move) -> None:
        there = move.there()
        assert_conserves(move.document, there.report)
        assert_targets_exist(there)
        assert_keeps_words(move.document, there)
        assert_valid(there, Structure(form(move.target)))

    def test_after_moving_on_and_back_everything_is_as_it_was(self, move: Move) -> None:
        there = move.there()
        back = moved(there.document, move.target, move.source)
        assert_comes_home(form(move.source), move.document, there, back)

    def test_the_report(self, move: Move, snapshot: SnapshotAssertion) -> None:
        text = report_as_text(move.there().report, form(move.target), width=88)
        assert text == snapshot(extension_class=TextExtension)

    def test_the_page_for_whoever_takes_over(self, move: Move, snapshot: SnapshotAssertion) -> None:
        text = as_text(handover_page(move.there().report, form(move.target)), 88)
        assert text == snapshot(extension_class=TextExtension)


@pytest.mark.parametrize("move", [move for move in moves() if move.id in WHOLE], ids=WHOLE)
def test_the_whole_record(move: Move, snapshot: SnapshotAssertion) -> None:
    assert move.there().document == snapshot(extension_class=JSONSnapshotExtension)


class TestOnlyOnOneMove:
    def test_step_down_withholds_what_police_said_and_says_that_it_did(self) -> None:
        there = moved(
            record("dunmarrow/harper_assessment.json"),
            "dunmarrow/assessment.toml",
            "dunmarrow/front_door.toml",
        )
        reasons = [item.why for item in there.report.items if item.outcome == "withheld"]
        assert "it is police information, which this form may not hold" in reasons
        assert "it is an adult's health information, which this form may not hold" in reasons

    def test_who_must_not_learn_how_to_reach_the_family_is_asked_anew_at_the_front_door(self) -> None:
        there = moved(
            record("dunmarrow/harper_assessment.json"),
            "dunmarrow/assessment.toml",
            "dunmarrow/front_door.toml",
        )
        [item] = [item for item in there.report.items if item.source == "/answers/in_touch_safely/0"]
        assert item.outcome == "withheld"
        assert "in_touch_safely" in {gap.field for gap in there.report.missing}

    def test_step_up_and_down_again_brings_the_childs_words_back_to_the_front_door(self) -> None:
        document = record("dunmarrow/harper_front_door.json")
        back = moved(
            document, "dunmarrow/front_door.toml", "dunmarrow/assessment.toml", "dunmarrow/front_door.toml"
        )
        for question in ("child_words", "child_wants", "parent_views", "good_enough", "prior_involvement"):
            assert back.document["answers"][question] == document["answers"][question]

    def test_what_no_other_authority_asks_travels_along_and_comes_home(self) -> None:
        document = record("larkfathom/pia.json")
        there = moved(document, "larkfathom/short_breaks.toml", "thistlemere/assessment.toml")
        [item] = [item for item in there.report.items if item.source == "/answers/new_places/0"]
        assert item.outcome == "carried"
        home = moved(there.document, "thistlemere/assessment.toml", "larkfathom/short_breaks.toml")
        assert home.document["answers"]["new_places"] == document["answers"]["new_places"]

    def test_after_two_moves_it_still_says_that_school_said_it_and_when(self) -> None:
        there = moved(
            record("quillhaven/tobi.json"),
            "quillhaven/assessment.toml",
            "larkfathom/short_breaks.toml",
            "thistlemere/assessment.toml",
        )
        [said] = there.document["answers"]["education.information"]["p1"]
        assert (said["source"], said["on"], said["basis"]) == ("a1", "2026-02-18", "observed")
        [answer] = [one for one in there.report.answered if one.field == "education.information"]
        assert [party.role for party in answer.by] == ["school"]
        assert answer.on == "2026-02-18"

    def test_a_hypothesis_that_moved_twice_comes_home_as_the_hypothesis_it_was(self) -> None:
        document = record("quillhaven/tobi.json")
        home = moved(
            document,
            "quillhaven/assessment.toml",
            "larkfathom/short_breaks.toml",
            "thistlemere/assessment.toml",
            "quillhaven/assessment.toml",
        )
        assert home.document["answers"]["hypotheses"] == document["answers"]["hypotheses"]


class TestThreeSiblings:
    """Emilija, Jonas and Lukas have a record each at Emberholm, and move to Thistlemere, which keeps one for a family."""

    SAME = ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p10", "p11", "p12")
    """People who stand in the records of Emilija and of Jonas; of Lukas's only he and his grandmother."""

    @pytest.fixture
    def records(self) -> list[dict[str, Any]]:
        younger = record("dunmarrow/harper_assessment.json")
        lukas = record("emberholm/lukas_2011.json")
        return [
            *(
                moved(younger, "dunmarrow/assessment.toml", CHILD_BY_CHILD, child=child).document
                for child in ("p1", "p2")
            ),
            moved(lukas, "emberholm/initial_and_core.toml", CHILD_BY_CHILD).document,
        ]

    @pytest.fixture
    def joiner(self) -> Joiner:
        earlier = [form("dunmarrow/assessment.toml"), form("emberholm/initial_and_core.toml")]
        return Joiner([form(CHILD_BY_CHILD)] * 3, form("thistlemere/assessment.toml"), earlier)

    @pytest.fixture
    def family(self, joiner: Joiner, records: list[dict[str, Any]]) -> Conversion:
        pairs = [*(f"1:{one}=2:{one}" for one in self.SAME), "1:p3=3:p3", "1:p8=3:p8"]
        return joiner.join(records, same=pairs)

    def test_each_child_keeps_the_words_that_are_its_own(self, family: Conversion) -> None:
        words = family.document["answers"]["child_words"]
        assert family.document["about"] == ["p1", "p2", "p3"]
        assert "If I get to ten" in words["p1"]
        assert "Bang no" in words["p2"]
        assert "p3" not in words

    def test_what_both_records_hold_of_the_family_is_told_once(self, family: Conversion) -> None:
        neighbour = [event for event in family.document["chronology"] if event["on"] == "2025-03-18"]
        assert len(neighbour) == 1
        assert len(family.document["answers"]["in_touch_safely"]) == 1

    def test_what_the_health_visitor_weighed_is_about_the_brother_alone(self, family: Conversion) -> None:
        strengths = family.document["answers"]["health.strengths"]
        assert list(strengths) == ["p3"]
        assert (strengths["p3"][0]["source"], strengths["p3"][0]["on"]) == ("a6", "2011-04-04")

    def test_only_the_brother_whose_record_is_old_is_asked_anything(self, family: Conversion) -> None:
        asked = {(gap.field, gap.child) for gap in family.report.missing if gap.ask == "family"}
        assert asked == named(
            ["child_communication/p3", "child_wants/p3", "day_in_life/p3", "identity_described/p3"]
        )

    def test_nobody_is_taken_for_somebody_else_until_a_person_says_so(
        self, joiner: Joiner, records: list[dict[str, Any]]
    ) -> None:
        alone = joiner.join(records).document["people"]
        assert len([person for person in alone if person.get("given_names") == "Emilija"]) == 2

    def test_a_mother_who_had_another_name_then_stays_two_people(self, family: Conversion) -> None:
        names = {
            person["family_name"]
            for person in family.document["people"]
            if person.get("given_names") == "Rasa"
        }
        assert names == {"Harper", "Vaitkutė"}
