"""The JSON Schema of a form accepts every shape an answer may have, and nothing else."""

import json
from copy import deepcopy
from functools import cache

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.schema import DIALECT, answer_schema, json_schema
from frameworks_core.testing import unsafe_parts
from frameworks_core.testing.strategies import documents

FORMS = ("toy/visit", "toy/family")


@cache
def exact(form):
    return Draft202012Validator(json_schema(form), format_checker=FormatChecker(formats=["date"]))


@cache
def fast(form):
    return jsonschema_rs.Draft202012Validator(json_schema(form), validate_formats=True)


def fast_says_yes(form, document):
    try:
        return fast(form).is_valid(document)
    except Exception:  # noqa: BLE001  # a validator that fails has not said yes
        return False


def accepts(form, document):
    """What the thorough validator says, which the fast one never goes beyond."""
    said = exact(form).is_valid(document)
    assert said or not fast_says_yes(form, document)
    return said


@pytest.fixture(params=FORMS)
def form(request, toy_registry):
    return toy_registry.form(request.param)


@pytest.fixture
def visit(toy_registry):
    return toy_registry.form("toy/visit")


@pytest.fixture
def family(toy_registry):
    return toy_registry.form("toy/family")


def record(form, **answers):
    return {
        **blank_document(form),
        "answers": {name.replace("__", "."): value for name, value in answers.items()},
    }


class TestTheSchemaItself:
    def test_it_is_a_schema_of_2020_12(self, form):
        schema = json_schema(form)
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == DIALECT
        assert form.id in schema["$id"]
        assert form.version in schema["$id"]

    def test_it_means_the_same_to_every_validator(self, form):
        assert list(unsafe_parts(json_schema(form))) == []

    def test_it_is_plain_json_in_the_same_order_each_time(self, form):
        assert json.dumps(json_schema(form), allow_nan=False) == json.dumps(json_schema(form))

    def test_every_question_is_titled_in_the_form_s_words(self, form):
        answers = json_schema(form)["properties"]["answers"]["properties"]
        assert list(answers) == list(form.fields)
        shown = [(schema["title"], schema["description"]) for schema in answers.values()]
        assert shown == [(field.label, field.plain) for field in form]

    def test_asking_for_it_twice_gives_schemas_that_do_not_share_answers(self, visit):
        json_schema(visit)["properties"]["answers"]["properties"].clear()
        assert json_schema(visit)["properties"]["answers"]["properties"]


ENTRY = {
    "text": "I like my room.",
    "source": "p1",
    "on": "2026-02-28",
    "basis": "reported",
    "about": ["p1"],
    "disclosure": "third_party",
    "may_share_with": ["a1"],
    "heading": "Home",
}

BREAKS = [f"one{end}two" for end in "\n\r\v\f\x85\u2028\u2029"] + ["one\r\ntwo", "one\n", "\none"]
"""A text of more than one line, by whatever ends a line somewhere."""

VISIT_ACCEPTS = {
    "seen_on": ["2026-03-02", "2024-02-29", "1899-12-31"],
    "first_language": ["Polish", "\u202eright to left", " spaces around "],
    "seen_alone": ["yes", "no", "not_known"],
    "child_words": ["No.", [{"text": "No."}], [ENTRY, {"text": "Yes."}], [{"text": "No."}, {"text": "No."}]],
    "worry": [0, 10, 7, 7.0],
    "next_step": ["nothing", "help", "assess"],
    "actions": [
        [{"what": "Eye test", "who": ["p1", "a1"], "by": "2026-04-01", "mood": "hopeful"}],
        [{"mood": "tired"}, {"mood": "tired"}],
        [{"what": "Call", "disclosure": "police"}],
        [{"disclosure": "open"}],
    ],
}
VISIT_REFUSES = {
    "seen_on": [
        *("2026-02-31", "2026-02-29", "2026-13-01", "2026-00-01", "0000-01-01", "2026-3-2", "20260302", "2026-W10-1"),
        *("2026-03-02\n", " 2026-03-02", "2026-03-02T00:00:00", "\u0662\u0660\u0662\u0666-\u0660\u0663-\u0660\u0662", "today", "", None, 20260302, ["2026-03-02"]),
    ],
    "first_language": [*("", " ", "\n", "\t \r\n"), *BREAKS, None, 3, True, ["Polish"], {"text": "Polish"}],
    "seen_alone": ["Yes", "yes ", "maybe", "", None, True, ["yes"]],
    "child_words": [
        *("", " ", None, 3, True, [], {}, {"text": "No."}, ["No."], [[]], [None]),
        *([{}], [{"text": ""}], [{"text": 3}], [{"source": "p1"}], [{"text": "No.", "who": "p1"}]),
        *([{"text": "No.", "on": "2026-02-31"}], [{"text": "No.", "basis": "guessed"}], [{"text": "No.", "about": []}]),
        *([{"text": "No.", "about": "p1"}], [{"text": "No.", "about": ["p1", "p1"]}], [{"text": "No.", "source": None}]),
        *([{"text": "No.", "disclosure": "secret"}], [{"text": "No.", "source": "p1\n"}], [{"text": "No."}, "No."]),
    ],
    "worry": [-1, 11, 7.5, 10**400, -(10**400), float("inf"), True, "7", None, [7], {}],
    "next_step": ["No further help", "", None, 0, ["help"]],
    "actions": [
        *([], [{}], {}, "Eye test", None, [None], ["Eye test"], [[]]),
        *([{"what": ""}], [{"what": None}], [{"what": [ENTRY]}], [{"who": "p1"}], [{"who": []}], [{"who": ["p1", "p1"]}]),
        *([{"who": ["P1"]}], [{"who": ["p1 "]}], [{"by": "soon"}], [{"by": "2026-02-31"}], [{"cost": 3}]),
        *([{"what": "Call", "disclosure": "secret"}], [{"what": "Call"}, {}]),
    ],
}  # fmt: skip

FAMILY_ACCEPTS = {
    "child__health": ["Well.", [ENTRY], {"p1": "Well."}, {"p1": [ENTRY], "p2": "Asthma."}],
    "child__visits": [
        [{"on": "2026-03-02", "alone": "yes", "room": "own"}],
        {"p1": [{"on": "2026-03-02"}], "p2": [{"room": "other"}]},
    ],
    "child__help": [["talk"], ["talk", "play", "school"], {"p1": ["play"]}],
    "bedrooms": [0, 3, 3.0, 10**400],
    "household": [["p1"], ["p2", "a1", "p1"]],
    "author": ["p9", "a_long_id_2"],
    "actions": [[{"cost": 12.5}], [{"cost": -3, "who": ["p1"]}]],
}
FAMILY_REFUSES = {
    "child__health": [
        *({}, {"p1": ""}, {"p1": None}, {"p1": []}, {"p1": {"p1": "Well."}}, {"": "Well."}, {"P1": "Well."}, {"p1\n": "Well."}),
        *({"p1": "Well.", "p2": 3}, 3, None, []),
    ],
    "child__visits": [[], {}, {"p1": []}, {"p1": {"on": "2026-03-02"}}, [{"room": "kitchen"}], {"p1": [{}]}],
    "child__help": [[], ["talk", "talk"], ["talking"], "talk", {"p1": "talk"}, {"p1": []}, [None], [["talk"]]],
    "bedrooms": [-1, 2.5, "3", True, float("inf"), {"p1": 3}],
    "household": [[], "p1", ["p1", "p1"], ["p1", ""], [1], {"p1": ["p1"]}],
    "author": ["", "p 9", "P9", "9p", "p9\n", ["p9"], None, {"id": "p9"}],
    "actions": [[{"cost": "12.5"}], [{"cost": True}], [{"action": ["x"]}], {"p1": [{"cost": 1}]}],
}  # fmt: skip


def each(table):
    return [
        pytest.param(name, value, id=f"{name}-{number}")
        for name in table
        for number, value in enumerate(table[name])
    ]


class TestAnswers:
    @pytest.mark.parametrize(("field", "value"), each(VISIT_ACCEPTS))
    def test_a_shape_the_question_asks_for(self, visit, field, value):
        assert accepts(visit, record(visit, **{field: value}))

    @pytest.mark.parametrize(("field", "value"), each(VISIT_REFUSES))
    def test_a_shape_it_does_not(self, visit, field, value):
        assert not accepts(visit, record(visit, **{field: value}))

    @pytest.mark.parametrize(("field", "value"), each(FAMILY_ACCEPTS))
    def test_a_shape_a_question_about_each_child_asks_for(self, family, field, value):
        assert accepts(family, record(family, **{field: value}))

    @pytest.mark.parametrize(("field", "value"), each(FAMILY_REFUSES))
    def test_a_shape_not_even_a_question_about_each_child_asks_for(self, family, field, value):
        assert not accepts(family, record(family, **{field: value}))

    def test_child_by_child_only_where_the_form_asks_so(self, visit):
        assert not accepts(visit, record(visit, child_words={"p1": "No."}))

    def test_a_question_the_form_does_not_ask(self, visit):
        assert not accepts(visit, record(visit, child_word="No."))

    def test_a_column_may_have_several_codes(self, small, form_of):
        schema = answer_schema(form_of(small).fields["actions"])["items"]["properties"]["done"]
        validator = Draft202012Validator(schema)
        assert validator.is_valid(["part", "all"])
        assert not any(map(validator.is_valid, (["part", "part"], [], "part", ["half"])))


PERSON = {"id": "p2", "roles": ["parent_carer"]}
EVENT = {"id": "e1", "on": "2024", "what": "Moved."}
ENVELOPE_ACCEPTS = [
    {"status": "final", "id": "record 7", "invented": True, "recorded": {"by": "p1", "on": "2026-03-02"}, "about": ["p1"]},
    {"recorded": {}},
    {"people": []},
    {"people": [{**PERSON, "dob": "1990-01-01", "sex": "F", "disability_codes": ["VIS"], "address": "1 Road\nTown"}]},
    {"relationships": [{"from": "p1", "to": "p2", "kind": "sibling", "since": "2019", "until": "2020-05"}]},
    {"agencies": [{"id": "a1"}, {"id": "a2", "service": "police", "since": "2020", "works_with": ["p1"], "disclosure": "open"}]},
    {"chronology": [EVENT, {**EVENT, "on": "2024-05"}, {**EVENT, "on": "2024-05-17", "precision": "exact", "positive": "yes"}]},
]  # fmt: skip
ENVELOPE_REFUSES = [
    *({"form": "toy/other"}, {"version": "2"}, {"version": 1}, {"status": "finished"}, {"id": ""}, {"invented": "yes"}, {"note": "x"}),
    *({"people": None}, {"people": {}}, {"people": ["p1"]}, {"people": [{"id": "p2"}]}, {"people": [{"roles": ["child"]}]}),
    *({"people": [{**PERSON, "roles": []}]}, {"people": [{**PERSON, "roles": ["mum"]}]}, {"people": [{**PERSON, "id": "P2"}]}),
    *({"people": [{**PERSON, "roles": ["child", "child"]}]}, {"people": [{**PERSON, "dob": "1990-02-30"}]}),
    *({"people": [{**PERSON, "dob": "1990"}]}, {"people": [{**PERSON, "sex": "X"}]}, {"people": [{**PERSON, "phone": 1234}]}),
    *({"people": [{**PERSON, "ethnicity": "Martian"}]}, {"people": [{**PERSON, "name": "Wren"}]}, {"people": [{**PERSON, "note": " "}]}),
    *({"people": [{**PERSON, "address_protected": True}]}, {"people": [{**PERSON, "id": "p2\n"}]}),
    *({"about": []}, {"about": "p1"}, {"about": ["p1", "p1"]}, {"recorded": {"by": ["p1"]}}, {"recorded": {"when": "2026"}}),
    *({"relationships": [{"from": "p1", "to": "p2"}]}, {"relationships": [{"from": "p1", "to": "p2", "kind": "nan"}]}),
    *({"agencies": [{"name": "School"}]}, {"agencies": [{"id": "a1", "service": "shop"}]}),
    *({"chronology": [{"id": "e1", "what": "Moved."}]}, {"chronology": [{**EVENT, "on": "24"}]}, {"chronology": [{**EVENT, "on": 2024}]}),
    *({"chronology": [{**EVENT, "on": "2024-13"}]}, {"chronology": [{**EVENT, "on": "2024-02-30"}]}, {"chronology": [{**EVENT, "on": "0000"}]}),
    *({"chronology": [{**EVENT, "on": "2024\n"}]}, {"chronology": [{**EVENT, "on": "2024-05\n"}]}, {"chronology": [{**EVENT, "what": ""}]}),
    *({"carried": [{"field": "x"}]}, {"history": [{}]}, {"provenance": [{"id": "r1"}]}),
]  # fmt: skip


class TestTheEnvelope:
    def test_a_blank_document(self, form):
        assert accepts(form, blank_document(form))

    @pytest.mark.parametrize("parts", ENVELOPE_ACCEPTS, ids=str)
    def test_parts_every_document_may_have(self, form, parts):
        assert accepts(form, {**blank_document(form), **parts})

    @pytest.mark.parametrize("parts", ENVELOPE_REFUSES, ids=str)
    def test_parts_no_document_has(self, visit, parts):
        assert not accepts(visit, {**blank_document(visit), **parts})

    @pytest.mark.parametrize("name", ["form", "version", "status", "people", "answers"])
    def test_parts_no_document_may_lack(self, visit, name):
        document = blank_document(visit)
        del document[name]
        assert not accepts(visit, document)

    @pytest.mark.parametrize(
        "name", ["relationships", "agencies", "chronology", "carried", "history", "provenance"]
    )
    def test_a_table_may_be_left_out_but_is_never_null(self, visit, name):
        document = blank_document(visit)
        del document[name]
        assert accepts(visit, document)
        assert not accepts(visit, {**document, name: None})

    @pytest.mark.parametrize("document", [None, [], "toy/visit", 3, {}])
    def test_what_is_no_document_at_all(self, visit, document):
        assert not accepts(visit, document)


JUNK = [
    *(None, True, False, 0, -1, 0.5, 1e308, float("inf"), 10**400, -(10**400), 2**63, 1.0),
    *("", " ", "\n", "p1", "p1\n", "yes", "2026-02-31", "2026-02-28\n", "0000-01-01", "\u0662\u0660\u0662\u0666-\u0660\u0663-\u0660\u0661", "\ud800", "a\ud800"),
    *([], [[]], [None], ["p1", "p1"], {}, {"": ""}, {"p1": {}}, {"text": "x", "text\n": "y"}),
]  # fmt: skip


def places(value, path=()):
    """The path of every value inside a document."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in steps:
        yield (*path, step)
        yield from places(part, (*path, step))


@st.composite
def spoiled(draw, form):
    """A document of the form in which one to three values are not as they should be, or only look so."""
    document = deepcopy(draw(documents(form)))
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(list(places(document))))
        holder = document
        for step in path:
            holder = holder[step]
        value = holder[last]
        ways = [("junk", junk) for junk in JUNK]
        if isinstance(value, str):
            ways += [("instead", value + end) for end in ("\n", "\r\n", " ", "\u2028", "\ud800")] * 3
        if isinstance(value, list) and value:
            ways += [("instead", [*value, deepcopy(value[0])]), ("instead", [*value, None])] * 8
        if isinstance(value, dict):
            ways += [("instead", {**value, key: "x"}) for key in ("", "extra", "text\n", "\ud800")] * 4
            ways += [("instead", {key: part for key, part in value.items() if key != gone}) for gone in value]
        holder[last] = deepcopy(draw(st.sampled_from(ways))[1])
    return document


@settings(max_examples=80, deadline=None, database=None)
@given(data=st.data())
def test_the_fast_validator_never_says_yes_where_the_thorough_one_says_no(toy_registry, data):
    form = toy_registry.form(data.draw(st.sampled_from(FORMS)))
    document = data.draw(spoiled(form))
    if fast_says_yes(form, document):
        assert exact(form).is_valid(document)


@settings(max_examples=25, deadline=None, database=None)
@given(data=st.data())
def test_every_document_of_a_form_is_accepted_by_both(toy_registry, data):
    form = toy_registry.form(data.draw(st.sampled_from(FORMS)))
    document = data.draw(documents(form))
    assert exact(form).is_valid(document)
    assert fast_says_yes(form, document)
