"""A small form, and a record of it about two invented children."""

from pathlib import Path

import pytest

from frameworks_core.forms.loading import load_form


@pytest.fixture(scope="session")
def form():
    return load_form(Path(__file__).with_name("visit.toml"))


@pytest.fixture
def document():
    """A record of two invented children, one of them not yet born."""
    return {
        "form": "toy/visit",
        "version": "1",
        "status": "draft",
        "id": "case-4711-finch",
        "invented": True,
        "recorded": {"by": "p4", "on": "2026-03-02"},
        "people": [
            {"id": "p1", "roles": ["child"], "given_names": "Wren", "dob": "2018-05-04", "sex": "F"},
            {"id": "p2", "roles": ["child"], "family_name": "baby Finch", "edd": "2026-06-19", "sex": "U"},
            {"id": "p3", "roles": ["parent_carer"], "given_names": "Robin", "lives_in_household": "yes"},
            {"id": "p4", "roles": ["professional"], "given_names": "Martin", "job_role": "Family worker"},
        ],
        "relationships": [{"from": "p3", "to": "p1", "kind": "mother"}],
        "agencies": [{"id": "a1", "name": "Hedgerow Primary", "service": "school"}],
        "chronology": [
            {"id": "e1", "on": "2024-05-17", "what": "Moved in with her aunt"},
            {"id": "e2", "on": "2021", "what": "Started nursery"},
        ],
        "answers": {
            "health.needs": {"p1": [{"text": "Glasses", "source": "p3"}, {"text": "Sleep"}]},
            "story": "A quiet winter.",
            "from_whom": "2A",
            "topics": ["sleep"],
            "seen_on": "2026-03-01",
            "plan": [
                {"what": "Eye test", "who": ["p3"], "by_when": "2026-04-01", "done": "no"},
                {"what": "Night light", "who": ["p4"]},
            ],
        },
    }
