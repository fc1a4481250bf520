"""What may stand as a detail of a person, so that a converted document has the shape of its schema."""

import pytest

from frameworks_core.forms.envelope import STATUSES, fits_person, is_one_line

FITS = {
    "given_names": ["Wren", "p1"],
    "address": ["1 Road\nTown"],
    "dob": ["2018-05-04", "2024-02-29"],
    "edd": ["2026-06-19"],
    "sex": ["F", "M", "U"],
    "disabled": ["yes", "no", "not_known"],
}
DOES_NOT = {
    "given_names": [3, None, ["Wren"], {"text": "Wren"}, True],
    "dob": ["in May", "2018", "2018-02-31", "20180504", "2018-W18-5", "2018-05-04\n", 2018, None],
    "sex": ["female", "", "f", None, 1],
    "ethnicity": ["Martian"],
    "disabled": ["Yes", True, "maybe"],
    "disability_codes": ["VIS", ["VIS"]],
    "roles": ["child", ["child"]],
    "id": ["p1"],
    "shoe_size": ["38"],
}


def each(table):
    return [(name, value) for name, values in table.items() for value in values]


@pytest.mark.parametrize(("name", "value"), each(FITS), ids=repr)
def test_it_fits(name, value):
    assert fits_person(name, value)


@pytest.mark.parametrize(("name", "value"), each(DOES_NOT), ids=repr)
def test_it_does_not(name, value):
    assert not fits_person(name, value)


def test_a_document_is_a_draft_until_it_is_final():
    assert STATUSES == ("draft", "final")


@pytest.mark.parametrize(
    "text", ["At Gran's", "  spaces around  ", "a\ttab", "\u05d4\u05d1\u05d9\u05ea\u05d4"]
)
def test_one_line(text):
    assert is_one_line(text)


@pytest.mark.parametrize(
    "text", ["", " \t", "one\ntwo", "one\r\ntwo", "one\rtwo", "one\n", "\none", "one\u2028two"]
)
def test_not_one_line(text):
    assert not is_one_line(text)
