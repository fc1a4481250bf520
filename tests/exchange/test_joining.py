"""Siblings' documents become one document about the family: cases as a practitioner meets them."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from frameworks_core.checks.checking import Checker
from frameworks_core.errors import UserError
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.fidelity import Item
from frameworks_core.exchange.report_text import report_as_text
from frameworks_core.exchange.siblings.joining import Joiner
from frameworks_core.forms.form import WITHHOLDABLE
from frameworks_core.forms.loading import form_from_source, load_form

FORMS = Path(__file__).parent / "forms"
REVIEW = """
[[sections.fields]]
id = "{id}"
label = "Next review"
plain = "When we look at this again"
type = "date"
function = "support"
about = "record"
source = "D"
slot = {{ kind = "review" }}
"""
NAMING = """
[[sections.fields]]
id = "helpers"
label = "Helpers"
plain = "Who helps"
type = "table"
function = "gather"
about = "child"
source = "D"
columns = [
  { id = "helper", label = "Who", plain = "Who", type = "persons" },
  { id = "says", label = "What they say", plain = "What they say", type = "text" },
]
"""
CHILD = form_from_source(
    (FORMS / "voluntary.toml").read_bytes() + (REVIEW.format(id="look_again") + NAMING).encode(), FORMS
)
FAMILY = form_from_source((FORMS / "duty.toml").read_bytes() + REVIEW.format(id="review_on").encode(), FORMS)
CAREFUL = evolve(FAMILY, withholds=frozenset(WITHHOLDABLE))

ROWAN, IVY, SAM = "943 476 5919", "943 476 5870", "943 476 5838"


def child(name: str, number: str, *others: dict[str, Any], **answers: Any) -> dict[str, Any]:
    """A voluntary record about one child, with the same few ids that every such record has."""
    return {
        "form": "voluntary/form",
        "version": "1",
        "status": "draft",
        "id": f"quill-{name.lower()}",
        "invented": True,
        "recorded": {"by": "p2", "on": "2026-02-03"},
        "people": [
            {"id": "p1", "roles": ["child"], "given_names": name, "nhs_number": number},
            {"id": "p2", "roles": ["professional"], "job_role": f"{name}'s worker"},
            *others,
        ],
        "answers": answers,
    }


def mother(**more: Any) -> dict[str, Any]:
    return {
        "id": "p3",
        "roles": ["parent_carer"],
        "given_names": "Marnie",
        "family_name": "Quill",
        **more,
    }


def join(*documents: dict[str, Any], to: Any = FAMILY, **how: Any) -> Conversion:
    done = Joiner([CHILD] * len(documents), to).join(documents, **how)
    assert not Checker(to).faults(done.document)
    return done


def item(done: Conversion, document: int, pointer: str) -> Item:
    [found] = [item for item in done.report.items if (item.document, item.source) == (document, pointer)]
    return found


def people(done: Conversion) -> dict[str, dict[str, Any]]:
    return {person["id"]: person for person in done.document["people"]}


def doubts(done: Conversion) -> list[str]:
    assert done.report.joined is not None
    return [doubt.in_words for doubt in done.report.joined.doubtful]


def home(done: Conversion, child_: str) -> dict[str, Any]:
    return Converter(FAMILY, CHILD).convert(done.document, child=child_).document


class TestOneFamily:
    """Each child's answers under that child, and each document still a record of its own."""

    @pytest.fixture
    def done(self) -> Conversion:
        return join(
            child("Rowan", ROWAN, growth="Tall for nine."), child("Ivy", IVY, growth="Small for seven.")
        )

    def test_the_document_is_about_every_child(self, done: Conversion) -> None:
        assert done.document["about"] == ["p1", "p3"]
        assert [people(done)[one]["given_names"] for one in done.document["about"]] == ["Rowan", "Ivy"]

    def test_what_was_said_in_a_childs_own_record_is_answered_for_that_child(self, done: Conversion) -> None:
        words = {
            one: [entry["text"] for entry in said] for one, said in done.document["answers"]["health"].items()
        }
        assert words == {"p1": ["Tall for nine."], "p3": ["Small for seven."]}

    def test_each_document_is_a_record_with_the_child_it_is_about(self, done: Conversion) -> None:
        records = [
            (record["document"], record["about"], record["recorded"]["by"])
            for record in done.document["provenance"]
        ]
        assert records == [("quill-rowan", ["p1"], "p2"), ("quill-ivy", ["p3"], "p4")]

    def test_the_report_says_which_document_each_answer_is_from(self, done: Conversion) -> None:
        report = done.report.as_json()
        assert [(source["document"], source["answers"]) for source in report["sources"]] == [(1, 3), (2, 3)]
        assert {entry["document"] for entry in report["items"]} == {1, 2}
        assert item(done, 2, "/answers/growth").targets == ("/answers/health/p3/0",)
        assert item(done, 2, "/people/0").targets == ("/people/2",)

    def test_the_report_of_one_document_names_no_number(self) -> None:
        report = Converter(CHILD, FAMILY).convert(child("Rowan", ROWAN, growth="Tall.")).report.as_json()
        assert not {"sources", "matched", "doubtful"} & set(report)
        assert "document" not in report["items"][0]

    def test_each_childs_answers_go_home_and_a_siblings_stay_out(self, done: Conversion) -> None:
        assert home(done, "p1")["answers"] == {"growth": "Tall for nine."}
        assert home(done, "p3")["answers"] == {"growth": "Small for seven."}
        items = Converter(FAMILY, CHILD).convert(done.document, child="p1").report.items
        assert {item.outcome for item in items if item.source == "/answers/health/p3/0"} == {"withheld"}

    def test_the_documents_are_untouched(self) -> None:
        documents = (child("Rowan", ROWAN, growth="Tall."), child("Ivy", IVY, steps=[{"help": "Club"}]))
        before = copy.deepcopy(documents)
        assert join(*documents) == join(*documents)
        assert documents == before


class TestIds:
    """Ids belong to their document: the first keeps its own, the others give way wherever they are written."""

    def test_an_id_changes_wherever_it_is_written(self) -> None:
        ivy = child(
            "Ivy",
            IVY,
            mother(),
            growth=[{"text": "Small.", "source": "a1", "about": ["p1"], "may_share_with": ["p3"]}],
            helpers=[{"helper": ["p3", "a1"], "says": "p3"}],
        )
        ivy["agencies"] = [{"id": "a1", "name": "Brook Primary", "works_with": ["p1"]}]
        ivy["relationships"] = [{"from": "p3", "to": "p1", "kind": "mother"}]
        ivy["chronology"] = [
            {"id": "e1", "on": "2025", "what": "Ivy moved.", "source": "a1", "affects": ["p1"]}
        ]
        rowan = child("Rowan", ROWAN)
        rowan["agencies"] = [{"id": "a1", "name": "Mill Surgery"}]
        rowan["chronology"] = [{"id": "e1", "on": "2024", "what": "Rowan moved."}]
        done = join(rowan, ivy).document
        assert done["agencies"][1] == {"id": "a2", "name": "Brook Primary", "works_with": ["p4"]}
        assert done["relationships"] == [{"from": "p3", "to": "p4", "kind": "mother"}]
        assert [event["id"] for event in done["chronology"]] == ["e1", "e2"]
        assert done["chronology"][1]["source"] == "a2"
        assert done["chronology"][1]["affects"] == ["p4"]
        entry = done["answers"]["health"]["p4"][0]
        assert (entry["source"], entry["about"], entry["may_share_with"]) == ("a2", ["p4"], ["p3"])
        assert done["carried"][0]["value"] == {"helper": ["p3", "a2"], "says": "p3"}
        assert [record.get("events") for record in done["provenance"]] == [["e1"], ["e2"]]

    def test_the_report_says_which_ids_changed(self) -> None:
        report = join(child("Rowan", ROWAN), child("Ivy", IVY)).report.as_json()
        assert [source["renamed"] for source in report["sources"]] == [{}, {"p1": "p3", "p2": "p4"}]

    def test_an_id_that_is_nobodys_in_its_document_does_not_become_somebodys(self) -> None:
        rowan = child("Rowan", ROWAN, mother(), growth="Tall for nine.")
        moved = Converter(CHILD, FAMILY).convert(rowan).document
        moved["carried"].append(
            {
                "from": "r1",
                "field": "helpers",
                "shape": "row",
                "index": 0,
                "class": "carried",
                "value": {"helper": ["p9"]},
            }
        )
        sam = child("Sam", SAM, {"id": "p9", "roles": ["advocate"]})
        done = Joiner([FAMILY, CHILD], FAMILY, [CHILD]).join([moved, sam]).document
        assert done["carried"][0]["value"]["helper"][0] not in {person["id"] for person in done["people"]}


class TestWhoIsWho:
    """Only a shared number makes two rows one person; whatever else looks alike is for a person to say."""

    def test_a_brother_in_one_document_is_the_child_of_the_other(self) -> None:
        brother = {
            "id": "p3",
            "roles": ["sibling"],
            "nhs_number": IVY.replace(" ", ""),
            "lives_in_household": "yes",
        }
        done = join(child("Rowan", ROWAN, brother), child("Ivy", IVY))
        assert done.document["about"] == ["p1", "p3"]
        assert people(done)["p3"] == {
            "id": "p3",
            "roles": ["sibling", "child"],
            "given_names": "Ivy",
            "lives_in_household": "yes",
            "nhs_number": "9434765870",
        }
        assert done.report.as_json()["matched"] == [["1:p3", "2:p1"]]
        assert item(done, 2, "/people/0").targets == ("/people/2",)
        assert item(done, 2, "/people/0/nhs_number").targets == ("/people/2/nhs_number",)

    def test_a_shared_number_with_another_birthday_is_two_people_and_a_question(self) -> None:
        done = join(
            child("Rowan", ROWAN, mother(upn="A123", dob="1990-01-02")),
            child("Ivy", IVY, mother(upn="a 123", dob="1991-01-02")),
        )
        assert len(people(done)) == 6
        assert doubts(done) == [
            "p3 of document 1 and p3 of document 2: they share a UPN but differ in date of birth"
        ]

    def test_a_protected_address_in_one_document_only_by_its_word_is_a_difference(self) -> None:
        done = join(
            child("Rowan", ROWAN, mother(nhs_number=SAM, address_protected="yes")),
            child("Ivy", IVY, mother(nhs_number=SAM, address_protected="no")),
        )
        assert len(people(done)) == 6
        assert "differ in address protected" in doubts(done)[0]

    def test_parental_responsibility_for_one_child_is_not_taken_for_another(self) -> None:
        done = join(
            child("Rowan", ROWAN, mother(nhs_number=SAM, parental_responsibility="yes")),
            child("Ivy", IVY, mother(nhs_number=SAM)),
        )
        assert [person.get("parental_responsibility") for person in done.document["people"]].count("yes") == 1
        assert len(people(done)) == 6
        assert "parental responsibility stands in one of them only" in doubts(done)[0]

    @pytest.mark.parametrize(
        ("more", "other", "why"),
        [
            ({}, {}, "they have the same name"),
            (
                {"dob": "1990-01-02"},
                {"given_names": "M.", "dob": "1990-01-02"},
                "they have the same family name and date of birth but differ in given names",
            ),
        ],
    )
    def test_names_and_birthdays_only_ask(
        self, more: dict[str, str], other: dict[str, str], why: str
    ) -> None:
        done = join(child("Rowan", ROWAN, mother(**more)), child("Ivy", IVY, mother(**other)))
        assert len(people(done)) == 6
        assert doubts(done) == [f"p3 of document 1 and p3 of document 2: {why}"]

    def test_twins_with_a_number_each_are_no_question(self) -> None:
        rowan, ivy = child("Rowan", ROWAN), child("Ivy", IVY)
        for document in (rowan, ivy):
            document["people"][0].update(family_name="Quill", dob="2017-09-21")
        assert doubts(join(rowan, ivy)) == []

    def test_a_number_that_two_people_of_one_document_have_matches_nobody(self) -> None:
        aunt = {"id": "p4", "roles": ["family_member"], "nhs_number": SAM}
        done = join(
            child("Rowan", ROWAN, mother(nhs_number=SAM), aunt), child("Ivy", IVY, mother(nhs_number=SAM))
        )
        assert len(people(done)) == 7
        assert len(doubts(done)) == 2

    def test_the_order_of_the_documents_changes_ids_only(self) -> None:
        documents = [child("Rowan", ROWAN, mother(upn="A1")), child("Ivy", IVY, mother(upn="A1"))]
        there, back = join(*documents), join(*reversed(documents))
        assert there.report.as_json()["matched"] == [["1:p3", "2:p3"]] == back.report.as_json()["matched"]


class TestSayingWhoIsTheSame:
    """`--same 1:p2=2:p5`: a person confirms a pair."""

    def test_a_confirmed_pair_becomes_one_row(self) -> None:
        done = join(
            child("Rowan", ROWAN, mother()),
            child("Ivy", IVY, mother(phone="01632 960001")),
            same=["1:p3=2:p3"],
        )
        assert [person["phone"] for person in people(done).values() if "phone" in person] == ["01632 960001"]
        assert len(people(done)) == 5
        assert doubts(done) == []

    def test_where_they_differ_nothing_is_chosen_and_no_value_is_told(self) -> None:
        documents = (child("Rowan", ROWAN, mother(phone="1")), child("Ivy", IVY, mother(phone="2")))
        with pytest.raises(
            UserError, match=r"these two rows differ in phone, .* and two rows stay, with nothing lost"
        ):
            join(*documents, same=["1:p3=2:p3"])

    def test_two_people_of_one_document_never_become_one(self) -> None:
        documents = (child("Rowan", ROWAN, mother()), child("Ivy", IVY, mother()))
        with pytest.raises(UserError, match="makes two people of one document one"):
            join(*documents, same=["1:p3=2:p3", "1:p2=2:p3"])

    @pytest.mark.parametrize(
        ("same", "why"),
        [
            ("p3=p3", "write it as 1:p2=2:p5"),
            ("1:p3", "write it as 1:p2=2:p5"),
            ("1:p3=2:p3=3:p3", "write it as 1:p2=2:p5"),
            ("1:p3=3:p3", "there is no document 3; they are 1 to 2"),
            ("1:p3=2:p8", "nobody in document 2 has the id p8; it has p1, p2"),
            ("1:p1=1:p2", "both are in document 1; name people of two documents"),
        ],
    )
    def test_what_names_nobody_is_refused_with_what_there_is(self, same: str, why: str) -> None:
        with pytest.raises(UserError, match=why):
            join(child("Rowan", ROWAN, mother()), child("Ivy", IVY), same=[same])


class TestTables:
    """Services, the family map and events that say just the same stand there once."""

    @pytest.fixture
    def done(self) -> Conversion:
        documents = []
        for name, number in (("Rowan", ROWAN), ("Ivy", IVY)):
            document = child(name, number, mother(upn="A1"), {"id": "p4", "roles": ["sibling"], "upn": "A2"})
            document["agencies"] = [{"id": "a1", "name": "Mill Surgery"}, {"id": "a2", "service": "school"}]
            document["relationships"] = [
                {"from": "p3", "to": "p4", "kind": "mother"},
                {"from": "p3", "to": "p1", "kind": "mother"},
            ]
            document["chronology"] = [{"id": "e1", "on": "2025-06", "what": "They moved.", "source": "a1"}]
            documents.append(document)
        return join(*documents)

    def test_equal_rows_are_one_and_each_is_accounted_for(self, done: Conversion) -> None:
        assert [row["name"] for row in done.document["agencies"] if "name" in row] == ["Mill Surgery"]
        assert len(done.document["relationships"]) == 3
        assert len(done.document["chronology"]) == 1
        for pointer in ("/agencies/0", "/relationships/0", "/chronology/0"):
            assert item(done, 1, pointer).targets == item(done, 2, pointer).targets == (pointer,)

    def test_an_event_of_both_belongs_to_both_records(self, done: Conversion) -> None:
        assert [record["events"] for record in done.document["provenance"]] == [["e1"], ["e1"]]

    @pytest.mark.parametrize("first", [True, False], ids=["told to the first", "told to the second"])
    def test_what_a_service_told_may_stand_in_one_childs_document_only(self, first: bool) -> None:
        rowan, ivy = child("Rowan", ROWAN), child("Ivy", IVY)
        quiet = {"id": "a1", "name": "Mill Surgery", "role": "Doctor"}
        telling = {**quiet, "summary": "Seen twice."}
        rowan["agencies"], ivy["agencies"] = ([telling], [quiet]) if first else ([quiet], [telling])
        assert join(rowan, ivy).document["agencies"] == [telling]

    def test_services_that_told_different_things_stay_two(self) -> None:
        rowan, ivy = child("Rowan", ROWAN), child("Ivy", IVY)
        rowan["agencies"] = [{"id": "a1", "name": "Mill Surgery", "summary": "Seen twice."}]
        ivy["agencies"] = [{"id": "a1", "name": "Mill Surgery", "summary": "Never seen."}]
        told = [row["summary"] for row in join(rowan, ivy).document["agencies"]]
        assert told == ["Seen twice.", "Never seen."]

    def test_a_service_that_says_just_the_same_comes_before_one_that_says_more(self) -> None:
        rowan, ivy = child("Rowan", ROWAN), child("Ivy", IVY)
        rowan["agencies"] = [
            {"id": "a1", "name": "Mill Surgery", "summary": "Seen twice."},
            {"id": "a2", "name": "Mill Surgery"},
        ]
        ivy["agencies"] = [{"id": "a1", "name": "Mill Surgery"}]
        ivy["answers"]["growth"] = [{"text": "Grows well.", "source": "a1"}]
        done = join(rowan, ivy)
        assert len(done.document["agencies"]) == 2
        assert item(done, 2, "/agencies/0").targets == ("/agencies/1",)

    def test_services_without_a_name_are_not_known_to_be_the_same(self, done: Conversion) -> None:
        assert [row["service"] for row in done.document["agencies"] if "service" in row] == ["school"] * 2


def test_what_several_records_say_in_one_field_stands_record_by_record() -> None:
    documents = [
        {
            **copy.deepcopy(QUILLS),
            "id": name,
            "answers": {"housing": [{"text": f"{name}, first."}, {"text": f"{name}, then."}]},
        }
        for name in ("Autumn", "Spring")
    ]
    done = Joiner([FAMILY, FAMILY], FAMILY).join(documents)
    assert [entry["text"] for entry in done.document["answers"]["housing"]] == [
        "Autumn, first.",
        "Autumn, then.",
        "Spring, first.",
        "Spring, then.",
    ]
    assert done.document["about"] == ["p1", "p2"]


class TestOneAnswerEach:
    """A question that has room for one answer, and several documents that answer it."""

    UNDER_A_DUTY = evolve(CHILD, basis="statute")

    def join_reviews(self, *days: str) -> Conversion:
        documents = [child("Rowan", ROWAN, look_again=days[0]), child("Ivy", IVY, look_again=days[1])]
        return Joiner([self.UNDER_A_DUTY] * 2, FAMILY).join(documents)

    def test_the_same_answer_needs_no_sorting_and_goes_home_to_both(self) -> None:
        done = self.join_reviews("2026-05-01", "2026-05-01")
        assert done.document["answers"] == {"review_on": "2026-05-01"}
        assert item(done, 2, "/answers/look_again").outcome == "kept"
        assert item(done, 2, "/answers/look_again").targets == ("/answers/review_on", "/carried/0")
        assert done.report.loss == 0
        for one in done.document["about"]:
            back = Converter(FAMILY, self.UNDER_A_DUTY).convert(done.document, child=one).document
            assert back["answers"] == {"look_again": "2026-05-01"}

    def test_another_answer_waits_for_a_practitioner(self) -> None:
        done = self.join_reviews("2026-05-01", "2026-06-01")
        assert done.document["answers"] == {"review_on": "2026-05-01"}
        assert item(done, 2, "/answers/look_again").outcome == "needs_sorting"
        back = Converter(FAMILY, self.UNDER_A_DUTY).convert(done.document, child="p3").document
        assert back["answers"] == {"look_again": "2026-06-01"}

    def test_a_detail_of_one_child_goes_to_that_child(self) -> None:
        done = join(child("Rowan", ROWAN), child("Ivy", IVY, faith="Quaker"))
        assert [person.get("religion") for person in people(done).values()] == [None, None, "Quaker", None]


class TestWhatMayNotCross:
    """What is withheld is withheld over all documents together."""

    def test_a_refuge_known_from_one_document_is_found_in_the_words_of_another(self) -> None:
        refuge = mother(address="Larch House, 7 Elm Lane", address_protected="yes")
        documents = (
            child("Rowan", ROWAN, refuge),
            child("Ivy", IVY, growth="She sleeps well at Larch House."),
        )
        done = join(*documents, to=CAREFUL)
        assert item(done, 2, "/answers/growth").outcome == "withheld"
        assert "larch" not in str(done.document).lower()
        assert item(join(*documents), 2, "/answers/growth").outcome == "broadened"

    def test_an_event_of_a_siblings_record_alone_stays_out_of_a_childs_document(self) -> None:
        rowan, ivy = child("Rowan", ROWAN), child("Ivy", IVY)
        ivy["chronology"] = [
            {"id": "e1", "on": "2025", "what": "Seen by a doctor."},
            {"id": "e2", "on": "2025", "what": "Saw her brother fall.", "affects": ["p1", "p3"]},
        ]
        ivy["people"].append({"id": "p3", "roles": ["sibling"], "nhs_number": ROWAN})
        done = join(rowan, ivy)
        assert [event["what"] for event in home(done, "p1")["chronology"]] == ["Saw her brother fall."]
        assert len(home(done, done.document["about"][1])["chronology"]) == 2

    def test_every_voluntary_record_must_hold_agreement(self) -> None:
        agreeing = form_from_source(
            (FORMS / "voluntary.toml").read_bytes().replace(b'item = "storage"', b'item = "services"'), FORMS
        )
        joiner = Joiner([agreeing, agreeing], FAMILY)
        documents = [child("Rowan", ROWAN, agreed="yes"), child("Ivy", IVY)]
        with pytest.raises(UserError, match="document 2: the record holds no agreement"):
            joiner.join(documents, purpose="share")
        documents[1]["answers"]["agreed"] = "yes"
        assert joiner.join(documents, purpose="share")


QUILLS: dict[str, Any] = {
    "form": "duty/form",
    "version": "1",
    "status": "draft",
    "id": "quill",
    "people": [
        {"id": "p1", "roles": ["child"], "given_names": "Rowan", "nhs_number": ROWAN},
        {"id": "p2", "roles": ["child"], "given_names": "Ivy", "nhs_number": IVY},
    ],
    "answers": {
        "health": {"p1": "Well.", "p2": "Tired."},
        "housing": "Two rooms for five of them.",
        "earlier": [{"when": "2025-01-02", "what": "Breakfast club"}],
        "review_on": "2026-05-01",
    },
}


class TestApartAndTogether:
    """A family's document taken apart, and put together again."""

    def test_it_is_what_it_was_and_nothing_is_told_twice(self) -> None:
        apart = Converter(FAMILY, CHILD).convert_each(QUILLS)
        done = join(*(conversion.document for conversion in apart.values()))
        assert done.document["answers"] == QUILLS["answers"]
        assert done.document["people"] == QUILLS["people"]
        assert done.document["id"] == "quill:duty/form"

    def test_the_id_does_not_grow_however_often(self) -> None:
        ids = []
        done = join(child("Rowan", ROWAN), child("Ivy", IVY))
        for _ in range(3):
            ids.append(done.document["id"])
            apart = Converter(FAMILY, CHILD).convert_each(done.document)
            done = join(*(conversion.document for conversion in apart.values()))
        assert set(ids) == {"quill-rowan+quill-ivy:duty/form"}


@pytest.mark.parametrize(
    "written", ["000", "000 000 0000", "999-999-9999", "unknown", "n/a", "not known", "1234567890", "?"]
)
def test_what_is_written_for_want_of_a_number_makes_nobody_the_same(written: str) -> None:
    """Two children without a number are two children."""
    done = Joiner([CHILD, CHILD], FAMILY).join([child("Rowan", written), child("Ivy", written)])
    assert len(done.document["about"]) == 2
    nameless = [{"id": "p4", "roles": ["parent_carer"], "upn": written}] * 2
    done = Joiner([CHILD, CHILD], FAMILY).join(
        [child("Rowan", ROWAN, nameless[0]), child("Ivy", IVY, nameless[1])]
    )
    assert sum("parent_carer" in person["roles"] for person in done.document["people"]) == 2


def test_an_earlier_record_that_two_documents_remember_otherwise_stays_two() -> None:
    """What one of them holds is never put under the question that the other names."""
    documents = []
    for name, number in (("Rowan", ROWAN), ("Ivy", IVY)):
        at_home = child(name, number, house_rules="No shoes.") | {"id": "quill-both", "recorded": {}}
        at_home["people"] = [{"id": "p1", "roles": ["child"]}]
        moved = Converter(CHILD, FAMILY).convert(at_home).document
        documents.append(moved | {"id": f"moved-{name}"})
    documents[1]["provenance"][0]["fields"]["house_rules"]["label"] = "Rules at school"
    documents[1]["provenance"][0]["about"] = documents[0]["provenance"][0]["about"] = []
    done = Joiner([FAMILY, FAMILY], FAMILY).join(documents)
    labels = [
        record["fields"]["house_rules"]["label"]
        for record in done.document["provenance"]
        if "house_rules" in record["fields"]
    ]
    assert labels == ["House rules", "Rules at school"]


class TestRefusals:
    """What cannot be joined says so in one sentence."""

    def test_a_form_about_one_child_takes_one_document(self) -> None:
        with pytest.raises(UserError, match="voluntary/form is about one child, and 2 documents were given"):
            Joiner([CHILD, CHILD], load_form(FORMS / "voluntary.toml"))

    def test_a_document_given_twice(self) -> None:
        with pytest.raises(UserError, match="documents 1 and 2 are the same; give each document once"):
            join(child("Rowan", ROWAN), child("Rowan", ROWAN))

    def test_one_record_at_two_times(self) -> None:
        with pytest.raises(UserError, match="documents 1 and 2 have the same form and id"):
            join(child("Rowan", ROWAN), child("Rowan", ROWAN, growth="Tall."))

    def test_an_invented_family_is_not_mixed_with_a_real_one(self) -> None:
        ivy = child("Ivy", IVY)
        del ivy["invented"]
        with pytest.raises(UserError, match="about an invented family and the other is not"):
            join(child("Rowan", ROWAN), ivy)

    def test_a_document_about_nobody(self) -> None:
        ivy = child("Ivy", IVY)
        ivy["people"][0]["roles"] = ["sibling"]
        with pytest.raises(UserError, match="document 2 does not say which child"):
            join(child("Rowan", ROWAN), ivy)


def test_two_records_of_one_child_are_joined_too() -> None:
    later = {**child("Rowan", ROWAN, growth="Taller."), "id": "quill-rowan-2"}
    done = join(child("Rowan", ROWAN, growth="Tall."), child("Ivy", IVY), later)
    assert done.document["about"] == ["p1", "p3"]
    assert [entry["text"] for entry in done.document["answers"]["health"]["p1"]] == ["Tall.", "Taller."]


def test_the_report_in_words_says_who_is_who_and_how_to_say_it() -> None:
    done = join(child("Rowan", ROWAN, mother()), child("Ivy", IVY, mother()))
    text = report_as_text(done.report, FAMILY, 200)
    assert text.startswith(
        "2 documents to duty/form 1: 6 answers, each accounted for\n"
        "  document 1: voluntary/form 1, 3 answers\n"
        "  document 2: voluntary/form 1, 3 answers\n"
    )
    assert "Nobody was matched by NHS number or UPN; everybody else has a row from each document." in text
    assert "People who may be the same: a person has to say (1)" in text
    assert "join again with --same for each such pair (--same 1:p3=2:p3)" in text
    assert "Marnie" not in text
