"""Bad input gets a clear sentence: what is wrong, where, and how to mend it. Never a traceback, never a loss."""

import copy
import json
import re
from pathlib import Path

import pytest

# The commands that read a document, all asked for the same file.
READING = {
    "validate": "validate {}",
    "convert": "convert {} --to toy/family -o out.json",
    "info": "info {}",
    "diff, the old": "diff {} good.json",
    "diff, the new": "diff good.json {}",
}

UNREADABLE = {
    "an empty file": (b"", "this is empty"),
    "only spaces": (b" \n\t", "this is empty"),
    "not JSON": (b"Dear Quux,", "line 1, column 1: this is neither a number nor a text in quotation marks"),
    "a Word file": (b"PK\x03\x04quux", "this is a Word, Excel or ZIP file, not JSON"),
    "cut off": (b'{"form": "toy/visit", "answers": {"summary": "Quu', "it seems to be cut off"),
    "not UTF-8": (b'{"form":\n"toy/visit", "summary": "Quux \xe9"}', "line 2: this is not UTF-8 text"),
    "UTF-16": ('{"form": "quux"}'.encode("utf-16"), "this is UTF-16 text"),
    "a key twice": (
        b'{"form": "toy/visit",\n"answers": {"summary": "Quux",\n"summary": "Quux"}}',
        'line 3, column 1: the key "summary" is already in this object, in line 2; keep one of them',
    ),
    "a key twice deep inside": (
        b'{"people": [{"id": "p1"},\n{"id": "p2", "note": "Quux", "id": "p3"}]}',
        'line 2, column 30: the key "id" is already in this object, in line 2',
    ),
    "NaN": (b'{"worry": NaN}', "NaN and Infinity are not numbers in JSON"),
    "infinity": (b'{"worry": -Infinity}', "NaN and Infinity are not numbers in JSON"),
    "a number too large": (b'{"worry": 1e999}', "this number is too large to be kept"),
    "a number too long": (b'{"worry": 0.12345678901234567890}', "more digits than can be kept"),
    "lists nested thousands deep": (b"[" * 100_000, "more than 100 objects and lists lie inside one another"),
    "objects nested thousands deep": (
        b'{"quux":' * 50_000 + b"1" + b"}" * 50_000,
        "more than 100 objects and lists lie inside one another",
    ),
    "half a character": (b'{"summary": "\\ud800 quux"}', "half a character"),
    "two documents": (b'{"a": 1}\n{"b": 2}', "line 2, column 1: more text follows the end of the document"),
    "a list": (b'["quux"]', "a document is one object, in curly brackets { }, and this is a list"),
    "a text": (b'"quux"', "and this is a text"),
    "a number": (b"7", "and this is a number"),
    "null": (b"null", "and this is null"),
    "no form": (b'{"version": "1", "answers": {}}', "the document does not say its form"),
    "no version": (b'{"form": "toy/visit"}', "the document does not say its version"),
    "a form that is no text": (
        b'{"form": ["quux"], "version": "1"}',
        "the form of the document is not a text",
    ),
    "a version that is no text": (
        b'{"form": "toy/visit", "version": 1}',
        "the version of the document is not a text; put it in quotation marks",
    ),
    "an unknown form": (
        b'{"form": "toy/vist", "version": "1"}',
        "there is no form 'toy/vist'; did you mean 'toy/visit'?",
    ),
    "an unknown version": (
        b'{"form": "toy/visit", "version": "2"}',
        "the form toy/visit is here in version 1",
    ),
}


@pytest.fixture(autouse=True)
def _good(save, visit):
    save("good.json", visit)


@pytest.fixture
def refusing(monkeypatch):
    """Let a method of a path fail below the folder `closed` as if we had no permission (tests may run as root)."""

    def refuse(kind, name):
        original = getattr(kind, name)

        def method(path, *args, **kwargs):
            if "closed" in path.parts:
                raise PermissionError(13, "Permission denied", str(path))
            return original(path, *args, **kwargs)

        monkeypatch.setattr(kind, name, method)

    return refuse


def said(ran):
    """What a run wrote, with its line breaks undone."""
    return " ".join((ran.out + ran.err).split())


@pytest.mark.parametrize("command", READING.values(), ids=READING)
class TestWhatCannotBeRead:
    """Every command that reads says the same about it, ends with 2, and writes nothing."""

    def refused(self, run, command, name, sentence):
        ran = run(*(part.format(name) for part in command.split()))
        assert ran.code == 2
        assert sentence in said(ran)
        assert name in said(ran)
        assert not Path("out.json").exists()

    @pytest.mark.parametrize(("content", "sentence"), UNREADABLE.values(), ids=UNREADABLE)
    def test_is_refused(self, run, save, command, content, sentence):
        self.refused(run, command, save("bad.json", content), sentence)

    def test_a_missing_file(self, run, command):
        self.refused(run, command, "gone.json", "gone.json: there is no such file")

    def test_a_file_below_a_file(self, run, command):
        self.refused(run, command, "good.json/bad.json", "Not a directory")

    def test_a_name_that_is_too_long(self, run, command):
        self.refused(run, command, "x" * 300, "File name too long")

    def test_a_file_that_may_not_be_read(self, run, save, command, refusing):
        name = save("closed/bad.json", b"{}")
        refusing(Path, "open")
        self.refused(run, command, name, "closed/bad.json: you have no permission to read this file")

    def test_a_file_in_a_folder_that_may_not_be_entered(self, run, save, command, refusing):
        name = save("closed/bad.json", b"{}")
        refusing(Path, "open")
        refusing(Path, "stat")
        self.refused(run, command, name, "closed/bad.json: you have no permission to read this file")

    def test_a_file_of_200_megabytes(self, run, tmp_path, command):
        with (tmp_path / "bad.json").open("wb") as file:
            file.truncate(200 * 1024**2)
        self.refused(run, command, "bad.json", "bad.json: this is larger than 50 MB, the most that is read")


@pytest.mark.parametrize("command", [READING[name] for name in READING if name != "validate"])
def test_a_folder_in_the_place_of_a_document_is_refused(run, tmp_path, command):
    (tmp_path / "bad.json").mkdir()
    ran = run(*(part.format("bad.json") for part in command.split()))
    assert ran.code == 2
    assert "bad.json: this is a folder; name one file in it" in ran.err


def test_an_empty_path_is_no_folder_of_which_all_is_checked(run):
    ran = run("validate", "")
    assert ran.code == 2
    assert "no file was named" in ran.out
    assert "good.json" not in ran.out


def replaced(document, pointer, value):
    """The document with another value at a pointer."""
    *way, last = pointer.split("/")[1:]
    part = document
    for step in way:
        part = part[int(step) if isinstance(part, list) else step]
    part[int(last) if isinstance(part, list) else last] = value
    return document


# What stands where, and what is said about it: code, place and sentence.
WRONG = {
    "an unknown field": ("/answers/helth_needs", "Quux", "STR101", "did you mean 'health_needs'?"),
    "an unknown part of a row": ("/answers/actions/0/hwat", "Quux", "STR101", "did you mean 'what'?"),
    "an unknown property of a person": ("/people/0/ethncity", "WBRI", "STR101", "did you mean 'ethnicity'?"),
    "an unknown part of the document": ("/anwsers", {}, "STR101", "did you mean 'answers'?"),
    "a number for a text": ("/answers/health_needs", 7, "STR102", "Health: needs: a text, or a list of"),
    "a number for one line": ("/answers/first_language", 7, "STR102", "First language: a text belongs here"),
    "a text for a number": ("/answers/worry", "quux", "STR102", "a whole number belongs here, not a text"),
    "a fraction for a whole number": ("/answers/worry", 4.5, "STR102", "a whole number belongs here"),
    "true for yes": (
        "/answers/seen_alone",
        True,
        "STR103",
        'this is not one of the choices; write "yes", in quotes',
    ),
    "a choice that is not there": ("/answers/next_step", "hepl", "STR103", "did you mean 'help'?"),
    "null": ("/answers/summary", None, "STR102", "not nothing (null); leave the field out instead"),
    "null for a person": ("/people/1", None, "STR102", "People, row 2: "),
    "an empty text": ("/answers/summary", "", "STR105", "this is blank; leave it out until it is known"),
    "only spaces": ("/answers/summary", "  ", "STR105", "this is blank"),
    "31 February": (
        "/answers/seen_on",
        "2026-02-31",
        "STR104",
        "Date seen: this is not a day of the calendar",
    ),
    "31 February of birth": ("/people/0/dob", "2026-02-31", "STR104", "this is not a day of the calendar"),
    "a month 13": ("/chronology/0/on", "2026-13", "STR104", "Chronology, row 1: when it happened: "),
    "a day in another order": ("/answers/seen_on", "01/03/2026", "STR104", "written as YYYY-MM-DD"),
    "too large a number": ("/answers/worry", 11, "STR108", "the number must be at most 10"),
    "a number beyond all bounds": ("/answers/worry", 2**63, "STR108", "the number must be at most 10"),
    "a name for an id": ("/chronology/0/source", "Quux Quuxley", "STR102", "an id belongs here"),
    "a person nobody has": ("/recorded/by", "p77", "REF101", "this id belongs to nobody"),
    "in a row": ("/answers/actions/0/who/0", "p77", "REF101", "Actions, row 1, Who, "),
    "in an entry": (
        "/answers/health_strengths/0/source",
        "p77",
        "REF101",
        "Health: strengths, entry 1, source",
    ),
    "in the family map": ("/relationships/0/from", "p77", "REF101", "Family map, row 1: who: "),
    "in about": ("/about", ["p77"], "REF101", "Children this is about"),
    "an id twice": ("/people/1/id", "p1", "REF102", "another entry of this table has the same id"),
    "nobody in people": ("/people", [], "REF10", "nobody"),
    "people that are no list": ("/people", {"p1": "Quuxina"}, "STR102", "People: a list belongs here"),
    "people that are a text": ("/people", "Quuxina", "STR102", "People: a list belongs here, not a text"),
    "people that are texts": ("/people", ["Quuxina"], "STR102", "People, row 1: "),
    "answers that are a list": ("/answers", ["Quux"], "STR102", "Answers: a set of named parts belongs here"),
    "answers that are a text": ("/answers", "Quux", "STR102", "Answers: a set of named parts belongs here"),
    "rows that are texts": ("/answers/actions", ["Quux"], "STR102", "Actions, row 1: "),
    "an entry without text": ("/answers/health_needs", [{"source": "p2"}], "STR106", "text is missing here"),
    "a status nobody knows": ("/status", "Final", "STR103", "did you mean 'final'?"),
    "a status of many words": ("/status", "Quux is done", "STR103", "this is not one of the choices"),
    "a record that is no list": ("/history", {"a": "Quux"}, "STR102", "History: a list belongs here"),
}


class TestWhatIsWrongInADocument:
    """`validate` names the place and the fault and ends with 1; the others do not guess, and end with 2."""

    @pytest.fixture(params=WRONG.values(), ids=WRONG)
    def wrong(self, request, save, visit):
        """A document with one fault; what is said about it: its code and a sentence."""
        at, value, code, sentence = request.param
        return save("bad.json", replaced(visit, at, value)), code, sentence

    def test_is_found(self, run, wrong):
        name, code, sentence = wrong
        ran = run("validate", name)
        assert ran.code == 1
        assert re.search(f"error {code}", ran.out)
        assert sentence in said(ran)

    def test_is_not_guessed_at(self, run, wrong):
        name, code, sentence = wrong
        ran = run("info", name)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("frameworks: bad.json: this has to be mended first")
        assert code in ran.err
        assert sentence in said(ran)

    @pytest.mark.parametrize("command", [READING[name] for name in READING if name != "validate"])
    def test_is_not_guessed_at_by_any_command(self, run, save, visit, files, command):
        name = save("bad.json", replaced(visit, "/answers/worry", "quux"))
        ran = run(*(part.format(name) for part in command.split()))
        assert (ran.code, ran.out) == (2, "")
        assert "bad.json: this has to be mended first" in ran.err
        assert files() == ["bad.json", "good.json"]

    @pytest.mark.parametrize("part", ["people", "answers", "status"])
    def test_a_missing_part_is_found(self, run, save, visit, part):
        del visit[part]
        ran = run("validate", save("bad.json", visit))
        assert ran.code == 1
        assert "error STR106" in ran.out
        assert part in ran.out
        assert run("info", "bad.json").code == 2

    def test_everything_is_found_in_one_pass(self, run, save, visit):
        visit = replaced(visit, "/answers/helth_needs", "Quux")
        visit = replaced(visit, "/answers/seen_on", "2026-02-31")
        visit = replaced(visit, "/people/0/sex", "quux")
        visit = replaced(visit, "/status", None)
        ran = run("validate", save("bad.json", visit), "--output-format", "json")
        found = {finding["code"] for finding in ran.json["results"][0]["findings"]}
        assert {"STR101", "STR103", "STR104"} <= found
        assert ran.json["counts"]["error"] == 4

    def test_of_many_faults_the_others_show_the_first_and_count_the_rest(self, run, save, visit):
        visit["people"] = [{"id": f"p{number}", "roles": ["quux"]} for number in range(30)]
        ran = run("info", save("bad.json", visit))
        assert ran.err.count("STR103") == 10
        assert "and 20 more" in ran.err

    @pytest.mark.parametrize("output_format", ["text", "json", "jsonl", "sarif", "junit", "github"])
    def test_no_format_tells_a_word_of_the_record(self, run, save, visit, output_format):
        wrong = {code: (at, value) for at, value, code, _ in WRONG.values() if not at.startswith("/about")}
        names = [
            save(f"{code}.json", replaced(copy.deepcopy(visit), at, value))
            for code, (at, value) in wrong.items()
        ]
        ran = run("validate", *names, "--output-format", output_format)  # `run` looks for the words itself
        assert ran.code == 1
        assert all(code in ran.out for code in wrong)


def test_a_byte_order_mark_is_no_fault(run, save, visit):
    assert run("validate", save("bom.json", b"\xef\xbb\xbf" + json.dumps(visit).encode())).code == 0
