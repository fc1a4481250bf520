"""The routes a decision may take: what is law is marked as such, and nothing recommends."""

import re

import pytest

from frameworks_core.errors import UserError
from frameworks_core.forms.form import MARKS
from frameworks_core.statute.routes import all_routes, route

ROUTES = all_routes()


def by_id(found):
    return found.id


def texts(found):
    """Everything a route says to its reader, sources apart."""
    return [
        found.title,
        found.plain,
        found.test,
        *(limb.text for limb in found.limbs),
        *(duty.what for duty in found.duties),
        *found.notes,
    ]


def test_routes_are_listed_from_least_to_most_intrusive():
    assert [found.id for found in ROUTES] == [
        "no_further_action",
        "early_help",
        "section_17",
        "strategy_and_section_47",
        "section_20",
        "immediate_protection",
    ]
    assert len({found.order for found in ROUTES}) == len(ROUTES)


@pytest.mark.parametrize("found", ROUTES, ids=by_id)
def test_every_line_says_how_well_it_is_attested(found):
    sources = [found.source, *(part.source for part in (*found.limbs, *found.duties))]
    assert not [source for source in sources if source.split()[0] not in MARKS]
    assert not [note for note in found.notes if note.split()[0].rstrip(":") not in MARKS]


@pytest.mark.parametrize("found", ROUTES, ids=by_id)
def test_a_line_said_to_have_two_sources_names_two(found):
    sources = [found.source, *(part.source for part in (*found.limbs, *found.duties))]
    double = re.compile(r"S2\+ ([^;]*)")
    named = [names for source in sources for names in double.findall(source)]
    named += [note.partition(":")[0].removeprefix("S2+ ") for note in found.notes if note.startswith("S2+")]
    # Where the research notes call a point seen in two sources and name one of them.
    known_to_cover_two = {"tripod-framework", "inbrief"}
    assert not [names for names in named if "," not in names and names.split()[0] not in known_to_cover_two]


@pytest.mark.parametrize("found", ROUTES, ids=by_id)
def test_every_route_says_what_must_be_recorded_and_by_whom(found):
    assert found.duties
    assert all(duty.what.strip() and duty.who.strip() for duty in found.duties)
    assert found.notes


@pytest.mark.parametrize("found", ROUTES, ids=by_id)
def test_limbs_are_told_apart_by_their_codes(found):
    codes = [limb.code for limb in found.limbs]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("found", ROUTES, ids=by_id)
def test_nothing_recommends(found):
    advice = re.compile(
        r"\b(recommend|should|suggest|best|preferred|usually the right|score|points)", re.IGNORECASE
    )
    assert not [text for text in texts(found) if advice.search(text)]


@pytest.mark.parametrize("found", ROUTES, ids=by_id)
def test_the_family_reads_plain_words(found):
    assert not re.search(r"section|threshold|intervention|agency|\d", found.plain, re.IGNORECASE)


def test_the_threshold_words_are_kept_apart():
    enquiry, protection = route("strategy_and_section_47"), route("immediate_protection")
    assert "cause to suspect" in enquiry.test
    assert "cause to believe" not in enquiry.test
    assert "cause to believe" in protection.test
    assert "cause to suspect" not in protection.test
    assert protection.source.startswith("K")
    assert {limb.source for limb in protection.limbs} == {"K"}


def test_the_definition_of_need_has_its_three_limbs():
    assert [limb.code for limb in route("section_17").limbs] == ["a", "b", "c"]


def test_agreement_is_no_part_of_the_test_for_an_enquiry():
    assert "agreement is not part of the test" in route("strategy_and_section_47").test


@pytest.mark.parametrize("name", ["strategy_and_section_47", "section_20"])
def test_the_act_of_2026_is_not_taken_to_be_in_force(name):
    assert [note for note in route(name).notes if "2026" in note and "not known to be in force" in note]


def test_the_code_list_is_said_to_have_no_place_for_agreed_accommodation():
    assert [note for note in route("section_20").notes if "no code" in note]


def test_an_unknown_route_is_refused_with_all_there_are_and_no_guess():
    with pytest.raises(UserError, match=r"there are no_further_action, .*, immediate_protection$"):
        route("section_47")
