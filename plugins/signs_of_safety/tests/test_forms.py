"""What stands on the forms: the tables of the research notes (C1), and what the model tells apart."""

import pytest

from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.variants import in_variant
from frameworks_core.testing.form_faults import invalid
from frameworks_core.testing.plain_words import family_texts, office_words
from frameworks_signs_of_safety import (
    FAIRY_WIZARD,
    MAPPING,
    NETWORK_MEETING,
    SAFETY_HOUSE,
    SAFETY_PLAN,
    SUPERVISION,
    THREE_HOUSES,
    WORDS_AND_PICTURES,
    plugin,
)

C1 = {
    MAPPING: """
        sos_variant map_stage map_date map_children map_contributors genogram ecomap referrer_three_questions
        harm_entries harm_statement complicating_factors existing_strengths existing_safety child_views
        danger_statements safety_goals best_hopes safety_scales scale_ratings judgement_narrative
        threshold_decision bottom_lines network_members next_steps review_changes
    """,
    SAFETY_PLAN: """
        sos_variant bottom_lines network_members network_meetings immediate_safety_plan safety_plan_rules
        child_version_plan next_steps timeline_stages review_changes
    """,
    THREE_HOUSES: "house_good house_worries house_dreams child_tool_permission",
    FAIRY_WIZARD: "fairy_wizard_worries fairy_wizard_good fairy_wizard_wishes child_tool_permission",
    SAFETY_HOUSE: """
        safety_house_inside safety_house_visitors safety_house_not_allowed safety_house_rules safety_house_path
        child_tool_permission
    """,
    WORDS_AND_PICTURES: "words_and_pictures",
    NETWORK_MEETING: "network_members next_steps",
    SUPERVISION: """
        gs_bringer gs_facilitator gs_adviser gs_observers gs_purpose gs_drafts gs_takeaway gs_manager_present
        appreciative_inquiry_record
    """,
}
COLUMNS = {
    "What are we worried about?": ["harm_entries", "danger_statements", "complicating_factors"],
    "What's working well?": ["existing_strengths", "existing_safety"],
    "What needs to happen?": ["safety_goals", "next_steps"],
}
CATEGORIES = {field_id for ids in COLUMNS.values() for field_id in ids}
RENAMED = {"harm_entries", "danger_statements", "existing_safety", "safety_goals"}
CHILDRENS = [THREE_HOUSES, FAIRY_WIZARD, SAFETY_HOUSE, WORDS_AND_PICTURES]
FAMILYS = [MAPPING, SAFETY_PLAN, NETWORK_MEETING]
OTHER_VARIANTS = ["wellbeing", "success", "healing"]


@pytest.fixture(scope="module")
def forms(installed):
    return {file.id: installed.form(file.id) for file in plugin.frameworks_gather()}


@pytest.fixture(scope="module")
def mapping(forms):
    return forms[MAPPING]


def section_of(form, field_id):
    return next(section for section in form.sections if any(field.id == field_id for field in section.fields))


@pytest.mark.parametrize("form_id", C1)
def test_every_field_of_the_table_is_there(forms, form_id):
    assert not set(C1[form_id].split()) - forms[form_id].fields.keys()


def test_every_form_is_one_of_the_table(forms):
    assert forms.keys() == C1.keys()


def test_the_seven_categories_stand_in_three_columns(mapping):
    found = {
        section.title: [field.id for field in section.fields if field.id in CATEGORIES]
        for section in mapping.sections
    }
    assert {title: ids for title, ids in found.items() if ids} == COLUMNS


def test_the_scale_is_a_domain_of_its_own_beside_the_columns(mapping):
    judgement = section_of(mapping, "safety_scales")
    assert judgement is section_of(mapping, "scale_ratings") is section_of(mapping, "threshold_decision")
    assert judgement.title not in COLUMNS


@pytest.mark.parametrize("code", OTHER_VARIANTS)
def test_the_four_categories_that_have_other_names_have_them(mapping, code):
    variant = in_variant(mapping, code)
    renamed = {
        field_id
        for field_id in CATEGORIES
        if variant.fields[field_id].label != mapping.fields[field_id].label
    }
    assert renamed == RENAMED


@pytest.mark.parametrize("code", OTHER_VARIANTS)
def test_the_ends_of_the_scale_have_the_words_of_the_variant(mapping, code):
    scale, other = mapping.fields["safety_scales"], in_variant(mapping, code).fields["safety_scales"]
    for end in ("low", "high"):
        assert other.column(end).label != scale.column(end).label
    assert "10 is always the good end" in other.guidance


def test_ten_is_the_good_end_wherever_somebody_gives_a_number(forms):
    said = {(form_id, field.id): field.better for form_id, form in forms.items() for field in form}
    assert {place: end for place, end in said.items() if end} == {
        (MAPPING, "safety_scales"): "high",
        (MAPPING, "scale_ratings"): "high",
        (SAFETY_HOUSE, "safety_house_path"): "high",
    }


@pytest.mark.parametrize("form_id", [MAPPING, SAFETY_PLAN])
@pytest.mark.parametrize("code", OTHER_VARIANTS)
def test_a_variant_changes_words_and_nothing_else(forms, form_id, code):
    form, variant = forms[form_id], in_variant(forms[form_id], code)
    assert [(field.id, field.type, field.slot, field.required) for field in variant] == [
        (field.id, field.type, field.slot, field.required) for field in form
    ]
    document = blank_document(form)
    document["answers"]["sos_variant"] = code
    assert not list(invalid(variant, document))


@pytest.mark.parametrize("form_id", [MAPPING, SAFETY_PLAN])
@pytest.mark.parametrize("code", OTHER_VARIANTS)
def test_families_read_plain_words_in_every_variant(forms, form_id, code):
    texts = family_texts(in_variant(forms[form_id], code))
    assert not [(place, words) for place, text in texts if (words := office_words(text))]


def test_what_reaches_the_family_is_made_with_its_agreement(forms):
    restricted = {"protected_address", "third_party", "police", "adult_health", "statutory_only"}
    made = {form_id: (form.about, form.basis, form.withholds) for form_id, form in forms.items()}
    assert made == {
        **dict.fromkeys(FAMILYS, ("family", "consent", restricted)),
        **dict.fromkeys(CHILDRENS, ("child", "consent", restricted)),
        SUPERVISION: ("family", "statute", frozenset()),
    }


def test_everything_said_in_supervision_stays_with_the_authority(forms):
    assert {field.disclosure for field in forms[SUPERVISION]} == {"statutory_only"}
    assert {field.slot.kind for field in forms[SUPERVISION]} == {"oversight"}


@pytest.mark.parametrize(
    ("form_id", "field_id"),
    [
        (MAPPING, "bottom_lines"),
        (SAFETY_PLAN, "timeline_stages"),
        (THREE_HOUSES, "house_worries_drawing"),
        (SAFETY_HOUSE, "safety_house_inside"),
        (WORDS_AND_PICTURES, "words_and_pictures"),
    ],
)
def test_what_no_other_framework_knows_is_carried(forms, form_id, field_id):
    assert forms[form_id].fields[field_id].slot is None


def test_the_set_of_danger_goal_and_scale_is_linked_by_short_names(mapping):
    for table, column in (("safety_goals", "danger"), ("safety_scales", "about"), ("scale_ratings", "scale")):
        assert mapping.fields[table].column(column).property == column
    for table in ("danger_statements", "safety_goals", "safety_scales"):
        assert mapping.fields[table].column("ref").required


@pytest.mark.parametrize("name", ["mapping", "safety_plan"])
def test_the_harpers_records_are_in_order(harper, check, name):
    assert check(harper(name), "final") == ()


@pytest.mark.parametrize("form_id", [THREE_HOUSES, FAIRY_WIZARD, SAFETY_HOUSE])
def test_whoever_draws_is_asked_who_may_see_it(forms, form_id):
    assert forms[form_id].fields["child_tool_permission"].required == "always"
    assert forms[form_id].fields["exact_words"].required == "always"


def test_a_childs_words_come_home_as_they_were(harper, convert):
    """Rule 19: nothing but the child changes them, not even a journey through a form that does not ask for them."""
    record = harper("mapping")
    home = convert(convert(record, SAFETY_PLAN).document, MAPPING).document
    assert home["answers"]["child_views"] == record["answers"]["child_views"]


def test_the_networks_plan_finds_its_worries_and_goals_on_the_map(harper, convert):
    record = harper("mapping")
    plan = convert(record, SAFETY_PLAN).document["answers"]
    assert [row["ref"] for row in plan["danger_statements"]] == ["D1", "D2"]
    assert [(row["ref"], row.get("danger")) for row in plan["safety_goals"]] == [
        ("G1", "D1"),
        ("G2", "D2"),
        ("G3", None),
    ]
    assert plan["network_members"] == record["answers"]["network_members"]
