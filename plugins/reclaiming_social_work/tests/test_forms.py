"""What stands on the forms: the fields of the research notes' table C2, and what must not stand there."""

import pytest

from frameworks_core.forms.loading import load_form
from frameworks_reclaiming_social_work import (
    CASE_SUMMARY,
    GENOGRAM,
    HYPOTHESES,
    INTERVENTION_PLAN,
    UNIT_MEETING,
    plugin,
)

FORMS = {file.id: load_form(file.path) for file in plugin.frameworks_gather()}

C2 = {
    CASE_SUMMARY: """
        unit_name unit_members case_responsibility family_work_by professional_system reason_for_involvement
        family_story perspectives child_lived_experience life_cycle beliefs scripts patterns graces strengths
        vulnerabilities risk_statement risk_protective certainty_position dilemma hypotheses curiosity
        planned_conversations worker_reflexivity unit_decisions statutory_tasks systemic_summary
    """,
    UNIT_MEETING: """
        unit_meeting_date attendance clinician_present presenter scribe update_since_last dilemma reflecting_ideas
        hypotheses planned_conversations unit_decisions statutory_tasks
    """,
    HYPOTHESES: "hypotheses status_history planned_conversations",
    INTERVENTION_PLAN: "intended_change intervention_plan family_response plan_review contingency",
    GENOGRAM: "made_with ties cultural_genogram family_story questions",
}
"""Fields of table C2 by their ids there. The genogram's people are core's own table; a threshold is a decision."""

SHARED_WITH_FAMILY = {"protected_address", "third_party", "police", "adult_health"}

KINDS = {
    "hypotheses": "hypothesis",
    "planned_conversations": "conversation",
    "patterns": "pattern",
    "risk_statement": "danger",
    "intended_change": "goal",
    "intervention_plan": "action",
    "ties": "tie",
    "family_story": "event",
    "reason_for_involvement": "reason",
    "systemic_summary": "conclusion",
    "unit_decisions": "decision",
    "family_response": "comment",
    "statutory_tasks": "record",
    "plan_review": "review",
    "contingency": "contingency",
    "risk_none": "conclusion",
}

SENSES = {
    "strengths": {"strength"},
    "vulnerabilities": {"complicating"},
    "risk_protective": {"protective", "strength"},  # tried and not tried: a person sorts
}


@pytest.mark.parametrize("form_id", C2)
def test_the_fields_of_the_table_are_there(form_id):
    assert set(C2[form_id].split()) <= FORMS[form_id].fields.keys()


def test_there_are_five_forms_about_a_family_and_each_says_that_it_is_a_composite():
    assert set(FORMS) == set(C2)
    for form in FORMS.values():
        assert (form.about, form.basis) == ("family", "statute")
        assert "no published national form" in form.source
        assert "composite" in form.notes[0]


def test_every_field_is_marked_as_our_design():
    assert {field.mark for form in FORMS.values() for field in form} == {"D"}


def test_what_is_shared_with_the_family_holds_back_what_others_told_in_confidence():
    withheld = {form_id: set(form.withholds) for form_id, form in FORMS.items() if form.withholds}
    assert withheld == {INTERVENTION_PLAN: SHARED_WITH_FAMILY, GENOGRAM: SHARED_WITH_FAMILY}


def test_what_rests_on_statute_never_reaches_a_voluntary_form():
    kept_back = {
        field.id for form in FORMS.values() for field in form if field.disclosure == "statutory_only"
    }
    assert kept_back == {"unit_decisions", "statutory_tasks", "family_story", "worker_reflexivity"}
    assert (
        FORMS[GENOGRAM].fields["family_story"].disclosure is None
    )  # told at the kitchen table; it is theirs


def test_a_field_asked_on_two_forms_is_the_same_question():
    seen = {}
    for form in FORMS.values():
        for field in form:
            earlier = seen.setdefault(field.id, field)
            assert (earlier.label, earlier.slot, earlier.columns) == (field.label, field.slot, field.columns)


@pytest.mark.parametrize("field_id", KINDS)
def test_a_field_has_its_place_in_the_assessment(field_id):
    kinds = {form.fields[field_id].slot.kind for form in FORMS.values() if field_id in form.fields}
    assert kinds == {KINDS[field_id]}


def test_tables_of_statements_say_what_their_rows_are():
    summary = FORMS[CASE_SUMMARY].fields
    assert {name: set(summary[name].slot.senses) for name in SENSES} == SENSES


def test_working_thoughts_are_kept_apart_as_what_they_are():
    items = {
        field.id: field.slot.item
        for field in FORMS[CASE_SUMMARY]
        if field.slot and field.slot.kind == "reflection"
    }
    assert items == {
        "dilemma": "dilemma",
        "curiosity": "curiosity",
        "certainty_position": "uncertainty",
        "worker_reflexivity": "position",
    }


def test_dates_of_the_law_have_no_place_here():
    """Rule T15: they are kept in the statutory record; the forms name the task and where that record is."""
    for form_id in (CASE_SUMMARY, UNIT_MEETING):
        tasks = FORMS[form_id].fields["statutory_tasks"]
        assert not [column.id for column in tasks.columns if column.type == "date"]
        assert "kept_in" in {column.id for column in tasks.columns}
    kinds = {field.slot.kind for form in FORMS.values() for field in form if field.slot}
    assert not kinds & {"contact", "threshold", "outcome", "consent"}


def test_nothing_is_counted_or_rated():
    """No number, no scale, no rating: professional judgement is in words."""
    types = {part.type for form in FORMS.values() for field in form for part in (field, *field.columns)}
    assert not types & {"number", "scale"}
    kinds = {field.slot.kind for form in FORMS.values() for field in form if field.slot}
    assert not kinds & {"scale", "rating", "score"}
