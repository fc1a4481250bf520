"""What holds for all rules of this plugin; what each of them finds stands in `cases`."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from frameworks_core.errors import UserError
from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.form import MARKS
from frameworks_core.forms.loading import load_form
from frameworks_core.statute import working_days
from frameworks_core.testing import blank_document
from frameworks_single_assessment import ASSESSMENT, plugin
from frameworks_single_assessment.rules import RULES

FORMS = {file.id: file.path for file in plugin.frameworks_gather()}
BY_CODE = {rule.code: rule for rule in RULES}


@pytest.fixture
def no_calendar(monkeypatch):
    """A machine on which the library of bank holidays is not installed."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    working_days._bank_holidays.cache_clear()
    yield
    working_days._bank_holidays.cache_clear()


def filled(**answers):
    form = load_form(FORMS[ASSESSMENT])
    return FilledForm(form, {**blank_document(form), "answers": answers})


def test_every_rule_says_how_well_it_is_attested():
    assert not [rule.code for rule in RULES if rule.authority.split()[0].rstrip(",") not in MARKS]


def test_every_rule_applies_to_forms_of_this_plugin():
    assert {form_id for rule in RULES for form_id in rule.forms} == set(FORMS)


def test_gaps_wait_until_a_record_is_finished_and_contradictions_do_not():
    assert {rule.stage for rule in RULES} == {"draft", "final"}


@pytest.mark.usefixtures("no_calendar")
def test_without_the_calendar_a_rule_that_counts_working_days_says_what_to_install():
    late = filled(referral_date="2026-03-02", authorised_date="2026-06-30")
    with pytest.raises(UserError, match=r"pip install frameworks-core\[dates\]"):
        list(BY_CODE["SGA005"].check(late))


@pytest.mark.usefixtures("no_calendar")
def test_without_the_calendar_nothing_fails_that_counts_no_working_days():
    undated = filled(referral_date="2026-03-02", assessment_start="2026-03-01")
    found = {hit.at for rule in RULES if ASSESSMENT in rule.forms for hit in rule.check(undated)}
    assert found == {"/answers/assessment_start"}


def test_listing_the_plugin_loads_no_rules():
    loaded = "import sys, frameworks_single_assessment.plugin; print(*sys.modules)"
    names = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "frameworks_single_assessment.plugin" in names
    assert not [name for name in names if name.startswith(("frameworks_single_assessment.rules", "holidays"))]


def test_what_the_law_asks_for_is_marked_so_and_nothing_else():
    data = tomllib.loads(Path(__file__).with_name("statutory_rules.toml").read_text(encoding="utf-8"))
    listed = {name: {row["code"] for row in rows} for name, rows in data.items()}
    assert {rule.code for rule in RULES if rule.statutory} == listed["statutory"]
    assert listed["not_statutory"] <= {rule.code for rule in RULES} - listed["statutory"]
    assert all(row["why"].endswith(".") for rows in data.values() for row in rows)
