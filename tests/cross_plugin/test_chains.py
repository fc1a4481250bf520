"""A record that moves on and on: over several conversions nothing is lost, nothing is invented, nothing stands twice.

* A to A changes nothing but what is history by now, and a second time changes nothing at all.
* A to B to A to C: what arrives in C is what would have arrived directly.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.exchange.conversion import Conversion
from frameworks_core.forms.filled import subject_children
from frameworks_core.model.slot import PLAN_KINDS
from frameworks_core.testing.strategies import documents

from .conftest import FORMS
from .laws import assert_arrives_as_directly, assert_conserves, assert_nothing_unaccounted, assert_valid
from .test_laws import converter, structure

sources = pytest.mark.parametrize("source", FORMS)
HELD = ("about", "people", "relationships", "agencies", "chronology", "answers")


def moved(document: dict[str, Any], target: str) -> Conversion:
    """The document on the target form, about its first child where that is about one; lawful as every conversion."""
    child = None if FORMS[target].is_about_family else subject_children(document)[0]
    done = converter(document["form"], target).convert(document, child=child)
    assert_conserves(document, done.report)
    assert_nothing_unaccounted(FORMS[target], done)
    assert_valid(done, structure(target))
    return done


def waiting(document: dict[str, Any], part: str) -> list[dict[str, Any]]:
    """The items of `carried` or `history`, whatever the records they came from are called."""
    return [{key: value for key, value in item.items() if key != "from"} for item in document[part]]


@sources
@settings(max_examples=10)
@given(data=st.data())
def test_the_same_form_twice_changes_nothing(source: str, data: st.DataObject) -> None:
    document = data.draw(documents(FORMS[source]), label="document")
    once = moved(document, source)
    again = moved(once.document, source).document

    if not once.report.counts["withheld"]:
        fields = FORMS[source].fields
        facts = {
            field_id: answer
            for field_id, answer in document["answers"].items()
            if not ((slot := fields[field_id].slot) and slot.is_history)
        }
        assert once.document["answers"] == facts
    for part in HELD:
        assert again[part] == once.document[part]
    for part in ("carried", "history"):
        assert waiting(again, part) == waiting(once.document, part)


@sources
@settings(max_examples=5)
@given(data=st.data())
def test_there_and_back_and_on_is_the_same_as_straight_on(source: str, data: st.DataObject) -> None:
    """Over some ways and some targets at a time: all triples of forms are thousands."""
    document = data.draw(documents(FORMS[source], children=1), label="document")
    some = st.lists(
        st.sampled_from([form for form in FORMS if form != source]), unique=True, min_size=4, max_size=4
    )
    ways, targets = data.draw(some, label="ways"), data.draw(some, label="targets")
    direct = {target: moved(document, target) for target in targets}
    for way in ways:
        there = moved(document, way)
        back = moved(there.document, source)
        for target, straight in direct.items():
            note(f"by way of {way} to {target}")
            legs = [there, back, moved(back.document, target)]
            assert_arrives_as_directly(legs, straight, except_for=tried_before(source, way))


def tried_before(source: str, way: str) -> set[str]:
    """Fields of a voluntary plan: in a statutory record they are history, and history stays history."""
    if (FORMS[source].basis, FORMS[way].basis) != ("consent", "statute"):
        return set()
    return {field.id for field in FORMS[source] if field.slot and field.slot.kind in PLAN_KINDS}
