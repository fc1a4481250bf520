"""How answers travel between two small forms: what one can see without any plugin installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from frameworks_core.checks.checking import Checker
from frameworks_core.checks.structure import Structure
from frameworks_core.errors import UserError
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.reading import content_of
from frameworks_core.forms.loading import form_from_source, load_form
from frameworks_core.model import Action, FieldMark, Slot

FORMS = Path(__file__).parent / "forms"
VOLUNTARY, DUTY = load_form(FORMS / "voluntary.toml"), load_form(FORMS / "duty.toml")
THERE, BACK = Converter(VOLUNTARY, DUTY), Converter(DUTY, VOLUNTARY)


def voluntary(**answers: Any) -> dict[str, Any]:
    return {
        "form": "voluntary/form",
        "version": "1",
        "status": "final",
        "recorded": {"by": "p2", "on": "2026-02-03"},
        "people": [{"id": "p1", "roles": ["child"]}, {"id": "p2", "roles": ["professional"]}],
        "answers": answers,
    }


def duty(children: int = 1, **answers: Any) -> dict[str, Any]:
    people: list[dict[str, Any]] = [
        {"id": f"p{number}", "roles": ["child"]} for number in range(1, children + 1)
    ]
    return {"form": "duty/form", "version": "1", "status": "draft", "people": people, "answers": answers}


def outcome(conversion: Conversion, pointer: str) -> str:
    return next(item.outcome for item in conversion.report.items if item.source == pointer)


class TestWhereAnAnswerGoes:
    def test_a_wider_field_takes_it_and_says_where_it_came_from(self) -> None:
        done = THERE.convert(voluntary(growth="Tall for nine."))
        assert done.document["answers"]["health"] == {"p1": [{"text": "Tall for nine.", "heading": "Growth"}]}
        assert outcome(done, "/answers/growth") == "broadened"

    def test_answers_that_share_a_field_are_merged_each_under_its_own_heading(self) -> None:
        done = THERE.convert(voluntary(growth="Tall.", illness="Asthma."))
        assert [entry["heading"] for entry in done.document["answers"]["health"]["p1"]] == [
            "Growth",
            "Illness",
        ]
        assert outcome(done, "/answers/growth") == outcome(done, "/answers/illness") == "merged"

    def test_what_fits_two_narrower_fields_waits_for_a_person(self) -> None:
        done = THERE.convert(voluntary(home_and_money="The flat is damp and they owe rent."))
        assert outcome(done, "/answers/home_and_money") == "needs_sorting"
        assert done.document["carried"][0]["candidates"] == ["housing", "income"]
        assert "housing" not in done.document["answers"]

    def test_what_no_form_asks_for_is_carried_verbatim(self) -> None:
        done = THERE.convert(voluntary(house_rules="No shoes indoors."))
        assert outcome(done, "/answers/house_rules") == "carried"
        assert done.document["carried"][0]["value"] == "No shoes indoors."

    def test_agreement_becomes_history_and_is_never_live(self) -> None:
        done = THERE.convert(voluntary(agreed="yes"))
        assert outcome(done, "/answers/agreed") == "history"
        assert done.document["history"][0]["shown"] == "Yes"
        assert done.document["answers"] == {}

    def test_an_identifying_detail_goes_into_the_people_table(self) -> None:
        done = THERE.convert(voluntary(faith="Quaker"))
        assert done.document["people"][0]["religion"] == "Quaker"
        assert outcome(done, "/answers/faith") == "kept"

    def test_a_detail_that_contradicts_the_people_table_is_not_decided_by_software(self) -> None:
        document = voluntary(faith="Quaker")
        document["people"][0]["religion"] = "none"
        done = THERE.convert(document)
        assert done.document["people"][0]["religion"] == "none"
        assert outcome(done, "/answers/faith") == "carried"

    def test_cells_without_a_column_are_carried_beside_their_row(self) -> None:
        done = THERE.convert(
            voluntary(steps=[{"day": "2025-01-02", "help": "Breakfast club", "mood": "hopeful"}])
        )
        assert done.document["answers"]["earlier"] == [{"when": "2025-01-02", "what": "Breakfast club"}]
        assert outcome(done, "/answers/steps/0") == "kept"
        assert outcome(done, "/answers/steps/0/mood") == "carried"

    @pytest.mark.parametrize(
        ("help_", "rows", "class_"),
        [
            ("Breakfast club", [{"when": "2025-01-02", "what": "Breakfast club"}], "kept"),
            ("Club.\nThen home.", [{"when": "2025-01-02"}], "carried"),
        ],
    )
    def test_a_cell_of_several_lines_never_stands_where_one_is_asked_for(self, help_, rows, class_) -> None:
        earlier = DUTY.fields["earlier"]
        columns = tuple(
            evolve(column, type="text") if column.id == "what" else column for column in earlier.columns
        )
        short = evolve(earlier, columns=columns)
        sections = tuple(
            evolve(section, fields=tuple(short if field is earlier else field for field in section.fields))
            for section in DUTY.sections
        )
        done = Converter(VOLUNTARY, evolve(DUTY, sections=sections)).convert(
            voluntary(steps=[{"day": "2025-01-02", "help": help_}])
        )
        assert done.document["answers"]["earlier"] == rows
        assert outcome(done, "/answers/steps/0/help" if class_ == "carried" else "/answers/steps/0") == class_
        if class_ == "carried":
            assert done.document["carried"][0]["value"] == help_

    def test_an_answer_given_for_all_children_is_not_given_to_one_of_them(self) -> None:
        document = duty(2)
        document["answers"] = {"earlier": [{"what": "Both went to a breakfast club"}]}
        each = BACK.convert_each(document)
        assert set(each) == {"p1", "p2"}
        assert all(done.document["answers"]["steps"] for done in each.values())


class TestComingHome:
    def test_everything_is_back_in_its_own_place_and_shape(self) -> None:
        document = voluntary(
            growth="Tall.",
            illness=[{"text": "Asthma.", "source": "p2", "on": "2026-01-05", "basis": "reported"}],
            home_and_money="Damp.",
            house_rules="No shoes.",
            faith="Quaker",
            steps=[{"day": "2025-01-02", "help": "Club", "mood": "hopeful"}, {"mood": "tired"}],
        )
        back = BACK.convert(THERE.convert(document).document).document
        assert back["answers"] == document["answers"]

    def test_history_stays_history(self) -> None:
        back = BACK.convert(THERE.convert(voluntary(agreed="yes")).document).document
        assert "agreed" not in back["answers"]
        assert [item["value"] for item in back["history"]] == ["yes"]

    def test_who_recorded_it_and_when_is_still_known(self) -> None:
        back = BACK.convert(THERE.convert(voluntary(growth="Tall.")).document).document
        first = back["provenance"][0]
        assert (first["form"], first["recorded"]) == ("voluntary/form", {"by": "p2", "on": "2026-02-03"})


class TestWhatPeopleDoInBetween:
    """The target is worked on before it moves on; an origin is kept where it is still true, and nowhere else."""

    LONG = "The flat is damp and they owe two months' rent."

    def test_a_reworded_answer_is_no_longer_the_first_authors(self) -> None:
        there = THERE.convert(voluntary(growth="Tall for nine.")).document
        there["answers"]["health"]["p1"][0] = {"text": "Small for nine."}
        back = BACK.convert(there).document
        assert "growth" not in back["answers"]
        assert back["carried"][0]["value"] == {"text": "Small for nine."}
        origin = next(record for record in back["provenance"] if record["id"] == back["carried"][0]["from"])
        assert origin["form"] == "duty/form"

    def test_an_answer_that_was_sorted_by_hand_keeps_its_origin(self) -> None:
        there = THERE.convert(voluntary(home_and_money=self.LONG)).document
        waiting = there["carried"].pop()
        there["answers"]["housing"] = [{"text": waiting["value"]}]
        assert BACK.convert(there).document["answers"]["home_and_money"] == self.LONG

    def test_a_row_with_a_reworded_cell_is_no_longer_the_first_authors(self) -> None:
        renamed = (FORMS / "duty.toml").read_text(encoding="utf-8").replace('id = "what"', 'id = "text"')
        other = form_from_source(renamed.encode(), FORMS / "duty.toml")
        steps = [{"day": "2026-03-01", "help": "Breakfast club"}]
        there = Converter(VOLUNTARY, other).convert(voluntary(steps=steps)).document
        there["answers"]["earlier"][0]["when"] = "2026-12-31"
        back = Converter(other, VOLUNTARY).convert(there).document
        placed = {record["form"]: len(record["placed"]) for record in back["provenance"]}
        assert placed == {"duty/form": 1}

    def test_a_list_put_in_another_order_still_knows_its_origins(self) -> None:
        there = THERE.convert(voluntary(growth="Tall for nine.", illness="Asthma since three.")).document
        there["answers"]["health"]["p1"].reverse()
        back = BACK.convert(there).document["answers"]
        assert back == {"growth": "Tall for nine.", "illness": "Asthma since three."}

    def test_an_added_entry_is_the_second_records_own(self) -> None:
        there = THERE.convert(voluntary(growth="Tall for nine.")).document
        there["answers"]["health"]["p1"].insert(0, {"text": "Seen by the nurse."})
        back = BACK.convert(there).document
        assert back["answers"] == {"growth": "Tall for nine."}
        assert back["carried"][0]["value"] == {"text": "Seen by the nurse."}


class TestWhatIsChangedByHandInBetween:
    """What waits may be changed into anything its document's schema allows: it goes back only if its field allows it."""

    @pytest.mark.parametrize("value", [{}, {"text": ""}, 1.5, "  ", ["p1"], {"text": "x", "source": "p99"}])
    def test_a_value_its_field_does_not_allow_waits_for_a_person(self, value: Any) -> None:
        there = THERE.convert(voluntary(house_rules="No shoes indoors.")).document
        there["carried"][0]["value"] = value
        back = BACK.convert(there)
        assert back.document["answers"] == {}
        assert [item["value"] for item in back.document["carried"]] == [value]
        assert outcome(back, "/carried/0") == "needs_sorting"
        assert "a person has to put it right" in back.report.items[-1].why
        assert Checker(VOLUNTARY).faults(back.document) == ()

    def test_a_cell_somebody_filled_in_again_does_not_hide_the_new_one(self) -> None:
        there = THERE.convert(voluntary(steps=[{"help": "Club", "mood": "hopeful"}])).document
        there["carried"].append({**there["carried"][0], "value": "tired"})
        back = BACK.convert(there).document
        assert back["answers"]["steps"] == [{"help": "Club", "mood": "hopeful"}]
        assert [item["value"] for item in back["carried"]] == ["tired"]

    def test_a_heading_somebody_wrote_stays(self) -> None:
        there = THERE.convert(voluntary(growth="Tall for nine.")).document
        there["answers"]["health"]["p1"][0]["heading"] = "What the nurse measured"
        back = BACK.convert(there).document["answers"]["growth"]
        assert back == [{"text": "Tall for nine.", "heading": "What the nurse measured"}]

    def test_a_column_that_means_what_no_row_has_is_no_fact(self) -> None:
        there = THERE.convert(voluntary(steps=[{"help": "Club"}])).document
        there["provenance"][0]["fields"]["steps"]["columns"]["help"]["property"] = "nonsense"
        assert BACK.convert(there).document["answers"]["steps"] == [{"help": "Club"}]
        mark = FieldMark(
            id="x",
            label="X",
            type="table",
            slot=Slot(kind="action"),
            columns=(("do", "action", "long"), ("odd", "nonsense", "long")),
        )
        assert content_of(mark, {"do": "Call", "odd": "?"}) == Action(action="Call")

    def test_reports_name_a_question_as_its_form_does_whatever_the_document_says(self) -> None:
        there = THERE.convert(voluntary(house_rules="No shoes indoors.")).document
        there["provenance"][0]["fields"]["house_rules"]["label"] = "Words of somebody"
        assert "Words of somebody" not in str(BACK.convert(there).report.as_json())

    def test_a_question_of_a_form_that_is_not_at_hand_is_named_safely_and_shortly(self) -> None:
        there = THERE.convert(voluntary(house_rules="No shoes indoors.")).document
        there["provenance"][0]["form"] = "gone/form"
        there["provenance"][0]["fields"]["house_rules"]["label"] = "\u202eA" + "b" * 500
        label = BACK.convert(there).report.items[-1].label
        assert len(label) <= 120
        assert label.isprintable()

    def test_an_earlier_record_names_its_form_as_forms_are_named(self) -> None:
        there = THERE.convert(voluntary(growth="Tall.")).document
        there["provenance"][0]["form"] = "Ash Rowan's form"
        faults = Checker(DUTY).faults(there)
        assert [finding.at for finding in faults] == ["/provenance/0/form"]
        assert "Ash" not in faults[0].message


class TestIds:
    def test_the_first_id_stays_and_the_new_one_does_not_grow(self) -> None:
        document = {**voluntary(growth="Tall."), "id": "rowan:2026"}
        ids = []
        for converter in (THERE, BACK, THERE, BACK):
            document = converter.convert(document).document
            ids.append(document["id"])
        assert ids == ["rowan:2026:duty/form", "rowan:2026:voluntary/form:p1"] * 2

    def test_an_id_that_somebody_chose_is_not_shortened(self) -> None:
        document = {**voluntary(), "id": "2026:voluntary/form"}
        assert THERE.convert(document).document["id"] == "2026:voluntary/form:duty/form"


class TestWhatMayNotCross:
    def test_a_cell_that_travels_apart_from_its_row_is_withheld_with_it(self) -> None:
        row = {"help": "Club", "mood": "Said in confidence.", "disclosure": "third_party"}
        there = THERE.convert(voluntary(steps=[row])).document
        assert [item["value"] for item in there["carried"]] == ["Said in confidence."]
        back = BACK.convert(there)
        assert outcome(back, "/answers/earlier/0") == outcome(back, "/carried/0") == "withheld"

    def test_it_is_withheld_even_if_its_row_was_rewritten_or_is_gone(self) -> None:
        row = {"help": "Club", "mood": "Said in confidence.", "disclosure": "third_party"}
        there = THERE.convert(voluntary(steps=[row])).document
        del there["answers"]["earlier"]
        on = Converter(DUTY, DUTY).convert(there).document
        assert outcome(BACK.convert(on), "/carried/0") == "withheld"

    def test_a_cell_whose_row_does_not_come_home_waits_with_its_mark(self) -> None:
        duty_too = evolve(VOLUNTARY, id="duty/other", basis="statute", withholds=frozenset())
        row = {"help": "Club", "mood": "Said in confidence.", "disclosure": "third_party"}
        document = {**voluntary(steps=[row]), "form": "duty/other"}
        there = Converter(duty_too, DUTY).convert(document).document
        del there["answers"]["earlier"]
        home = Converter(DUTY, duty_too).convert(there).document
        assert "steps" not in home["answers"]
        [cell] = home["carried"]
        assert (cell["value"], cell["disclosure"]) == ("Said in confidence.", "third_party")

    def test_restricted_entries_are_withheld_from_a_voluntary_form(self) -> None:
        entries = [
            {"text": "open"},
            *({"text": kind, "disclosure": kind} for kind in ("third_party", "police", "adult_health")),
        ]
        done = BACK.convert(duty(housing=entries))
        assert [outcome(done, f"/answers/housing/{index}") for index in range(4)] == [
            "broadened",
            "withheld",
            "withheld",
            "withheld",
        ]

    def test_a_voluntary_form_that_forgot_to_say_so_withholds_them_all_the_same(self) -> None:
        document = duty(housing=[{"text": "open"}, {"text": "police", "disclosure": "police"}])
        careless = evolve(VOLUNTARY, withholds=frozenset())
        done = Converter(DUTY, careless).convert(document)
        assert outcome(done, "/answers/housing/1") == "withheld"

    def test_what_an_agency_of_the_police_said_is_police_information_without_a_mark(self) -> None:
        document = duty(housing=[{"text": "Called out twice.", "source": "a1"}])
        document["agencies"] = [{"id": "a1", "service": "police"}]
        assert outcome(BACK.convert(document), "/answers/housing/0") == "withheld"

    def test_statutory_conclusions_and_chronology_are_not_handed_to_a_voluntary_form(self) -> None:
        document = duty(risk="High.")
        document["chronology"] = [{"id": "e1", "on": "2024", "what": "Moved."}]
        done = BACK.convert(document)
        assert outcome(done, "/answers/risk") == outcome(done, "/chronology/0") == "withheld"
        assert done.document["chronology"] == []

    def test_events_that_came_from_a_voluntary_record_go_back_to_one(self) -> None:
        document = voluntary()
        document["chronology"] = [{"id": "e1", "on": "2024", "what": "Moved."}]
        there = THERE.convert(document).document
        there["chronology"].append({"id": "e2", "on": "2025", "what": "Police called."})
        assert [event["id"] for event in BACK.convert(there).document["chronology"]] == ["e1"]

    @pytest.mark.parametrize(
        "written", ["12 Nowhere Lane", "12, nowhere  LANE", "at 12-Nowhere Lane, tonight"]
    )
    def test_a_protected_address_is_found_however_it_is_written(self, written: str) -> None:
        document = duty(housing=f"They live {written}.")
        document["people"][0] |= {"address": "12 Nowhere Lane, Elsewhere", "address_protected": "yes"}
        done = BACK.convert(document)
        assert outcome(done, "/answers/housing") == "withheld"
        assert outcome(done, "/people/0/address") == "withheld"
        assert "address" not in done.document["people"][0]

    def test_a_shared_copy_of_a_statutory_record_withholds_the_same(self) -> None:
        entries = [{"text": "open"}, {"text": "secret", "disclosure": "third_party"}]
        done = Converter(DUTY, DUTY).convert(duty(housing=entries), purpose="share")
        assert done.document["answers"]["housing"] == [{"text": "open"}]

    def test_a_voluntary_record_is_not_shared_without_recorded_agreement(self) -> None:
        with pytest.raises(UserError, match="no agreement to share"):
            THERE.convert(voluntary(growth="Tall."), purpose="share")


class TestChildByChild:
    def test_a_family_record_is_taken_apart_into_one_per_child(self) -> None:
        document = duty(2, health={"p1": "Well.", "p2": "Asthma."})
        each = BACK.convert_each(document)
        for child, words in {"p1": "Well.", "p2": "Asthma."}.items():
            held = [item["value"] for item in each[child].document["carried"]]
            assert held == [words]
            assert each[child].document["about"] == [child]

    def test_what_concerns_only_the_other_child_is_reported_as_left_out(self) -> None:
        document = duty(
            2, health={"p1": "Well.", "p2": "Asthma."}, housing=[{"text": "His bed broke.", "about": ["p2"]}]
        )
        done = BACK.convert(document, child="p1")
        left_out = {item.source for item in done.report.items if "only another child" in item.why}
        assert left_out == {"/answers/health/p2", "/answers/housing/0"}

    def test_missing_is_asked_for_each_child(self) -> None:
        document = voluntary()
        missing = THERE.convert(document).report.missing
        assert [(entry.field, entry.child, entry.ask) for entry in missing] == [("health", "p1", "family")]


def test_the_output_is_valid_and_the_same_each_time() -> None:
    document = voluntary(growth="Tall.", agreed="yes", steps=[{"mood": "hopeful"}])
    first, second = THERE.convert(document), THERE.convert(document)
    assert first == second
    assert Structure(DUTY).findings(first.document) == ()


def test_an_item_of_a_record_nobody_remembers_is_a_finding_and_no_crash() -> None:
    document = voluntary(growth="Tall.")
    item = {"from": "r9", "field": "x", "shape": "text", "label": "X", "value": "said"}
    document["history"] = [item]
    assert [(finding.code, finding.at) for finding in Checker(VOLUNTARY).faults(document)] == [
        ("REF104", "/history/0/from")
    ]


def test_a_row_that_went_home_keeps_every_cell_when_it_moves_on() -> None:
    row = {"day": "2025-01-02", "help": "Club", "mood": "hopeful"}
    once = BACK.convert(THERE.convert(voluntary(steps=[row])).document).document
    again = Converter(VOLUNTARY, VOLUNTARY).convert(once).document
    assert again["answers"]["steps"] == [row]
    assert BACK.convert(THERE.convert(again).document).document["answers"]["steps"] == [row]


def test_a_cell_whose_row_is_gone_waits_and_makes_no_row_of_its_own() -> None:
    """Half a row says something else than the row did."""
    there = THERE.convert(voluntary(steps=[{"help": "Club", "mood": "hopeful"}])).document
    del there["answers"]["earlier"]
    back = BACK.convert(there).document
    again = Converter(VOLUNTARY, VOLUNTARY).convert(back).document
    assert back["answers"] == again["answers"] == {}
    assert [item["value"] for item in again["carried"]] == ["hopeful"]


def test_the_cells_of_a_row_that_waited_are_told_of_where_they_stood() -> None:
    there = THERE.convert(voluntary(house_rules="No shoes indoors.")).document
    mark = {
        "label": "Help",
        "type": "table",
        "slot": {"kind": "involvement"},
        "columns": {"told": {"property": "summary", "type": "long"}},
    }
    there["provenance"][0] |= {"form": "gone/form", "fields": {"house_rules": mark}}
    there["carried"][0] |= {"shape": "row", "value": {"told": "Club", "mood": "hopeful"}}
    back = BACK.convert(there)
    assert back.document["answers"]["steps"] == [{"help": "Club"}]
    assert outcome(back, "/carried/0/value/mood") == "carried"
