"""What a terminal obeys instead of showing never reaches one raw, wherever in the input it stands.

`run` looks for it in everything that is written; here it is put wherever somebody could put it.
"""

import json

import pytest

EVIL = "\x1b[2J\x07\x9b31m\u202eevil\u2066"
SHOWN = "\u2039U+001B\u203a[2J\u2039U+0007\u203a\u2039U+009B\u203a31m\u2039U+202E\u203aevil"
FORMATS = ["text", "json", "jsonl", "sarif", "junit", "github"]


@pytest.fixture
def evil_visit(visit):
    """A record in order whose texts, names and id hold escapes."""
    answers = {**visit["answers"], "summary": f"Quux {EVIL}", "health_strengths": [{"text": f"Quux {EVIL}"}]}
    people = [{**person, "given_names": f"Quux {EVIL}"} for person in visit["people"]]
    return {**visit, "id": f"quux {EVIL}", "people": people, "answers": answers}


class TestInAnswersAndNames:
    """A record may hold them; only commands that show its words can show them."""

    @pytest.mark.parametrize("command", ["validate evil.json", "info evil.json", "diff evil.json visit.json"])
    @pytest.mark.parametrize("output_format", ["text", "json"])
    def test_reports_do_not(self, run, save, visit, evil_visit, command, output_format):
        save("visit.json", visit)
        save("evil.json", evil_visit)
        assert run(*command.split(), "--output-format", output_format, terminal=True).code == 0

    def test_a_difference_shows_them_as_marks(self, run, save, visit, evil_visit):
        command = ("diff", save("visit.json", visit), save("evil.json", evil_visit), "--show-values")
        assert f"+ Quux {SHOWN}" in run(*command, terminal=True, words=True).out

    def test_or_as_json_escapes_that_change_no_word(self, run, save, visit, evil_visit):
        command = ("diff", save("visit.json", visit), save("evil.json", evil_visit), "--show-values")
        shown = run(*command, "--output-format", "json", terminal=True, words=True).json
        assert f"Quux {EVIL}" in [entry.get("new") for entry in shown["differences"]]

    def test_a_converted_document_likewise(self, run, save, evil_visit, tmp_path):
        command = ("convert", save("evil.json", evil_visit), "--to", "toy/visit")
        shown = run(*command, terminal=True, words=True).json
        run(*command, "-o", "new.json")
        assert shown == json.loads((tmp_path / "new.json").read_bytes())
        assert EVIL in shown["people"][0]["given_names"]

    def test_ordinary_writing_in_any_script_is_left_alone(self, run, save, visit):
        words = "Quux: Danut\u0117, \u0645\u0631\u064a\u0645, \u1019\u103c, \U0001f407, na\u00efve"
        visit["answers"]["child_words"] = words
        ran = run("convert", save("visit.json", visit), "--to", "toy/family", terminal=True, words=True)
        assert words in ran.out


class TestInKeys:
    """An unknown key is named in a finding."""

    @pytest.mark.parametrize("output_format", FORMATS)
    @pytest.mark.parametrize(
        "change",
        [
            lambda visit: visit["answers"].update({EVIL: "Quux"}),
            lambda visit: visit["people"][0].update({EVIL: "Quux"}),
            lambda visit: visit["answers"]["actions"][0].update({EVIL: "Quux"}),
            lambda visit: visit.update({EVIL: "Quux"}),
            lambda visit: visit.update(status=EVIL),
        ],
        ids=["answer", "person", "row", "document", "status"],
    )
    def test_of_a_document(self, run, save, visit, change, output_format):
        change(visit)
        ran = run("validate", save("bad.json", visit), "--output-format", output_format)
        assert ran.code == 1
        assert run("info", "bad.json").code == 2

    def test_that_stand_twice(self, run, save):
        key = json.dumps(EVIL)
        ran = run("validate", save("bad.json", f"{{{key}: 1, {key}: 2}}".encode()))
        assert f'the key "{SHOWN}' in " ".join(ran.out.split())


@pytest.mark.parametrize("output_format", FORMATS)
class TestInNames:
    """A file may be called anything, and a document may name any form."""

    def test_of_files(self, run, save, visit, output_format):
        name = f"{EVIL}.json"
        assert run("validate", save(name, visit), "--output-format", output_format).code == 0
        assert run("validate", save(name, b"{"), "--output-format", output_format).code == 2

    def test_of_files_that_are_not_unicode(self, run, save, visit, output_format):
        name = b"caf\xe9.json".decode(errors="surrogateescape")
        assert run("validate", save(name, visit), "--output-format", output_format).code == 0
        assert run("validate", save(name, b"{"), "--output-format", output_format).code == 2
        assert run("validate", name + "x", "--output-format", output_format).code == 2

    def test_of_forms_and_versions(self, run, save, visit, output_format):
        for part in ("form", "version"):
            name = save("bad.json", {**visit, part: EVIL})
            assert run("validate", name, "--output-format", output_format).code == 2


@pytest.mark.parametrize(
    "command",
    [
        "validate {}",
        "convert {} --to toy/family",
        "convert visit.json --to {}",
        "convert visit.json --to toy/family -o {}/a.json",
        "convert visit.json --to toy/family -o nowhere/{}",
        "convert visit.json --to toy/family --dry-run --report nowhere/{}",
        "convert visit.json --to toy/family --child {}",
        "convert visit.json --to toy/family --purpose {}",
        "new {}",
        "info {}",
        "diff {} visit.json",
        "explain {}",
        "forms show {}",
        "forms compile {}",
        "schema show {}",
        "schema write --dir visit.json/{}",
    ],
)
def test_nor_in_what_the_user_typed(run, save, visit, command):
    save("visit.json", visit)
    assert run(*(part.format(EVIL) for part in command.split())).code == 2


@pytest.mark.parametrize("command", ["{}", "validate --{}", "plugins {}", "new toy/visit --force={}"])
def test_nor_in_slips_of_which_typer_tells(run, command):
    assert run(*(part.format("\x1b[2J\x07\x9b31m") for part in command.split())).code == 2


def test_nor_in_the_names_of_schema_files(run):
    for command in ("check", "write"):
        assert SHOWN in run("schema", command, "--dir", EVIL).out
        for output_format in ("text", "json"):
            name = b"caf\xe9".decode(errors="surrogateescape")
            run("schema", command, "--dir", name, "--output-format", output_format)


def test_nor_in_what_a_broken_plugin_says(run, plugin):
    plugin("zed", f"raise RuntimeError({EVIL!r})")
    for command in ("plugins", "plugins --output-format json", "new zed/talk"):
        ran = run(*command.split())
        assert "RuntimeError" in ran.out + ran.err


class TestInWhatEarlierRecordsLeft:
    """Labels of carried answers and history come from the document, and are shown in reports."""

    @pytest.fixture
    def converted(self, run, save, visit, tmp_path):
        run("convert", save("visit.json", visit), "--to", "toy/family", "-o", "family.json")
        return json.loads((tmp_path / "family.json").read_bytes())

    @pytest.mark.parametrize("table", ["carried", "history"])
    def test_a_report_does_not_show_them(self, run, save, converted, table):
        for item in converted[table]:
            item["field"] = EVIL
        for mark in converted["provenance"][0]["fields"].values():
            mark["label"] = EVIL
        save("family.json", converted)
        for output_format in ("text", "json"):
            command = ("convert", "family.json", "--to", "toy/visit", "--output-format", output_format)
            assert run(*command, "-o", "new.json", "--force").code == 0
            run(*command, words=True)
            run("info", "family.json", "--output-format", output_format)
