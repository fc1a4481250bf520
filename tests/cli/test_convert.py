"""`frameworks convert`: where document and report go, what is refused, and that nothing is half done."""

import json
import re

import pytest

PLEDGE_PLUGIN = """\
from pathlib import Path
from frameworks_core.host.contributions import FormFile, Framework
from frameworks_core.host.hookspecs import hookimpl

@hookimpl
def frameworks_describe():
    yield Framework(name="pledge", title="Pledge", kind="recording format", edition="1", source="D", rights="-",
                    api_version=1)

@hookimpl
def frameworks_gather():
    yield FormFile("pledge/talk", Path(__file__).parent / "forms" / "talk.toml")
"""

PLEDGE_FORM = """\
id = "pledge/talk"
version = "1"
title = "Talk"
plain_title = "Our talk"
about = "child"
basis = "consent"
source = "D"
withholds = ["protected_address", "third_party", "police", "adult_health", "statutory_only"]

[[sections]]
id = "consent"
title = "Agreement"
plain = "What you agree to"

[[sections.fields]]
id = "services"
label = "Agreed to share with the school"
plain = "May we tell your school?"
type = "yes_no"
function = "gather"
about = "family"
source = "D"
slot = { kind = "consent", item = "services" }

[[sections.fields]]
id = "withdrawn"
label = "Agreement withdrawn"
plain = "You changed your mind"
type = "text"
function = "gather"
about = "family"
source = "D"
slot = { kind = "consent", item = "withdrawn" }
"""


@pytest.fixture
def saved(save, visit, family):
    save("visit.json", visit)
    save("family.json", family)


@pytest.mark.usefixtures("saved")
class TestWhereThingsGo:
    """The document to -o or standard output; the report to standard output, or beside it to standard error."""

    def test_without_o_the_document_is_the_result_and_the_report_stands_beside_it(self, run, files):
        ran = run("convert", "visit.json", "--to", "toy/family", words=True)
        assert ran.code == 0
        assert ran.json["form"] == "toy/family"
        assert ran.err.startswith("toy/visit 1 to toy/family 1")
        assert files() == ["family.json", "visit.json"]

    def test_with_o_the_document_goes_to_a_file_and_the_report_is_the_result(self, run, tmp_path):
        ran = run("convert", "visit.json", "--to", "toy/family", "-o", "new.json")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("toy/visit 1 to toy/family 1")
        written = tmp_path / "new.json"
        assert json.loads(written.read_bytes())["form"] == "toy/family"
        assert written.stat().st_mode & 0o777 == 0o600  # a record is for its owner alone

    def test_the_document_is_the_same_either_way(self, run, tmp_path):
        run("convert", "visit.json", "--to", "toy/family", "-o", "new.json")
        for command in (("-o", "-"), ()):
            ran = run("convert", "visit.json", "--to", "toy/family", *command, words=True)
            assert ran.out.encode() == (tmp_path / "new.json").read_bytes()

    def test_it_is_in_order_as_a_draft(self, run):
        run("convert", "visit.json", "--to", "toy/family", "-o", "new.json")
        assert run("validate", "new.json", "--stage", "draft").code == 0

    def test_the_report_can_be_had_as_json(self, run):
        ran = run("convert", "visit.json", "--to", "toy/family", "-o", "new.json", "--output-format", "json")
        report = ran.json
        assert report["source"] == {"form": "toy/visit", "version": "1", "answers": len(report["items"])}
        assert report["target"]["form"] == "toy/family"
        assert sum(report["counts"].values()) == len(report["items"])
        assert 0 <= report["loss"] <= 1
        assert {"source", "class", "targets", "candidates", "why"} <= report["items"][0].keys()
        assert {"field", "label", "plain"} <= report["missing"][0].keys()

    def test_also_beside_the_document(self, run):
        ran = run("convert", "visit.json", "--to", "toy/family", "--output-format", "json", words=True)
        assert ran.json["form"] == "toy/family"
        assert json.loads(ran.err)["target"]["form"] == "toy/family"

    def test_or_in_a_file_as_well(self, run, tmp_path):
        command = ("convert", "visit.json", "--to", "toy/family", "--report", "report.json")
        shown = run(*command, "-o", "new.json", "--output-format", "json").json
        assert json.loads((tmp_path / "report.json").read_text()) == shown

    def test_a_dry_run_writes_no_document(self, run, files, tmp_path):
        ran = run("convert", "visit.json", "--to", "toy/family", "--dry-run", "-o", "new.json")
        assert ran.code == 0
        assert ran.out.startswith("toy/visit 1 to toy/family 1")
        run("convert", "family.json", "--to", "toy/visit", "--dry-run", "-o", "children/")
        assert files() == ["family.json", "visit.json"]
        assert not (tmp_path / "children").exists()

    def test_the_source_is_left_as_it_was(self, run, tmp_path):
        before = (tmp_path / "visit.json").read_bytes()
        run("convert", "visit.json", "--to", "toy/family", words=True)
        assert (tmp_path / "visit.json").read_bytes() == before


@pytest.mark.usefixtures("saved")
class TestRefusals:
    """What would lose something is refused, before anything is written."""

    def refused(self, ran):
        assert ran.code == 2
        assert ran.out == ""
        return ran.err

    def test_an_existing_file_is_not_replaced_without_force(self, run, save, tmp_path):
        save("new.json", b"mine")
        command = ("convert", "visit.json", "--to", "toy/family", "-o", "new.json")
        assert "new.json already exists; choose another name, or add --force" in self.refused(run(*command))
        assert (tmp_path / "new.json").read_bytes() == b"mine"
        assert run(*command, "--force").code == 0
        assert json.loads((tmp_path / "new.json").read_bytes())["form"] == "toy/family"

    @pytest.mark.parametrize("name", ["visit.json", "./visit.json", "link.json"])
    def test_the_source_is_not_replaced_even_with_force(self, run, tmp_path, visit, name):
        (tmp_path / "link.json").hardlink_to(tmp_path / "visit.json")
        ran = run("convert", "visit.json", "--to", "toy/family", "-o", name, "--force")
        assert "is a document that is being read" in self.refused(ran)
        ran = run("convert", "visit.json", "--to", "toy/family", "--dry-run", "--report", name, "--force")
        assert "is a document that is being read" in self.refused(ran)
        assert json.loads((tmp_path / "visit.json").read_bytes()) == visit

    def test_nor_in_its_folder_by_its_name(self, run, save, visit, tmp_path):
        save("p1.json", visit)
        ran = run("convert", "p1.json", "--to", "toy/visit", "-o", ".", "--force")
        assert "p1.json is a document that is being read" in self.refused(ran)
        assert json.loads((tmp_path / "p1.json").read_bytes()) == visit

    def test_if_the_report_cannot_be_written_the_document_is_not_either(self, run, save, files):
        save("report.json", b"mine")
        command = ("convert", "visit.json", "--to", "toy/family", "-o", "new.json", "--report")
        assert "report.json already exists" in self.refused(run(*command, "report.json"))
        assert "its folder does not exist" in self.refused(run(*command, "nowhere/report.json"))
        assert files() == ["family.json", "report.json", "visit.json"]

    @pytest.mark.parametrize("report", ["-", "new.json"])
    def test_the_report_needs_a_file_of_its_own(self, run, report):
        ran = run("convert", "visit.json", "--to", "toy/family", "-o", "new.json", "--report", report)
        assert "--report needs the name of a file of its own" in self.refused(ran)

    @pytest.mark.parametrize(
        ("output", "said"),
        [
            ("", "-o names no file"),
            ("nowhere/new.json", "its folder does not exist"),
            ("visit.json/", "a part of this path is a file, not a folder"),
            ("visit.json/new.json", "a part of its path is a file, not a folder"),
            ("x" * 300, "its name is too long"),
            ("x" * 300 + "/", "File name too long"),
            ("/dev/null", "is a link or a device, which is never replaced"),
        ],
    )
    def test_what_is_no_place_for_a_file_is_told(self, run, output, said, files):
        ran = run("convert", "visit.json", "--to", "toy/family", "-o", output, "--force")
        assert said in self.refused(ran)
        assert files() == ["family.json", "visit.json"]

    def test_a_link_is_neither_followed_nor_replaced(self, run, save, tmp_path):
        save("other.json", b"mine")
        (tmp_path / "link.json").symlink_to("other.json")
        for force in ((), ("--force",)):
            self.refused(run("convert", "visit.json", "--to", "toy/family", "-o", "link.json", *force))
        assert (tmp_path / "other.json").read_bytes() == b"mine"

    def test_a_child_that_the_document_is_not_about(self, run):
        ran = run("convert", "family.json", "--to", "toy/visit", "--child", "p2")
        assert "the document is not about p2; it is about p1, p3" in self.refused(ran)

    def test_several_children_without_a_word_about_which(self, run):
        ran = run("convert", "family.json", "--to", "toy/visit")
        assert "name one with --child (p1, p3), or give a folder with -o" in self.refused(ran)

    def test_a_document_that_could_only_be_guessed_at(self, run, save, visit):
        visit["answers"]["seen_on"] = "2026-02-31"
        visit["answers"]["helth_needs"] = "Quux"
        error = self.refused(run("convert", save("wrong.json", visit), "--to", "toy/family"))
        assert "wrong.json: this has to be mended first (`frameworks validate` says more):" in error
        assert "STR104 Date seen: " in error
        assert "did you mean 'health_needs'?" in error


class TestAFamily:
    """A record about several children becomes one record for each."""

    @pytest.fixture(autouse=True)
    def _saved(self, saved):
        """The records, on disk."""

    def test_becomes_one_document_per_child_in_a_folder_that_is_made(self, run, tmp_path, files):
        ran = run("convert", "family.json", "--to", "toy/visit", "-o", "children/")
        assert ran.code == 0
        assert files() == ["children/p1.json", "children/p3.json", "family.json", "visit.json"]
        for child in ("p1", "p3"):
            assert json.loads((tmp_path / "children" / f"{child}.json").read_bytes())["about"] == [child]
            assert f"about {child}" in ran.out

    def test_or_in_one_that_is_there(self, run, tmp_path, files):
        (tmp_path / "children").mkdir()
        run("convert", "family.json", "--to", "toy/visit", "-o", "children")
        assert "children/p3.json" in files()

    def test_if_one_of_them_exists_none_is_written(self, run, save, tmp_path, files):
        save("children/p3.json", b"mine")
        command = ("convert", "family.json", "--to", "toy/visit", "-o", "children")
        ran = run(*command)
        assert ran.code == 2
        assert "children/p3.json already exists" in ran.err
        assert files() == ["children/p3.json", "family.json", "visit.json"]
        assert (tmp_path / "children" / "p3.json").read_bytes() == b"mine"
        assert run(*command, "--force").code == 0
        assert json.loads((tmp_path / "children" / "p3.json").read_bytes())["about"] == ["p3"]

    def test_their_reports_are_shown_in_brief_and_how_to_see_the_rest_is_said(self, run, tmp_path):
        command = ("convert", "family.json", "--to", "toy/visit", "--dry-run", "-o", "children/")
        brief, full = run(*command), run(*command, "--full")
        assert "toy/family 1 to toy/visit 1 about p1" in brief.out
        assert "toy/family 1 to toy/visit 1 about p3" in brief.out
        assert brief.out.endswith("add --full, or --report FILE for all of it as JSON.\n")
        assert "--full" not in full.out
        assert ("Date seen" in brief.out, "Date seen" in full.out) == (False, True)
        counts = [re.findall(r"^ {2,}(\d+)  ", ran.out, re.MULTILINE) for ran in (brief, full)]
        assert counts[0] == counts[1] != []
        run(*command, "--report", "report.json")
        reports = json.loads((tmp_path / "report.json").read_bytes())["reports"]
        assert [report["target"]["child"] for report in reports] == ["p1", "p3"]

    def test_one_child_s_report_is_always_full(self, run):
        command = ("convert", "family.json", "--to", "toy/visit", "--child", "p1", "-o", "p1.json")
        shown = run(*command, "--dry-run").out
        assert shown == run(*command, "--dry-run", "--full").out
        assert "--full" not in shown

    def test_the_reports_of_all_children_are_one_json_value(self, run):
        ran = run("convert", "family.json", "--to", "toy/visit", "-o", "children/", "--output-format", "json")
        assert [report["target"]["child"] for report in ran.json["reports"]] == ["p1", "p3"]

    def test_or_one_child_is_asked_for(self, run, files):
        command = ("convert", "family.json", "--to", "toy/visit", "--child", "p3")
        assert run(*command, words=True).json["about"] == ["p3"]
        run(*command, "-o", "bert.json")
        run(*command, "-o", "children/")
        assert files() == ["bert.json", "children/p3.json", "family.json", "visit.json"]

    def test_a_record_about_a_family_stays_one_document(self, run, files):
        run("convert", "visit.json", "--to", "toy/family", "-o", "new/")
        assert files() == ["family.json", "new/family.json", "visit.json"]


class TestLoss:
    """More loss than allowed ends with 3; what was converted is written all the same."""

    @pytest.fixture(autouse=True)
    def _saved(self, saved):
        """The records, on disk."""

    def test_above_max_loss_ends_with_3_and_the_document_is_written(self, run, tmp_path):
        ran = run("convert", "visit.json", "--to", "toy/family", "-o", "new.json", "--max-loss", "0")
        assert ran.code == 3
        assert ran.out.startswith("toy/visit 1 to toy/family 1")
        assert "is above --max-loss 0" in ran.err
        assert json.loads((tmp_path / "new.json").read_bytes())["form"] == "toy/family"

    def test_within_it_ends_with_0(self, run):
        command = ("convert", "visit.json", "--to", "toy/family", "--dry-run")
        loss = run(*command, "--output-format", "json").json["loss"]
        assert loss > 0
        assert run(*command, "--max-loss", loss).code == 0
        assert run(*command, "--max-loss", loss / 2).code == 3
        assert run(*command).code == 0

    def test_the_worst_of_several_children_counts(self, run):
        command = ("convert", "family.json", "--to", "toy/visit", "-o", "children/", "--dry-run")
        losses = [report["loss"] for report in run(*command, "--output-format", "json").json["reports"]]
        assert run(*command, "--max-loss", max(losses)).code == 0
        assert run(*command, "--max-loss", max(losses) - 0.01).code == 3


class TestSharing:
    """A copy of a voluntary record is made only where the family has agreed to it."""

    @pytest.fixture
    def share(self, run, save, visit, plugin):
        plugin("pledge", PLEDGE_PLUGIN, {"forms/talk.toml": PLEDGE_FORM})

        def share(**answers):
            save("talk.json", {**visit, "form": "pledge/talk", "answers": answers})
            return run("convert", "talk.json", "--to", "toy/family", "--purpose", "share", "-o", "copy.json")

        return share

    def test_with_agreement_it_is_made(self, share, files):
        assert share(services="yes").code == 0
        assert "copy.json" in files()

    def test_without_agreement_it_is_refused(self, share, files):
        ran = share()
        assert (ran.code, ran.out) == (2, "")
        assert "the record holds no agreement to share with any service" in ran.err
        assert "copy.json" not in files()

    def test_once_agreement_is_withdrawn_it_is_refused(self, share, files):
        ran = share(services="yes", withdrawn="all of it")
        assert (ran.code, ran.out) == (2, "")
        assert "the family has withdrawn its agreement" in ran.err
        assert "copy.json" not in files()

    def test_for_the_record_no_agreement_is_needed(self, run, save, visit, plugin):
        plugin("pledge", PLEDGE_PLUGIN, {"forms/talk.toml": PLEDGE_FORM})
        save("talk.json", {**visit, "form": "pledge/talk", "answers": {}})
        ran = run("convert", "talk.json", "--to", "toy/family", "--purpose", "record", "-o", "copy.json")
        assert ran.code == 0

    @pytest.mark.usefixtures("saved")
    def test_a_record_made_under_a_duty_does_not_rest_on_agreement(self, run):
        ran = run("convert", "family.json", "--to", "toy/family", "--purpose", "share", "-o", "copy.json")
        assert ran.code == 0
