"""`frameworks validate`: which documents it checks, at which stage, and what ends with which exit code."""

import json
import os

import pytest


@pytest.fixture
def with_warning(visit):
    """A final record without the child's words, which the toy rule TOY101 warns of."""
    answers = {name: answer for name, answer in visit["answers"].items() if name != "child_words"}
    return {**visit, "status": "final", "answers": answers}


@pytest.fixture
def with_error(visit):
    """A draft with an answer that its form does not know."""
    return {**visit, "answers": {**visit["answers"], "helth_needs": "Quux"}}


def codes(ran):
    return [finding["code"] for result in ran.json["results"] for finding in result["findings"]]


def test_a_record_in_order_is_said_to_be_so(run, save, visit):
    ran = run("validate", save("visit.json", visit))
    assert "toy/visit, version 1, draft: in order" in ran.out
    assert ran.out.endswith("1 document, in order\n")


def test_the_document_says_at_which_stage_it_is_checked(run, save, visit):
    del visit["answers"]["seen_alone"]
    assert run("validate", save("draft.json", visit)).code == 0
    final = run("validate", save("final.json", {**visit, "status": "final"}))
    assert final.code == 1
    assert "error REQ101  Seen alone: this is not answered; it is always needed" in final.out


def test_or_the_user_does(run, save, visit):
    del visit["answers"]["seen_alone"]
    draft, final = save("draft.json", visit), save("final.json", {**visit, "status": "final"})
    assert run("validate", draft, "--stage", "final").code == 1
    assert run("validate", final, "--stage", "draft").code == 0


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_fail_on_says_from_which_severity_on_findings_end_with_1(run, save, with_warning, fail_on, code):
    ran = run("validate", save("final.json", with_warning), "--fail-on", fail_on, "--output-format", "json")
    assert ran.code == code
    assert codes(ran) == ["TOY101"]


@pytest.mark.parametrize("fail_on", ["error", "warning", "note"])
def test_an_error_ends_with_1_in_any_case(run, save, with_error, fail_on):
    assert run("validate", save("wrong.json", with_error), "--fail-on", fail_on).code == 1


def test_several_documents_are_checked_in_one_run_whatever_is_wrong_with_another(
    run, save, visit, with_warning, with_error
):
    save("a.json", visit)
    save("b.json", with_error)
    save("d.json", with_warning)
    ran = run("validate", "a.json", "b.json", "c.json", "d.json")
    assert ran.code == 2
    assert [line for line in ran.out.splitlines() if line.startswith(("a", "b", "c.json:", "d"))] == [
        "a.json",
        "b.json",
        "c.json: there is no such file; check the name and the folder.",
        "d.json",
    ]
    summary = (
        "4 documents: 1 in order, 2 with 1 error and 1 warning between them, 1 that could not be checked"
    )
    assert ran.out.split()[-len(summary.split()) :] == summary.split()


def test_a_document_named_twice_is_checked_once(run, save, visit):
    save("a.json", visit)
    assert len(run("validate", "a.json", "a.json", "--output-format", "json").json["results"]) == 1


class TestAFolder:
    """A folder means every .json file in and below it; nothing in it is passed over without a word."""

    def checked(self, ran):
        return [(result["file"], result["problem"]) for result in ran.json["results"]]

    def test_means_every_json_file_in_and_below_it_in_order_of_name(self, run, save, visit):
        for name in ("all/b.json", "all/a/c.JSON", "all/notes.txt", "all/a/deep/er.json", "other.json"):
            save(name, visit)
        ran = run("validate", "all", "--output-format", "json")
        assert ran.code == 0
        assert self.checked(ran) == [
            ("all/a/c.JSON", None),
            ("all/a/deep/er.json", None),
            ("all/b.json", None),
        ]

    def test_without_one_ends_with_2_and_the_others_are_still_checked(self, run, save, visit, tmp_path):
        (tmp_path / "empty").mkdir()
        ran = run("validate", "empty", save("a.json", visit), "--output-format", "json")
        assert ran.code == 2
        assert self.checked(ran) == [
            ("empty", "empty: there is no .json file in this folder"),
            ("a.json", None),
        ]

    def test_a_link_that_leads_nowhere_is_told(self, run, save, visit, tmp_path):
        save("all/a.json", visit)
        (tmp_path / "all" / "b.json").symlink_to("gone.json")
        ran = run("validate", "all", "--output-format", "json")
        assert ran.code == 2
        assert "all/b.json: there is no such file" in self.checked(ran)[1][1]

    def test_links_in_a_circle_do_not_go_round_for_ever(self, run, save, visit, tmp_path):
        save("all/below/a.json", visit)
        (tmp_path / "all" / "below" / "again").symlink_to(tmp_path / "all")
        ran = run("validate", "all", "--output-format", "json")
        assert self.checked(ran) == [("all/below/a.json", None)]

    def test_a_linked_folder_is_checked_too(self, run, save, visit, tmp_path):
        save("elsewhere/a.json", visit)
        save("all/b.json", visit)
        (tmp_path / "all" / "link").symlink_to(tmp_path / "elsewhere")
        ran = run("validate", "all", "--output-format", "json")
        assert self.checked(ran) == [("all/b.json", None), ("all/link/a.json", None)]

    def test_a_pipe_is_not_waited_for(self, run, save, visit, tmp_path):
        save("all/a.json", visit)
        os.mkfifo(tmp_path / "all" / "b.json")
        assert self.checked(run("validate", "all", "--output-format", "json")) == [("all/a.json", None)]

    def test_one_that_may_not_be_looked_into_is_told(self, run, save, visit, monkeypatch):
        save("all/a.json", visit)
        save("all/closed/b.json", visit)
        scan = os.scandir

        def refusing(path):
            if str(path).endswith("closed"):
                raise PermissionError(13, "Permission denied", str(path))
            return scan(path)

        monkeypatch.setattr(os, "scandir", refusing)
        ran = run("validate", "all", "--output-format", "json")
        assert ran.code == 2
        assert self.checked(ran) == [
            ("all/a.json", None),
            ("all/closed", "all/closed: this folder could not be looked into (Permission denied)"),
        ]


class TestTheReport:
    """With -o the report goes to a file."""

    def test_can_go_to_a_file(self, run, save, with_error, tmp_path):
        ran = run("validate", save("wrong.json", with_error), "--output-format", "json", "-o", "report.json")
        assert (ran.code, ran.out, ran.err) == (1, "", "")
        assert json.loads((tmp_path / "report.json").read_text())["counts"]["error"] == 1

    def test_is_not_written_over_a_file_without_force(self, run, save, visit, tmp_path):
        save("visit.json", visit)
        save("report.txt", b"mine")
        ran = run("validate", "visit.json", "-o", "report.txt")
        assert ran.code == 2
        assert "report.txt already exists; choose another name, or add --force to replace it" in ran.err
        assert (tmp_path / "report.txt").read_bytes() == b"mine"
        assert run("validate", "visit.json", "-o", "report.txt", "--force").code == 0
        assert "in order" in (tmp_path / "report.txt").read_text()

    def test_is_never_written_over_what_was_checked(self, run, save, visit, tmp_path):
        save("visit.json", visit)
        ran = run("validate", ".", "-o", "visit.json", "--force")
        assert ran.code == 2
        assert "visit.json is a document that is being read" in ran.err
        assert json.loads((tmp_path / "visit.json").read_bytes()) == visit

    def test_a_dash_is_standard_output(self, run, save, visit, files):
        save("visit.json", visit)
        assert run("validate", "visit.json", "-o", "-") == run("validate", "visit.json")
        assert files() == ["visit.json"]


class TestColour:
    """Colour is for terminals, and for those who want it."""

    def test_is_used_on_a_terminal_only(self, run, save, with_error):
        save("wrong.json", with_error)
        assert "\x1b[" in run("validate", "wrong.json", terminal=True).out
        assert "\x1b[" not in run("validate", "wrong.json").out

    @pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_is_not_used_where_the_environment_asks_for_none(self, run, save, with_error, env):
        assert "\x1b[" not in run("validate", save("wrong.json", with_error), terminal=True, env=env).out

    def test_an_empty_no_color_asks_for_nothing(self, run, save, with_error):
        ran = run("validate", save("wrong.json", with_error), terminal=True, env={"NO_COLOR": ""})
        assert "\x1b[" in ran.out

    def test_is_not_written_to_files(self, run, save, with_error, tmp_path):
        run("validate", save("wrong.json", with_error), "-o", "report.txt", terminal=True)
        assert "\x1b[" not in (tmp_path / "report.txt").read_text()

    @pytest.mark.parametrize("output_format", ["json", "jsonl", "sarif", "junit", "github"])
    def test_is_not_used_in_what_programs_read(self, run, save, with_error, output_format):
        ran = run("validate", save("w.json", with_error), "--output-format", output_format, terminal=True)
        assert "\x1b[" not in ran.out
