"""A filled-in form, as rules read it: answers by field and child, each with its pointer."""

from datetime import date

import pytest

from frameworks_core.forms.filled import FilledForm, Given, Row, subject_children


@pytest.fixture
def fill(toy_registry):
    """Fills in the toy form about a family with two children."""

    def build(**parts):
        people = [{"id": "p1", "roles": ["child"]}, {"id": "p2", "roles": ["sibling", "child"]}]
        document = {"people": people, "answers": {}, **parts}
        return FilledForm(toy_registry.form("toy/family"), document)

    return build


class TestWhoItIsAbout:
    PEOPLE = (
        {"id": "p1", "roles": ["child"]},
        {"id": "p2", "roles": ["parent_carer"]},
        {"id": "p3", "roles": ["child"]},
    )

    def test_everybody_with_the_role_of_child(self):
        assert subject_children({"people": self.PEOPLE}) == ("p1", "p3")

    def test_or_those_it_names_in_its_own_order(self):
        assert subject_children({"people": self.PEOPLE, "about": ["p3", "p1"]}) == ("p3", "p1")
        assert subject_children({"people": self.PEOPLE, "about": ["p3"]}) == ("p3",)

    def test_or_nobody(self):
        assert subject_children({"people": self.PEOPLE[1:2]}) == ()


class TestAnswers:
    def test_given_once(self, fill):
        filled = fill(answers={"bedrooms": 3})
        assert list(filled.given("bedrooms")) == [Given("/answers/bedrooms", None, 3)]
        assert filled.value("bedrooms") == 3
        assert filled.value("bedrooms", "p1") == 3

    def test_given_child_by_child(self, fill):
        filled = fill(answers={"child.health": {"p2": "Asthma.", "p1": "Well."}})
        assert list(filled.given("child.health")) == [
            Given("/answers/child.health/p2", "p2", "Asthma."),
            Given("/answers/child.health/p1", "p1", "Well."),
        ]
        assert filled.value("child.health", "p1") == "Well."
        assert filled.value("child.health", "p2") == "Asthma."

    def test_given_for_all_the_children(self, fill):
        filled = fill(answers={"child.health": "Both well."})
        assert list(filled.given("child.health")) == [Given("/answers/child.health", None, "Both well.")]
        assert filled.value("child.health", "p1") == filled.value("child.health", "p2") == "Both well."

    def test_not_given(self, fill):
        filled = fill(answers={"child.health": {"p1": "Well."}})
        assert list(filled.given("home")) == []
        assert filled.value("home") is None
        assert filled.value("child.health", "p2") is None

    def test_whether_it_is_answered(self, fill):
        filled = fill(answers={"child.health": {"p1": "Well."}, "bedrooms": 0})
        assert filled.is_answered("bedrooms")  # none is an answer
        assert filled.is_answered("child.health")
        assert filled.is_answered("child.health", "p1")
        assert not filled.is_answered("child.health", "p2")
        assert not filled.is_answered("home")


class TestTexts:
    ENTRIES = ({"text": "Well.", "source": "p1"}, {"text": "Asthma."})

    def test_a_whole_text(self, fill):
        assert list(fill(answers={"home": "Damp."}).texts("home")) == [Given("/answers/home", None, "Damp.")]

    def test_each_attributed_entry(self, fill):
        filled = fill(answers={"home": list(self.ENTRIES)})
        assert list(filled.texts("home")) == [
            Given("/answers/home/0", None, "Well."),
            Given("/answers/home/1", None, "Asthma."),
        ]

    def test_child_by_child(self, fill):
        filled = fill(answers={"child.words": {"p1": "No.", "p2": list(self.ENTRIES)}})
        assert [(given.at, given.child, given.value) for given in filled.texts("child.words")] == [
            ("/answers/child.words/p1", "p1", "No."),
            ("/answers/child.words/p2/0", "p2", "Well."),
            ("/answers/child.words/p2/1", "p2", "Asthma."),
        ]

    def test_none(self, fill):
        assert list(fill().texts("home")) == []


class TestRows:
    def test_one_table(self, fill):
        filled = fill(answers={"actions": [{"action": "Call"}, {"cost": 3}]})
        assert list(filled.rows("actions")) == [
            Row("/answers/actions/0", None, {"action": "Call"}),
            Row("/answers/actions/1", None, {"cost": 3}),
        ]

    def test_one_table_per_child(self, fill):
        filled = fill(answers={"child.visits": {"p2": [{"alone": "yes"}], "p1": [{"alone": "no"}]}})
        assert [(row.at, row.child) for row in filled.rows("child.visits")] == [
            ("/answers/child.visits/p2/0", "p2"),
            ("/answers/child.visits/p1/0", "p1"),
        ]

    def test_none(self, fill):
        assert list(fill().rows("actions")) == []


def test_dates_are_days_of_the_calendar(fill):
    filled = fill(answers={"review_on": "2026-03-02"})
    assert filled.date("review_on") == date(2026, 3, 2)
    assert fill().date("review_on") is None


def test_people_and_agencies_by_id_and_events_in_order(fill):
    events = [{"id": "e2", "on": "2025", "what": "x"}, {"id": "e1", "on": "2024", "what": "y"}]
    filled = fill(agencies=[{"id": "a1", "name": "School"}], chronology=events)
    assert set(filled.people) == {"p1", "p2"}
    assert filled.agencies["a1"]["name"] == "School"
    assert filled.chronology == events
    assert filled.children == ("p1", "p2")
    assert (fill().agencies, fill().chronology) == ({}, [])
