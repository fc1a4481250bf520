"""What a document is, in numbers, without personal data."""

import json

import pytest

from frameworks_core.checks.overview import overview, overview_as_text


def test_it_says_what_the_document_is(form, document):
    facts = overview(form, document)
    assert (facts["form"], facts["version"], facts["title"]) == ("toy/visit", "1", "Visit record")
    assert (facts["status"], facts["invented"], facts["children"]) == ("draft", True, 2)


def test_it_counts_people_by_role_and_events_by_year(form, document):
    facts = overview(form, document)
    assert facts["people"] == {"count": 4, "by_role": {"child": 2, "parent_carer": 1, "professional": 1}}
    assert (facts["relationships"], facts["agencies"]) == (1, 1)
    assert facts["events"] == {"count": 2, "first_year": 2021, "last_year": 2024}


def test_questions_of_each_child_count_once_for_each_child(form, document):
    sections = {section["id"]: section for section in overview(form, document)["answers"]["sections"]}
    # Names: one of two children; first words: the born child only; others and events are held in the tables.
    assert (sections["who"]["given"], sections["who"]["asked"]) == (3, 6)
    assert (sections["needs"]["given"], sections["needs"]["asked"]) == (6, 12)


def test_an_answer_for_all_children_counts_for_each(form, document):
    before = overview(form, document)["answers"]["given"]
    document["answers"]["health.needs"] = "The same for both."
    assert overview(form, document)["answers"]["given"] == before + 1


def test_it_counts_what_conversion_brought_along(form, document):
    place = {"from": "r1", "field": "x", "shape": "value", "value": "Robin"}
    document["carried"] = [{**place, "class": "carried"}, {**place, "class": "needs_sorting"}]
    document["history"] = [{**place, "label": "Decision"}]
    document["provenance"] = [
        {
            "id": "r1",
            "form": "toy/earlier",
            "version": "2",
            "title": "Robin's record",
            "basis": "consent",
            "recorded": {"by": "p4", "on": "2024-11-30"},
            "fields": {},
            "placed": [],
        }
    ]
    facts = overview(form, document)
    assert (facts["carried"], facts["needs_sorting"], facts["history"]) == (1, 1, 1)
    assert facts["earlier_records"] == [{"form": "toy/earlier", "version": "2", "year": 2024}]
    assert "toy/earlier, version 2, recorded in 2024" in overview_as_text(facts, 80)


def test_nothing_in_it_is_personal(form, document):
    facts = overview(form, document)
    shown = json.dumps(facts) + overview_as_text(facts, 80)
    personal = (
        *("Wren", "Finch", "Robin", "Martin", "p1", "p4", "4711", "Hedgerow"),
        *("2018", "2026", "05-17", "Glasses", "winter", "2A", "School", "aunt"),
    )
    for words in personal:
        assert words not in shown, words


def test_there_is_no_score(form, document):
    text = overview_as_text(overview(form, document), 80)
    assert "%" not in text
    assert "score" not in text


def test_it_reads_well(form, document):
    assert overview_as_text(overview(form, document), 80) == (
        "Visit record\n"
        "toy/visit, version 1, draft, about an invented family\n"
        "\n"
        "About 2 children\n"
        "4 people: 2 children, 1 parent or carer, 1 professional\n"
        "1 relationship\n"
        "1 agency\n"
        "2 events from 2021 to 2024\n"
        "\n"
        "Answers given: 9 of 18 asked; not every one is needed\n"
        "  3 of  6  Who the children are\n"
        "  6 of 12  Needs and strengths\n"
    )


def test_an_empty_document_has_an_overview_too(form):
    blank = {"form": "toy/visit", "version": "1", "status": "draft", "people": [], "answers": {}}
    facts = overview(form, blank)
    assert facts["events"] == {"count": 0}
    assert "0 events\n" in overview_as_text(facts, 80)


@pytest.mark.parametrize("width", [30, 80])
def test_lines_keep_to_the_width(form, document, width):
    assert max(map(len, overview_as_text(overview(form, document), width).splitlines())) <= max(width, 55)
