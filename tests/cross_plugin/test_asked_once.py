"""Asked once, answered for all: an answer given on a blend is the answer to every question its question asks for.

And back: what was answered on one of its forms stands in the blend's question for it, word for word, without a heading while
it is alone there, and goes home byte for byte.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.blend.composition.composing import Composed, compose
from frameworks_core.blend.reading.file import BlendFile, Identity
from frameworks_core.blend.reading.gather_keys import Gather
from frameworks_core.checks.structure import Structure
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.testing.strategies import documents

from .blend_laws import assert_asked_once_answers, from_member, to_member
from .conftest import FORMS, REGISTRY
from .fixed_blends import BLENDS, converter, one_child
from .laws import assert_comes_home, assert_valid
from .random_blends import blends

Json = dict[str, Any]
of_blends = pytest.mark.parametrize("name", BLENDS)


def _file(**gather: Any) -> BlendFile:
    return BlendFile(
        blend=Identity(id="harbour/record", version="1", title="Record", plain_title="Your record"),
        gather=Gather(**gather),
    )


def composed(**gather: Any) -> Composed:
    """A blend that gathers this."""
    made, faults = compose(_file(**gather), REGISTRY)
    assert made is not None, faults
    return made


def document(form: str, children: int = 1, **answers: Any) -> Json:
    """A document with these answers, dots in the names of questions written as two underscores."""
    people = [{"id": f"p{number}", "roles": ["child"]} for number in range(1, children + 1)]
    given_ = {name.replace("__", "."): answer for name, answer in answers.items()}
    return {"form": form, "version": "1", "status": "draft", "people": people, "answers": given_}


def outcomes(conversion: Conversion) -> dict[str, str]:
    """The class of each answer, by its pointer."""
    return {item.source: item.outcome for item in conversion.report.items if "/answers/" in item.source}


class TestGeneratedRecords:
    @of_blends
    @settings(max_examples=3)
    @given(data=st.data())
    def test_an_answer_on_a_blend_answers_each_of_its_forms(self, name: str, data: st.DataObject) -> None:
        blend = BLENDS[name]
        record = data.draw(documents(blend.form), label="document")
        for member in blend.composed.choice.forms:
            note(f"to {member.id}")
            form = FORMS[member.id]
            there = converter(name, member.id).convert(record, child=one_child(form, record))
            assert_asked_once_answers(to_member(blend.composed, form), record, there)

    @of_blends
    @settings(max_examples=3)
    @given(data=st.data())
    def test_an_answer_on_one_of_its_forms_is_the_blends_and_goes_home(
        self, name: str, data: st.DataObject
    ) -> None:
        blend = BLENDS[name]
        for member in blend.composed.choice.forms:
            note(f"from {member.id}")
            form = FORMS[member.id]
            record = data.draw(documents(form), label="document")
            there = converter(member.id, name).convert(record, child=one_child(blend.form, record))
            back = converter(name, member.id).convert(there.document, child=one_child(form, there.document))
            assert_asked_once_answers(from_member(blend.composed, form), record, there)
            assert_comes_home(form, record, there, back)

    @settings(max_examples=15)
    @given(data=st.data())
    def test_so_it_is_in_any_blend(self, data: st.DataObject) -> None:
        blend = data.draw(blends(), label="blend")
        record = data.draw(documents(blend.form), label="document")
        for member in blend.choice.forms:
            note(member.id)
            form = FORMS[member.id]
            there = Converter(blend.form, form).convert(record, child=one_child(form, record))
            assert_asked_once_answers(to_member(blend, form), record, there)
            theirs = data.draw(documents(form), label="document")
            here = Converter(form, blend.form).convert(theirs, child=one_child(blend.form, theirs))
            assert_asked_once_answers(from_member(blend, form), theirs, here)


class TestTheVeryQuestion:
    def test_no_other_answer_takes_its_place(self) -> None:
        """Two forms' dates of birth kept apart: each goes back to its own form, whichever comes first."""
        both = ("caf/assessment#dob", "single_assessment/core#dob")
        blend = composed(questions=both, apart=[both])
        record = document("harbour/record", dob="2015-01-01", single_assessment__core__dob="2016-02-02")

        done = Converter(blend.form, FORMS["single_assessment/core"]).convert(record)

        assert done.document["answers"] == {"dob": "2016-02-02"}
        assert outcomes(done) == {
            "/answers/dob": "needs_sorting",
            "/answers/single_assessment.core.dob": "kept",
        }

    def test_what_was_answered_for_all_children_stays_so(self) -> None:
        asked = "single_assessment/assessment#selfcare_skills.needs"
        blend = composed(questions=(asked,))
        record = document("harbour/record", children=2, selfcare_skills__needs="Both need help with buttons.")

        done = Converter(blend.form, FORMS["single_assessment/assessment"]).convert(record)

        assert done.document["answers"] == record["answers"]

    def test_a_cell_that_means_nothing_elsewhere_keeps_its_column(self) -> None:
        """What each service in case_summary says to the family has no name in the canonical assessment."""
        form = FORMS["reclaiming_social_work/case_summary"]
        tables = (
            "reclaiming_social_work/case_summary#professional_system",
            "single_assessment/core#agencies",
        )
        blend = composed(questions=tables)
        assert len(blend.form.fields) == 1
        record = document(
            form.id, professional_system=[{"to_family": "Get up earlier.", "their_idea": "Clubs."}]
        )

        there = Converter(form, blend.form).convert(record)

        assert there.document["answers"] == record["answers"]
        back = Converter(blend.form, form).convert(there.document)
        assert back.document["answers"] == record["answers"]

    def test_a_table_where_such_a_column_would_lose_its_name_is_not_joined(self) -> None:
        """Two columns called `works_with`, of which one means nothing elsewhere and is known by its name alone."""
        names = ("single_assessment/assessment#agencies", "caf/family#services_other")
        made, faults = compose(_file(questions=names, together=(names,)), REGISTRY)
        assert made is None
        assert [fault.path for fault in faults] == [("gather", "together", 0)]

    def test_a_row_that_goes_home_to_the_table_it_came_from_loses_nothing(self) -> None:
        """Joined the other way round the column keeps its name, and the one that means something gets another."""
        names = ("caf/family#services_other", "single_assessment/assessment#agencies")
        blend = composed(questions=names, together=(names,))
        form = FORMS["caf/family"]
        record = document(form.id, services_other=[{"name": "Club", "works_with": ["p1"]}])

        there = Converter(form, blend.form).convert(record)

        assert there.document["answers"] == record["answers"]
        assert Converter(blend.form, form).convert(there.document).document["answers"] == record["answers"]

    def test_a_voluntary_plan_is_history_in_a_statutory_blend_that_asks_the_same(self) -> None:
        blend = composed(
            questions=("caf/delivery_plan#dp_rows", "single_assessment/child_in_need_plan#plan_rows")
        )
        record = document("caf/delivery_plan", dp_rows=[{"action": "Swimming on Fridays."}])

        done = Converter(FORMS["caf/delivery_plan"], blend.form).convert(record)

        assert done.document["answers"] == {}
        assert [item["value"] for item in done.document["history"]] == record["answers"]["dp_rows"]


class TestAskedInsteadOfSeveral:
    """`together`: one question for several that do not mean the same."""

    STRENGTHS = "caf/assessment#self_care_strengths"
    NEEDS = "single_assessment/core#ca_dims.housing.needs"

    def test_what_was_said_as_a_strength_is_not_taken_for_a_need(self) -> None:
        """It may be either, so a person places it in a form that asks for one of the two."""
        blend = composed(questions=(self.STRENGTHS, self.NEEDS), together=[(self.STRENGTHS, self.NEEDS)])
        [field] = blend.form
        assert field.slot is not None
        assert field.slot.senses == {"strength", "need"}
        record = document("harbour/record", **{field.id: "A warm room of her own."})

        for name in (self.STRENGTHS, self.NEEDS):
            form_id, _, question = name.partition("#")
            done = Converter(blend.form, FORMS[form_id]).convert(record)
            assert outcomes(done) == {f"/answers/{field.id}": "needs_sorting"}
            assert question in done.document["carried"][0]["candidates"]

    def test_what_was_answered_in_one_of_them_stands_there_as_it_was(self) -> None:
        blend = composed(questions=(self.STRENGTHS, self.NEEDS), together=[(self.STRENGTHS, self.NEEDS)])
        record = document("caf/assessment", self_care_strengths="Ties her own laces.")

        there = Converter(FORMS["caf/assessment"], blend.form).convert(record)
        back = Converter(blend.form, FORMS["caf/assessment"]).convert(there.document)

        assert list(there.document["answers"].values()) == ["Ties her own laces."]
        assert back.document["answers"] == record["answers"]
        assert_valid(there, Structure(blend.form))

    @pytest.mark.parametrize(
        ("names", "why"),
        [
            (("caf/assessment#given_names", "caf/assessment#family_name"), "different things"),
            (
                ("signs_of_safety/mapping#safety_goals", "signs_of_safety/mapping#next_steps"),
                "different things",
            ),
            (("caf/family#sexual_orientation", "caf/family#school"), "of one form"),
        ],
    )
    def test_different_things_are_not_asked_as_one(self, names: tuple[str, str], why: str) -> None:
        made, faults = compose(_file(questions=names, together=(names,)), REGISTRY)
        assert made is None
        assert [(fault.path, why in fault.message) for fault in faults] == [(("gather", "together", 0), True)]
