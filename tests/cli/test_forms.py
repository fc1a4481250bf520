"""`frameworks forms`, `new` and `explain`: what is installed, what it asks, and how a record begins."""

import re
import shutil

import pytest

from frameworks_core.forms.loading import load_form

BROKEN_FORM_PLUGIN = """\
from pathlib import Path
from frameworks_core.host.contributions import FormFile, Framework
from frameworks_core.host.hookspecs import hookimpl

@hookimpl
def frameworks_describe():
    yield Framework(name="odd", title="Odd", kind="recording format", edition="1", source="D", rights="-",
                    api_version=1)

@hookimpl
def frameworks_gather():
    yield FormFile("odd/talk", Path(__file__).parent / "talk.toml")
"""

BLEND = """\
[blend]
id = "our_town/visit"
version = "1"
title = "Visit"
plain_title = "When we met"

[gather]
forms = ["toy/visit"]
"""


class TestList:
    """`forms list` shows every installed form in one line."""

    def test_names_every_form_with_its_version_and_title(self, run):
        lines = run("forms", "list").out.splitlines()
        assert lines[0].split()[:2] == ["id", "version"]
        assert [line.split()[:2] for line in lines[1:]] == [["toy/family", "1"], ["toy/visit", "1"]]
        assert lines[2].endswith("Visit record")

    def test_as_json(self, run):
        listed = run("forms", "list", "--output-format", "json").json
        assert [form["id"] for form in listed] == ["toy/family", "toy/visit"]
        assert {"version", "title", "plain_title", "framework", "questions", "required"} <= listed[0].keys()

    def test_without_any_says_so(self, run, site):
        site.clear()
        ran = run("forms", "list")
        assert (ran.code, ran.out) == (0, "No form is installed.\n")

    def test_one_that_cannot_be_used_does_not_hide_the_others(self, run, plugin):
        plugin("odd", BROKEN_FORM_PLUGIN, {"talk.toml": 'id = "odd/talk"\nversoin = "1"\n'})
        for output_format in ("text", "json"):
            ran = run("forms", "list", "--output-format", output_format)
            assert ran.code == 2
            assert "toy/visit" in ran.out
            assert "talk.toml: this form definition cannot be used" in ran.err


class TestShow:
    """`forms show` shows what a form asks: on one page, a section, or everything."""

    def test_shows_a_page_of_sections_with_their_numbers_of_questions(self, run):
        text = run("forms", "show", "toy/visit").out
        lines = [line.split() for line in text.splitlines()]
        assert text.startswith("Visit record\ntoy/visit, version 1\n")
        assert "14 questions in " in text
        assert ["section", "asks", "always", "sometimes", "title"] in lines
        assert ["visit", "6", "2", "1", "The", "visit"] in lines
        assert "seen_on" not in text

    def test_what_to_type_next_works(self, run, files):
        text = run("forms", "show", "toy/visit").out
        commands = re.findall(r"  frameworks (.+)", text.partition("What to type next\n")[2])
        assert len(commands) == 3
        for command in commands:
            assert run(*command.split()).code == 0
        assert files() == ["FILE.json"]

    def test_of_a_blend_what_to_type_next_names_its_file_and_works(self, run, tmp_path):
        (tmp_path / "our.toml").write_text(BLEND, encoding="utf-8")
        text = run("forms", "show", "our.toml").out
        commands = re.findall(r"  frameworks (.+)", text.partition("What to type next\n")[2])
        assert [command for command in commands if " our.toml " not in command] == []
        assert [run(*command.split()).code for command in commands] == [0, 0, 0]
        ran = run("forms", "show", "our.toml", "--section", "vist")
        assert "`frameworks forms show our.toml` lists them" in ran.err

    def test_shows_a_section_with_its_questions_alone(self, run):
        text = run("forms", "show", "toy/visit", "--section", "visit").out
        assert "Date seen\n      seen_on: date; always needed; D" in text
        assert "What the marks mean" in text
        assert "next_step" not in text

    def test_names_the_section_that_was_meant(self, run):
        ran = run("forms", "show", "toy/visit", "--section", "vist")
        assert (ran.code, ran.out) == (2, "")
        assert "toy/visit has no section 'vist'; did you mean 'visit'?" in ran.err

    def test_a_section_and_everything_is_a_contradiction(self, run):
        ran = run("forms", "show", "toy/visit", "--section", "visit", "--all")
        assert (ran.code, ran.out) == (2, "")
        assert "leave out one of --all and --section" in ran.err

    def test_all_shows_every_question_with_its_id_and_kind(self, run):
        text = run("forms", "show", "toy/visit", "--all").out
        assert "Date seen\n      seen_on: date; always needed; D" in text
        assert "why_not_alone: text, or attributed entries; needed when the child was not seen alone" in text
        assert "next_step: one choice" in text

    @pytest.mark.parametrize("how", ["--all", "--section=visit"])
    def test_in_the_family_s_words(self, run, how):
        text = run("forms", "show", "toy/visit", "--plain", how).out
        assert text.startswith("When we met\n")
        assert "The day we met" in text
        assert "Date seen" not in text

    def test_the_page_in_the_family_s_words_names_the_sections_as_they_read_them(self, run):
        text = run("forms", "show", "toy/visit", "--plain").out
        assert text.startswith("When we met\n")
        assert "The visit" not in text

    @pytest.mark.parametrize("columns", ["60", "80", "120"])
    def test_the_page_keeps_to_the_width_but_for_commands_to_be_copied(self, run, columns):
        text = run("forms", "show", "toy/visit", env={"COLUMNS": columns}).out
        page = text.partition("What to type next")[0]
        assert max(map(len, page.splitlines())) <= int(columns)

    def test_as_json_is_the_whole_definition(self, run):
        form = run("forms", "show", "toy/visit", "--output-format", "json").json
        assert {"id", "version", "title", "framework", "sections"} <= form.keys()
        fields = {field["id"]: field for section in form["sections"] for field in section["fields"]}
        assert len(fields) == 14
        assert {
            *("id", "label", "plain", "type", "codes", "columns", "required", "function", "about"),
            *("slot", "source", "added"),
        } <= fields["next_step"].keys()
        assert fields["next_step"]["codes"][1] == {
            "code": "help",
            "label": "Early help",
            "plain": "Early help",
        }
        assert [column["id"] for column in fields["actions"]["columns"]] == ["what", "who", "by", "mood"]

    def test_as_json_is_one_section_of_it_if_asked(self, run):
        shown = run("forms", "show", "toy/visit", "--section", "visit", "--output-format", "json").json
        assert [section["id"] for section in shown["sections"]] == ["visit"]

    @pytest.mark.parametrize("how", [[], ["--all"]])
    def test_as_on_paper_leaves_out_what_was_added(self, run, how):
        shown = run("forms", "show", "toy/visit", *how)
        assert run("forms", "show", "toy/visit", "--as-on-paper", *how).out == shown.out


class TestCompile:
    """`forms compile` writes the compiled form beside its definition."""

    @pytest.fixture
    def definition(self, toy_folder, tmp_path):
        shutil.copy(toy_folder / "frameworks_toy" / "forms" / "visit.toml", tmp_path)
        return tmp_path / "visit.toml"

    def test_writes_it_and_says_so(self, run, definition, files):
        ran = run("forms", "compile", "visit.toml")
        assert (ran.code, ran.out) == (0, "visit.compiled.json: written\n")
        assert files() == ["visit.compiled.json", "visit.toml"]
        assert load_form(definition).id == "toy/visit"

    def test_what_is_no_form_definition_is_refused(self, run, save, files):
        ran = run("forms", "compile", save("talk.toml", b'id = "toy/talk"\nversoin = "1"\n'))
        assert ran.code == 2
        assert "talk.toml: this form definition cannot be used:" in ran.err
        assert "did you mean 'version'?" in ran.err
        assert files() == ["talk.toml"]

    @pytest.mark.usefixtures("definition")
    def test_and_then_none_is_written(self, run, save, files):
        ran = run("forms", "compile", "visit.toml", save("talk.toml", b'id = "toy/talk"\n'))
        assert (ran.code, ran.out) == (2, "")
        assert files() == ["talk.toml", "visit.toml"]

    @pytest.mark.usefixtures("definition")
    def test_a_link_in_its_place_is_not_written_through(self, run, save, tmp_path):
        save("mine.txt", b"mine")
        (tmp_path / "visit.compiled.json").symlink_to(tmp_path / "mine.txt")
        ran = run("forms", "compile", "visit.toml")
        assert ran.code == 2
        assert "visit.compiled.json is a link or a device" in ran.err
        assert (tmp_path / "mine.txt").read_bytes() == b"mine"

    @pytest.mark.usefixtures("definition")
    def test_an_interruption_leaves_the_one_that_was_there(self, run, save, files, monkeypatch, tmp_path):
        def interrupted(*_args, **_kwargs):
            raise KeyboardInterrupt

        save("visit.compiled.json", b"mine")
        monkeypatch.setattr("os.fsync", interrupted)
        assert run("forms", "compile", "visit.toml").code == 130
        assert (tmp_path / "visit.compiled.json").read_bytes() == b"mine"
        assert files() == ["visit.compiled.json", "visit.toml"]

    @pytest.mark.usefixtures("definition")
    def test_a_compiled_form_is_public(self, run, tmp_path):
        run("forms", "compile", "visit.toml")
        assert (tmp_path / "visit.compiled.json").stat().st_mode & 0o777 == 0o644

    def test_so_are_a_folder_and_what_is_not_toml(self, run, save):
        assert "Is a directory" in run("forms", "compile", ".").err
        assert "is not valid TOML" in run("forms", "compile", save("visit.toml", b"{}")).err


class TestNew:
    """`new` starts a record."""

    def test_starts_a_blank_draft_that_is_in_order(self, run):
        ran = run("new", "toy/visit")
        assert ran.json["form"] == "toy/visit"
        assert ran.json["answers"] == {}
        assert run("validate", "-", stdin=ran.out.encode()).code == 0

    def test_in_a_file_if_asked(self, run, tmp_path):
        assert run("new", "toy/visit", "-o", "new.json").out == ""
        assert (tmp_path / "new.json").read_text() == run("new", "toy/visit").out

    def test_but_not_over_one_that_is_there(self, run, save, tmp_path):
        save("new.json", b"mine")
        ran = run("new", "toy/visit", "-o", "new.json")
        assert ran.code == 2
        assert "new.json already exists" in ran.err
        assert (tmp_path / "new.json").read_bytes() == b"mine"
        assert run("new", "toy/visit", "-o", "new.json", "--force").code == 0


class TestExplain:
    """`explain` says what a finding's code means."""

    @pytest.mark.parametrize("code", ["STR101", "str101"])
    def test_a_code_of_core(self, run, code):
        text = run("explain", code).out
        assert text.startswith("STR101  The form has no such field\nerror, checked always\n")
        for part in ("Why: ", "To mend it: ", "Authority: "):
            assert part in text

    @pytest.mark.parametrize("columns", ["40", "80"])
    def test_no_line_of_it_is_wider_than_the_terminal(self, run, columns):
        from frameworks_core.checks.codes import CORE_CODES

        for code in CORE_CODES:
            lines = run("explain", code, env={"COLUMNS": columns}).out.splitlines()
            assert max(map(len, lines)) <= int(columns)

    def test_a_code_of_a_plugin_and_its_forms(self, run):
        text = run("explain", "TOY101").out
        assert "warning, checked before a record is finished" in text
        assert "Forms: toy/visit" in text
        explained = run("explain", "TOY101", "--output-format", "json").json
        assert explained["forms"] == ["toy/visit"]
        assert {"code", "severity", "title", "why", "fix", "authority", "stage"} <= explained.keys()

    @pytest.mark.parametrize(("code", "nearest"), [("STR110", "STR1"), ("TOY110", "TOY101")])
    def test_an_unknown_code_names_the_nearest(self, run, code, nearest):
        ran = run("explain", code)
        assert ran.code == 2
        assert f"no check has the code {code}; did you mean '{nearest}" in ran.err

    def test_every_code_a_report_may_show_is_explained(self, run):
        from frameworks_core.checks.codes import CORE_CODES

        assert all(run("explain", code).code == 0 for code in CORE_CODES)

    def test_without_a_code_all_are_listed(self, run):
        from frameworks_core.checks.codes import CORE_CODES

        text = run("explain").out
        assert all(f"\n{code}  " in f"\n{text}" for code in (*CORE_CODES, "TOY101"))
        listed = run("explain", "--output-format", "json").json
        assert {"STR101", "TOY101"} <= {one["code"] for one in listed}
