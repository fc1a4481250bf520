"""The JSON Schema of a blend file says the same as the reading of one, as far as JSON Schema can."""

import json
import tomllib
from datetime import date, datetime

import pytest
from jsonschema import Draft4Validator

from frameworks_core.blend.reading.schema import blend_schema
from frameworks_core.blend.reading.strict_reading import blend_file
from frameworks_core.testing.schema_subset import unsafe_parts

from .conftest import HEAD, VISIT
from .test_strict_reading import EVERY_TABLE, LOCAL, SLIPS
from .wrong_values import WRONG_VALUES

UNSEEN = {"a column that a screen would obey", "what a screen would obey", "what turns the writing round"}
"""The schema leaves these to the reading: a pattern for them would fill the screen of who breaks it."""
A_TEXT = {"a day in quotation marks"}
"""In JSON a day is a text."""


@pytest.fixture(scope="module")
def schema(toy_registry):
    return blend_schema(toy_registry)


@pytest.fixture(scope="module")
def accepts(schema):
    validator = Draft4Validator(schema)

    def is_valid(raw):
        return validator.is_valid(json.loads(json.dumps(raw, default=lambda day: day.isoformat())))

    return is_valid


def test_it_is_a_schema_that_every_validator_reads_alike(schema):
    Draft4Validator.check_schema(schema)
    assert list(unsafe_parts(schema)) == []


SOUND = {
    "everything": EVERY_TABLE,
    "nothing": "",
    "a form": VISIT,
    "a local question": LOCAL,
    "only an id": HEAD,
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_it_accepts_what_the_reading_accepts(accepts, text):
    raw = tomllib.loads(text)
    assert blend_file(raw)[1] == []
    assert accepts(raw)


@pytest.mark.parametrize("wrong", WRONG_VALUES, ids=str)
def test_it_refuses_what_the_reading_refuses(accepts, wrong):
    assert not accepts(wrong.raw)


@pytest.mark.parametrize("slip", sorted(SLIPS.keys() - UNSEEN - A_TEXT))
def test_it_refuses_every_slip_that_the_reading_tells(accepts, slip):
    assert not accepts(tomllib.loads(f"{HEAD}\n{SLIPS[slip][0]}\n"))


@pytest.mark.parametrize("slip", sorted(UNSEEN | A_TEXT))
def test_what_it_cannot_say_is_left_to_the_reading(accepts, slip):
    assert accepts(tomllib.loads(f"{HEAD}\n{SLIPS[slip][0]}\n"))


# Local questions that the reading takes as they are and composing refuses; the schema tells them earlier.
EARLIER = {
    "slot kind": 'slot = { kind = "statment" }',
    "sense": 'slot = { kind = "statement", sense = "streng" }',
    "dimension": 'slot = { kind = "statement", sense = "need", dimensions = ["helth"] }',
    "property": 'slot = { kind = "person", property = "dobb" }',
    "column type": 'columns = [{ id = "a", label = "A", plain = "A", type = "txt" }]',
    "column id": 'columns = [{ id = "A b", label = "A", plain = "A", type = "text" }]',
}


@pytest.mark.parametrize("line", EARLIER.values(), ids=EARLIER)
def test_what_it_refuses_earlier_makes_no_blend_either(accepts, examined, line):
    text = VISIT + LOCAL + line + "\n"
    assert not accepts(tomllib.loads(text))
    assert examined(text).blend is None


def test_what_is_installed_is_offered_and_what_is_not_is_accepted(schema, accepts):
    gather = schema["properties"]["gather"]["properties"]
    assert gather["forms"]["items"]["examples"] == ["toy/family", "toy/visit"]
    assert schema["properties"]["analyse"]["properties"]["lenses"]["items"]["examples"] == [
        "toy/what_was_said"
    ]
    assert accepts({"gather": {"forms": ["elsewhere/form"]}})


def test_editions_of_the_guidance_are_all_there_are(accepts):
    assert accepts({"authority": {"statute": "working_together_2018"}})
    assert not accepts({"authority": {"statute": "working_together_2019"}})


def test_every_key_says_what_it_is_for(schema):
    def described(part):
        if isinstance(part, dict):
            for name, key in part.get("properties", {}).items():
                assert key.get("description", "").endswith("."), name
            for one in part.values():
                described(one)
        elif isinstance(part, list):
            for one in part:
                described(one)

    described(schema)


def test_it_says_how_an_editor_finds_it(schema):
    assert "#:schema" in schema["description"]
    assert "without quotation marks" in schema["description"]


def test_days_are_texts_as_editors_hand_them_on(accepts):
    assert accepts({"rules": {"ignore": [{"code": "TOY101", "until": date(2027, 6, 30)}]}})
    assert not accepts({"rules": {"ignore": [{"code": "TOY101", "until": datetime(2027, 6, 30, 12)}]}})  # noqa: DTZ001  # TOML has times without a zone
