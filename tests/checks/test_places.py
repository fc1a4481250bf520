"""A place in a document, in the words of its form and without personal data."""

import pytest

from frameworks_core.checks.places import place_of

PLACES = {
    "": "the document",
    "/people": "People",
    "/people/0": "People, row 1",
    "/people/2/given_names": "People, row 3: given names",
    "/people/0/dob": "People, row 1: date of birth",
    "/people/0/roles/1": "People, row 1: roles, entry 2",
    "/relationships/0/from": "Family map, row 1: who",
    "/relationships/0/kind": "Family map, row 1: how related",
    "/agencies/10/name": "Agencies, row 11: name",
    "/chronology/1/on": "Chronology, row 2: when it happened",
    "/chronology/1/affects/0": "Chronology, row 2: whom it affects, entry 1",
    "/recorded/by": "Recorded: by whom",
    "/about/0": "Children this is about, entry 1",
    "/carried/0/value": "Carried, row 1: value",
    "/history/3": "History, row 4",
    "/provenance/0/form": "Provenance, row 1: form",
    "/status": "Status",
    "/answers": "Answers",
    "/answers/story": "What happened",
    "/answers/story/0": "What happened, entry 1",
    "/answers/story/0/may_share_with": "What happened, entry 1, may share with",
    "/answers/topics/1": "Talked about, entry 2",
    "/answers/plan": "Agreed actions",
    "/answers/plan/9": "Agreed actions, row 10",
    "/answers/plan/0/by_when": "Agreed actions, row 1, By when",
    "/answers/plan/0/disclosure": "Agreed actions, row 1, disclosure",
    "/answers/plan/0/who/1": "Agreed actions, row 1, Who, entry 2",
    "/answers/health.needs": "Health: needs",
    "/answers/health.needs/p1": "Health: needs, for p1",
    "/answers/health.needs/p1/2/text": "Health: needs, for p1, entry 3, text",
    "/answers/health.needs/0/on": "Health: needs, entry 1, on",
    "/answers/storey": "answer 'storey'",
    "/answers/a~1b": "answer 'a/b'",
    "/people/0/\u00b2": "People, row 1: \u00b2",
}


@pytest.mark.parametrize(("pointer", "place"), PLACES.items(), ids=PLACES)
def test_the_place_of_a_pointer(form, pointer, place):
    assert place_of(form, pointer) == place
