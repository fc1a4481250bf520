"""What holds for the people in every document: born or due, and addresses that must not be known."""

import pytest
from attrs import evolve

from frameworks_core.checks.checking import Checker
from frameworks_core.model import Slot


@pytest.fixture(scope="module")
def checker(form):
    return Checker(form)


def found(checker, document):
    return [(finding.code, finding.severity, finding.at) for finding in checker.check(document)]


RECORD = {
    "id": "r1",
    "form": "toy/other",
    "version": "1",
    "title": "Other record",
    "basis": "consent",
    "fields": {
        "past": {"label": "The past", "type": "long"},
        "home": {
            "label": "Home",
            "type": "text",
            "slot": {"kind": "person", "person_property": "address"},
        },
    },
    "placed": [],
}


def earlier(value, *, field="past", shape="text"):
    """An answer carried from an earlier record."""
    return {"from": "r1", "field": field, "shape": shape, "class": "carried", "value": value}


def concluded(value):
    """What an earlier record concluded."""
    return {"from": "r1", "field": "past", "shape": "text", "label": "The past", "value": value}


class TestBornOrDue:
    @pytest.mark.parametrize("dates", [{}, {"dob": "2018-05-04"}, {"edd": "2026-06-19"}], ids=str)
    def test_one_of_the_two_or_neither(self, checker, document, dates):
        document["people"][2] = {"id": "p3", "roles": ["parent_carer"], **dates}
        assert found(checker, document) == []

    def test_never_both(self, checker, document):
        document["people"][1] |= {"dob": "2026-06-12"}
        assert found(checker, document) == [("PEO001", "error", "/people/1/edd")]

    def test_of_anybody(self, checker, document):
        document["people"][2] |= {"dob": "1990-01-01", "edd": "2026-06-12"}
        assert found(checker, document) == [("PEO001", "error", "/people/2/edd")]


class TestTheSexOfTheUnborn:
    @pytest.mark.parametrize("sex", ["F", "M"])
    def test_is_not_recorded(self, checker, document, sex):
        document["people"][1]["sex"] = sex
        assert found(checker, document) == [("PEO002", "warning", "/people/1/sex")]

    def test_is_not_known_or_not_said(self, checker, document):
        assert document["people"][1]["sex"] == "U"
        assert found(checker, document) == []
        del document["people"][1]["sex"]
        assert found(checker, document) == []

    def test_a_child_with_both_dates_is_born(self, checker, document):
        document["people"][1] |= {"dob": "2026-06-12", "sex": "F"}
        assert [code for code, _, _ in found(checker, document)] == ["PEO001"]

    def test_only_the_children_it_is_about_are_counted_by_the_census(self, checker, document):
        document["people"][1]["sex"] = "F"
        document["about"] = ["p1"]
        assert found(checker, document) == []


ANYWHERE = {
    "an answer of one line": (
        lambda d, text: d["answers"].update(given_names=text),
        "/answers/given_names",
    ),
    "an answer for one child": (
        lambda d, text: d["answers"].update(given_names={"p2": text}),
        "/answers/given_names/p2",
    ),
    "a heading": (
        lambda d, text: d["answers"].update(story=[{"text": "x", "heading": text}]),
        "/answers/story/0/heading",
    ),
    "a cell": (lambda d, text: d["answers"]["plan"][1].update(what=text), "/answers/plan/1/what"),
    "what an event meant": (
        lambda d, text: d["chronology"][0].update(significance=text),
        "/chronology/0/significance",
    ),
    "what was done": (lambda d, text: d["chronology"][0].update(response=text), "/chronology/0/response"),
    "a relationship": (
        lambda d, text: d["relationships"][0].update(detail=text),
        "/relationships/0/detail",
    ),
    "a note about somebody": (lambda d, text: d["people"][0].update(note=text), "/people/0/note"),
    "a note about the person it protects": (
        lambda d, text: d["people"][2].update(note=text),
        "/people/2/note",
    ),
    "the address of somebody else": (
        lambda d, text: d["people"][0].update(address=text),
        "/people/0/address",
    ),
    "what an agency told us": (
        lambda d, text: d["agencies"][0].update(summary=text),
        "/agencies/0/summary",
    ),
    "an agency's contact": (lambda d, text: d["agencies"][0].update(contact=text), "/agencies/0/contact"),
    "the id of the record": (lambda d, text: d.update(id=text), "/id"),
    "a carried answer": (lambda d, text: d.update(carried=[earlier(text)]), "/carried/0/value"),
    "a carried row": (
        lambda d, text: d.update(carried=[earlier({"what": text}, shape="row")]),
        "/carried/0/value/what",
    ),
    "history": (lambda d, text: d.update(history=[concluded(text)]), "/history/0/value"),
}


class TestAProtectedAddress:
    @pytest.fixture
    def hidden(self, document):
        """The record of a family whose address must not be known."""
        document["people"][2] |= {
            "address_protected": "yes",
            "address": "Flat 2, 10 Nowhere Lane, Elsewhere",
            "postcode": "M1 1AA",
            "phone": "01632 960 001",
        }
        return document

    TEXTS = (
        "They moved to 10 Nowhere Lane.",
        "They moved to 10, NOWHERE lane\nlast week.",
        "Flat 2, 10 Nowhere Lane, Elsewhere",
        "Their postcode is m11aa.",
        "Ring her on 01632-960001.",
    )

    @pytest.mark.parametrize("text", TEXTS)
    def test_is_found_in_a_text_however_it_is_written(self, checker, hidden, text):
        hidden["answers"]["story"] = text
        assert found(checker, hidden) == [("PEO003", "warning", "/answers/story")]

    def test_is_found_in_an_entry_about_one_child(self, checker, hidden):
        hidden["answers"]["health.needs"] = {"p1": [{"text": "Glasses."}, {"text": self.TEXTS[0]}]}
        assert found(checker, hidden) == [("PEO003", "warning", "/answers/health.needs/p1/1/text")]

    def test_is_found_in_an_event(self, checker, hidden):
        hidden["chronology"][1]["what"] = self.TEXTS[0]
        assert found(checker, hidden) == [("PEO003", "warning", "/chronology/1/what")]

    @pytest.mark.parametrize("where", ANYWHERE)
    def test_is_found_in_every_text(self, checker, hidden, where):
        write, at = ANYWHERE[where]
        hidden["provenance"] = [RECORD]
        write(hidden, self.TEXTS[0])
        assert found(checker, hidden) == [("PEO003", "warning", at)]

    def test_in_the_address_box_of_an_earlier_record_it_is_protected_by_itself(self, checker, hidden):
        hidden["provenance"] = [RECORD]
        hidden["carried"] = [earlier(self.TEXTS[2], field="home")]
        assert found(checker, hidden) == []

    def test_that_only_an_answer_holds_is_found_too(self, form, hidden):
        asked = form.fields["given_names"]
        box = evolve(asked, slot=Slot(kind="person", person_property="address"))
        sections = [
            evolve(s, fields=tuple(box if f is asked else f for f in s.fields)) for s in form.sections
        ]
        checker = Checker(evolve(form, sections=tuple(sections)))
        hidden["answers"] |= {"given_names": "3 Quiet Mews, Elsewhere", "story": "They are at 3 Quiet Mews."}
        assert found(checker, hidden) == [("PEO003", "warning", "/answers/story")]

    def test_is_not_repeated_in_the_finding(self, checker, hidden):
        hidden["answers"]["story"] = self.TEXTS[0]
        [finding] = checker.check(hidden)
        assert not any(
            "Nowhere" in text for text in (finding.message, finding.place, finding.fix, finding.at)
        )

    def test_in_its_own_box_it_is_protected_by_itself(self, checker, hidden):
        assert found(checker, hidden) == []

    @pytest.mark.parametrize("said", ["no", "not_known"])
    def test_an_address_that_is_not_protected_may_stand_anywhere(self, checker, hidden, said):
        hidden["people"][2]["address_protected"] = said
        hidden["answers"]["story"] = self.TEXTS[0]
        assert found(checker, hidden) == []

    def test_protected_and_unknown_is_found_nowhere(self, checker, hidden):
        for name in ("address", "postcode", "phone"):
            del hidden["people"][2][name]
        hidden["answers"]["story"] = self.TEXTS[0]
        assert found(checker, hidden) == []
