"""Codes, sections of an act and acronyms are found in what families read; ordinary words are let pass."""

import pytest

from frameworks_core.testing import office_words
from frameworks_core.testing.plain_words import family_texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("After the s47 enquiry", ["s47"]),
        ("A check under s.47", ["s.47"]),
        ("A section 17 assessment", ["section 17"]),
        ("Your need code is N1 or RC8", ["N1", "RC8"]),
        ("Factor 16A", ["16A"]),
        ("Your EHCPs and the CAF", ["EHCPs", "CAF"]),
        ("Is it OK to write this down?", []),
        ("Your GP in the UK", []),
        ("Year 7, from 0 to 10, on the 1st, at 5pm", []),
        ("I like it", []),
    ],
)
def test_office_words_are_found(text, found):
    assert office_words(text) == found


def test_a_word_every_family_knows_may_be_allowed():
    assert office_words("Your NHS number") == ["NHS"]
    assert office_words("Your NHS number", {"NHS"}) == []


def test_everything_a_family_reads_is_looked_at(toy_registry):
    places = [place for place, _ in family_texts(toy_registry.form("toy/visit"))]
    assert "plain_title" in places
    assert "section 'visit', plain" in places
    assert "field 'next_step', code 'help', plain" in places
    assert "field 'actions', column 'who', plain" in places
