"""The five laws of conversion, over generated documents, for every ordered pair of installed forms.

1. Conservation: every answer of the source is in exactly one class of the report.
2. Round trip: there and back again gives back every answer that policy let cross.
3. Purity: the source is untouched, and the same input gives the same output.
4. No invention: every word of the target is in the source, or is a label.
5. Validity: the output has the shape of the target form.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameworks_core.checks.structure import Structure
from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.form import Form
from frameworks_core.testing.strategies import documents

from .conftest import FORMS, PAIRS
from .laws import (
    assert_comes_home,
    assert_conserves,
    assert_invents_nothing,
    assert_keeps_words,
    assert_targets_exist,
    assert_valid,
    untouched,
)

quick = settings(
    max_examples=12,
    deadline=None,  # a noisy machine is not a broken law
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
pairs = pytest.mark.parametrize(("source", "target"), PAIRS, ids=lambda form_id: form_id)


@cache
def converter(source: str, target: str) -> Converter:
    """One converter per ordered pair, used for every generated document."""
    return Converter(FORMS[source], FORMS[target])


@cache
def structure(form_id: str) -> Structure:
    """One schema per form."""
    return Structure(FORMS[form_id])


@cache
def labels(form_id: str) -> frozenset[str]:
    """Every label a conversion from this form may write beside an answer."""
    form = FORMS[form_id]
    return frozenset(
        text for field in form for text in (field.label, *(code.label for code in field.codes))
    )


def child_for(target: Form, document: dict[str, Any], data: st.DataObject) -> str | None:
    """A child to convert for, where the target is about one."""
    return None if target.is_about_family else data.draw(st.sampled_from(document["about"]), label="child")


@pairs
@quick
@given(data=st.data())
def test_conversion_conserves_invents_nothing_and_is_valid(source: str, target: str, data: st.DataObject) -> None:
    """Laws 1, 3, 4 and 5."""
    document = data.draw(documents(FORMS[source]), label="document")
    purpose = "record"
    child = child_for(FORMS[target], document, data)
    before = untouched(document)

    first = converter(source, target).convert(document, child=child, purpose=purpose)
    second = converter(source, target).convert(document, child=child, purpose=purpose)

    assert document == before, "the source was touched"
    assert first == second, "the same input gave two outputs"
    assert_conserves(document, first.report)
    assert_targets_exist(first)
    assert_keeps_words(document, first)
    assert_invents_nothing(document, first, set(labels(source)))
    assert_valid(first, structure(target))


@pairs
@quick
@given(data=st.data())
def test_what_crossed_comes_home(source: str, target: str, data: st.DataObject) -> None:
    """Law 2."""
    document = data.draw(documents(FORMS[source]), label="document")
    child = child_for(FORMS[target], document, data)
    there = converter(source, target).convert(document, child=child)
    home_child = child_for(FORMS[source], there.document, data)
    back = converter(target, source).convert(there.document, child=home_child)

    assert_comes_home(FORMS[source], document, there, back, child)
    assert_conserves(there.document, back.report)
    assert_valid(back, structure(source))
