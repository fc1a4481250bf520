"""What a form asks: as JSON, as text, and all forms in one table."""

import json
import re

import pytest
from attrs import evolve

from frameworks_core.forms.listing import form_as_json, form_as_text, forms_as_json, forms_as_text


def fields(form):
    listed = form_as_json(form)
    return {field["id"]: field for section in listed["sections"] for field in section["fields"]}


def test_a_form_says_what_it_is(form):
    listed = form_as_json(form)
    sections = listed.pop("sections")
    assert listed == {
        "id": "toy/visit",
        "version": "1",
        "title": "Visit record",
        "plain_title": "Our visit to you",
        "framework": "toy",
        "about": "family",
        "basis": "consent",
        "source": "D made up for tests",
        "notes": ["Nobody uses this form."],
        "withholds": ["police", "third_party"],
        "variants": [],
    }
    assert [(section["id"], section["title"], section["plain"]) for section in sections] == [
        ("who", "Who the children are", "About you"),
        ("needs", "Needs and strengths", "What you need"),
    ]
    assert sections[0]["guidance"] == "Ask gently."
    assert "guidance" not in sections[1]


def test_a_field_says_everything_about_itself(form):
    assert fields(form)["health.needs"] == {
        "id": "health.needs",
        "label": "Health: needs",
        "plain": "What would make you feel better",
        "type": "long",
        "codes": [],
        "columns": [],
        "required": "always",
        "function": "gather",
        "about": "child",
        "slot": {"kind": "statement", "dimensions": ["health"], "sense": ["harm", "need"]},
        "source": "S2+ two sources",
        "added": False,
        "per_child": True,
        "born_only": False,
        "guidance": "What would help?",
    }


def test_what_only_some_fields_have_is_left_out_elsewhere(form):
    listed = fields(form)
    assert listed["helped_how"]["when"] == {"text": "when it helped", "field": "helped", "is": ["yes"]}
    assert (listed["hours"]["min"], listed["hours"]["whole"]) == (0, True)
    assert (listed["worry"]["min"], listed["worry"]["max"]) == (0, 10)
    assert listed["worry"]["better"] == "low"
    assert listed["from_whom"]["disclosure"] == "statutory_only"
    assert listed["seen_on"]["slot"] is None
    optional = {"when", "min", "max", "whole", "better", "disclosure", "guidance", "held"}
    assert not optional & set(listed["seen_on"])


def test_choices_and_columns_are_listed_with_both_wordings(form):
    listed = fields(form)
    assert listed["from_whom"]["codes"][0] == {"code": "1A", "label": "A parent", "plain": "Your mum or dad"}
    assert [code["code"] for code in listed["helped"]["codes"]] == ["yes", "no", "not_known"]
    assert listed["plan"]["columns"][0] == {
        "id": "what",
        "label": "What will be done",
        "plain": "What we will do",
        "type": "long",
        "codes": [],
        "required": True,
        "property": None,
    }


@pytest.mark.parametrize(
    ("field", "table"),
    [("given_names", "people"), ("others", "people"), ("services", "agencies"), ("events", "chronology")],
)
def test_a_field_of_a_core_table_says_which_table_holds_its_answer(form, field, table):
    assert fields(form)[field]["held"] == table


def test_the_json_is_json(form):
    listed = form_as_json(form)
    assert json.loads(json.dumps(listed)) == listed


def test_the_text_gives_label_id_type_need_and_evidence_of_each_question(form):
    text = form_as_text(form, 100)
    assert text.startswith("Visit record\ntoy/visit, version 1\nAbout a family; voluntary,")
    assert (
        "  Given names\n"
        "      given_names: one line of text; always needed; for each child; held in people; S2+\n" in text
    )
    assert (
        "  How it helped\n      helped_how: text, or attributed entries; needed when it helped; S2+\n" in text
    )
    assert "  Did it help\n      helped: yes, no or not known; D; added\n" in text
    assert "      hours: number of at least 0, whole; S2+\n" in text
    assert "      worry: scale from 0 to 10; the low end is the good one; S2+\n" in text
    assert "      choices: 1A = A parent; 2A = School\n" in text
    assert "      - What will be done (what): text; always needed\n" in text


def test_a_question_that_is_asked_for_several_forms_names_them(form):
    one = form.fields["hours"]
    alone, joined = (evolve(one, serves=names) for names in (("a/b#x",), ("a/b#x", "c/d#y")))
    in_it = [form_as_text(_with(form, question), 100) for question in (alone, joined)]
    assert ["asked once" in text for text in in_it] == [False, True]
    assert (
        "      hours: number of at least 0, whole; S2+\n      asked once, for a/b#x and c/d#y\n" in in_it[1]
    )


def _with(form, question):
    return evolve(form, sections=(evolve(form.sections[0], fields=(question,)),))


def test_the_family_can_read_it_in_its_own_wording(form):
    text = form_as_text(form, 100, plain=True)
    assert text.startswith("Our visit to you\n")
    assert "About you\n---------\n" in text
    assert "  Your name\n" in text
    assert "1A = Your mum or dad" in text
    assert "What we will do (what)" in text
    assert "Needs and strengths" not in text


def test_what_we_added_can_be_left_out(form):
    text = form_as_text(form, 100, without_added=True)
    assert "helped: " not in text
    assert "\n  added:" not in text


def test_the_legend_explains_the_marks_of_this_form_and_no_others(form):
    _, legend = form_as_text(form, 100).split("What the marks mean\n")
    assert re.findall(r"^  (\S[^:]*):", legend, re.MULTILINE) == [
        "S2+",
        "S",
        "K",
        "D",
        "added",
        "for each child",
        "once born",
        "held in",
        "disclosure",
        "yes, no or not known",
    ]


@pytest.mark.parametrize("width", [50, 72, 110])
def test_lines_keep_to_the_width(form, width):
    assert max(map(len, form_as_text(form, width).splitlines())) <= width


@pytest.mark.parametrize("width", [60, 72, 110])
def test_a_title_without_room_beside_stands_below(form, width):
    table = forms_as_text([form], width)
    assert max(map(len, table.splitlines())) <= width
    assert ("\n    Visit record\n" in table) == (width < 76)


def test_all_forms_stand_in_one_table(form):
    head, row = forms_as_text([form], 100).splitlines()
    assert head.split() == ["id", "version", "questions", "required", "about", "basis", "title"]
    assert row.split(maxsplit=6) == ["toy/visit", "1", "16", "4", "family", "consent", "Visit record"]
    assert row.index("family") == head.index("about")


def test_without_forms_the_table_says_so():
    assert forms_as_text([], 80) == "No form is installed.\n"


def test_all_forms_as_json_are_short(form):
    (entry,) = forms_as_json([form])
    assert (entry["id"], entry["questions"], entry["required"], entry["about"]) == (
        "toy/visit",
        16,
        4,
        "family",
    )
    assert "sections" not in entry
