"""A word that is not known is told with the one that was probably meant."""

import pytest

from frameworks_core.nearest import nearest

MEANT = {
    "a slip of the keyboard": ("assesment", "assessment"),
    "capitals": ("ABC117", "abc117"),
    "a title for an id": ("Three Rooms", "model/three_rooms"),
    "a part for the whole": ("housing", "housing_employment_money"),
    "the parts in another order": ("money housing", "housing_employment_money"),
}
KNOWN = [
    "assessment",
    "abc117",
    "model/three_rooms",
    "housing_employment_money",
    *(f"nothing_{number}" for number in range(20)),
]


@pytest.mark.parametrize(("word", "meant"), MEANT.values(), ids=MEANT)
def test_what_was_probably_meant_is_offered(word, meant):
    assert nearest(word, KNOWN) == f"; did you mean {meant!r}?"


@pytest.mark.parametrize("word", ["xyzzy", "", "#", "housing_xyzzy_quux_plugh"])
def test_nothing_is_offered_where_nothing_is_near(word):
    assert nearest(word, KNOWN) == ""


def test_a_few_known_words_are_all_named():
    assert nearest("xyzzy", ["b", "a"]) == "; known: a, b"
