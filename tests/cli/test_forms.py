"""`frameworks forms`, `new` and `explain`: what is installed, what it asks, and how a record begins."""

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
    """`forms show` shows what a form asks."""

    def test_shows_every_question_with_its_id_and_kind(self, run):
        text = run("forms", "show", "toy/visit").out
        assert "Date seen\n      seen_on: date; always needed; D" in text
        assert "why_not_alone: text, or attributed entries; needed when the child was not seen alone" in text

    def test_in_the_family_s_words(self, run):
        text = run("forms", "show", "toy/visit", "--plain").out
        assert text.startswith("When we met\n")
        assert "The day we met" in text
        assert "Date seen" not in text

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

    def test_as_on_paper_leaves_out_what_was_added(self, run):
        assert run("forms", "show", "toy/visit", "--as-on-paper").out == run("forms", "show", "toy/visit").out


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
