"""What no conversion may do to a danger, a hypothesis, a number or a child's words, between any two forms of all frameworks.

* Nothing said of no dimension is put into a box of the triangle.
* Nothing but a danger stands as a danger, nothing but a hypothesis as a hypothesis, nothing judged is live.
* No number is new; no scale and no rating is live in another record.
* Safety that was seen is no mere strength, and a strength is no safety.
* What the police, a third party or an adult's doctor said, and a protected address, reach no form that rests on agreement.
* A child's words stay exactly as they were.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.exchange.conversion import Conversion
from frameworks_core.testing.strategies import documents
from frameworks_core.testing.words import HIDDEN_ADDRESS

from .conftest import FORMS
from .practice_laws import (
    assert_a_child_is_quoted,
    assert_kinds_stay_their_own,
    assert_no_dimension_is_guessed,
    assert_no_number_is_new,
    assert_nothing_is_judged,
    assert_safety_is_not_strength,
    squeezed,
    with_telling_words,
)
from .test_laws import child_for, converter

sources = pytest.mark.parametrize("source", FORMS)
VOLUNTARY = [form_id for form_id, form in FORMS.items() if form.basis == "consent"]


def conversions(document: dict[str, Any], data: st.DataObject, targets: list[str]) -> Iterator[Conversion]:
    """The document on each of these forms."""
    for target in targets:
        note(f"to {target}")
        child = child_for(FORMS[target], document, data)
        yield converter(document["form"], target).convert(document, child=child)


def assert_means_the_same(source: str, document: dict[str, Any], done: Conversion) -> None:
    target = FORMS[done.document["form"]]
    assert_no_dimension_is_guessed(target, done)
    assert_kinds_stay_their_own(target, done)
    assert_nothing_is_judged(target, done)
    assert_safety_is_not_strength(target, done)
    assert_no_number_is_new(document, done)
    assert_a_child_is_quoted(FORMS[source], document, done)


@sources
@settings(max_examples=4)
@given(data=st.data())
def test_what_was_said_means_the_same_in_every_other_form(source: str, data: st.DataObject) -> None:
    document = data.draw(documents(FORMS[source]), label="document")
    for done in conversions(document, data, [form_id for form_id in FORMS if form_id != source]):
        assert_means_the_same(source, document, done)


@sources
@settings(max_examples=4)
@given(data=st.data())
def test_what_was_said_means_the_same_by_way_of_other_forms(source: str, data: st.DataObject) -> None:
    """There and back and on, over some forms at a time: waiting and remembering change no meaning."""
    first = data.draw(documents(FORMS[source]), label="document")
    ways = data.draw(st.lists(st.sampled_from(list(FORMS)), min_size=2, max_size=4), label="ways")
    document = first
    for way in [*ways, source]:
        [done] = conversions(document, data, [way])
        assert_means_the_same(document["form"], document, done)
        assert_no_number_is_new(first, done)
        document = done.document


@sources
@settings(max_examples=4)
@given(data=st.data())
def test_what_is_restricted_reaches_no_form_that_rests_on_agreement(source: str, data: st.DataObject) -> None:
    drawn = data.draw(documents(FORMS[source]), label="document")
    named = {part: value for part, value in drawn.items() if part != "id"}  # an id is no place for words
    document, words = with_telling_words(FORMS[source], named)
    hides = any(
        person.get("address_protected") == "yes" and person.get("address") == HIDDEN_ADDRESS
        for person in document["people"]
    )
    for done in conversions(document, data, [form_id for form_id in VOLUNTARY if form_id != source]):
        held = json.dumps(done.document, ensure_ascii=False)
        told = {text for text in words if f'"{text}"' in held}
        assert not told
        if hides:
            assert squeezed(HIDDEN_ADDRESS) not in squeezed(held)
