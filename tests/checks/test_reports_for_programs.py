"""JSON, JSON lines, SARIF, JUnit and GitHub annotations: each must be read back as what was found."""

import json
from xml.etree import ElementTree as ET

import pytest

from frameworks_core import __version__
from frameworks_core.checks.finding import Finding
from frameworks_core.checks.reporting import FileResult, render

MISSING = Finding(
    code="REQ101",
    severity="error",
    at="/answers/religion",
    place="Religion",
    message="this is not answered",
    why="The form asks it.",
    fix="Answer it.",
    authority="the form",
)
SEX = Finding(
    code="TOY201",
    severity="warning",
    at="/people/1/sex",
    place="People, row 2, sex",
    message="100 % odd: a sex is given,\nbefore birth",
    why="It is not known yet.",
    fix="Record U.",
    authority="D made up",
)
REMARK = Finding(
    code="TOY301",
    severity="note",
    at="",
    place="the document",
    message="it is Danutė's",
    why="So that it is noticed.",
    fix="Nothing to do.",
    authority="D made up",
)
RESULTS = [
    FileResult("good.json", "toy/visit", "1", "draft"),
    FileResult("in the folder/50%.json", "toy/visit", "1", "final", (MISSING, SEX, REMARK)),
    FileResult("gone.json", problem="gone.json: there is no such file."),
]


def test_json_holds_everything_that_was_found():
    report = json.loads(render("json", RESULTS))
    assert report["counts"] == {"error": 1, "warning": 1, "note": 1, "problems": 1}
    good, bad, gone = report["results"]
    assert good == {
        "file": "good.json",
        "form": "toy/visit",
        "version": "1",
        "status": "draft",
        "problem": None,
        "findings": [],
    }
    assert bad["findings"][0] == {
        "code": "REQ101",
        "severity": "error",
        "at": "/answers/religion",
        "place": "Religion",
        "message": "this is not answered",
        "why": "The form asks it.",
        "fix": "Answer it.",
        "authority": "the form",
    }
    assert (gone["form"], gone["problem"]) == (None, "gone.json: there is no such file.")


def test_json_lines_hold_one_finding_each_with_its_file():
    lines = [json.loads(line) for line in render("jsonl", RESULTS).splitlines()]
    assert [(line["file"], line["code"]) for line in lines] == [
        ("in the folder/50%.json", "REQ101"),
        ("in the folder/50%.json", "TOY201"),
        ("in the folder/50%.json", "TOY301"),
        ("gone.json", "IO001"),
    ]


@pytest.mark.parametrize("output_format", ["jsonl", "github"])
def test_where_nothing_was_found_lines_of_findings_are_empty(output_format):
    assert render(output_format, RESULTS[:1]) == ""


@pytest.mark.parametrize("output_format", ["json", "jsonl", "sarif", "junit"])
def test_no_code_page_can_change_what_a_program_reads(output_format):
    assert render(output_format, RESULTS).isascii()


def sarif_run(results, **options):
    log = json.loads(render("sarif", results, **options))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def test_sarif_lists_the_rules_its_results_refer_to():
    run = sarif_run(RESULTS, titles={"TOY201": "Sex before birth"})
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("frameworks", __version__)
    titles = {rule["id"]: rule["shortDescription"]["text"] for rule in driver["rules"]}
    assert titles == {
        "REQ101": "A required question is not answered",
        "TOY201": "Sex before birth",
        "TOY301": "So that it is noticed.",
        "IO001": "The file could not be checked",
    }
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_results_say_how_bad_and_where():
    missing, sex, remark, gone = sarif_run(RESULTS)["results"]
    assert [result["level"] for result in (missing, sex, remark, gone)] == [
        "error",
        "warning",
        "note",
        "error",
    ]
    assert missing["message"]["text"] == "Religion: this is not answered"
    assert missing["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "in%20the%20folder/50%25.json"}},
            "logicalLocations": [{"fullyQualifiedName": "/answers/religion"}],
        }
    ]
    assert "logicalLocations" not in remark["locations"][0], "the document as a whole has no place in it"
    assert gone["ruleId"] == "IO001"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a.json", "a.json"),
        ("./a.json", "a.json"),
        ("../old/a.json", "../old/a.json"),
        ("c:d#e?.json", "c%3Ad%23e%3F.json"),
        ("Jurgė.json", "Jurg%C4%97.json"),
        ("/srv/a b.json", "file:///srv/a%20b.json"),
        ("-", "standard%20input"),
    ],
)
def test_sarif_names_files_as_addresses(name, uri):
    (result,) = sarif_run([FileResult(name, problem="unread")])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def junit_suites(results, **options):
    root = ET.fromstring(render("junit", results, **options))  # noqa: S314  # we wrote it ourselves
    return root, list(root)


def test_junit_has_a_suite_for_each_file_and_a_case_for_each_finding():
    root, (good, bad, gone) = junit_suites(RESULTS)
    assert [suite.get("name") for suite in root] == ["good.json", "in the folder/50%.json", "gone.json"]
    assert [case.get("name") for case in good] == ["in order"]
    assert [case.get("name") for case in bad] == [
        "REQ101 Religion",
        "TOY201 People, row 2, sex",
        "TOY301 the document",
    ]
    assert gone.find("testcase/error").get("message") == "gone.json: there is no such file."
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "1", "1")


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 1), ("warning", 2), ("note", 3)])
def test_junit_counts_as_failed_what_fails_the_run(fail_on, failures):
    _, (_, bad, _) = junit_suites(RESULTS, fail_on=fail_on)
    assert bad.get("failures") == str(failures)
    assert len(bad.findall("testcase/failure")) == failures
    assert len(bad.findall("testcase/system-out")) == 3 - failures


def test_junit_survives_characters_that_xml_does_not_allow():
    name = 'a\x00\ufffe\udcff<&>".json'
    _, (suite,) = junit_suites([FileResult(name, problem="\x1b[2J \uffff & <b>")])
    assert suite.get("name") == 'a\u2039U+0000\u203a\u2039U+DCFF\u203a<&>".json'
    assert suite.find("testcase/error").get("message") == "\u2039U+001B\u203a[2J  & <b>"


def test_github_annotations_follow_the_escapes_of_workflow_commands():
    assert render("github", RESULTS) == (
        "::error file=in the folder/50%25.json,title=REQ101 Religion"
        "::this is not answered%0ATo mend: Answer it.\n"
        "::warning file=in the folder/50%25.json,title=TOY201 People%2C row 2%2C sex"
        "::100 %25 odd: a sex is given,%0Abefore birth%0ATo mend: Record U.\n"
        "::notice file=in the folder/50%25.json,title=TOY301 the document"
        "::it is Danutė's%0ATo mend: Nothing to do.\n"
        "::error file=gone.json,title=IO001 the file"
        "::gone.json: there is no such file.%0ATo mend: Do what the message says, then check again.\n"
    )


def test_a_file_name_cannot_begin_a_workflow_command_of_its_own():
    hostile = FileResult("a\n::set-env name=X::\r\n,title=b:.json", problem="no\r::stop")
    (line,) = render("github", [hostile]).splitlines()
    assert line.startswith(
        "::error file=a %3A%3Aset-env name=X%3A%3A %2Ctitle=b%3A.json,title=IO001 the file::"
    )
