"""The six formats of `frameworks validate`: each is what it claims to be, and all tell the same findings."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

FOUND = [("STR102", "/answers/health_needs"), ("STR104", "/answers/seen_on"), ("STR101", "/answers")]


@pytest.fixture
def report(run, save, visit):
    """The report, in one of the formats, on a document in order, one with three errors and one that is not there."""
    save("a.json", visit)
    changed = {"health_needs": 7, "seen_on": "2026-02-31", "helth": "Quux"}
    save("b.json", {**visit, "answers": {**visit["answers"], **changed}})

    def report_as(output_format, *more):
        ran = run("validate", "a.json", "b.json", "c.json", "--output-format", output_format, *more)
        assert (ran.code, ran.err) == (2, "")
        return ran.out

    return report_as


def test_text_is_for_people(report):
    text = report("text")
    assert "a.json\n  toy/visit, version 1, draft: in order" in text
    assert "error STR102  Health: needs: a text, or a list of attributed entries belongs here" in text
    assert "Why it matters: frameworks explain CODE, such as frameworks explain STR10" in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_json_is_one_object(report):
    given = json.loads(report("json"))
    good, bad, gone = given["results"]
    assert given["counts"] == {"error": 3, "warning": 0, "note": 0, "problems": 1}
    assert (good["file"], good["form"], good["version"], good["status"]) == (
        "a.json",
        "toy/visit",
        "1",
        "draft",
    )
    assert good["findings"] == []
    assert sorted((finding["code"], finding["at"]) for finding in bad["findings"]) == sorted(FOUND)
    assert {"severity", "place", "message", "why", "fix", "authority"} < bad["findings"][0].keys()
    assert gone["form"] is None
    assert gone["problem"].startswith("c.json: there is no such file")


def test_jsonl_is_one_object_to_a_line(report):
    lines = [json.loads(line) for line in report("jsonl").splitlines()]
    assert [line["file"] for line in lines] == ["b.json", "b.json", "b.json", "c.json"]
    assert sorted((line["code"], line["at"]) for line in lines[:3]) == sorted(FOUND)
    assert lines[3]["code"] == "IO001"


def test_sarif_is_sarif_2_1_0(report):
    log = json.loads(report("sarif"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    [sarif_run] = log["runs"]
    driver = sarif_run["tool"]["driver"]
    assert driver["name"] == "frameworks"
    for rule in driver["rules"]:
        assert {"id", "shortDescription", "fullDescription", "help"} <= rule.keys()
    for result in sarif_run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        [location] = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] in {"b.json", "c.json"}
    places = {
        (result["ruleId"], result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"])
        for result in sarif_run["results"]
        if result["ruleId"] != "IO001"
    }
    assert places == set(FOUND)


def test_junit_is_xml_with_a_suite_for_each_file(report):
    root = ET.fromstring(report("junit"))  # noqa: S314  # our own words
    assert root.tag == "testsuites"
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "3", "1")
    assert [suite.get("name") for suite in root] == ["a.json", "b.json", "c.json"]
    assert [len(suite.findall("testcase")) for suite in root] == [1, 3, 1]
    assert {case.get("classname") for case in root.iter("testcase")} == {"toy/visit", "document"}


def test_junit_fails_what_fail_on_names(run, save, visit):
    del visit["answers"]["child_words"]
    save("final.json", {**visit, "status": "final"})
    command = ("validate", "final.json", "--output-format", "junit", "--fail-on")
    for fail_on, failures in (("error", "0"), ("warning", "1")):
        root = ET.fromstring(run(*command, fail_on).out)  # noqa: S314  # our own words
        assert root.get("failures") == failures


def test_github_is_one_workflow_command_to_a_line(report):
    lines = report("github").splitlines()
    assert len(lines) == 4
    for line in lines:
        assert re.fullmatch(r"::(error|warning|notice) file=[bc]\.json,title=[^:,]+::.+", line)


def test_a_document_in_order_leaves_github_and_jsonl_nothing_to_say(run, save, visit):
    save("a.json", visit)
    for output_format in ("github", "jsonl"):
        ran = run("validate", "a.json", "--output-format", output_format)
        assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("output_format", ["json", "jsonl", "sarif", "junit"])
def test_what_programs_read_is_pure_ascii(run, save, visit, output_format):
    visit["answers"]["h\u00e4lth"] = "Quux"
    ran = run("validate", save("\u0117.json", visit), "--output-format", output_format)
    assert ran.code == 1
    assert ran.out.isascii()
