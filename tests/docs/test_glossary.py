"""The glossary knows the words of the code, and each where one looks for it."""

from __future__ import annotations

import re

import pytest

from frameworks_core.exchange.fidelity import CLASSES
from frameworks_core.forms.form import FUNCTIONS
from frameworks_core.model.slot import SENSES

from .pages import ROOT

TEXT = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
ENTRIES = re.findall(r"^\*\*(.+?)\*\*", TEXT, re.MULTILINE)


def test_entries_are_in_order_and_none_is_there_twice():
    letters = [re.sub(r"[^a-z0-9 ]", "", entry.lower()) for entry in ENTRIES]
    assert letters == sorted(set(letters))


@pytest.mark.parametrize("name", CLASSES)
def test_each_fidelity_class_is_explained(name):
    assert name.replace("_", " ") in ENTRIES


def test_each_sense_and_each_function_is_named():
    assert [word for word in SENSES if word not in TEXT] == []
    assert [word for word in FUNCTIONS if word not in TEXT] == []
