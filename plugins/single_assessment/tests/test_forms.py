"""What stands on the forms: the fields of the research notes' tables, and ours, which can be hidden."""

from pathlib import Path

import pytest

from frameworks_core.forms.form import Form
from frameworks_core.forms.loading import load_form
from frameworks_core.forms.required import unanswered
from frameworks_core.statute.codes import code_list
from frameworks_single_assessment import (
    ASSESSMENT,
    CHILD_IN_NEED_PLAN,
    CHILD_PROTECTION_PLAN,
    CORE,
    INITIAL,
    plugin,
)
from frameworks_single_assessment import FORMS as FORM_IDS

FORMS = {file.id: file.path for file in plugin.frameworks_gather()}


def listed(ids: str) -> list[str]:
    """Ids written one after the other, as in the tables."""
    return ids.split()


CHILD = listed("""
health education emotional_behavioural_development identity family_social_relationships social_presentation
selfcare_skills
""")
PARENTING = listed("basic_care ensuring_safety emotional_warmth stimulation guidance_boundaries stability")
ENVIRONMENT = listed("""
family_history_functioning wider_family housing employment income social_integration community_resources
""")
OUTSIDE_HOME = ["extrafamilial_context"]
PARTS = ("information", "strengths", "needs", "impact", "status")

E2 = listed("""
referral_date referral_source referral_decision referral_decision_date referral_decider assessment_start
lead_practitioner oversight_manager presenting_issue assessment_questions assessment_plan child_timescale
child_timescale_on target_date checkpoints overrun_reason consent_basis consent_basis_details
prior_involvement carried_from privacy_explained privacy_explained_on

subject_children household significant_others significant_males significant_males_account wider_family_views
family_group_offer family_group_offer_on family_group_offer_result genogram_ref communication_needs
legal_status contacts_children child_first_seen seen_alone seen_alone_details child_words child_observed
child_wants day_in_life advocate advocate_person parent_views identity_described identity_impact agencies
chronology chronology_analysis tools_used

module_domestic_abuse.who module_domestic_abuse.what_happened module_domestic_abuse.to_whom
module_domestic_abuse.since module_domestic_abuse.most_recent module_domestic_abuse.fear
module_domestic_abuse.child_experience module_domestic_abuse.safety_arrangements
module_parent_mental_health.effect_on_parenting module_parent_mental_health.treatment
module_parent_mental_health.times_well_unwell module_parent_mental_health.supports
module_substance.effect_on_parenting module_substance.treatment module_substance.times_well_unwell
module_substance.supports module_learning_disability.effect_on_parenting module_learning_disability.treatment
module_learning_disability.times_well_unwell module_learning_disability.supports capacity_to_change

what_happened impact_on_child prognosis risk_factors protective_factors gaps_and_doubt severity_likelihood
factors_end model_parts

s17_decision s17_limbs s17_reasons s47_decision s47_reasons outcomes outcome_reasons
practitioner_recommendation manager_decision.decision manager_decision.agrees manager_decision.reasons
manager_decision.on strategy_date s47_start icpc_due icpc_date icpc_category primary_need plan_rows
contingency consequences_plain review_child_in_need review_child_protection immediate_support service_waits
shared_parent shared_child.how shared_child.by shared_child.on shared_child.version family_comments
feedback_asked feedback_asked_details supervision updates authorised_date complaint_info
""")
"""Fields of E2 by their ids there; where E2 has one field of several parts, each part."""

E3_INITIAL = listed("""
ia_started ia_due ia_reason ia_views_child ia_views_parents ia_sources ia_child_seen ia_child_seen_on
ia_domain_child ia_domain_parenting ia_domain_family ia_decision ia_initial_plan
""")

E3_CORE = listed("""
ca_age_band ca_parent_issues ca_summaries.child ca_summaries.parenting ca_summaries.family ca_analysis
ca_objectives ca_views_all ca_parent_comments ca_management.manager ca_management.decision
ca_management.decided_on
""")

ADDED = listed("""
referral_decision_late_reason author household_children_not_subject significant_males
significant_males_account interpreters child_communication child_not_seen_reason child_views_not_obtained
icpc_category_latest icpc_category_latest_on manager_decision.by decisions s20.who_consents
s20.parental_responsibility_checked s20.capacity_considered s20.capacity_considered_details s20.interpreter
s20.right_to_withdraw_explained s20.review_on s20.family_alternatives handover.agreed handover.agreed_on
handover.reason handover.lead_practitioner handover.first_meeting_on plans_open plan_none_reason
needs_without_action
""")
"""Fields that are ours, besides the reason why a dimension was not looked at."""

FOR_EACH_CHILD = listed("""
child_timescale child_timescale_on child_communication child_first_seen child_not_seen_reason seen_alone
seen_alone_details child_words child_observed child_wants day_in_life child_views_not_obtained advocate
advocate_person identity_described identity_impact legal_status module_domestic_abuse.child_experience
impact_on_child prognosis severity_likelihood factors_end s17_decision s17_limbs s17_reasons s47_decision
s47_reasons strategy_date s47_start icpc_due icpc_date icpc_category icpc_category_latest
icpc_category_latest_on outcomes outcome_reasons primary_need s20.who_consents
s20.parental_responsibility_checked s20.capacity_considered s20.capacity_considered_details s20.interpreter
s20.right_to_withdraw_explained s20.review_on s20.family_alternatives plans_open plan_none_reason
shared_child.how shared_child.by shared_child.on shared_child.version
""")

STAYS_WITH_SOCIAL_CARE = listed("""
chronology chronology_analysis risk_factors severity_likelihood factors_end s47_decision s47_reasons
strategy_date s47_start icpc_due icpc_date icpc_category icpc_category_latest icpc_category_latest_on
""")
"""Enquiries into harm, chronology, census factors and risk factors never reach a voluntary form (F3)."""


@pytest.fixture(scope="module")
def forms() -> dict[str, Form]:
    return {form_id: load_form(path) for form_id, path in FORMS.items()}


@pytest.fixture(scope="module")
def assessment(forms):
    return forms[ASSESSMENT]


@pytest.fixture(scope="module")
def core(forms):
    return forms[CORE]


@pytest.mark.parametrize(
    ("form_id", "expected"),
    [(ASSESSMENT, E2), (INITIAL, E3_INITIAL), (CORE, E3_CORE)],
    ids=["E2", "E3 initial", "E3 core"],
)
def test_every_field_of_the_tables_is_there(forms, form_id, expected):
    assert not [field_id for field_id in expected if field_id not in forms[form_id].fields]


def test_there_are_twenty_dimensions_and_the_life_outside_the_home(assessment):
    found = [field.id.removesuffix(".status") for field in assessment if field.id.endswith(".status")]
    assert found == [*CHILD, *PARENTING, *ENVIRONMENT, *OUTSIDE_HOME]
    assert len(found) == 20 + 1


@pytest.mark.parametrize("dimension", [*CHILD, *PARENTING, *ENVIRONMENT, *OUTSIDE_HOME])
def test_every_dimension_has_all_its_parts(assessment, dimension):
    assert not [part for part in PARTS if f"{dimension}.{part}" not in assessment.fields]


@pytest.mark.parametrize("dimension", [*CHILD, *PARENTING, *ENVIRONMENT, *OUTSIDE_HOME])
def test_what_a_dimension_says_is_about_that_dimension(assessment, dimension):
    for part, sense in (("information", "information"), ("strengths", "strength"), ("needs", "need")):
        slot = assessment.fields[f"{dimension}.{part}"].slot
        assert (slot.dimensions, slot.senses) == ({dimension}, {sense})


def test_a_row_of_the_plan_can_name_every_dimension(assessment):
    codes = [code.code for code in assessment.fields["plan_rows"].column("dimension").codes]
    assert codes == [*CHILD, *PARENTING, *ENVIRONMENT, *OUTSIDE_HOME]


@pytest.mark.parametrize("dimension", [*CHILD, *OUTSIDE_HOME])
def test_the_child_is_described_child_by_child(assessment, dimension):
    assert all(assessment.fields[f"{dimension}.{part}"].per_child for part in PARTS)


@pytest.mark.parametrize("dimension", [*PARENTING, *ENVIRONMENT])
def test_parenting_and_family_are_described_once_with_the_impact_on_each_child(assessment, dimension):
    each = {part for part in PARTS if assessment.fields[f"{dimension}.{part}"].per_child}
    assert each == {"impact"}


def test_what_concerns_one_child_is_asked_for_each(assessment):
    of_dimensions = tuple(f".{part}" for part in (*PARTS, "status_reason"))
    asked = {field.id for field in assessment if field.per_child and not field.id.endswith(of_dimensions)}
    assert asked == set(FOR_EACH_CHILD)


def test_our_own_fields_can_be_hidden(assessment):
    hidden = assessment.fields.keys() - assessment.without_added().fields.keys()
    reasons = {f"{name}.status_reason" for name in (*CHILD, *PARENTING, *ENVIRONMENT, *OUTSIDE_HOME)}
    assert hidden == {*ADDED, *reasons}


def test_what_the_paper_forms_had_is_not_hidden(forms):
    for form_id in (INITIAL, CORE):
        assert forms[form_id].without_added() == forms[form_id]
    assert (
        not set(E2)
        - {"significant_males", "significant_males_account"}
        - set(forms[ASSESSMENT].without_added().fields)
    )


def test_what_stays_with_social_care_is_marked(assessment):
    marked = {field.id for field in assessment if field.disclosure == "statutory_only"}
    assert marked == set(STAYS_WITH_SOCIAL_CARE)


@pytest.mark.parametrize(
    ("module", "kind"),
    [
        ("module_domestic_abuse", "third_party"),
        ("module_parent_mental_health", "adult_health"),
        ("module_substance", "adult_health"),
        ("module_learning_disability", "adult_health"),
    ],
)
def test_what_a_module_says_of_adults_is_marked_as_theirs(assessment, module, kind):
    assert {field.disclosure for field in assessment if field.id.startswith(f"{module}.")} == {kind}


def test_forms_made_under_a_duty_may_take_everything_in(forms):
    assert {(form.basis, form.withholds) for form in forms.values()} == {("statute", frozenset())}


def test_the_old_records_are_about_one_child_and_the_others_about_a_family(forms):
    assert {form.id for form in forms.values() if not form.is_about_family} == {INITIAL, CORE}


PLANS = (CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN)


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_begins_with_what_each_child_says_and_wants(forms, plan):
    first = forms[plan].sections[0].fields
    child = [field for field in first if field.slot.whose == "child"]
    assert first[: len(child)] == tuple(child)
    assert {field.slot.aspect for field in child} == {"words", "observation", "wants"}
    assert all(field.per_child for field in child)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("table", ["plan_rows", "contingency"])
def test_rows_of_a_plan_have_the_columns_of_the_assessment(forms, assessment, plan, table):
    planned, assessed = forms[plan].fields[table], assessment.fields[table]
    assert planned.columns == assessed.columns
    assert planned.slot == assessed.slot


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        (CHILD_IN_NEED_PLAN, "needs lead_practitioner who_sees_child review_child_in_need agreement shared"),
        (
            CHILD_PROTECTION_PLAN,
            "needs worries category lead_social_worker seeing_the_child core_group review_child_protection",
        ),
    ],
    ids=PLANS,
)
def test_a_plan_asks_who_what_and_when_it_is_looked_at_again(forms, plan, asked):
    for field_id in (*listed(asked), "plan_rows", "contingency", "consequences_plain"):
        assert forms[plan].fields[field_id].required == "always"


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_says_that_it_is_an_outline(forms, plan):
    assert forms[plan].notes[0].startswith("An outline.")
    assert forms[plan].source.startswith("D ")


def test_a_statement_without_a_dimension_has_its_topics(forms):
    statements = [
        field for form in forms.values() for field in form if field.slot and field.slot.kind == "statement"
    ]
    assert not [field.id for field in statements if not field.slot.dimensions and not field.slot.topics]


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_takes_in_needs_of_every_dimension_for_each_child_or_for_all(forms, plan):
    of_each_child, of_all = forms[plan].fields["needs"], forms[plan].fields["family_needs"]
    assert (of_each_child.per_child, of_all.per_child) == (True, False)
    assert of_each_child.slot.dimensions == {*CHILD, *OUTSIDE_HOME}
    assert of_all.slot.dimensions == {*PARENTING, *ENVIRONMENT}


def test_withdrawn_factors_are_not_offered(assessment):
    withdrawn = {code.code for code in code_list("factors_end").codes if code.withdrawn}
    assert withdrawn == {"18A", "19A"}
    assert not withdrawn & {code.code for code in assessment.fields["factors_end"].codes}


def test_nothing_concluded_about_the_child_converts(assessment):
    concluding = listed(
        "identity_impact impact_on_child prognosis risk_factors severity_likelihood what_happened"
    )
    assert {assessment.fields[field_id].slot.kind for field_id in concluding} == {"conclusion"}


@pytest.mark.parametrize(("band", "asked"), [("0-2", 6), ("3-4", 0), ("15+", 0)])
def test_joined_boxes_are_asked_in_the_record_for_babies_only(core, band, asked):
    document = {"people": [{"id": "p1", "roles": ["child"]}], "answers": {"ca_age_band": band}}
    joined = [
        open_.field.id
        for open_ in unanswered(core, document, ["p1"])
        if open_.field.id.startswith(("ca_dims.emotional_behavioural_selfcare.", "ca_dims.identity_social_"))
    ]
    assert len(joined) == asked


@pytest.mark.parametrize("dimension", CHILD)
def test_the_core_assessment_pairs_each_need_of_the_child_with_the_parents_response(core, dimension):
    parts = ("needs", "strengths", "parent_response")
    assert not [part for part in parts if f"ca_dims.{dimension}.{part}" not in core.fields]


@pytest.mark.parametrize("dimension", ENVIRONMENT)
def test_the_core_assessment_has_needs_and_strengths_of_the_family(core, dimension):
    assert not [part for part in ("needs", "strengths") if f"ca_dims.{dimension}.{part}" not in core.fields]


def test_the_package_names_every_form():
    assert set(FORM_IDS) == set(FORMS)


def test_every_form_file_is_contributed():
    shipped = (Path(plugin.__file__).parent / "forms").glob("*.toml")
    assert set(FORMS.values()) == set(shipped)
