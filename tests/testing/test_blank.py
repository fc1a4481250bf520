"""A blank document is a valid draft that says nothing but that there is a child."""

import pytest

from frameworks_core.testing import blank_document
from frameworks_core.testing.form_faults import invalid


@pytest.mark.parametrize("form_id", ["toy/visit", "toy/family"])
def test_it_is_valid(toy_registry, form_id):
    form = toy_registry.form(form_id)
    document = blank_document(form)
    assert list(invalid(form, document)) == []
    assert (document["form"], document["version"], document["status"]) == (form_id, "1", "draft")
    assert document["people"] == [{"id": "p1", "roles": ["child"]}]
    assert document["answers"] == {}


def test_each_is_its_own(toy_registry):
    form = toy_registry.form("toy/visit")
    blank_document(form)["people"].append({})
    assert len(blank_document(form)["people"]) == 1
