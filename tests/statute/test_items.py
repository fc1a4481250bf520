"""Statutory items: each truly attested, and each applying to the records and editions it belongs to."""

import re

import pytest

from frameworks_core.forms.form import COLUMN_TYPES, FUNCTIONS, MARKS, TYPES
from frameworks_core.forms.slot_checks import slot_faults
from frameworks_core.model.rows import properties_of
from frameworks_core.statute.items import BASES, Asking, all_items, items_for
from frameworks_core.statute.packs import all_packs, pack

ITEMS = all_items()
ASKINGS = [(item, asking) for item in ITEMS for asking in item.asked_by]
ONE_KEY_FOR_TWO = {"tripod-framework", "inbrief"}
"""Keys where the research notes call a point seen in two sources and name one of them."""


def by_id(given):
    return given.id


def ids(items):
    return {item.id for item in items}


def test_no_two_items_have_one_id_or_one_title():
    assert len(ids(ITEMS)) == len({item.title for item in ITEMS}) == len(ITEMS)


@pytest.mark.parametrize("item", ITEMS, ids=by_id)
def test_an_item_says_who_wants_it_and_how_well_that_is_attested(item):
    assert item.why.endswith(".")
    assert not item.title.endswith(".")
    assert item.mark in MARKS
    assert item.mark != "D", "our own design is no law"
    assert item.mark == "K" or len(item.source.split()) > 1


@pytest.mark.parametrize("item", ITEMS, ids=by_id)
def test_what_is_said_to_have_two_sources_names_two(item):
    named = re.findall(r"S2\+ ([^;]*)", item.source)
    assert not [names for names in named if "," not in names and names.split()[0] not in ONE_KEY_FOR_TWO]


@pytest.mark.parametrize("item", ITEMS, ids=by_id)
def test_an_inspection_finding_alone_is_no_law(item):
    first = item.source.partition(";")[0]
    assert item.mark == "K" or not re.fullmatch(r"S OFS [^,]*", first)


@pytest.mark.parametrize("item", ITEMS, ids=by_id)
def test_an_item_applies_to_kinds_of_record_and_editions_that_there_are(item):
    assert item.basis
    assert item.basis <= set(BASES)
    begins = pack(item.since).effective_from if item.since else all_packs()[0].effective_from
    ends = pack(item.until).effective_from if item.until else all_packs()[-1].effective_from
    assert begins <= ends


@pytest.mark.parametrize("item", ITEMS, ids=by_id)
def test_the_questions_that_ask_it_can_stand_on_a_form(item):
    assert item.asked_by
    for asking in item.asked_by:
        # A facet that is left open matches any, so the ones a form cannot do without may be missing here.
        assert not [fault for fault in slot_faults(asking.slot) if " needs " not in fault]
        assert asking.types <= {*TYPES, *COLUMN_TYPES}
        assert asking.function in (None, *FUNCTIONS)
        assert asking.columns <= properties_of(asking.slot.kind)


def test_a_kind_that_says_little_is_recognised_coarsely_unless_the_columns_say_more():
    coarse = {(item.id, asking.slot.kind) for item, asking in ASKINGS if asking.is_coarse}
    assert ("decision", "decision") in coarse
    assert ("child_wishes", "view") not in coarse
    (precise,) = (asking for item, asking in ASKINGS if item.id == "decision" and asking.columns)
    assert not precise.is_coarse
    assert Asking(slot=precise.slot).is_coarse


@pytest.mark.parametrize("edition", all_packs(), ids=by_id)
@pytest.mark.parametrize("basis", BASES)
def test_every_record_has_items(edition, basis):
    assert items_for(edition, basis)
    assert all(basis in item.basis for item in items_for(edition, basis))


def test_what_a_later_edition_brought_is_not_asked_of_earlier_records():
    asked = {found.id: ids(items_for(found, "statute")) for found in all_packs()}
    since_2018 = {"outside_the_home", "lead_practitioner"}
    assert not since_2018 & asked["working_together_2013"]
    assert not since_2018 & asked["working_together_2015"]
    assert since_2018 <= asked["working_together_2018"]
    assert since_2018 <= asked["working_together_2023"]


@pytest.mark.parametrize(
    ("before", "after", "last"),
    [
        ("lead_social_worker", "lead_practitioner", "working_together_2015"),
        ("oversight_before_2023", "oversight", "working_together_2018"),
    ],
)
def test_what_an_edition_changed_is_asked_in_one_way_only(before, after, last):
    for edition in all_packs():
        earlier = edition.effective_from <= pack(last).effective_from
        assert {before, after} & ids(items_for(edition, "statute")) == {before if earlier else after}


def test_a_voluntary_record_is_asked_for_agreement_and_no_decision():
    asked = ids(items_for(all_packs()[-1], "consent"))
    assert {"family_agrees", "sharing_agreed", "harm_suspected"} <= asked
    assert not {"decision", "outcome", "factors", "child_seen"} & asked


def test_who_the_child_is_stands_in_the_tables_of_every_document():
    held = {item.id for item in ITEMS if item.is_held}
    assert held == {"birth_and_sex", "ethnicity", "disability", "language_and_religion", "agencies"}


def test_a_basis_that_does_not_exist_is_our_own_slip():
    with pytest.raises(ValueError, match="rests on consent or statute, not on 'law'"):
        items_for(all_packs()[0], "law")
