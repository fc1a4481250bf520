"""The rules as a whole: stable codes, honest sources, examples for each form, nothing loaded too early."""

import subprocess
import sys
import tomllib
from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frameworks_caf import plugin
from frameworks_caf.rules import RULES
from frameworks_caf.rules.record import earlier_caf_not_looked_for
from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.loading import load_form
from frameworks_core.testing import blank_document, load_cases
from frameworks_core.testing.strategies import documents

CASES = load_cases(Path(__file__).parent / "cases")
FORMS = [load_form(path) for path in sorted(plugin.FORMS.glob("*.toml"))]
FORM = FORMS[0]
MARKS = {"S2+", "S", "K", "D"}


def test_rules_are_sorted_and_no_code_is_given_twice():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_how_well_each_of_its_sources_is_attested(rule):
    marks = [source.split()[0] for source in rule.authority.split("; ")]
    assert MARKS.issuperset(marks), rule.authority


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_two_cases_that_fail_and_two_that_pass(rule):
    counted = Counter(case.fails for case in CASES if case.code == rule.code)
    assert min(counted[True], counted[False]) >= 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_failing_case_for_each_of_its_forms(rule):
    assert {case.form for case in CASES if case.code == rule.code and case.fails} == set(rule.forms)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_judges_nobody(rule):
    """No rule says that a child is or is not safe, that somebody failed, or what the level of need is."""
    for text in (rule.title, rule.why, rule.fix):
        assert text[-1] == "." or text is rule.title
        for word in ("failed", "failure", "the child is safe", "is at risk", "non-compliant"):
            assert word not in text.lower(), text


@pytest.mark.parametrize(("version", "follows"), [(1, False), (2, True)])
def test_a_later_version_is_told_that_it_follows_an_earlier_caf(version, follows):
    document = {**blank_document(FORM), "answers": {"version_no": version, "existing_caf_checked": "no"}}
    (hit,) = earlier_caf_not_looked_for(FilledForm(FORM, document))
    assert ("follows an earlier CAF" in hit.message) is follows


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@given(data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
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
    """Whether a pointer leads to a row of people or to a field of the form, answered or not."""
    _, table, entry, *_ = pointer.split("/")
    return entry in form.fields if table == "answers" else int(entry) < len(document[table])


def test_listing_the_plugin_does_not_load_its_rules():
    program = (
        "import sys, frameworks_caf.plugin as plugin; list(plugin.frameworks_describe()); "
        "list(plugin.frameworks_gather()); print('frameworks_caf.rules' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_what_the_law_asks_for_is_marked_so_and_nothing_else():
    data = tomllib.loads(Path(__file__).with_name("statutory_rules.toml").read_text(encoding="utf-8"))
    listed = {name: {row["code"] for row in rows} for name, rows in data.items()}
    assert {rule.code for rule in RULES if rule.statutory} == listed["statutory"]
    assert listed["not_statutory"] <= {rule.code for rule in RULES} - listed["statutory"]
    assert all(row["why"].endswith(".") for rows in data.values() for row in rows)
