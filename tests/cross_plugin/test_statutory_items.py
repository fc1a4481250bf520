"""The installed forms ask what the law wants of records like theirs; or an item is wrong, or a form has a gap."""

import pytest

from frameworks_core.forms.statutory import fields_serving, statutory_fields, uncertain, unserved
from frameworks_core.statute.items import all_items, items_for
from frameworks_core.statute.packs import all_packs

from .conftest import FORMS

FULL = ["single_assessment/assessment", "caf/assessment", "caf/family"]
"""Forms that are meant to stand by themselves as the record of an assessment."""

BEFORE_THE_PACKS = ["single_assessment/initial", "single_assessment/core"]
"""Records that the first edition with a pack abolished: no pack asks anything of them."""

ITEMS = {item.id: item for item in all_items()}


def by_id(given):
    return given.id


def ids(given):
    return [one.id for one in given]


@pytest.mark.parametrize("edition", all_packs(), ids=by_id)
@pytest.mark.parametrize("form_id", FULL)
def test_a_form_that_stands_by_itself_asks_every_item(form_id, edition):
    form = FORMS[form_id]
    items = items_for(edition, form.basis)
    assert ids(unserved(form, items)) == []


def test_what_the_statutory_form_can_only_be_read_to_ask():
    """Its dates, people and decisions have kinds that hold many things: nobody is told more than the kind says."""
    form = FORMS["single_assessment/assessment"]
    assert ids(uncertain(form, items_for(all_packs()[-1], form.basis))) == [
        "shared_with_family",
        "both_clocks",
        "response",
        "authorised",
        "overrun_reason",
        "lead_practitioner",
        "analysis",
        "decision",
        "factors",
    ]


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ("child_wishes", "child_wants"),
        ("child_seen", "contacts_children"),
        ("child_seen_alone", "contacts_children"),
        ("developmental_needs", "health.needs"),
        ("parenting_capacity", "basic_care.needs"),
        ("family_and_environment", "housing.needs"),
        ("outside_the_home", "extrafamilial_context.needs"),
        ("parents_views", "parent_views"),
        ("agencies", "agencies"),
        ("agreement_or_reason", "consent_basis"),
        ("shared_with_family", "shared_parent"),
        ("reason", "presenting_issue"),
        ("both_clocks", "referral_date"),
        ("both_clocks", "assessment_start"),
        ("response", "referral_decision"),
        ("authorised", "authorised_date"),
        ("overrun_reason", "overrun_reason"),
        ("lead_practitioner", "lead_practitioner"),
        ("oversight", "supervision"),
        ("analysis", "impact_on_child"),
        ("decision", "s17_reasons"),
        ("factors", "factors_end"),
        ("outcome", "outcomes"),
        ("plan", "plan_rows"),
        ("review", "review_child_in_need"),
    ],
)
def test_the_question_that_asks_it_is_among_those_found(item, field):
    assert field in ids(fields_serving(ITEMS[item], FORMS["single_assessment/assessment"]))


def test_no_item_is_asked_by_a_whole_form():
    """An item that most questions asked would say nothing."""
    for form_id in FULL:
        form = FORMS[form_id]
        for item in items_for(all_packs()[-1], form.basis):
            assert len(fields_serving(item, form)) < len(form.fields) / 3, item.id


def test_the_voluntary_form_asks_for_agreement_in_questions_of_their_own():
    form = FORMS["caf/assessment"]
    asked = statutory_fields(form, items_for(all_packs()[-1], form.basis))
    assert {field_id: ids(items) for field_id, items in asked.items()} == {
        "reason": ["reason"],
        "actions": ["help_agreed"],
        "review_date": ["help_reviewed"],
        "child_comment": ["child_says"],
        "parent_comment": ["parents_views"],
        "consent_storage": ["family_agrees"],
        "consent_storage_on_behalf_of": ["family_agrees"],
        "consent_reasons_explained": ["sharing_explained"],
        "consent_services": ["sharing_agreed"],
        "consent_signed": ["family_agrees"],
        "significant_harm_exception": ["harm_suspected"],
        "significant_harm_details": ["harm_suspected"],
        "significant_harm_referral_on": ["harm_suspected"],
    }


@pytest.mark.parametrize("form_id", BEFORE_THE_PACKS)
def test_records_from_before_the_packs_ask_for_the_three_domains_as_those_after(form_id):
    lasting = [
        ITEMS[name] for name in ("developmental_needs", "parenting_capacity", "family_and_environment")
    ]
    assert unserved(FORMS[form_id], lasting) == ()
    assert uncertain(FORMS[form_id], lasting) == ()
