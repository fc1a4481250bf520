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
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from frameworks_core.checks.structure import Structure
from frameworks_core.errors import UserError
from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.filled import subject_children
from frameworks_core.forms.form import Form
from frameworks_core.host.discovery import find_plugins
from frameworks_core.host.registry import load_registry
from frameworks_core.testing.strategies import documents

from .conftest import FORMS, PAIRS
from .laws import assert_comes_home, assert_conserves, assert_valid, converted_lawfully

quick = settings(
    max_examples=15,
    deadline=None,  # a noisy machine is not a broken law
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    # Shrinking a document of a hundred answers takes minutes; the place named in the message is enough to find the fault.
    phases=[Phase.explicit, Phase.generate],
)
sources = pytest.mark.parametrize("source", FORMS)


@cache
def converter(source: str, target: str) -> Converter:
    """One converter per ordered pair, used for every generated document."""
    return Converter(FORMS[source], FORMS[target])


@cache
def structure(form_id: str) -> Structure:
    """One schema per form."""
    return Structure(FORMS[form_id])


def child_for(target: Form, document: dict[str, Any], data: st.DataObject) -> str | None:
    """A child to convert for, where the target is about one."""
    return (
        None
        if target.is_about_family
        else data.draw(st.sampled_from(subject_children(document)), label="child")
    )


def targets_of(source: str) -> list[str]:
    return [target for from_, target in PAIRS if from_ == source]


def test_every_ordered_pair_is_covered() -> None:
    assert len(PAIRS) == len(FORMS) * (len(FORMS) - 1)
    assert sum(len(targets_of(source)) for source in FORMS) == len(PAIRS)


@sources
@quick
@given(data=st.data())
def test_conversion_conserves_invents_nothing_and_is_valid(source: str, data: st.DataObject) -> None:
    """Laws 1, 3, 4 and 5, to every other form."""
    document = data.draw(documents(FORMS[source]), label="document")
    for target in targets_of(source):
        note(f"to {target}")
        child = child_for(FORMS[target], document, data)
        purpose = data.draw(st.sampled_from(["record", "share"]), label="purpose")
        way = converter(source, target)
        try:
            converted_lawfully(way, structure(target), document, child, purpose)
        except UserError:
            assert purpose == "share"  # refused only where a family has not agreed to share
            converted_lawfully(way, structure(target), document, child)


@sources
@quick
@given(data=st.data())
def test_what_crossed_comes_home(source: str, data: st.DataObject) -> None:
    """Law 2, by way of every other form."""
    document = data.draw(documents(FORMS[source]), label="document")
    for target in targets_of(source):
        note(f"by way of {target}")
        there = converter(source, target).convert(document, child=child_for(FORMS[target], document, data))
        home_child = child_for(FORMS[source], there.document, data)
        back = converter(target, source).convert(there.document, child=home_child)

        assert_comes_home(FORMS[source], document, there, back)
        assert_conserves(there.document, back.report)
        assert_valid(back, structure(source))


@quick
@given(data=st.data())
def test_the_order_of_plugins_changes_nothing(data: st.DataObject) -> None:
    """Law 3: a registry collected in another order converts to the same bytes."""
    source, target = data.draw(st.sampled_from(PAIRS), label="pair")
    document = data.draw(documents(FORMS[source]), label="document")
    child = child_for(FORMS[target], document, data)
    reordered = load_registry(reversed(list(find_plugins())))
    other = Converter(reordered.form(source), reordered.form(target))
    assert other.convert(document, child=child) == converter(source, target).convert(document, child=child)
