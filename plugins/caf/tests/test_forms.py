"""The forms hold what the historical forms held, mark what we added, and speak plainly to families."""

import re

import pytest

from frameworks_caf import plugin
from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.loading import load_form
from frameworks_core.forms.required import unanswered
from frameworks_core.forms.schema import json_schema
from frameworks_core.testing.form_faults import invalid
from frameworks_core.testing.plain_words import family_texts

FORMS = {
    name: load_form(plugin.FORMS / f"{name}.toml")
    for name in ("assessment", "delivery_plan", "family", "pre_assessment")
}


def words(text):
    """The words of a text: lists of ids read better without quotes and commas."""
    return text.split()


DEVELOPMENT = words("""
health_general health_physical health_speech_language emotional_social behavioural identity
family_social_relationships self_care learning_understanding learning_participation learning_progress
aspirations
""")
PARENTING = words("basic_care_safety emotional_warmth_stability guidance_boundaries_stimulation")
SURROUNDINGS = words(
    "family_history_functioning wider_family housing_employment_finance social_community_resources"
)
ELEMENTS = [*DEVELOPMENT, *PARENTING, *SURROUNDINGS]
PARTS = ("strengths", "needs", "evidence")

IDENTIFYING = words("""
given_names family_name aka sex dob edd phone ethnicity ethnicity_other religion immigration_status
child_first_language is_disabled disability_details special_requirements
""")
CONCLUSIONS = words("conclusion_strengths conclusion_needs need_level ecm_outcomes child_comment")
CONSENT = words("""
consent_storage consent_storage_on_behalf_of consent_reasons_explained consent_services consent_signed
consent_withdrawn_on consent_withdrawn_scope
""")
EXCEPTION = words("significant_harm_exception significant_harm_details significant_harm_referral_on")

FIELDS = {
    "pre_assessment": words("""
        pre_healthy pre_safe pre_learning pre_positive_impact pre_poverty pre_needed_services pre_can_provide
        pre_needs_clear pre_caf_helpful pre_agreement pre_done_with_family pre_decision pre_by pre_date
    """),
    "assessment": [
        *words("date_started version_no unique_ref existing_caf_checked existing_caf_checked_on"),
        *IDENTIFYING,
        *words("address postcode parent_first_language people_present reason parents_carers"),
        *words(
            "family_home_situation assessor co_author lead_professional services_universal services_other"
        ),
        *ELEMENTS,
        *(f"{element}_{part}" for element in ELEMENTS for part in PARTS),
        "views_differ",
        *CONCLUSIONS,
        *words("actions review_date parent_comment"),
        *CONSENT,
        *EXCEPTION,
        *words("assessor_gave_copy_on assessor_gave_copy_format"),
    ],
    "delivery_plan": words("""
        tac_held tac_date tac_people dp_rows dp_review_notes dp_next_steps dp_decision dp_next_review
        dp_closure_reason dp_child_comment dp_parent_comment dp_lead_changed
        date_started version_no lead_professional
    """),
    "family": [
        *words("household_address postcode date_started date_completed version_no existing_caf_checked"),
        *words("existing_caf_checked_on parent_first_language people_present reason parents_carers adults"),
        *IDENTIFYING,
        *words("unique_ref nhs_number child_present interpreter_needed sexual_orientation school"),
        *words("sen_support exclusion_risk young_carer"),
        *words(
            "family_home_situation assessor co_author lead_professional services_universal services_other"
        ),
        *ELEMENTS,
        *(f"{element}_{part}" for element in ELEMENTS for part in PARTS),
        *words("shared_domain_differs views_differ"),
        *CONCLUSIONS,
        *words("actions review_date parent_comment"),
        *CONSENT,
        *EXCEPTION,
        *words("assessor_gave_copy_on assessor_gave_copy_format"),
    ],
}
"""Every field of each form: those of table E1 of the research notes, its composite ones spelt out."""

COLUMNS = {
    ("assessment", "services_universal"): "type name contact",
    ("assessment", "services_other"): "service name practitioner contact detail since",
    ("assessment", "actions"): "goal measure action who by_when",
    ("assessment", "consent_services"): "service agreed excluded limits",
    ("assessment", "consent_signed"): "name role signed on",
    ("delivery_plan", "dp_rows"): "outcome ecm_aim action who by_when progress comments",
    ("family", "actions"): "goal measure action for_whom who by_when",
    ("family", "adults"): "name relationship parental_responsibility needs support_offered",
}

CODES = {
    ("pre_assessment", "pre_poverty"): "yes no not_sure",
    ("pre_assessment", "pre_can_provide"): "yes no in_part",
    ("pre_assessment", "pre_agreement"): "yes no not_asked",
    ("assessment", "need_level"): "no_extra additional complex risk_of_harm",
    ("assessment", "ecm_outcomes"): (
        "be_healthy stay_safe enjoy_achieve positive_contribution economic_wellbeing"
    ),
    ("assessment", "consent_storage"): "yes no",
    ("assessment", "consent_storage_on_behalf_of"): "self child",
    ("delivery_plan", "dp_decision"): "continue step_up step_down close",
    ("delivery_plan", "dp_closure_reason"): (
        "needs_met withdrew_consent uncontactable moved_area moved_to_social_care other"
    ),
}

MINIMUM_SET = words("date_started given_names family_name sex address postcode phone ethnicity")
"""The asterisks of the national form; one of date of birth and expected date goes with them (rule CAF101)."""

ADDED = {
    "pre_assessment": {"pre_done_with_family"},
    "assessment": {
        *(f"{element}_{part}" for element in ELEMENTS for part in PARTS),
        *words("co_author consent_withdrawn_on consent_withdrawn_scope"),
        *words("assessor_gave_copy_on assessor_gave_copy_format"),
    },
    "delivery_plan": set(),
}
ADDED["family"] = ADDED["assessment"] | {"shared_domain_differs"}

OFFICE_WORDS = re.compile(
    r"""\b(
        additional\ needs | age-appropriate | agency | agencies | attachment | boundar(y|ies) | caregivers?
      | cases? | challenging\ behaviour | child\ in\ need | chronology | clos(ed|ure) | complex\ needs
      | disclosed?
      | dysfunction(al)? | early\ help | engage(d|ment)? | escalate | holistic | intervention
      | lived\ experience | monitor | multi-agency | non-compliant | outcomes? | parental\ responsibility
      | placement | presenting
      | professional | protective | referr(al|ed) | respite | safeguarding | siblings?
      | significant\ harm | signpost
      | statutory | step\ (up|down) | stimulation | team\ around | threshold | transition | unborn | universal
      | unmet | vulnerable | wishes\ and\ feelings
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Terms of the research notes' jargon list, and others of the office: not for what a family reads."""


@pytest.mark.parametrize("name", FORMS)
def test_the_form_has_every_field_of_the_table_and_no_other(name):
    assert sorted(FORMS[name].fields) == sorted(FIELDS[name])


@pytest.mark.parametrize(("name", "field"), COLUMNS)
def test_a_table_asks_for_its_columns(name, field):
    assert [column.id for column in FORMS[name].fields[field].columns] == COLUMNS[name, field].split()


@pytest.mark.parametrize(("name", "field"), CODES)
def test_a_choice_offers_its_codes(name, field):
    assert [code.code for code in FORMS[name].fields[field].codes] == CODES[name, field].split()


def test_there_are_nineteen_elements_in_three_domains():
    assert (len(DEVELOPMENT), len(PARENTING), len(SURROUNDINGS)) == (12, 3, 4)


@pytest.mark.parametrize("name", ["assessment", "family"])
@pytest.mark.parametrize("element", ELEMENTS)
def test_an_element_has_the_one_box_of_the_paper_and_three_of_ours(name, element):
    fields = FORMS[name].fields
    boxes = [fields[element], *(fields[f"{element}_{part}"] for part in PARTS)]
    assert [box.added for box in boxes] == [False, True, True, True]
    assert {box.type for box in boxes} == {"long"}
    senses = [set(box.slot.senses) for box in boxes[1:]]
    assert senses == [{"strength"}, {"need"}, {"evidence"}]
    assert {box.slot.dimensions for box in boxes} == {boxes[0].slot.dimensions}
    assert boxes[0].slot.dimensions


@pytest.mark.parametrize("name", FORMS)
def test_what_the_paper_did_not_have_is_marked_and_can_be_hidden(name):
    form = FORMS[name]
    assert {field.id for field in form if field.added} == ADDED[name]
    assert set(form.without_added().fields) == set(form.fields) - ADDED[name]


@pytest.mark.parametrize("name", ["assessment", "family"])
def test_the_national_minimum_set_is_always_asked_for(name):
    fields = FORMS[name].fields
    asked = [
        "household_address" if (name, field) == ("family", "address") else field for field in MINIMUM_SET
    ]
    assert {fields[field].required for field in asked} == {"always"}


def test_the_family_form_asks_child_by_child_what_belongs_to_one_child():
    by_child = {field.id for field in FORMS["family"] if field.per_child}
    parts = {f"{element}_{part}" for element in DEVELOPMENT for part in PARTS}
    assert by_child == {
        *IDENTIFYING,
        *words("unique_ref nhs_number child_present interpreter_needed sexual_orientation school"),
        *words("sen_support exclusion_risk young_carer"),
        *DEVELOPMENT,
        *parts,
        *CONCLUSIONS,
        *CONSENT,
        *EXCEPTION,
    }


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_voluntary_and_keeps_out_what_was_not_told_for_it(name):
    form = FORMS[name]
    assert form.basis == "consent"
    assert form.withholds == {"protected_address", "third_party", "police", "adult_health", "statutory_only"}


@pytest.mark.parametrize("name", FORMS)
def test_agreement_levels_and_decisions_never_convert(name):
    for field in FORMS[name]:
        if field.function == "decide":
            assert field.slot.is_history, field.id


@pytest.mark.parametrize("name", FORMS)
def test_families_read_no_office_words(name):
    told = [f"{place}: {text}" for place, text in family_texts(FORMS[name]) if OFFICE_WORDS.search(text)]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("name", FORMS)
def test_families_read_no_internal_names(name):
    told = [f"{place}: {text}" for place, text in family_texts(FORMS[name]) if "_" in text or "{" in text]
    assert not told, "\n".join(told)


def test_all_five_checklist_questions_mean_a_need_where_the_answer_is_no():
    """The research notes' family label for poverty asked the opposite of the practitioner's label."""
    field = FORMS["pre_assessment"].fields["pre_poverty"]
    assert field.label == "Free from effects of poverty"
    assert field.plain == "Is there enough money, and is your home good enough?"


@pytest.mark.parametrize("version", [0, -1, 1.5])
@pytest.mark.parametrize("name", ["assessment", "family", "delivery_plan"])
def test_a_version_is_a_whole_number_from_one(name, version):
    form = FORMS[name]
    assert list(invalid(form, {**blank_document(form), "answers": {"version_no": version}}))
    assert not list(invalid(form, {**blank_document(form), "answers": {"version_no": 1}}))
    assert json_schema(form)["properties"]["answers"]["properties"]["version_no"]["type"] == "integer"


@pytest.mark.parametrize(
    ("decision", "asked"),
    [
        ("close", {"dp_closure_reason"}),
        ("continue", {"dp_next_review"}),
        ("step_up", {"dp_next_review"}),
        ("step_down", {"dp_next_review"}),
    ],
)
def test_a_decision_asks_for_what_goes_with_it(decision, asked):
    form = FORMS["delivery_plan"]
    document = {**blank_document(form), "answers": {"dp_decision": decision}}
    open_ = {one.field.id for one in unanswered(form, document, ["p1"])}
    assert open_ & {"dp_closure_reason", "dp_next_review"} == asked


def test_a_fear_of_harm_asks_for_what_was_done_and_the_referral_of_that_child():
    form = FORMS["family"]
    document = {**blank_document(form), "answers": {"significant_harm_exception": {"p1": "no", "p2": "yes"}}}
    asked = {(one.field.id, one.child) for one in unanswered(form, document, ["p1", "p2"])}
    needed = {("significant_harm_details", "p2"), ("significant_harm_referral_on", "p2")}
    assert {entry for entry in asked if entry[0] in EXCEPTION} == needed
