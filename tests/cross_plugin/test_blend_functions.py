"""Lenses, guides and plans over records of blends: every one takes them, filled in or blank, and points to what is there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.exchange.reading import Reader
from frameworks_core.forms.form import Form
from frameworks_core.functions.analysing import look
from frameworks_core.functions.deciding import prepare
from frameworks_core.functions.planning import draft_plan
from frameworks_core.statute.routes import all_routes
from frameworks_core.testing.strategies import documents

from .conftest import FORMS, REGISTRY
from .fixed_blends import BLENDS, one_child, structure
from .laws import at, scalars
from .random_blends import blends

Json = dict[str, Any]


@pytest.mark.parametrize("name", BLENDS)
@settings(max_examples=2)
@given(data=st.data())
def test_they_take_every_record_of_a_written_blend(name: str, data: st.DataObject) -> None:
    form = BLENDS[name].form
    _assert_taken(form, data.draw(documents(form), label="document"))


@settings(max_examples=20)
@given(data=st.data())
def test_they_take_every_record_of_any_blend(data: st.DataObject) -> None:
    form = data.draw(blends(), label="blend").form
    _assert_taken(form, data.draw(documents(form), label="document"))


def _assert_taken(form: Form, document: Json) -> None:
    for record in (document, {**document, "answers": {}}):
        assessment = Reader(form).read(record)
        for lens in REGISTRY.lenses():
            note(lens.name)
            for section in look(assessment, lens).analysis.sections:
                assert section.entries or section.prompt
                for entry in section.entries:
                    _assert_there(record, entry.places)
        prepared = prepare(assessment, REGISTRY.guides(), all_routes())
        assert [view.route for view in prepared.routes] == list(all_routes())
        for view in prepared.routes:
            for weighing in view.weighings:
                for entry in weighing.entries:
                    _assert_there(record, entry.places)
        _assert_plans(form, record)


def _assert_there(record: Json, places: tuple[str, ...]) -> None:
    for pointer in places:
        at(record, pointer)


def _assert_plans(form: Form, record: Json) -> None:
    """Every plan is a valid draft in the words of the record."""
    said = {value for _, value in scalars(record)} | {field.label for field in form}
    for template in REGISTRY.plan_templates():
        note(template.name)
        target = FORMS[template.form]
        plan = draft_plan(record, form, template, target, one_child(target, record))
        assert not structure(template.form).findings(plan.document)
        assert {value for _, value in scalars(plan.document["answers"])} <= said
        for entry in (*plan.needs_unmet, *plan.actions_untied):
            _assert_there(record, entry.places)
