"""What a document's own tables hold is not asked for again."""

import pytest

from frameworks_core.forms.form import Field
from frameworks_core.forms.held import held_in_tables
from frameworks_core.model import Slot
from frameworks_core.model.slot import FACT_KINDS, HISTORY_KINDS, PEOPLE_GROUPS

CHILDREN = ("p1", "p2")


def question(**slot):
    return Field(
        id="asked",
        label="Asked",
        plain="asked",
        type="text",
        function="gather",
        about="child",
        source="D",
        slot=Slot(**slot) if slot else None,
    )


def record(*people, **tables):
    children = [{"id": "p1", "roles": ["child"]}, {"id": "p2", "roles": ["child"]}]
    return {"people": [*children, *people], "answers": {}, **tables}


class TestDetailsOfTheChild:
    SEX = question(kind="person", person_property="sex")

    def test_held_for_every_child_asked_about(self):
        document = record()
        document["people"][0]["sex"] = "F"
        assert held_in_tables(self.SEX, document, ("p1",))
        assert not held_in_tables(self.SEX, document, CHILDREN)
        document["people"][1]["sex"] = "U"
        assert held_in_tables(self.SEX, document, CHILDREN)

    def test_what_the_table_holds_of_somebody_else_is_another_matter(self):
        assert not held_in_tables(
            self.SEX, record({"id": "p3", "roles": ["parent_carer"], "sex": "F"}), ("p1",)
        )

    def test_a_child_who_is_not_in_the_table_is_not_known(self):
        assert not held_in_tables(self.SEX, record(), ("p9",))


MARKS = {
    "parent_carer": {"roles": ["professional", "parent_carer"]},
    "household": {"lives_in_household": "yes"},
    "significant_other": {"significant_to_child": "yes"},
    "significant_male": {"roles": ["significant_adult"]},
    "wider_family": {"roles": ["family_member"]},
}


class TestGroupsOfPeople:
    def test_every_group_has_its_mark(self):
        assert set(MARKS) | {"subject_child"} == PEOPLE_GROUPS

    @pytest.mark.parametrize("group", MARKS)
    def test_held_once_somebody_is_marked_so(self, group):
        asked = question(kind="people", group=group)
        assert not held_in_tables(asked, record({"id": "p3", "roles": ["advocate"]}), CHILDREN)
        assert held_in_tables(asked, record({"id": "p3", "roles": ["advocate"], **MARKS[group]}), CHILDREN)

    @pytest.mark.parametrize("group", MARKS)
    def test_somebody_in_another_group_does_not_answer(self, group):
        others = [
            {"id": "p3", "roles": ["advocate"], **mark} for name, mark in MARKS.items() if name != group
        ]
        assert not held_in_tables(question(kind="people", group=group), record(*others), CHILDREN)

    def test_the_children_themselves_are_always_there(self):
        assert held_in_tables(question(kind="people", group="subject_child"), record(), CHILDREN)
        assert not held_in_tables(question(kind="people", group="subject_child"), {"people": []}, ())

    @pytest.mark.parametrize("said", ["no", "not_known"])
    def test_no_is_an_answer_about_that_person_and_not_about_the_group(self, said):
        somebody = {"id": "p3", "roles": ["advocate"], "lives_in_household": said}
        assert not held_in_tables(question(kind="people", group="household"), record(somebody), CHILDREN)


class TestAgencies:
    UNIVERSAL = question(kind="agency", group="universal")
    OTHER = question(kind="agency", group="other")
    ANY = question(kind="agency")

    @pytest.mark.parametrize(
        ("agency", "universal", "other"),
        [
            ({"id": "a1", "universal": "yes"}, True, False),
            ({"id": "a1", "universal": "no"}, False, True),
            ({"id": "a1", "universal": "not_known"}, False, True),
            ({"id": "a1"}, False, True),
        ],
        ids=str,
    )
    def test_held_once_one_of_the_kind_is_named(self, agency, universal, other):
        document = record(agencies=[agency])
        assert held_in_tables(self.UNIVERSAL, document, CHILDREN) is universal
        assert held_in_tables(self.OTHER, document, CHILDREN) is other
        assert held_in_tables(self.ANY, document, CHILDREN)

    @pytest.mark.parametrize("tables", [{}, {"agencies": []}], ids=str)
    def test_none_named(self, tables):
        for asked in (self.UNIVERSAL, self.OTHER, self.ANY):
            assert not held_in_tables(asked, record(**tables), CHILDREN)


def test_events_are_held_once_the_chronology_has_one():
    asked = question(kind="event")
    assert not held_in_tables(asked, record(), CHILDREN)
    assert not held_in_tables(asked, record(chronology=[]), CHILDREN)
    assert held_in_tables(asked, record(chronology=[{"id": "e1", "on": "2024", "what": "Moved."}]), CHILDREN)


@pytest.mark.parametrize("kind", sorted(FACT_KINDS | HISTORY_KINDS))
def test_no_table_holds_anything_else(kind):
    full = record(
        {"id": "p3", "roles": ["parent_carer"], "lives_in_household": "yes"},
        agencies=[{"id": "a1", "universal": "yes"}],
        chronology=[{"id": "e1", "on": "2024", "what": "Moved."}],
    )
    assert not held_in_tables(question(kind=kind), full, CHILDREN)


def test_a_question_without_a_slot_is_never_held():
    assert not held_in_tables(question(), record(), CHILDREN)
