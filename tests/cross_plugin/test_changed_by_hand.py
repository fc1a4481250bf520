"""A converted document that somebody changed by hand is refused, or converts lawfully: never a crash, never a word lost."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from frameworks_core.checks.checking import Checker
from frameworks_core.forms.filled import subject_children
from frameworks_core.testing.strategies import documents

from .conftest import FORMS
from .hand_edits import edited
from .laws import (
    assert_conserves,
    assert_nothing_unaccounted,
    assert_targets_exist,
    scalars,
)
from .test_laws import child_for, converter


@cache
def checker(form_id: str) -> Checker:
    """One checker per form."""
    return Checker(FORMS[form_id])


@pytest.mark.parametrize("source", FORMS)
@settings(max_examples=20)
@given(data=st.data())
def test_it_is_refused_or_converts_lawfully(source: str, data: st.DataObject) -> None:
    document = data.draw(documents(FORMS[source]), label="document")
    way, target = (data.draw(st.sampled_from(list(FORMS)), label=leg) for leg in ("by way of", "to"))
    there = converter(source, way).convert(document, child=child_for(FORMS[way], document, data))
    chance = data.draw(st.randoms(use_true_random=False))
    for _ in range(4):
        changed = edited(there.document, chance)
        if checker(way).faults(changed):
            continue  # refused, with findings that say what and where
        for onwards in (source, target):
            note(f"on to {onwards}")
            child = None if FORMS[onwards].is_about_family else subject_children(changed)[0]
            done = converter(way, onwards).convert(changed, child=child)
            assert_conserves(changed, done.report)
            assert_targets_exist(done)
            assert_nothing_unaccounted(FORMS[onwards], done)
            assert checker(onwards).faults(done.document) == ()
            held = {value for _, value in scalars(done.document)}
            withheld = {item.source for item in done.report.items if item.outcome == "withheld"}
            for part in ("carried", "history"):
                for index, item in enumerate(changed[part]):
                    if not any(
                        f"/{part}/{index}" == at or at.startswith(f"/{part}/{index}/") for at in withheld
                    ):
                        assert {value for _, value in scalars(item["value"])} <= held
