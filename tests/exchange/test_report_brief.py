"""The fidelity reports of a family's children in brief: a page for each, and every number said."""

import re
from pathlib import Path

import pytest

from frameworks_core.exchange.fidelity import CLASSES, Item, Missing, Report
from frameworks_core.exchange.report_brief import reports_in_brief
from frameworks_core.exchange.report_text import ANOTHER_CHILD
from frameworks_core.forms.loading import load_form

DUTY = load_form(Path(__file__).parent / "forms" / "duty.toml")
A_PAGE = 60


def report_of(*items, missing=(), child="p1"):
    return Report(
        source=("voluntary/form", "1"), target=("duty/form", "1"), items=items, missing=missing, child=child
    )


def item(outcome, label="Growth", why="so it is", candidates=()):
    return Item(source="/answers/x", outcome=outcome, label=label, why=why, candidates=candidates)


def asked(plain, ask="family", field="health"):
    return Missing(field=field, label="Health", plain=plain, ask=ask)


def flowing(text):
    """The words of a report, wherever its lines break."""
    return " ".join(text.split())


def shown(*items, width=110, missing=()):
    return reports_in_brief([report_of(*items, missing=missing)], DUTY, width)


def test_each_child_has_a_report():
    reports = [report_of(item("kept"), child="p1"), report_of(item("kept"), item("history"), child="p2")]
    text = flowing(reports_in_brief(reports, DUTY, 110))
    assert re.findall(r"about (p\d): (\d) answers, each accounted for", text) == [("p1", "1"), ("p2", "2")]


@pytest.mark.parametrize("outcome", CLASSES)
def test_every_class_is_counted(outcome):
    assert re.search(r"^    2  \w", shown(item(outcome), item(outcome)), re.MULTILINE)


def test_what_waits_and_what_is_carried_is_named_once_with_its_number():
    text = flowing(
        shown(
            item("needs_sorting", "Home: strengths", candidates=("housing", "income")),
            item("needs_sorting", "Home: needs", candidates=("housing", "income")),
            item("carried", "House rules", "nobody asks for this"),
            item("carried", "Moods", "it has no column"),
            item("carried", "Moods", "nobody asks for this"),
        )
    )
    assert "To be placed by a practitioner (2) - Home (2)" in text
    assert "Carried, verbatim (3) - House rules; Moods (2)" in text


def test_what_is_withheld_is_counted_by_its_reason_and_another_child_s_apart():
    text = flowing(
        shown(
            item("withheld", "Housing", "it gives away a protected address"),
            item("withheld", "Address", "it gives away a protected address"),
            item("withheld", "Growth", ANOTHER_CHILD),
        )
    )
    assert "3 withheld 1 of these concern only another child" in text
    assert "Withheld (2) - 2: it gives away a protected address" in text


def test_what_there_is_to_ask_is_listed_until_it_is_too_much():
    missing = [asked(f"Question {number}") for number in range(12)]
    assert "- Question 9 - and 2 more" in flowing(shown(missing=missing))
    assert "more" not in shown(missing=missing[:10])
    assert "To ask the family, and only this (12)" in shown(missing=missing)


def test_what_there_is_to_record_is_counted_by_section():
    missing = [asked("x", "practitioner", field) for field in ("risk", "housing")]
    assert "For the practitioner to record (2) - All (2)" in flowing(shown(missing=missing))


@pytest.mark.parametrize("width", [80, 110])
def test_it_is_a_page_at_most_for_many_answers_to_few_questions_and_keeps_to_the_width(width):
    items = [item(outcome, f"Question {number % 9}") for outcome in CLASSES for number in range(300)]
    missing = [asked(f"Question {number}") for number in range(90)]
    lines = shown(*items, missing=missing, width=width).splitlines()
    assert len(lines) <= A_PAGE
    assert max(map(len, lines)) <= width
