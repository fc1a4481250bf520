"""The fidelity report for people: readable at any usual width, and without a word of an answer."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks_core.exchange.conversion import Converter
from frameworks_core.exchange.fidelity import CLASSES, Item, Missing, Report
from frameworks_core.exchange.report_text import report_as_text
from frameworks_core.forms.loading import load_form
from frameworks_core.testing.strategies import documents

FORMS = Path(__file__).parent / "forms"
VOLUNTARY, DUTY = load_form(FORMS / "voluntary.toml"), load_form(FORMS / "duty.toml")
WIDTHS = (60, 110)
TOY = ("toy/visit", "toy/family")


def report_of(*items, missing=(), child=None):
    return Report(
        source=("voluntary/form", "1"), target=("duty/form", "1"), items=items, missing=missing, child=child
    )


def item(outcome, label="Growth", why="so it is", candidates=()):
    return Item(source="/answers/x", outcome=outcome, label=label, why=why, candidates=candidates)


def asked(plain, ask="family", field="health", label="Health", child=None):
    return Missing(field=field, label=label, plain=plain, ask=ask, child=child)


def shown(*items, width=110, **more):
    return report_as_text(report_of(*items, **more), DUTY, width)


def flowing(text):
    """The words of a report, wherever its lines break."""
    return " ".join(text.split())


class TestWhatItSays:
    def test_from_which_form_to_which_about_whom_and_how_many_answers(self):
        first = flowing(shown(item("kept"), child="p2")).partition(" answers")[0]
        assert first == "voluntary/form 1 to duty/form 1 about p2: 1"

    @pytest.mark.parametrize("outcome", CLASSES)
    def test_every_class_is_counted(self, outcome):
        text = shown(item(outcome), item(outcome))
        assert re.search(r"^    2  \w", text, re.MULTILINE)

    def test_a_class_without_answers_is_not_mentioned(self):
        assert "withheld" not in shown(item("kept")).lower()

    def test_the_counts_add_up(self):
        items = [item(outcome) for number, outcome in enumerate(CLASSES, start=1) for _ in range(number)]
        counted = sum(int(number) for number in re.findall(r"^ {2,4}(\d+)  ", shown(*items), re.MULTILINE))
        assert counted == len(items)

    def test_the_loss_is_the_share_without_a_place(self):
        assert "Loss 0.25" in shown(item("kept"), item("history"), item("merged"), item("carried"))
        assert "Loss 0.00" in shown()

    def test_what_a_person_has_to_place_names_the_fields_in_the_target_s_words(self):
        text = flowing(shown(item("needs_sorting", "Home and money", candidates=("housing", "income"))))
        assert "To be placed by a practitioner (1)" in text
        assert re.search("Home and money.* Housing.* or Income", text)

    def test_what_is_carried_and_withheld_is_listed_by_its_reason(self):
        text = flowing(
            shown(
                item("carried", "House rules", "nobody asks for this"),
                item("carried", "Moods", "nobody asks for this"),
                item("carried", "Moods", "nobody asks for this"),
                item("withheld", "Housing", "it gives away a protected address"),
            )
        )
        assert "Carried, verbatim (3) - House rules; Moods (2): nobody asks for this" in text
        assert "Withheld (1) - Housing: it gives away a protected address" in text

    def test_the_family_is_asked_in_plain_words_each_question_once(self):
        missing = (
            asked("How you are", child="p1"),
            asked("How you are", child="p2"),
            asked("Where you live"),
        )
        text = flowing(shown(missing=missing))
        assert "To ask the family, and only this (3)" in text
        assert "- How you are (about p1, p2) - Where you live" in text

    def test_what_the_practitioner_records_is_named_by_section(self):
        missing = (
            asked("x", "practitioner", "risk", "Risk"),
            asked("y", "practitioner", "housing", "Housing"),
        )
        text = flowing(shown(missing=missing))
        assert "For the practitioner to record (2) - All: Risk; Housing" in text
        assert "ask the family" not in text

    def test_a_long_list_for_the_practitioner_is_counted_not_printed(self):
        fields = list(DUTY.fields)
        missing = tuple(
            asked("x", "practitioner", field, f"Question {n}") for n, field in enumerate(fields + fields)
        )
        assert f"; and {2 * len(fields) - 4} more" in flowing(shown(missing=missing))

    def test_a_conversion_without_loss_has_nothing_to_list(self):
        text = shown(item("kept"))
        for heading in ("To be placed", "Carried", "Withheld", "To ask", "For the practitioner"):
            assert heading not in text


class TestHowItReads:
    @pytest.mark.parametrize("width", WIDTHS)
    def test_no_line_is_longer_even_where_everything_is(self, width):
        long = "A question whose label goes on and on, as those on paper did, " * 3
        items = [item(outcome, f"{long}{outcome}", long, ("housing", "income")) for outcome in CLASSES]
        missing = (asked(long, child="p1"), asked(long, "practitioner", "risk", long))
        lines = shown(*items, missing=missing, child="p1", width=width).splitlines()
        assert max(map(len, lines)) <= width

    @pytest.mark.parametrize("width", WIDTHS)
    def test_no_line_ends_in_a_space_and_no_two_are_blank_together(self, width):
        items = [item(outcome, candidates=("housing",)) for outcome in CLASSES]
        text = shown(*items, missing=(asked("How you are"),), width=width)
        assert text == text.strip()
        assert not re.search(r" \n|\n\n\n", text)

    def test_what_belongs_to_a_point_is_indented_below_it(self):
        text = shown(item("carried", "House rules", "a reason " * 20), width=60)
        bullet = text[text.index("  - House") :].splitlines()
        assert all(line.startswith("    ") for line in bullet[1:])


@settings(max_examples=12, deadline=None, database=None)
@given(data=st.data())
def test_the_report_of_any_conversion_keeps_to_the_width(toy_registry, data):
    source, target = (toy_registry.form(name) for name in data.draw(st.permutations(TOY)))
    document = data.draw(documents(source, children=1))
    report = Converter(source, target).convert(document).report
    for width in WIDTHS:
        assert all(len(line) <= width for line in report_as_text(report, target, width).splitlines())


def test_no_word_of_an_answer_is_in_it():
    document = {
        "form": "voluntary/form",
        "version": "1",
        "status": "draft",
        "id": "zebra-0",
        "people": [
            {"id": "p1", "roles": ["child"], "given_names": "Zebra1", "note": "Zebra2", "religion": "Zebra3"},
            {"id": "p2", "roles": ["parent_carer"], "address": "4 Zebra Road", "address_protected": "yes"},
        ],
        "relationships": [{"from": "p2", "to": "p1", "kind": "mother", "detail": "Zebra4"}],
        "agencies": [{"id": "a1", "name": "Zebra5", "summary": "Zebra6"}],
        "chronology": [{"id": "e1", "on": "2024", "what": "Zebra7"}],
        "answers": {
            "growth": "Zebra8",
            "illness": [{"text": "Zebra9", "heading": "Zebra10"}],
            "home_and_money": "Zebra11",
            "faith": "Zebra12",
            "agreed": "not_known",
            "steps": [{"day": "2026-03-02", "help": "Zebra13", "mood": "Zebra14"}, {"mood": "Zebra15"}],
            "house_rules": "Zebra16",
        },
    }
    there = Converter(VOLUNTARY, DUTY).convert(document)
    back = Converter(DUTY, VOLUNTARY).convert(there.document)
    for done, form in ((there, DUTY), (back, VOLUNTARY)):
        text = report_as_text(done.report, form, 60) + str(done.report.as_json())
        assert len(done.report.items) > 10
        assert not re.search(r"zebra|not_known|2026-03-02", text, re.IGNORECASE)
