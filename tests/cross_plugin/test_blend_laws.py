"""The five laws of conversion hold for blends as for any form: for five that were written, and for any that somebody may write.

A blend composes to a form, and no converter knows it. The laws are those of `test_laws.py`; a blend stands on either side.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.blend.composition.composing import compose
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.checks.blend_codes import BAD_CHANGE
from frameworks_core.checks.structure import Structure
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.forms.form import Form
from frameworks_core.forms.form_checks import faults_of
from frameworks_core.model.slot import PLAN_KINDS
from frameworks_core.testing.strategies import documents

from .conftest import FORMS, REGISTRY
from .fixed_blends import BLENDS, EVERY_FORM, converter, one_child, structure
from .laws import (
    assert_arrives_as_directly,
    assert_comes_home,
    assert_conserves,
    assert_nothing_unaccounted,
    assert_valid,
    converted_lawfully,
)
from .practice_laws import assert_kinds_stay_their_own, assert_nothing_is_judged
from .random_blends import blend_files, blends

Json = dict[str, Any]

of_blends = pytest.mark.parametrize("source", BLENDS)
of_forms = pytest.mark.parametrize("source", FORMS)


def test_the_blends_are_of_every_kind() -> None:
    """About a child and about a family, voluntary and statutory, with questions joined and questions of their own."""
    forms = [blend.form for blend in BLENDS.values()]
    assert {form.about for form in forms} == {"child", "family"}
    assert {form.basis for form in forms} == {"consent", "statute"}
    assert all(any(len(field.serves) > 1 for field in form) for form in forms)
    assert any(not field.serves for form in forms for field in form)


def there_and_back(source: str, target: str, document: Json) -> None:
    """All five laws, from one form to another and home again."""
    note(f"to {target}")
    there = converted_lawfully(
        converter(source, target), structure(target), document, one_child(EVERY_FORM[target], document)
    )
    assert_nothing_unaccounted(EVERY_FORM[target], there)
    assert_kinds_stay_their_own(EVERY_FORM[target], there)
    assert_nothing_is_judged(EVERY_FORM[target], there)
    assert_home_again(converter(target, source), structure(source), document, there)


def assert_home_again(way: Converter, home: Structure, document: Json, there: Conversion) -> None:
    back = way.convert(there.document, child=one_child(way.target, there.document))
    assert_comes_home(way.target, document, there, back)
    assert_conserves(there.document, back.report)
    assert_valid(back, home)


@of_blends
@settings(max_examples=2)
@given(data=st.data())
def test_from_a_blend_to_every_form_and_other_blend_and_home(source: str, data: st.DataObject) -> None:
    document = data.draw(documents(EVERY_FORM[source]), label="document")
    for target in EVERY_FORM:
        if target != source:
            there_and_back(source, target, document)


@of_forms
@settings(max_examples=2)
@given(data=st.data())
def test_from_every_form_to_every_blend_and_home(source: str, data: st.DataObject) -> None:
    document = data.draw(documents(FORMS[source]), label="document")
    for target in BLENDS:
        there_and_back(source, target, document)


@of_blends
@settings(max_examples=2)
@given(data=st.data())
def test_a_record_that_moves_on_through_a_blend_arrives_as_directly(source: str, data: st.DataObject) -> None:
    """Form to blend, home, and on to another form; and form to blend to another form to the blend and home."""
    some = st.lists(st.sampled_from(list(FORMS)), unique=True, min_size=6, max_size=6)
    names = data.draw(some, label="forms")
    for first, other in zip(names[:3], names[3:], strict=True):
        document = data.draw(documents(FORMS[first], children=1), label="document")
        note(f"{first}, {source}, {other}")
        through = moved(document, first, source, first, other)
        [direct] = moved(document, first, other)
        assert_arrives_as_directly(
            through, direct, except_for=_tried_before(FORMS[first], EVERY_FORM[source])
        )
        moved(document, first, source, other, source, first)


def moved(document: Json, *ways: str) -> list[Conversion]:
    """The document on one form after the other, lawful on each."""
    legs = []
    for source, target in pairwise(ways):
        leg = converter(source, target).convert(document, child=one_child(EVERY_FORM[target], document))
        assert_conserves(document, leg.report)
        assert_nothing_unaccounted(EVERY_FORM[target], leg)
        assert_valid(leg, structure(target))
        legs.append(leg)
        document = leg.document
    return legs


def _tried_before(source: Form, way: Form) -> set[str]:
    """Fields of a voluntary plan: in a statutory record they are history, and history stays history."""
    if (source.basis, way.basis) != ("consent", "statute"):
        return set()
    return {field.id for field in source if field.slot and field.slot.kind in PLAN_KINDS}


@settings(max_examples=100)
@given(file=blend_files())
def test_whatever_a_file_says_it_makes_a_sound_form_or_is_told_why_not(file: BlendFile) -> None:
    composed, faults = compose(file, REGISTRY)
    errors = [fault for fault in faults if fault.severity == "error"]
    if composed is None:
        assert errors
    else:
        # What it may not take away is told although the rest makes a form.
        assert {fault.code for fault in errors} <= {BAD_CHANGE}
        assert faults_of(composed.form) == []
        taken = [name for field in composed.form for name in field.serves]
        assert sorted(taken) == sorted(one.name for one in composed.choice.taken), (
            "asked twice, or not at all"
        )


@settings(max_examples=20)
@given(data=st.data())
def test_the_laws_hold_for_any_blend(data: st.DataObject) -> None:
    """To one of its forms, to any form and to another blend, and home; and from one of its forms, and home."""
    form = data.draw(blends(), label="blend").form
    other = evolve(data.draw(blends(), label="other blend").form, id="other/record")
    member = FORMS[data.draw(st.sampled_from(_forms_in(form)), label="one of its forms")]
    any_form = FORMS[data.draw(st.sampled_from(list(FORMS)), label="any form")]
    ways = [(form, target) for target in (member, any_form, other)]
    for source, target in (*ways, (member, form)):
        document = data.draw(documents(source), label="document")
        way, child = Converter(source, target), one_child(target, document)
        there = converted_lawfully(way, Structure(target), document, child)
        assert_nothing_unaccounted(target, there)
        assert_home_again(Converter(target, source), Structure(source), document, there)


def _forms_in(form: Form) -> list[str]:
    asked = [name.partition("#")[0] for field in form for name in field.serves]
    return list(dict.fromkeys(asked)) or list(FORMS)
