"""A form's rules over a blend's documents: they find there what they find in a document of the form, and in its places.

* A blend that takes one form whole and nothing else is checked as that form is.
* Where a family's blend asks a child's form for each child, each child's part is checked as that child's own document.
* A rule that needs what the blend does not ask says nothing; no rule fails over a blend that does not fail over its form.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.blend.composition.composing import Composed, compose
from frameworks_core.blend.reading.file import BlendFile, Identity
from frameworks_core.blend.reading.gather_keys import Change, Gather
from frameworks_core.blend.rules import rules_of, silent_rules
from frameworks_core.checks import codes
from frameworks_core.checks.checking import STAGES, Checker
from frameworks_core.forms.filled import FilledForm, subject_children
from frameworks_core.forms.form import Form
from frameworks_core.host.contributions import Rule
from frameworks_core.testing.strategies import documents

from .conftest import FORMS, REGISTRY
from .fixed_blends import BLENDS
from .random_blends import blends

Json = dict[str, Any]
Found = set[tuple[str, str, str]]
of_forms = pytest.mark.parametrize("form_id", FORMS)
CHILDS = [form_id for form_id, form in FORMS.items() if not form.is_about_family]
FAMILYS = [form_id for form_id, form in FORMS.items() if form.is_about_family]


@cache
def whole(form_id: str, about: str) -> Composed:
    """A blend that takes this form whole and nothing else."""
    composed, faults = compose(BlendFile(blend=_named(about), gather=Gather(forms=(form_id,))), REGISTRY)
    assert composed is not None, faults
    return composed


def _named(about: str) -> Identity:
    return Identity(id="harbour/record", version="1", title="Record", plain_title="Your record", about=about)


def found(rules: Iterable[Rule], form: Form, document: Json) -> Found:
    """What rules find: code, place and message."""
    filled = FilledForm(form, document)
    return {(rule.code, hit.at, hit.message) for rule in rules for hit in rule.check(filled)}


def natively(form_id: str, document: Json) -> Found:
    """What the form's own rules find in a document with these answers."""
    return found(REGISTRY.rules_for(form_id), FORMS[form_id], {**document, "form": form_id})


def through(composed: Composed, document: Json) -> Found:
    """What the rules find through the blend."""
    return found(rules_of(composed, REGISTRY), composed.form, document)


@of_forms
@settings(max_examples=5)
@given(data=st.data())
def test_a_blend_of_one_form_is_checked_as_the_form(form_id: str, data: st.DataObject) -> None:
    composed = whole(form_id, FORMS[form_id].about)
    document = data.draw(documents(composed.form), label="document")
    assert through(composed, document) == natively(form_id, document)


@pytest.mark.parametrize("form_id", FAMILYS)
@settings(max_examples=5)
@given(data=st.data())
def test_a_familys_form_about_one_child_is_checked_as_the_form(form_id: str, data: st.DataObject) -> None:
    composed = whole(form_id, "child")
    document = data.draw(documents(composed.form), label="document")
    assert through(composed, document) == natively(form_id, document)


@pytest.mark.parametrize("form_id", CHILDS)
@settings(max_examples=5)
@given(data=st.data())
def test_a_childs_form_asked_for_each_child_is_checked_child_by_child(
    form_id: str, data: st.DataObject
) -> None:
    composed = whole(form_id, "family")
    document = data.draw(documents(composed.form), label="document")
    expected = set()
    for child in subject_children(document):
        own, by_child = _of_one(child, composed.form, document)
        for code, at, message in natively(form_id, own):
            expected.add((code, _for_child(at, child, by_child), message))
    assert through(composed, document) == expected


def _of_one(child: str, form: Form, document: Json) -> tuple[Json, set[str]]:
    """The document as one about this child, and the questions that were answered for each child."""
    answers: Json = {}
    by_child = set()
    for field_id, answer in document["answers"].items():
        if form.fields[field_id].per_child and isinstance(answer, dict):
            if child in answer:
                answers[field_id] = answer[child]
                by_child.add(field_id)
        else:
            answers[field_id] = answer
    return {**document, "about": [child], "answers": answers}, by_child


def _for_child(at: str, child: str, by_child: set[str]) -> str:
    steps = at.split("/")
    if steps[1:2] == ["answers"] and steps[2] in by_child:
        steps.insert(3, child)
    return "/".join(steps)


@of_forms
@settings(max_examples=5)
@given(data=st.data())
def test_where_questions_are_hidden_a_rule_finds_nothing_else_and_nothing_that_needs_them(
    form_id: str, data: st.DataObject
) -> None:
    form = FORMS[form_id]
    names = st.lists(st.sampled_from(list(form.fields)), unique=True, max_size=len(form.fields) // 2)
    hidden = data.draw(names, label="hidden")
    changes = {form_id: {field_id: Change(hide=True) for field_id in hidden}}
    file = BlendFile(blend=_named(form.about), gather=Gather(forms=(form_id,), fields=changes))
    composed, _ = compose(file, REGISTRY)
    assert composed is not None
    document = data.draw(documents(composed.form), label="document")
    silent = {rule.code for rule in silent_rules(composed, REGISTRY, document)}
    assert through(composed, document) <= {hit for hit in natively(form_id, document) if hit[0] not in silent}


@settings(max_examples=20)
@given(data=st.data())
def test_no_rule_fails_over_any_blend(data: st.DataObject) -> None:
    """Not over a document with something in it, and not over a blank one, at any stage."""
    composed = data.draw(blends(), label="blend")
    _assert_checked(composed, data.draw(documents(composed.form), label="document"))


@pytest.mark.parametrize("name", BLENDS)
@settings(max_examples=2)
@given(data=st.data())
def test_no_rule_fails_over_a_written_blend(name: str, data: st.DataObject) -> None:
    composed = BLENDS[name].composed
    _assert_checked(composed, data.draw(documents(composed.form), label="document"))


def _assert_checked(composed: Composed, document: Json) -> None:
    checker = Checker(composed.form, rules_of(composed, REGISTRY))
    for checked in (document, {**document, "answers": {}}):
        for stage in STAGES:
            note(stage)
            findings = checker.check(checked, stage)
            assert codes.UNCHECKED.code not in {finding.code for finding in findings}
