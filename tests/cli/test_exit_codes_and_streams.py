"""What every command keeps to: results on standard output, the rest on standard error, and what each exit code means."""

import json
import re

import pytest

DONE, FINDINGS, FAILED, LOSS = 0, 1, 2, 3

COMMANDS = [
    ("validate",),
    ("convert",),
    ("new",),
    ("info",),
    ("diff",),
    ("explain",),
    ("plugins",),
    ("forms", "list"),
    ("forms", "show"),
    ("forms", "compile"),
    ("schema", "write"),
    ("schema", "check"),
    ("schema", "show"),
]


@pytest.fixture
def records(save, visit, family):
    """Files for the commands below."""
    save("visit.json", visit)
    save("later.json", {**visit, "answers": {**visit["answers"], "worry": 5}})
    save("wrong.json", {**visit, "answers": {"worry": "quux"}})
    save("family.json", family)


@pytest.mark.parametrize(
    "command",
    [
        "validate visit.json",
        "convert visit.json --to toy/family --dry-run",
        "convert visit.json --to toy/family -o new.json",
        "new toy/visit",
        "info visit.json",
        "diff visit.json later.json",
        "explain STR101",
        "plugins",
        "forms list",
        "forms show toy/visit",
        "schema write",
        "schema show toy/visit",
    ],
)
@pytest.mark.usefixtures("records")
def test_what_is_done_ends_with_0_and_its_result_on_standard_output_alone(run, command):
    ran = run(*command.split())
    assert ran.code == DONE
    assert ran.out.endswith("\n")
    assert ran.err == ""


@pytest.mark.parametrize(
    ("command", "found"), [("validate wrong.json", "STR102"), ("schema check", "is missing")]
)
@pytest.mark.usefixtures("records")
def test_findings_are_a_result_and_end_with_1(run, command, found):
    ran = run(*command.split())
    assert ran.code == FINDINGS
    assert found in ran.out
    assert ran.err == ""


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("convert missing.json --to toy/family", "missing.json: there is no such file"),
        ("convert wrong.json --to toy/family", "wrong.json: this has to be mended first"),
        ("convert visit.json --to toy/famly", "did you mean 'toy/family'?"),
        ("new toy/vist", "did you mean 'toy/visit'?"),
        ("info missing.json", "missing.json: there is no such file"),
        ("info wrong.json", "wrong.json: this has to be mended first"),
        ("diff visit.json missing.json", "missing.json: there is no such file"),
        ("diff visit.json family.json", "is a toy/visit and family.json a toy/family"),
        ("explain STR999", "no check has the code STR999"),
        ("forms show toy/vist", "did you mean 'toy/visit'?"),
        ("forms compile missing.toml", "missing.toml"),
        ("schema show toy/vist", "did you mean 'toy/visit'?"),
        ("schema write --dir visit.json", "visit.json: a part of this path is a file"),
    ],
)
@pytest.mark.usefixtures("records")
def test_what_cannot_be_done_ends_with_2_and_a_sentence_on_standard_error_alone(run, command, said):
    ran = run(*command.split())
    assert ran.code == FAILED
    assert ran.err.startswith("frameworks: ")
    assert said in ran.err
    assert ran.out == ""


@pytest.mark.usefixtures("records")
def test_a_document_that_could_not_be_checked_is_a_result_too_and_ends_with_2(run):
    ran = run("validate", "missing.json", "wrong.json")
    assert ran.code == FAILED  # not 1: that there are findings elsewhere is the lesser news
    assert "missing.json: there is no such file" in ran.out
    assert "STR102" in ran.out
    assert ran.err == ""


@pytest.mark.parametrize(
    "command",
    [
        "validat visit.json",
        "validate",
        "validate visit.json --stage finished",
        "validate visit.json --fail-on nothing",
        "validate visit.json --output-format yaml",
        "convert visit.json",
        "convert visit.json --to toy/family --purpose fun",
        "convert visit.json --to toy/family --max-loss 2",
        "convert visit.json --to toy/family --max-loss nan",
        "convert visit.json --to toy/family --max-loss quarter",
        "info visit.json later.json",
        "plugins --verbose",
        "forms",
        "",
    ],
)
@pytest.mark.usefixtures("records")
def test_a_slip_in_the_command_ends_with_2_and_the_usage_on_standard_error(run, command):
    ran = run(*command.split())
    assert ran.code == FAILED
    assert ran.err.startswith("Usage: frameworks ")
    assert ran.out == ""


def test_a_misspelt_command_is_told_its_right_name(run):
    assert "Did you mean 'validate'?" in run("validat").err


@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_every_command_explains_itself_within_80_columns(run, command):
    ran = run(*command, "--help", env={"COLUMNS": "80"})
    assert ran.code == DONE
    assert ran.out.startswith("Usage: frameworks ")
    assert all(len(line) <= 80 for line in ran.out.splitlines())
    repeatable = re.compile(r"(ARGS\]|PATH|FILE|\.toml)\.\.\.")
    assert "..." not in repeatable.sub("", ran.out)  # nothing is cut off
    assert ran == run(*command, "-h", env={"COLUMNS": "80"})


def test_the_help_says_what_the_exit_codes_mean(run):
    text = " ".join(run("--help").out.split())
    assert "0 done; 1 done, with findings; 2 could not do it; 3 converted, but more lost than allowed" in text
    assert "130 interrupted" in text


def test_the_version_is_told(run):
    ran = run("--version")
    assert (ran.code, ran.err) == (DONE, "")
    assert ran.out.startswith("frameworks 0.")


@pytest.mark.parametrize(
    "command",
    [
        "validate visit.json",
        "convert visit.json --to toy/family --dry-run",
        "new toy/visit",
        "info visit.json",
        "diff visit.json later.json",
        "explain STR101",
        "plugins",
        "forms list",
        "forms show toy/visit",
        "schema write",
        "schema check",
        "schema show toy/visit",
    ],
)
@pytest.mark.usefixtures("records")
def test_every_result_can_be_had_as_json(run, command):
    ran = run(*command.split(), "--output-format", "json")
    assert isinstance(json.loads(ran.out), dict | list)
    assert ran.err == ""


@pytest.mark.parametrize("command", ["validate -", "info -", "convert - --to toy/family --dry-run"])
def test_a_dash_is_standard_input(run, visit, command):
    ran = run(*command.split(), stdin=json.dumps(visit).encode())
    assert ran.code == DONE


@pytest.mark.parametrize("command", ["validate -", "info -", "convert - --to toy/family"])
def test_faults_of_standard_input_are_told_under_that_name(run, command):
    ran = run(*command.split(), stdin=b"not json")
    assert ran.code == FAILED
    assert "standard input, line 1, column 1: " in ran.out + ran.err


def test_one_of_two_compared_documents_may_come_from_standard_input(run, save, visit):
    save("visit.json", visit)
    assert run("diff", "visit.json", "-", stdin=json.dumps(visit).encode()).out == "No differences.\n"
    ran = run("diff", "-", "-")
    assert ran.code == FAILED
    assert "only one of the two documents can come from standard input" in ran.err


def test_a_screen_too_narrow_for_a_sentence_still_gets_one(run, save, visit):
    save("visit.json", visit)
    for command in ("validate visit.json", "info visit.json", "forms show toy/visit", "plugins"):
        assert run(*command.split(), env={"COLUMNS": "1"}).code == DONE
