"""What holds for all rules of this plugin; what each of them finds stands in `cases`."""

import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.form import MARKS
from frameworks_core.forms.loading import load_form
from frameworks_core.testing import blank_document
from frameworks_signs_of_safety import MAPPING, plugin, words
from frameworks_signs_of_safety.rules import RULES, references, sets, wording
from frameworks_signs_of_safety.rules.periods import periods_in
from frameworks_signs_of_safety.words import found_in

FORMS = {file.id: file.path for file in plugin.frameworks_gather()}
LISTS = sorted(Path(words.__file__).parent.glob("*.toml"))
IN_THE_NOTES = range(1, 21)
"""Rules R1 to R20 of the research notes."""


def test_every_rule_of_the_notes_has_its_code():
    assert {f"SOS{number:03}" for number in IN_THE_NOTES} <= {rule.code for rule in RULES}


def test_every_rule_says_how_well_it_is_attested():
    assert not [rule.code for rule in RULES if rule.authority.split()[0].rstrip(",") not in MARKS]


def test_every_rule_applies_to_forms_of_this_plugin():
    assert {form_id for rule in RULES for form_id in rule.forms} == set(FORMS)


def test_the_columns_whose_words_are_looked_at_are_on_the_forms():
    """A column that was renamed would never be looked at again."""
    forms = [load_form(path) for path in FORMS.values()]
    columns = {(field.id, column.id) for form in forms for field in form for column in field.columns}
    listed = {(table, column) for table, parts in wording.WORKERS_WORDS.items() for column in parts}
    listed |= {(table, column) for table, column, _ in references.REFERENCES}
    listed |= {(target, "ref") for _, _, target in references.REFERENCES}
    assert not listed - columns
    assert set(wording.STORIES) <= {field.id for form in forms for field in form}


def test_a_reference_to_no_row_is_told_in_the_words_of_the_variant():
    goals = [{"ref": "G1", "danger": "D1", "difference": "Quiet after nine."}]
    document = {"people": [], "answers": {"sos_variant": "wellbeing", "safety_goals": goals}}
    [hit] = references.SOS201.check(FilledForm(load_form(FORMS[MAPPING]), document))
    assert hit.message == "no row of 'Worry statements' has this short name"


def test_what_mends_it_speaks_of_worries_in_early_help_too():
    assert not [rule.code for rule in RULES if "danger" in rule.fix]


def test_advice_about_words_blocks_nothing():
    assert {rule.severity for rule in wording.RULES} == {"warning"}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_listed_word_is_found_with_what_to_say_instead(path):
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entries"]:
        assert all(entry["say"] in found_in(f"Then {word}, they said.", path.stem) for word in entry["words"])


def test_words_are_found_whole():
    assert found_in("He notices the courses of the river.", "absence") == ()
    assert found_in("They DISENGAGED.", "jargon")
    assert found_in("Nonappropriated", "jargon") == ()


def test_where_one_overall_scale_is_local_practice_the_constant_says_so(monkeypatch):
    form = load_form(FORMS[MAPPING])
    answers = {
        "danger_statements": [{"ref": "D1", "who_worried": ["p1"], "behaviour": "Rages.", "feared": "Hurt."}],
        "safety_scales": [{"ref": "S1", "about": "overall"}],
    }
    filled = FilledForm(form, {**blank_document(form), "answers": answers})
    assert [hit.at for hit in sets.SOS002.check(filled)] == ["/answers/danger_statements/0"]
    monkeypatch.setattr(sets, "OVERALL_IS_ENOUGH", True)
    assert list(sets.SOS002.check(filled)) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("since 2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("on 2026-03-01 at night", date(2026, 3, 1), date(2026, 3, 1)),
        ("1/3/2026", date(2026, 3, 1), date(2026, 3, 1)),
        ("the 4th October 2025, after tea", date(2025, 10, 4), date(2025, 10, 4)),
        ("Sept. 2025", date(2025, 9, 1), date(2025, 9, 30)),
    ],
)
def test_days_months_and_years_are_read_as_people_write_them(text, first, last):
    assert periods_in(text) == ((first, last),)


@pytest.mark.parametrize(
    "text", ["last summer", "twice, aged 3", "31 February 2026", "07700 900362", "flat 2026b"]
)
def test_what_is_no_date_is_passed_over(text):
    assert periods_in(text) == ()


def test_listing_the_plugin_loads_no_rules():
    loaded = "import sys, frameworks_signs_of_safety.plugin; print(*sys.modules)"
    names = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "frameworks_signs_of_safety.plugin" in names
    assert not [name for name in names if name.startswith("frameworks_signs_of_safety.rules")]


def test_what_the_law_asks_for_is_marked_so_and_nothing_else():
    data = tomllib.loads(Path(__file__).with_name("statutory_rules.toml").read_text(encoding="utf-8"))
    listed = {name: {row["code"] for row in rows} for name, rows in data.items()}
    assert {rule.code for rule in RULES if rule.statutory} == listed["statutory"]
    assert listed["not_statutory"] <= {rule.code for rule in RULES} - listed["statutory"]
    assert all(row["why"].endswith(".") for rows in data.values() for row in rows)
