"""Lenses, guides and plans over generated records of every form: total, pure, and pointing to what is there."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.checks.structure import Structure
from frameworks_core.exchange.reading import Reader
from frameworks_core.functions.analysing import look
from frameworks_core.functions.deciding import prepare
from frameworks_core.functions.planning import draft_plan
from frameworks_core.statute.routes import all_routes
from frameworks_core.testing.strategies import documents

from .conftest import FORMS, REGISTRY
from .laws import scalars

LENSES = {lens.name: lens for lens in REGISTRY.lenses()}
GUIDES = REGISTRY.guides()
TEMPLATES = {template.name: template for template in REGISTRY.plan_templates()}
sources = pytest.mark.parametrize("source", FORMS)


@cache
def reader(form_id: str) -> Reader:
    """One reader per form."""
    return Reader(FORMS[form_id])


@cache
def structure(form_id: str) -> Structure:
    """One schema per form."""
    return Structure(FORMS[form_id])


def at(document: dict[str, Any], pointer: str) -> Any:
    """What stands at a pointer; fails where nothing does."""
    node: Any = document
    for step in pointer.split("/")[1:]:
        node = node[int(step)] if isinstance(node, list) else node[step]
    return node


@sources
@settings(max_examples=8)
@given(data=st.data())
def test_every_lens_takes_every_record_and_points_to_what_is_there(source: str, data: st.DataObject) -> None:
    document = data.draw(documents(FORMS[source]), label="document")
    before = copy.deepcopy(document)
    assessment = reader(source).read(document)
    for lens in LENSES.values():
        note(lens.name)
        analysis = look(assessment, lens).analysis
        assert analysis == look(assessment, lens).analysis
        assert analysis.sections
        for section in analysis.sections:
            assert section.entries or section.prompt
            for entry in section.entries:
                assert entry.text.strip()
                for pointer in entry.places:
                    at(document, pointer)
    assert document == before


@sources
@settings(max_examples=8)
@given(data=st.data())
def test_every_guide_shows_entries_that_are_there_and_all_routes(source: str, data: st.DataObject) -> None:
    document = data.draw(documents(FORMS[source]), label="document")
    prepared = prepare(reader(source).read(document), GUIDES, all_routes())
    assert [view.route for view in prepared.routes] == list(all_routes())
    for view in prepared.routes:
        for weighing in view.weighings:
            for entry in weighing.entries:
                for pointer in entry.places:
                    at(document, pointer)


@sources
@settings(max_examples=6)
@given(data=st.data())
def test_every_plan_is_a_valid_draft_in_the_words_of_the_record(source: str, data: st.DataObject) -> None:
    document = data.draw(documents(FORMS[source], children=1), label="document")
    said = {value for _, value in scalars(document)}
    labels = {field.label for field in FORMS[source]}
    for template in TEMPLATES.values():
        note(template.name)
        plan = draft_plan(document, FORMS[source], template, FORMS[template.form], "p1")
        assert not structure(template.form).findings(plan.document)
        for _, value in scalars(plan.document["answers"]):
            assert value in said | labels
        for entry in (*plan.needs_unmet, *plan.actions_untied):
            for pointer in entry.places:
                at(document, pointer)
