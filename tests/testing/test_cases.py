"""Rule cases are files a practitioner can write; what is wrong with one is said in a sentence."""

import pytest

from frameworks_core.testing import CaseFileError, load_cases
from frameworks_core.testing.form_faults import invalid

GOOD = """\
code = "TOY101"
form = "toy/visit"

[[fail]]
title = "Nothing"
at = ["/answers/child_words"]

[[pass]]
title = "Said"
stage = "draft"
people = [{ id = "p1", dob = 2018-05-04 }, { id = "p2", roles = ["parent_carer"] }]
relationships = [{ from = "p2", to = "p1", kind = "mother" }]
answers = { seen_on = 2026-03-02 }
"""


def cases_of(folder, text, name="TOY101.toml"):
    (folder / name).write_text(text, encoding="utf-8")
    return load_cases(folder)


def test_a_case_is_a_blank_document_with_what_matters_to_it(tmp_path, toy_registry):
    form = toy_registry.form("toy/visit")
    fails, passes = cases_of(tmp_path, GOOD)
    assert (fails.fails, fails.at, fails.title) == (True, {"/answers/child_words"}, "Nothing")
    assert fails.document(form, "final")["status"] == "final"

    document = passes.document(form, "final")
    assert not passes.fails
    assert document["status"] == "draft"
    assert document["people"] == [
        {"id": "p1", "roles": ["child"], "dob": "2018-05-04"},
        {"id": "p2", "roles": ["parent_carer"]},
    ]
    assert document["answers"] == {"seen_on": "2026-03-02"}
    assert list(invalid(form, document)) == []


def test_a_rule_of_several_forms_may_have_cases_on_each(tmp_path):
    text = GOOD.replace('title = "Said"', 'title = "Said"\nform = "toy/family"')
    assert [case.form for case in cases_of(tmp_path, text)] == ["toy/visit", "toy/family"]


def test_files_are_read_in_the_order_of_their_names(tmp_path):
    cases_of(tmp_path, GOOD.replace("TOY101", "TOY102"), "TOY102.toml")
    assert [case.code for case in cases_of(tmp_path, GOOD)] == ["TOY101", "TOY101", "TOY102", "TOY102"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('code = "TOY101"', "code = ", "is not valid TOML"),
        ('code = "TOY101"', 'code = "TOY102"', "a file is named like its rule, TOY102.toml"),
        ('code = "TOY101"', "", "code is needed, as a text"),
        ('form = "toy/visit"', "form = 1", "form is needed, as a text"),
        ("[[fail]]", "[[fails]]", "'fails' does not belong here; did you mean 'fail'?"),
        ('title = "Nothing"', "", "fail 1: title is needed, as a text"),
        ('at = ["/answers/child_words"]', "", 'fail 1 ("Nothing"): at lists the places expected'),
        ('at = ["/answers/child_words"]', "at = []", "at lists the places expected"),
        ('at = ["/answers/child_words"]', 'at = ["child_words"]', "at lists the places expected"),
        ('title = "Said"', 'title = "Said"\nat = ["/x"]', "pass 1: 'at' does not belong here"),
        (
            'stage = "draft"',
            'stage = "drafted"',
            "pass 1 ('Said'): stage is 'drafted'; did you mean 'draft'?",
        ),
        ("answers = {", "answer = {", "'answer' does not belong here; did you mean 'answers'?"),
        ("answers = { seen_on = 2026-03-02 }", "answers = []", "answers is a table of answers by field"),
        ("2026-03-02", "2026-03-02T10:00:00", "a document holds no time of day; write a date"),
        ('{ id = "p2", roles', "{ roles", "pass 1 ('Said'), people: id is needed"),
        (
            'people = [{ id = "p1", dob = 2018-05-04 }, ',
            'people = ["p1", ',
            "people: a list of tables is needed",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_name(tmp_path, old, new, said):
    with pytest.raises(CaseFileError) as caught:
        cases_of(tmp_path, GOOD.replace(old, new, 1))
    assert str(caught.value).startswith(str(tmp_path / "TOY101.toml"))
    assert said.replace('("Nothing")', "('Nothing')") in str(caught.value)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CaseFileError, match="no such folder"):
        load_cases(tmp_path / "missing")
