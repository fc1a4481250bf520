"""The handover page between the installed forms: first dates and authors survive, and nobody is asked twice."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks_core.exchange.conversion import Conversion
from frameworks_core.exchange.handover import Answered
from frameworks_core.exchange.reading import by_child, leaves
from frameworks_core.forms.filled import subject_children
from frameworks_core.functions.handover.page import handover_page
from frameworks_core.functions.outline import as_text
from frameworks_core.testing.strategies import documents

from .conftest import FORMS, example
from .test_laws import converter

ASSESSMENT, MAP = "single_assessment/assessment", "signs_of_safety/mapping"
SCREEN = 110
"""Lines of about two screens."""


def moved(document: dict[str, Any], *forms: str) -> Conversion:
    """The last of several conversions in a row; about the first child where a form is about one."""
    for form in forms:
        child = None if FORMS[form].is_about_family else subject_children(document)[0]
        done = converter(document["form"], form).convert(document, child=child)
        document = done.document
    return done


def origin(entry: Answered) -> tuple[object, ...]:
    return entry.field, entry.child, entry.on, tuple((party.id, party.role) for party in entry.by)


class TestTheHarpers:
    """The voluntary record of the invented family, moved to an assessment, a map, and an assessment again."""

    @pytest.fixture
    def chain(self) -> Conversion:
        return moved(example("caf_v3"), ASSESSMENT, MAP, ASSESSMENT)

    def test_over_three_moves_every_answer_keeps_its_first_date_author_and_record(
        self, chain: Conversion
    ) -> None:
        direct = moved(example("caf_v3"), ASSESSMENT)
        placed = [entry for entry in chain.report.answered if entry.record]
        assert len(placed) == 36
        assert {origin(entry) for entry in placed} <= {origin(entry) for entry in direct.report.answered}
        records = {record.id: record for record in chain.report.records}
        assert {(records[entry.record or ""].title, entry.on) for entry in placed} == {
            ("Common Assessment Framework form", "2025-11-21")
        }

    def test_what_each_person_said_is_theirs_with_its_own_date(self) -> None:
        answered = moved(example("caf_v3"), ASSESSMENT).report.answered
        told = {(party.id, party.role, entry.on) for entry in answered for party in entry.by}
        assert ("p8", "family member", "2025-11-14") in told or ("a1", "school", "2025-11-14") in told
        assert ("p9", "Family support worker", "2025-11-21") in told

    def test_what_is_first_said_on_the_way_is_of_that_record(self) -> None:
        there = moved(example("caf_v3"), ASSESSMENT).document
        there["recorded"] = {"by": "p9", "on": "2026-02-03"}
        there["answers"]["housing.needs"] = "There is mould on the wall of the back bedroom."
        done = moved(there, "caf/assessment")
        [entry] = [
            entry for entry in done.report.answered if entry.on == "2026-02-03" and entry.record == "r2"
        ]
        assert entry.field.startswith("housing")

    def test_agreement_is_to_be_asked_for_anew(self, chain: Conversion) -> None:
        assert "Ask for agreement anew" in as_text(handover_page(chain.report, FORMS[ASSESSMENT]), 100)

    @pytest.mark.parametrize(
        ("name", "to"),
        [("caf_v3", ASSESSMENT), ("single_assessment", "caf/assessment"), ("single_assessment", MAP)],
    )
    def test_a_record_of_a_hundred_answers_stays_within_two_screens(self, name: str, to: str) -> None:
        done = moved(example(name), to)
        assert len(done.report.items) > 100
        assert as_text(handover_page(done.report, FORMS[to]), 100).count("\n") <= SCREEN

    @pytest.mark.parametrize("full", [False, True])
    def test_nobody_s_name_is_on_the_page(self, full: bool) -> None:
        document = example("single_assessment")
        names = {
            word
            for person in document["people"]
            for name in ("given_names", "family_name")
            for word in re.findall(r"\w+", person.get(name, ""))
            if word.istitle()
        }
        assert len(names) > 5
        for to in ("caf/assessment", MAP):
            text = as_text(handover_page(moved(document, to).report, FORMS[to], full=full), 100)
            assert names.isdisjoint(re.findall(r"\w+", text))


@pytest.mark.parametrize("target", FORMS)
@settings(max_examples=4)
@given(data=st.data())
def test_a_question_is_answered_or_to_be_asked_never_both(target: str, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(sorted(FORMS)), label="source")
    done = moved(data.draw(documents(FORMS[source]), label="document"), target)
    report, form = done.report, FORMS[target]
    answered = [(entry.field, entry.child) for entry in report.answered]
    assert set(answered).isdisjoint((entry.field, entry.child) for entry in report.missing)
    placed = [
        (field.id, child)
        for field in form
        if field.id in done.document["answers"]
        for child, value in by_child(field, done.document["answers"][field.id])
        for _ in leaves(field, value)
    ]
    assert [key for key in answered if key in set(placed)] == placed
    assert as_text(handover_page(report, form, full=True), 100)
