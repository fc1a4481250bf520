"""What holds for all rules of this plugin; what each of them finds stands in `cases`."""

import subprocess
import sys
import tomllib
from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.form import MARKS
from frameworks_core.forms.loading import load_form
from frameworks_core.testing import blank_document, load_cases
from frameworks_core.testing.strategies import documents
from frameworks_reclaiming_social_work import UNIT_MEETING, plugin
from frameworks_reclaiming_social_work.rules import RULES, meetings

CASES = load_cases(Path(__file__).parent / "cases")
FORMS = {form.id: form for form in (load_form(path) for path in sorted(plugin.FORMS.glob("*.toml")))}
BY_CODE = {rule.code: rule for rule in RULES}
WORDS = sorted((Path(plugin.__file__).parent / "words").glob("*.toml"))


def found(code, form_id, **answers):
    form = FORMS[form_id]
    document = {**blank_document(form), "answers": answers}
    return [hit.at for hit in BY_CODE[code].check(FilledForm(form, document))]


def test_rules_are_sorted_and_no_code_is_given_twice():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_every_rule_of_the_research_notes_has_its_code_but_the_one_that_is_design():
    """T15, that dates of the law are held elsewhere, is what `test_forms` tests."""
    numbers = {int(rule.code[-2:]) for rule in RULES if rule.code[3] == "0"}
    assert numbers == set(range(1, 17)) - {15}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_how_well_it_is_attested(rule):
    marks = [source.split()[0] for source in rule.authority.split("; ")]
    assert set(marks) <= set(MARKS), rule.authority


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_two_cases_that_fail_and_two_that_pass(rule):
    counted = Counter(case.fails for case in CASES if case.code == rule.code)
    assert min(counted[True], counted[False]) >= 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_failing_case_for_each_of_its_forms(rule):
    assert {case.form for case in CASES if case.code == rule.code and case.fails} == set(rule.forms)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_judges_nobody(rule):
    for text in (rule.title, rule.why, rule.fix):
        assert text[-1] == "." or text is rule.title
        for word in ("failed", "failure", "is safe", "is at risk", "non-compliant"):
            assert word not in text.lower(), text


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_a_word_list_says_what_it_is_and_is_in_order(path):
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    assert listed.keys() == {"title", "source", "words"}
    assert listed["source"].split()[0] in MARKS
    assert listed["words"] == [word.casefold() for word in listed["words"]]
    assert len(set(listed["words"])) == len(listed["words"])


def test_rules_that_read_words_only_warn():
    for code in ("RSW102", "RSW202", "RSW106", "RSW206", "RSW413", "RSW508", "RSW113"):
        assert BY_CODE[code].severity == "warning"


def test_how_often_a_child_is_talked_about_is_a_local_setting(monkeypatch):
    met = {"unit_meeting_date": "2026-04-21", "last_discussed": {"p1": "2026-04-10"}}
    assert found("RSW009", UNIT_MEETING, **met) == ["/people/0"]
    monkeypatch.setattr(meetings, "DAYS_BETWEEN_DISCUSSIONS", 14)
    assert found("RSW009", UNIT_MEETING, **met) == []


def test_who_is_expected_at_a_meeting_is_a_local_setting(monkeypatch):
    met = {"attendance": [{"who": "p9", "unit_role": "consultant_social_worker"}]}
    assert found("RSW008", UNIT_MEETING, **met) == ["/answers/attendance"]
    monkeypatch.setattr(meetings, "EXPECTED_AT_MEETING", ("consultant_social_worker",))
    assert found("RSW008", UNIT_MEETING, **met) == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@given(data=st.data())
@settings(max_examples=20)
def test_rules_take_any_record_change_nothing_and_name_places_of_the_form(form, data):
    document = data.draw(documents(form))
    before = deepcopy(document)
    for rule in RULES:
        if form.id in rule.forms:
            hits = list(rule.check(FilledForm(form, document)))
            assert hits == list(rule.check(FilledForm(form, document))), rule.code
            assert len({(hit.at, hit.message) for hit in hits}) == len(hits), rule.code
            assert all(is_place(hit.at, form, document) for hit in hits), rule.code
    assert document == before


def is_place(pointer, form, document):
    """Whether a pointer leads to a core table or a row of it, or to a field of the form, answered or not."""
    _, table, *entry = pointer.split("/")
    if table == "answers":
        return entry[0] in form.fields
    return not entry or int(entry[0]) < len(document[table])


def test_listing_the_plugin_does_not_load_its_rules():
    program = (
        "import sys, frameworks_reclaiming_social_work.plugin as plugin; list(plugin.frameworks_describe()); "
        "list(plugin.frameworks_gather()); print('frameworks_reclaiming_social_work.rules' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_what_the_law_asks_for_is_marked_so_and_nothing_else():
    data = tomllib.loads(Path(__file__).with_name("statutory_rules.toml").read_text(encoding="utf-8"))
    listed = {name: {row["code"] for row in rows} for name, rows in data.items()}
    assert {rule.code for rule in RULES if rule.statutory} == listed["statutory"]
    assert listed["not_statutory"] <= {rule.code for rule in RULES} - listed["statutory"]
    assert all(row["why"].endswith(".") for rows in data.values() for row in rows)
