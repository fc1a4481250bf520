"""`frameworks blend explain`, as a user runs it."""

import pytest

NATIONAL = '[gather]\nforms = ["toy/visit"]\n\n[decide]\nlimit = 45\n'
LOCAL = """\
extends = "national.toml"
[blend]
id = "borough/record"
version = "1"
title = "Borough record"
plain_title = "Your record"
[gather.fields."toy/visit".health_needs]
required = true
[gather.fields."toy/visit".summary]
hide = true
[decide]
limit = 35
"""


@pytest.fixture
def blend(save):
    save("national.toml", NATIONAL.encode())
    return save("local.toml", LOCAL.encode())


def test_without_a_key_every_value_has_its_file_and_line(run, blend):
    ran = run("blend", "explain", blend)
    assert (ran.code, ran.err) == (0, "")
    assert "local.toml:12  limit  35; instead of 45 (national.toml:5)" in ran.out


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("health_needs", "- required: always, where the form says never  [local.toml:8]"),
        ("toy/visit#health_needs", "- required: always, where the form says never  [local.toml:8]"),
        ("toy/visit#summary", "is not asked: local.toml:10 hides it."),
        ("life", "The section life, 2 of 3"),
        ("decide.limit", "local.toml:12  35; instead of 45 (national.toml:5)"),
        ("authority.statute", "None of national.toml, local.toml says it."),
    ],
)
def test_a_key_is_a_question_a_section_or_a_key_of_the_file(run, blend, key, said):
    ran = run("blend", "explain", blend, key)
    assert (ran.code, ran.err) == (0, "")
    assert said in ran.out


def test_json_holds_the_same(run, blend):
    every = run("blend", "explain", blend, "--output-format", "json").json
    [limit] = [value for value in every["values"] if value["key"] == "decide.limit"]
    assert limit == {
        "key": "decide.limit",
        "value": 35,
        "file": "local.toml",
        "line": 12,
        "instead_of": [{"value": 45, "file": "national.toml", "line": 5}],
    }
    assert every["files"] == ["national.toml", "local.toml"]
    for key, kind in (
        ("health_needs", "question"),
        ("summary", "hidden_question"),
        ("life", "section"),
        ("decide.limit", "key"),
    ):
        [found] = run("blend", "explain", blend, key, "--output-format", "json").json["found"]
        assert found["kind"] == kind


@pytest.mark.parametrize("key", ["", "health_needs", "life", "decide"])
@pytest.mark.parametrize("columns", ["60", "88"])
def test_it_keeps_to_the_width(run, blend, key, columns):
    text = run("blend", "explain", blend, *filter(None, [key]), env={"COLUMNS": columns}).out
    assert max(map(len, text.splitlines())) <= int(columns)


def test_it_may_be_markdown_and_goes_to_a_file_only_if_there_is_none(run, blend, files):
    arguments = ("blend", "explain", blend, "--output-format", "markdown", "-o", "where.md")
    assert (run(*arguments).code, "where.md" in files()) == (0, True)
    again = run(*arguments)
    assert again.code == 2
    assert "--force" in again.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.toml",), "nowhere.toml: there is no such file"),
        (
            ("local.toml", "decide.limits"),
            "no question, section or key 'decide.limits'; did you mean 'decide.limit'?",
        ),
        (
            ("local.toml", "TOY101"),
            "; `frameworks explain TOY101` says what a rule is for, and the key rules what the blend changes",
        ),
        (("bad.toml",), "bad.toml, line 2: decide.limits: there is no key 'limits'"),
        (("not.toml",), "not.toml: this blend file is not TOML"),
        (("national.toml", "health_needs"), "the blend has to say its id"),
    ],
)
@pytest.mark.usefixtures("blend")
def test_what_cannot_be_explained_is_told_and_ends_with_2(run, save, arguments, said):
    save("bad.toml", b"[decide]\nlimits = 3\n")
    save("not.toml", b"[decide\n")
    ran = run("blend", "explain", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
