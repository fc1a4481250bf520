"""Faults of shape: one finding each, at its place, in the form's words, with the nearest known word and no answer's."""

import json
from copy import deepcopy

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator, FormatChecker

from frameworks_core.checks.explaining import findings_for
from frameworks_core.checks.structure import Structure
from frameworks_core.forms.schema import json_schema
from frameworks_core.model.person import RELATIONSHIPS, ROLES


@pytest.fixture(scope="module")
def structure(form):
    return Structure(form)


def told(structure, document):
    return [
        (finding.code, finding.at, finding.place, finding.message) for finding in structure.findings(document)
    ]


A_TEXT_OR_ENTRIES = "a text, or a list of attributed entries belongs here"
NO_DAY = "this is not a day of the calendar written as YYYY-MM-DD"
ONE_LINE = "one line belongs here; write it without line breaks"
NO_DATE = "this is not a day, a month or a year, written like 2024-05-17, 2024-05 or 2024"
EMPTY = "this is empty; leave it out until it is known"
BLANK = "this is blank; leave it out until it is known"
NO_ID = "an id belongs here: lower-case letters, digits and _, such as p1"

ANSWERS = [
    # another shape than the question's
    ("story", 3, "STR102", "", "What happened", f"{A_TEXT_OR_ENTRIES}, not a number"),
    ("story", None, "STR102", "", "What happened", f"{A_TEXT_OR_ENTRIES}, not nothing (null); leave the field out instead"),
    ("story", {"text": "x"}, "STR102", "", "What happened", f"{A_TEXT_OR_ENTRIES}, not a set of named parts"),
    ("story", ["x"], "STR102", "/0", "What happened, entry 1", "a set of named parts belongs here, not a text"),
    ("story", [{"text": ["x"]}], "STR102", "/0/text", "What happened, entry 1, text", "a text belongs here, not a list"),
    ("story", [{"text": "x", "source": "P 1"}], "STR102", "/0/source", "What happened, entry 1, source", NO_ID),
    ("seen_on", 20260301, "STR102", "", "Seen on", "a text belongs here, not a number"),
    ("topics", "sleep", "STR102", "", "Talked about", "a list belongs here, not a text"),
    ("lead", "Martin", "STR102", "", "Who leads", NO_ID),
    ("lead", "p4\n", "STR102", "", "Who leads", NO_ID),
    ("others", "p3", "STR102", "", "People at home", "a list belongs here, not a text"),
    ("hours", 1.5, "STR102", "", "Hours a week", "a whole number belongs here, not a number"),
    ("hours", "1", "STR102", "", "Hours a week", "a whole number belongs here, not a text"),
    ("worry", True, "STR102", "", "How worried we are", "a number belongs here, not true or false"),
    ("plan", {"what": "x"}, "STR102", "", "Agreed actions", "a list belongs here, not a set of named parts"),
    ("plan", [{"who": "p3"}], "STR102", "/0/who", "Agreed actions, row 1, Who", "a list belongs here, not a text"),
    # a choice outside the list
    ("from_whom", "3A", "STR103", "", "Who asked for the visit", "this is not one of the choices; known: 1A, 2A"),
    ("from_whom", 1, "STR103", "", "Who asked for the visit", "this is not one of the choices; known: 1A, 2A"),
    ("topics", ["food", "slep"], "STR103", "/1", "Talked about, entry 2", "this is not one of the choices; did you mean 'sleep'?"),
    ("helped", "Yes", "STR103", "", "Did it help", "this is not one of the choices; did you mean 'yes'?"),
    ("helped", True, "STR103", "", "Did it help", 'this is not one of the choices; write "yes", in quotes'),
    ("helped", False, "STR103", "", "Did it help", 'this is not one of the choices; write "no", in quotes'),
    ("from_whom", True, "STR103", "", "Who asked for the visit", "this is not one of the choices; known: 1A, 2A"),
    ("plan", [{"done": "maybe"}], "STR103", "/0/done", "Agreed actions, row 1, Done", "this is not one of the choices; known: no, not_known, yes"),
    # more than one line where one is asked for
    ("given_names", "Wren\nFinch", "STR102", "", "Given names", ONE_LINE),
    ("given_names", "Wren\u2028Finch", "STR102", "", "Given names", ONE_LINE),
    ("given_names", {"p1": "Wren\r\n"}, "STR102", "/p1", "Given names, for p1", ONE_LINE),
    ("given_names", " \n", "STR105", "", "Given names", BLANK),
    # no such day
    ("seen_on", "2026-02-31", "STR104", "", "Seen on", NO_DAY),
    ("seen_on", "1 March", "STR104", "", "Seen on", NO_DAY),
    ("seen_on", "2026-03-01\n", "STR104", "", "Seen on", NO_DAY),
    ("seen_on", "0000-01-01", "STR104", "", "Seen on", NO_DAY),
    ("story", [{"text": "x", "on": "2026-2-3"}], "STR104", "/0/on", "What happened, entry 1, on", NO_DAY),
    ("plan", [{"what": "x"}, {"by_when": "soon"}], "STR104", "/1/by_when", "Agreed actions, row 2, By when", NO_DAY),
    # a blank
    ("story", " \n", "STR105", "", "What happened", BLANK),
    ("story", [], "STR105", "", "What happened", EMPTY),
    ("story", [{"text": ""}], "STR105", "/0/text", "What happened, entry 1, text", BLANK),
    ("story", [{"text": "x", "about": []}], "STR105", "/0/about", "What happened, entry 1, about", EMPTY),
    ("topics", [], "STR105", "", "Talked about", EMPTY),
    ("plan", [{}], "STR105", "/0", "Agreed actions, row 1", EMPTY),
    # a part that is missing, and one that is not asked for
    ("story", [{"source": "p3"}], "STR106", "/0", "What happened, entry 1", "text is missing here"),
    ("story", [{"text": "x", "sorce": "p3"}], "STR101", "/0", "What happened, entry 1", "there is no 'sorce' here; did you mean 'source'?"),
    ("plan", [{"whom": ["p3"]}], "STR101", "/0", "Agreed actions, row 1", "there is no 'whom' here; did you mean 'who'?"),
    # twice the same, and too little or too much
    ("topics", ["food", "food"], "STR107", "", "Talked about", "the same entry stands here twice"),
    ("plan", [{"who": ["p3", "p3"]}], "STR107", "/0/who", "Agreed actions, row 1, Who", "the same entry stands here twice"),
    ("hours", -1, "STR108", "", "Hours a week", "the number must be at least 0"),
    ("worry", 10.5, "STR108", "", "How worried we are", "the number must be at most 10"),
    ("worry", 10**400, "STR108", "", "How worried we are", "the number must be at most 10"),
    # child by child
    ("health.needs", {"p1": " "}, "STR105", "/p1", "Health: needs, for p1", BLANK),
    ("health.needs", {"p1": 3}, "STR102", "/p1", "Health: needs, for p1", f"{A_TEXT_OR_ENTRIES}, not a number"),
    ("health.needs", {"p1": "x", "p2": []}, "STR105", "/p2", "Health: needs, for p2", EMPTY),
    ("health.needs", {"p2": [{"text": "x", "on": "May"}]}, "STR104", "/p2/0/on", "Health: needs, for p2, entry 1, on", NO_DAY),
    ("health.needs", {}, "STR105", "", "Health: needs", EMPTY),
    ("health.needs", {"P 1": "x"}, "STR102", "", "Health: needs", NO_ID),
    ("health.needs", 3, "STR102", "", "Health: needs", f"{A_TEXT_OR_ENTRIES}, not a number"),
    ("given_names", 3, "STR102", "", "Given names", "a text or a set of named parts belongs here, not a number"),
    ("story", {"p1": "x"}, "STR102", "", "What happened", f"{A_TEXT_OR_ENTRIES}, not a set of named parts"),
]  # fmt: skip


UNKNOWN = {
    "storey": "there is no 'storey' here; did you mean 'story'?",
    "xyzzy": "there is no 'xyzzy' here",
}


@pytest.mark.parametrize("field", UNKNOWN)
def test_a_field_the_form_does_not_have(structure, document, field):
    document["answers"] = {field: "x"}
    assert told(structure, document) == [("STR101", "/answers", "Answers", UNKNOWN[field])]


@pytest.mark.parametrize("case", ANSWERS, ids=lambda case: f"{case[0]}-{case[1]!r}")
def test_one_fault_is_one_finding(structure, document, case):
    field, value, code, below, place, message = case
    document["answers"] = {field: value}
    assert told(structure, document) == [(code, f"/answers/{field}{below}", place, message)]


PERSON = {"id": "p1", "roles": ["child"]}
EVENT = {"id": "e1", "on": "2024", "what": "Moved"}
TABLES = [
    ({"form": "toy/visti"}, "STR103", "/form", "Form", "this is not one of the choices; did you mean 'toy/visit'?"),
    ({"version": 1}, "STR103", "/version", "Version of the form", "this is not one of the choices; known: 1"),
    ({"status": "done"}, "STR103", "/status", "Status", "this is not one of the choices; known: draft, final"),
    ({"invented": "yes"}, "STR102", "/invented", "Whether the family is invented", "true or false belongs here, not a text"),
    ({"peple": []}, "STR101", "", "the document", "there is no 'peple' here; did you mean 'people'?"),
    ({"people": {}}, "STR102", "/people", "People", "a list belongs here, not a set of named parts"),
    ({"people": [{"id": "p1"}]}, "STR106", "/people/0", "People, row 1", "roles is missing here"),
    ({"people": [{**PERSON, "given_name": "Wren"}]}, "STR101", "/people/0", "People, row 1", "there is no 'given_name' here; did you mean 'given_names'?"),
    ({"people": [{**PERSON, "roles": ["mum"]}]}, "STR103", "/people/0/roles/0", "People, row 1: roles, entry 1", f"this is not one of the choices; known: {', '.join(sorted(ROLES))}"),
    ({"people": [PERSON, {**PERSON, "dob": "2018-02-30"}]}, "STR104", "/people/1/dob", "People, row 2: date of birth", NO_DAY),
    ({"people": [{**PERSON, "first_language": ""}]}, "STR105", "/people/0/first_language", "People, row 1: first language", BLANK),
    ({"relationships": [{"from": "p1", "to": "p2", "kind": "mum"}]}, "STR103", "/relationships/0/kind", "Family map, row 1: how related", f"this is not one of the choices; known: {', '.join(RELATIONSHIPS)}"),
    ({"agencies": [{"id": "a1", "servise": "gp"}]}, "STR101", "/agencies/0", "Agencies, row 1", "there is no 'servise' here; did you mean 'service'?"),
    ({"chronology": [{**EVENT, "on": "2024-13"}]}, "STR104", "/chronology/0/on", "Chronology, row 1: when it happened", NO_DATE),
    ({"chronology": [{**EVENT, "on": "17.5.2024"}]}, "STR104", "/chronology/0/on", "Chronology, row 1: when it happened", NO_DATE),
    ({"chronology": [{**EVENT, "on": "2024-02-30"}]}, "STR104", "/chronology/0/on", "Chronology, row 1: when it happened", NO_DATE),
    ({"chronology": [{**EVENT, "on": 2024}]}, "STR102", "/chronology/0/on", "Chronology, row 1: when it happened", "a text belongs here, not a number"),
    ({"chronology": [{**EVENT, "recorded": "2024-05"}]}, "STR104", "/chronology/0/recorded", "Chronology, row 1: when it was written down", NO_DAY),
    ({"chronology": [{"id": "e1", "on": "2024"}]}, "STR106", "/chronology/0", "Chronology, row 1", "what is missing here"),
    ({"about": []}, "STR105", "/about", "Children this is about", EMPTY),
    ({"recorded": {"by": "Martin"}}, "STR102", "/recorded/by", "Recorded: by whom", NO_ID),
    ({"answers": []}, "STR102", "/answers", "Answers", "a set of named parts belongs here, not a list"),
]  # fmt: skip


@pytest.mark.parametrize("case", TABLES, ids=lambda case: str(case[0]))
def test_one_fault_of_the_envelope_is_one_finding(structure, document, case):
    parts, *finding = case
    assert told(structure, {**document, **parts}) == [tuple(finding)]


class TestAllInOnePass:
    def test_a_document_in_order_has_none(self, structure, document):
        assert structure.findings(document) == ()

    def test_every_fault_of_every_part(self, structure, document):
        document["status"] = "done"
        document["people"][0]["sex"] = "X"
        document["answers"] |= {"seen_on": "soon", "hours": -1, "storey": "x"}
        document["answers"]["plan"] += [{"who": []}, {"done": "maybe"}]
        document["notes"] = "x"
        assert {(finding.code, finding.at) for finding in structure.findings(document)} == {
            ("STR103", "/status"),
            ("STR103", "/people/0/sex"),
            ("STR104", "/answers/seen_on"),
            ("STR108", "/answers/hours"),
            ("STR101", "/answers"),
            ("STR105", "/answers/plan/2/who"),
            ("STR103", "/answers/plan/3/done"),
            ("STR101", ""),
        }

    def test_every_fault_of_every_entry(self, structure, document):
        document["answers"] = {
            "story": [{"text": ""}, {"text": "x", "on": "May"}, {"text": "x"}, {"txt": "x"}]
        }
        assert [(finding.code, finding.at) for finding in structure.findings(document)] == [
            ("STR105", "/answers/story/0/text"),
            ("STR104", "/answers/story/1/on"),
            ("STR106", "/answers/story/3"),
            ("STR101", "/answers/story/3"),
        ]

    def test_every_fault_for_every_child(self, structure, document):
        document["answers"] = {
            "health.needs": {"p1": "", "p2": [{"text": "x", "source": "P 1"}, {"text": 3}]}
        }
        assert [(finding.code, finding.at) for finding in structure.findings(document)] == [
            ("STR105", "/answers/health.needs/p1"),
            ("STR102", "/answers/health.needs/p2/0/source"),
            ("STR102", "/answers/health.needs/p2/1/text"),
        ]

    def test_rows_in_their_order_however_many_there_are(self, structure, document):
        document["answers"]["plan"] = [{"what": " " if row in {2, 9, 10, 11} else "x"} for row in range(12)]
        rows = [finding.at.split("/")[3] for finding in structure.findings(document)]
        assert rows == ["2", "9", "10", "11"]

    def test_one_fault_that_breaks_two_keywords_is_told_once(self, structure, document):
        document["answers"]["seen_on"] = "soon"  # neither written like a date, nor a date
        assert len(structure.findings(document)) == 1

    def test_every_unknown_field(self, structure, document):
        document["answers"] |= {"storey": 1, "worri": 2}
        assert told(structure, document) == [
            ("STR101", "/answers", "Answers", "there is no 'storey' here; did you mean 'story'?"),
            ("STR101", "/answers", "Answers", "there is no 'worri' here; did you mean 'worry'?"),
        ]

    def test_nothing_is_missing_twice(self, structure, document):
        del document["form"], document["people"]
        [finding] = structure.findings(document)
        assert (finding.code, finding.at, finding.place) == ("STR106", "", "the document")
        assert finding.message == "form and people are missing here"

    def test_three_parts_that_are_missing_are_listed_as_people_do(self, structure, document):
        del document["form"], document["people"], document["status"]
        [finding] = structure.findings(document)
        assert finding.message == "form, status and people are missing here"

    def test_the_document_is_as_it_was(self, structure, document):
        document["answers"]["hours"] = -1
        before = deepcopy(document)
        structure.findings(document)
        assert document == before

    def test_the_same_each_time(self, structure, document):
        document["answers"] |= {"hours": -1, "topics": [], "seen_on": "soon"}
        assert structure.findings(document) == structure.findings(document)


class TestWhatSomebodyTyped:
    """A key may be anything, what somebody said too: a finding points at what holds it."""

    HOLDERS = ((), ("people", 0), ("answers",), ("answers", "plan", 0))

    @staticmethod
    def told_of(structure, document, path, key):
        holder = document
        for step in path:
            holder = holder[step]
        holder[key] = "x"
        [finding] = structure.findings(document)
        assert finding.code == "STR101"
        assert finding.at == "".join(f"/{step}" for step in path)
        return finding

    @pytest.mark.parametrize("key", ["Sleepy", "sleepy_head", "a.b-c"])
    @pytest.mark.parametrize("path", HOLDERS)
    def test_a_key_written_like_a_name_is_repeated(self, structure, document, path, key):
        assert repr(key) in self.told_of(structure, document, path, key).message

    @pytest.mark.parametrize(
        "key",
        ["She told the nurse", "Wren Finch", "07700 900 000", "w@x.org", "a/b~c", "\x1b[31mred", "", " "],
    )
    @pytest.mark.parametrize("path", HOLDERS)
    def test_any_other_key_is_not(self, structure, document, path, key):
        finding = self.told_of(structure, document, path, key)
        assert finding.message.startswith("one name here is not known")
        if key.strip():
            assert key not in finding.message + finding.place + finding.at

    @pytest.mark.parametrize("key", ["Given Names", "given names ", "GIVEN_NAMES"])
    def test_but_the_nearest_is_named(self, structure, document, key):
        finding = self.told_of(structure, document, ("people", 0), key)
        assert finding.message.endswith("; did you mean 'given_names'?")

    def test_a_long_key_is_shown_in_part(self, structure, document):
        finding = self.told_of(structure, document, ("answers",), "x" * 500)
        assert finding.message == f"there is no '{'x' * 40}' here"

    def test_what_stands_for_the_id_of_a_child_is_not_repeated(self, structure, document):
        document["answers"]["health.needs"] = {"Wren \x1b[31mFinch": 3}
        findings = structure.findings(document)
        assert {finding.at for finding in findings} == {"/answers/health.needs"}
        assert not any("Wren" in f.message + f.place for f in findings)


class TestWhatPythonHandsOver:
    """JSON has no NaN and no infinity; a program that builds a document in Python may."""

    @pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
    @pytest.mark.parametrize(("field", "place"), [("worry", "How worried we are"), ("hours", "Hours a week")])
    def test_is_no_number_on_a_scale_or_anywhere(self, structure, document, field, place, number):
        document["answers"][field] = float(number)
        no_number = "a number belongs here, not NaN or infinity"
        assert told(structure, document) == [("STR102", f"/answers/{field}", place, no_number)]

    def test_is_no_number_in_a_cell(self, form, document):
        plan = form.fields["plan"]
        columns = tuple(
            evolve(column, type="number", codes=()) if column.id == "done" else column
            for column in plan.columns
        )
        counted = evolve(plan, columns=columns)
        sections = [
            evolve(section, fields=tuple(counted if field is plan else field for field in section.fields))
            for section in form.sections
        ]
        document["answers"]["plan"] = [{"done": 2.5}, {"done": float("nan")}]
        [finding] = Structure(evolve(form, sections=tuple(sections))).findings(document)
        assert (finding.at, finding.place) == ("/answers/plan/1/done", "Agreed actions, row 2, Done")

    @pytest.mark.parametrize("value", [float("nan"), {"cell": float("nan")}, {"She told us": float("nan")}])
    def test_is_not_carried_either(self, structure, document, value):
        item = {"from": "r1", "field": "past", "shape": "value", "class": "carried", "value": value}
        document["carried"] = [item]
        [finding] = structure.findings(document)
        assert finding.code == "STR102"
        assert finding.at in {"/carried/0/value", "/carried/0/value/cell"}


class TestWhatStopsTheFastValidator:
    """It may only say yes: where it fails, the thorough one decides."""

    @pytest.mark.parametrize("number", [10**400, 2**64, 1e300])
    def test_a_number_too_large_for_it(self, structure, document, number):
        document["answers"]["hours"] = number
        assert structure.findings(document) == ()

    def test_half_of_a_letter(self, structure, document):
        document["answers"] = {"story": "\ud800", "seen_on": "\ud800"}
        assert [(finding.code, finding.at) for finding in structure.findings(document)] == [
            ("STR104", "/answers/seen_on")
        ]


def places(value, path=()):
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in steps:
        yield (*path, step)
        yield from places(part, (*path, step))


def with_value(document, path, value):
    spoiled = deepcopy(document)
    holder = spoiled
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return spoiled


SAID = "She told the nurse"
WRONG = [None, 3, SAID, "", [], [SAID], {"she": SAID}, [[SAID, SAID]]]


@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_it_is_what_one_run_of_jsonschema_over_the_whole_document_says(form, structure, document, value):
    whole = Draft202012Validator(json_schema(form), format_checker=FormatChecker(formats=["date"]))
    for path in places(document):
        spoiled = with_value(document, path, value)
        expected = {
            finding for error in whole.iter_errors(spoiled) for finding in findings_for(error, form, ())
        }
        findings = structure.findings(spoiled)
        assert set(findings) == expected, path
        assert len(findings) == len(expected), path
        assert SAID not in json.dumps([(finding.message, finding.place, finding.at) for finding in findings])
