"""The ten ways in which a practitioner would see that whoever built this does not know the model (research notes, E).

Each test is named after its pitfall, and shows that the forms, the rules, conversion or the lenses stay out of it.
"""

import pytest

from frameworks_core.exchange.reading import Reader
from frameworks_core.testing import blank_document
from frameworks_reclaiming_social_work import (
    CASE_SUMMARY,
    GENOGRAM,
    HYPOTHESES,
    INTERVENTION_PLAN,
    UNIT_MEETING,
    plugin,
)
from frameworks_reclaiming_social_work.lenses import LENSES
from frameworks_reclaiming_social_work.rules import RULES

IDEA = "The more we ring, the less she answers, and the less she answers the more we ring"
OTHER_IDEA = "Gran is low whenever the two of them get on"
TRIED = {
    "ref": "H1",
    "idea": IDEA,
    "includes": ["p1", "p5", "p10"],
    "links": "dilemma",
    "status": "active",
    "on": "2026-04-14",
}
PUT_AWAY = {**TRIED, "ref": "H2", "idea": OTHER_IDEA, "status": "set_aside"}


@pytest.fixture
def forms(installed):
    return {
        form_id: installed.form(form_id)
        for form_id in (CASE_SUMMARY, UNIT_MEETING, HYPOTHESES, INTERVENTION_PLAN, GENOGRAM)
    }


@pytest.fixture
def document(forms):
    """A document of one of the forms with one child, her parents and a worker, and these answers."""

    def make(form_id=CASE_SUMMARY, **answers):
        blank = blank_document(forms[form_id])
        people = [
            *blank["people"],
            {"id": "p5", "roles": ["parent_carer"], "lives_in_household": "yes"},
            {"id": "p6", "roles": ["parent_carer"], "lives_in_household": "no"},
            {"id": "p10", "roles": ["professional"]},
        ]
        return {**blank, "people": people, "answers": answers}

    return make


@pytest.fixture
def found(check, document):
    """What the rules of this plugin find in a record to be finished: code and place."""
    ours = {rule.code for rule in RULES}

    def find(form_id=CASE_SUMMARY, **answers):
        return {
            (one.code, one.at) for one in check(document(form_id, **answers), "final") if one.code in ours
        }

    return find


@pytest.fixture
def asked(check, document):
    """Where the form itself asks for an answer before a record is finished."""

    def ask(form_id):
        return {one.at for one in check(document(form_id), "final") if one.severity == "error"}

    return ask


@pytest.fixture
def everywhere(installed, convert, document):
    """A case summary in every installed form: for each, what stands in the answers, and where."""

    def converted(**answers):
        given = document(CASE_SUMMARY, **answers)
        for form_id in installed.form_ids():
            if form_id != CASE_SUMMARY:
                yield installed.form(form_id), convert(given, form_id, child="p1").document["answers"]

    return converted


@pytest.fixture
def seen(document, forms):
    """What a lens shows of a record with these answers: sections by title, each with its lines and its prompt."""
    by_name = {lens.name.partition("/")[2]: lens for lens in LENSES}

    def look(lens, form_id=CASE_SUMMARY, **answers):
        analysis = by_name[lens].analyse(Reader(forms[form_id]).read(document(form_id, **answers)))
        return {
            part.title: ([entry.text for entry in part.entries], part.prompt) for part in analysis.sections
        }

    return look


def texts_in(value):
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def places_of(text, form, answers):
    """Kinds of slot of the fields whose answers hold a text."""
    return {
        form.fields[field_id].slot.kind if form.fields[field_id].slot else None
        for field_id, value in answers.items()
        if any(text in held for held in texts_in(value))
    }


def test_1_a_hypothesis_box_with_a_conclusion_a_diagnosis_or_blame_one_only_without_status_or_testing(
    found, everywhere, forms
):
    blame = {"ref": "H1", "idea": "Mum has a personality disorder and is the problem", "includes": ["p5"]}
    codes = {code for code, _ in found(hypotheses=[{**blame, "status": "active"}])}
    assert {"RSW001", "RSW002", "RSW102", "RSW202", "RSW003", "RSW004", "RSW005"} <= codes
    columns = {column.id: column for column in forms[CASE_SUMMARY].fields["hypotheses"].columns}
    assert {code.code for code in columns["status"].codes} == {"active", "less_useful", "set_aside"}
    assert columns["status"].required
    assert {"supporting", "not_fitting", "would_look_like"} <= columns.keys()
    for form, answers in everywhere(hypotheses=[TRIED, PUT_AWAY]):
        assert places_of(IDEA, form, answers) <= {"hypothesis"}, form.id
        rows = [row for row in answers.get("hypotheses", []) if row.get("idea") == OTHER_IDEA]
        assert all(row["status"] == "set_aside" for row in rows), form.id


def test_2_hypotheses_that_never_become_a_conversation_and_no_field_for_what_the_family_said_back(
    found, forms
):
    untried = ("RSW004", "/answers/hypotheses/0")
    conversation = {"hypothesis": "H1", "with_whom": ["p5"], "question": "What would you rather we did?"}
    assert untried in found(hypotheses=[TRIED])
    assert untried not in found(hypotheses=[TRIED], planned_conversations=[conversation])
    late = {
        "summary_date": "2026-04-24",
        "planned_conversations": [{**conversation, "by_when": "2026-04-01"}],
    }
    assert ("RSW007", "/answers/planned_conversations/0/came_back") in found(**late)
    for form_id in (CASE_SUMMARY, UNIT_MEETING, HYPOTHESES):
        assert forms[form_id].fields["planned_conversations"].column("came_back").property == "came_back"


def test_3_the_genogram_as_a_household_list_made_by_the_system_of_two_generations_without_fathers(
    check, document
):
    household = document(GENOGRAM, made_with=[{"who": ["p10"], "how": "from_files"}])
    household["people"] = [person for person in household["people"] if person["id"] != "p6"]
    household["relationships"] = [{"from": "p5", "to": "p1", "kind": "mother"}]
    assert {"RSW012", "RSW112", "RSW212", "RSW312"} <= {one.code for one in check(household, "final")}


def test_4_graces_as_a_list_to_tick_about_the_family_only(found, forms, everywhere):
    graces = forms[CASE_SUMMARY].fields["graces"]
    assert graces.column("aspect").type == "text"
    assert graces.column("matters").required
    assert {"worker", "unit"} <= {code.code for code in graces.column("side").codes}
    assert not [column for column in graces.columns if column.type == "multi"]
    row = {
        "aspect": "Ethnicity",
        "side": "family",
        "who": ["p5"],
        "matters": "Roma, and nobody says the word",
    }
    assert ("RSW011", "/answers/graces") in found(graces=[row])
    for form, answers in everywhere(graces=[row]):
        assert places_of("Roma", form, answers) <= {None}, f"{form.id} takes it for a fact about somebody"


def test_5_curiosity_in_place_of_risk_no_plain_child_named_risk_and_decision(found, everywhere):
    curious = {"curiosity": "What does silence do for them?", "hypotheses": [TRIED, PUT_AWAY]}
    assert ("RSW006", "/people/0") in found(**curious)
    assert ("RSW006", "/people/0") in found(UNIT_MEETING, hypotheses=curious["hypotheses"])
    wondering = {"ref": "R1", "children": ["p1"], "feared": "We wonder whether he might come"}
    assert ("RSW106", "/answers/risk_statement/0/feared") in found(risk_statement=[wondering])
    for form, answers in everywhere(**curious):
        filled = {form.fields[field_id].slot.kind for field_id in answers if form.fields[field_id].slot}
        assert not filled & {"danger", "harm"}, f"{form.id}: a risk was made from a hypothesis"


def test_6_a_line_from_cause_to_effect_and_patterns_without_our_part_or_exceptions(found):
    line = {"ref": "P1", "sequence": "Her drinking causes his absences"}
    assert {
        ("RSW506", "/answers/patterns/0/round_again"),
        ("RSW506", "/answers/patterns/0/exceptions"),
        ("RSW506", "/answers/patterns/0/professionals"),
    } <= found(patterns=[line])
    caused = {**TRIED, "idea": "His absences are caused by her drinking"}
    assert ("RSW102", "/answers/hypotheses/0/idea") in found(hypotheses=[caused, PUT_AWAY])


def test_7_one_allocated_worker_and_no_unit_coordinator_or_clinician_or_nobody_accountable(
    forms, asked, found
):
    roles = {code.code for code in forms[CASE_SUMMARY].fields["unit_members"].column("unit_role").codes}
    assert {
        "consultant_social_worker",
        "social_worker",
        "children_practitioner",
        "clinician",
        "coordinator",
    } <= roles
    assert {"/answers/unit_members", "/answers/family_work_by", "/answers/case_responsibility"} <= asked(
        CASE_SUMMARY
    )
    shared = [{"decision": "Two visits a week", "reasons": "She asked for it"}]
    assert ("RSW014", "/answers/unit_decisions/0/decided_by") in found(unit_decisions=shared)


def test_8_minutes_without_a_dilemma_a_list_of_news_and_discussed_continue_plan(asked, found):
    assert {"/answers/dilemma", "/answers/hypotheses", "/answers/planned_conversations"} <= asked(
        UNIT_MEETING
    )
    minutes = {"dilemma": "None", "unit_decisions": [{"decision": "Discussed, continue plan"}]}
    assert {("RSW508", "/answers/dilemma"), ("RSW508", "/answers/unit_decisions/0/decision")} <= found(
        UNIT_MEETING, **minutes
    )


def test_9_life_cycle_stages_as_a_norm_for_every_family_faith_or_culture(forms, found):
    life_cycle = forms[CASE_SUMMARY].fields["life_cycle"]
    assert life_cycle.required == "never"
    assert not [column for column in life_cycle.columns if column.codes]
    said = " ".join((life_cycle.label, life_cycle.plain, *(column.label for column in life_cycle.columns)))
    for word in ("normal", "stage", "delay", "on time", "milestone"):
        assert word not in said.lower()
    late = [{"text": "Three generations at one table, and nobody means to move out", "about": ["p1", "p5"]}]
    assert not [at for _, at in found(life_cycle=late) if "life_cycle" in at]


def test_10_an_official_hackney_form_full_units_everywhere_and_any_systemic_supervision_called_by_this_name(
    forms, found
):
    (framework,) = plugin.frameworks_describe()
    assert "no national or local form" in framework.edition
    assert "To be reviewed" in framework.edition
    for form in forms.values():
        assert "There is no official form" in form.notes[0]
        assert "Reclaiming Social Work" not in form.title
        assert "Hackney" not in form.title
    small_unit = [
        {"who": "p10", "unit_role": "consultant_social_worker"},
        {"who": "p11", "unit_role": "social_worker"},
    ]
    about_the_unit = {
        code
        for code, at in found(UNIT_MEETING, attendance=small_unit, clinician_present="no")
        if at == "/answers/attendance"
    }
    assert about_the_unit == {"RSW008"}
    assert {rule.severity for rule in RULES if rule.code in about_the_unit} == {"warning"}


def test_1_a_lens_shows_no_idea_without_its_label_status_and_day_and_asks_for_what_tests_it(seen):
    blame = {"ref": "H1", "idea": "Mum is the problem", "includes": ["p5"], "status": "active"}
    shown = seen("hypotheses", hypotheses=[blame])
    lines, prompt = shown["Hypothesis H1: active"]
    assert lines[0] == "Hypothesis H1 (active): Mum is the problem"
    for missing in ("What fits", "What does not fit", "about one person", "When was it put forward"):
        assert missing in prompt
    assert "Only one idea is being tried" in shown["Another idea"][1]
    for lens in ("patterns", "perspectives", "unit_talk"):
        assert not [lines for lines, _ in seen(lens, hypotheses=[blame]).values() if "Mum is" in str(lines)]


def test_1_an_idea_that_was_set_aside_stays_with_its_history(seen):
    why = {
        "hypothesis": "H2",
        "on": "2026-04-20",
        "status": "set_aside",
        "why": "Gran laughed, and so did he",
    }
    shown = seen("hypotheses", HYPOTHESES, hypotheses=[PUT_AWAY, TRIED], status_history=[why])
    assert list(shown)[:2] == ["Hypothesis H1: active", "Hypothesis H2: set aside, kept with its history"]
    lines, prompt = shown["Hypothesis H2: set aside, kept with its history"]
    assert lines[0] == f"Hypothesis H2 of 2026-04-14 (set aside): {OTHER_IDEA}"
    assert lines[-1] == "History: 2026-04-20, set aside: Gran laughed, and so did he"
    assert not prompt


def test_2_a_lens_lists_active_ideas_without_a_conversation_and_asks_what_came_back(seen):
    silent = "Active, and no conversation is planned"
    untried = seen("hypotheses", hypotheses=[TRIED, PUT_AWAY])
    assert untried[silent][0] == [f"Hypothesis H1 of 2026-04-14 (active): {IDEA}"]
    talk = {"hypothesis": "h1.", "with_whom": ["p5"], "question": "What would you rather we did?"}
    planned = seen("hypotheses", hypotheses=[TRIED], planned_conversations=[talk])
    assert silent not in planned
    assert "What came back from" in planned["Hypothesis H1: active"][1]
    held = {**talk, "came_back": "Ring once and wait", "now_think": "More useful"}
    lines, prompt = seen("hypotheses", hypotheses=[TRIED], planned_conversations=[held])[
        "Hypothesis H1: active"
    ]
    assert lines[-2:] == [
        "What came back from parent carer p5: Ring once and wait",
        "What we now make of the idea: More useful",
    ]
    assert "What came back from" not in prompt


def test_5_a_lens_puts_risk_to_each_child_before_everything_the_unit_wonders_about(seen):
    curious = {
        "curiosity": "What does silence do for them?",
        "hypotheses": [TRIED],
        "dilemma": "We ring too often",
    }
    shown = seen("unit_talk", **curious)
    first, (lines, prompt) = next(iter(shown.items()))
    assert (first, lines) == ("child p1: what may happen", [])
    assert "Before all else: what may happen to child p1" in prompt
    risk = {"ref": "R1", "children": ["p1"], "feared": "He comes and she is hit"}
    shown = seen("unit_talk", risk_statement=[risk], **curious)
    lines, prompt = next(iter(shown.values()))
    assert lines == ["R1: He comes and she is hit"]
    assert prompt == "R1 does not say who does what, how likely, how soon."
    assert "What is decided for each child, by whom" in shown["Decisions"][1]


def test_6_a_lens_draws_a_loop_only_where_the_record_closes_it_and_asks_for_our_part_and_exceptions(seen):
    line = {"ref": "P1", "sequence": "She drinks; he stays away"}
    lines, prompt = seen("patterns", patterns=[line])["Pattern P1"]
    assert lines == ["She drinks -> he stays away"]
    for missing in ("lead back to the first", "go differently", "we and other services", "each child"):
        assert missing in prompt
    loop = {**line, "round_again": "Alone, she is sadder", "professionals": "We only ring her"}
    lines, prompt = seen("patterns", patterns=[loop])["Pattern P1"]
    assert lines == [
        "She drinks -> he stays away -> round again: Alone, she is sadder -> She drinks",
        "The professionals' part: We only ring her",
    ]
    assert "lead back" not in prompt
    assert "we and other services" not in prompt


def test_8_a_lens_on_minutes_asks_for_the_dilemma_and_for_reasons_with_a_name_under_them(seen):
    news = {"update_since_last": {"p1": "Two days off school"}}
    shown = seen("unit_talk", UNIT_MEETING, unit_decisions=[{"decision": "Discussed, continue"}], **news)
    lines, prompt = shown["Dilemma: where the work is stuck"]
    assert not lines
    assert "News is no dilemma" in prompt
    assert shown["Decisions"] == (
        ["Discussed, continue"],
        "A decision lacks an accountable person by name, reasons, who saw it otherwise, or that nobody did.",
    )
    assert "Two days off school" not in str(shown)
