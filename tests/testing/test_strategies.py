"""Generated documents are valid drafts, of every shape the form allows."""

from functools import cache

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from frameworks_core.checks.checking import Checker
from frameworks_core.forms.filled import subject_children
from frameworks_core.testing.strategies import documents
from frameworks_core.testing.words import HIDDEN_ADDRESS, texts

steady = settings(max_examples=60, deadline=None, database=None)


@pytest.fixture(scope="session", params=["toy/visit", "toy/family"])
def form(request, toy_registry):
    return toy_registry.form(request.param)


@pytest.fixture(scope="session")
def family(toy_registry):
    return toy_registry.form("toy/family")


@cache
def checker(form):
    return Checker(form)


@steady
@given(data=st.data())
def test_every_document_is_a_draft_without_errors(form, data):
    document = data.draw(documents(form))
    assert document["status"] == "draft"
    assert [finding for finding in checker(form).check(document) if finding.severity == "error"] == []


@steady
@given(data=st.data())
def test_a_form_about_a_child_has_one_and_a_family_form_one_to_three(form, data):
    children = subject_children(data.draw(documents(form)))
    assert 1 <= len(children) <= (3 if form.is_about_family else 1)


@steady
@given(data=st.data(), children=st.integers(1, 3))
def test_the_number_of_children_may_be_asked_for(family, data, children):
    assert len(subject_children(data.draw(documents(family, children=children)))) == children


@given(text=texts())
@steady
def test_no_text_is_blank(text):
    assert text.strip(" \t\r\n")


FAMILY_SHAPES = {
    "nothing answered": lambda document: not document["answers"],
    "everything answered": lambda document: len(document["answers"]) == 11,
    "an answer for all the children": lambda document: isinstance(
        document["answers"].get("child.health"), str
    ),
    "an answer child by child": lambda document: (
        isinstance(health := document["answers"].get("child.health"), dict) and {"p1", "p2"} <= set(health)
    ),
    "an attributed entry": lambda document: any(
        isinstance(answer, list) and "source" in answer[0] and "disclosure" in answer[0]
        for answer in [document["answers"].get("home")]
        if answer
    ),
    "a row with one cell and a disclosure": lambda document: any(
        len(row) == 2 and "disclosure" in row for row in document["answers"].get("actions", [])
    ),
    "a fraction": lambda document: any(
        isinstance(row.get("cost"), float) for row in document["answers"].get("actions", [])
    ),
    "a police agency": lambda document: any(
        row.get("service") == "police" for row in document.get("agencies", [])
    ),
    "an adult health agency": lambda document: any(
        row.get("service") == "adult_health" for row in document.get("agencies", [])
    ),
    "a protected address": lambda document: any(
        person.get("address") == HIDDEN_ADDRESS and person["address_protected"] == "yes"
        for person in document["people"]
    ),
    "an event of a year": lambda document: any(len(row["on"]) == 4 for row in document.get("chronology", [])),
    "a relationship": lambda document: bool(document.get("relationships")),
    "no tables at all": lambda document: (
        not document.keys() & {"relationships", "agencies", "chronology", "about"}
    ),
    "another child in the people table": lambda document: (
        sum("child" in person["roles"] for person in document["people"]) > len(subject_children(document))
    ),
    "a text given in several lines": lambda document: "\n" in str(document["answers"].get("home", "")),
}


@pytest.mark.parametrize("shape", FAMILY_SHAPES)
def test_every_legal_shape_occurs(family, shape):
    enough = settings(max_examples=5000, deadline=None, database=None, phases=[Phase.generate])
    find(documents(family), FAMILY_SHAPES[shape], settings=enough)  # not simplified: that would take longer
