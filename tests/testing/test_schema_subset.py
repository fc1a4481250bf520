"""What two validators would not read alike is found wherever it stands in a schema."""

import re

import pytest

from frameworks_core.testing import unsafe_parts


@pytest.mark.parametrize(
    "pattern", [r"^a$(?!\n)", r"[^ \t\r\n]", r"^\$[$]x", r"a\.b", r"[\\d]", "^/", r"^(a|b)$(?!\n)"]
)
def test_safe_patterns_pass(pattern):
    assert list(unsafe_parts({"pattern": pattern})) == []


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        (r"^\d+$(?!\n)", r"/pattern: \d means"),
        (r"[\w]", r"/pattern: \w means"),
        (r"\S", r"/pattern: \S means"),
        (r"\bx", r"/pattern: \b means"),
        (r"x\Z", r"/pattern: \Z means"),
        ("^a$", "/pattern: $ lets a last line break pass"),
        ("^(a$|b)", "/pattern: $ lets a last line break pass"),
    ],
)
def test_unsafe_patterns_are_found(pattern, fault):
    [found] = unsafe_parts({"pattern": pattern})
    assert found.startswith(fault)


def test_the_ending_it_asks_for_does_refuse_a_last_line_break():
    assert re.search("^a$", "a\n")
    assert not re.search(r"^a$(?!\n)", "a\n")
    assert re.search(r"^a$(?!\n)", "a")


def test_faults_are_found_at_any_depth_and_named_by_pointer():
    schema = {
        "$vocabulary": {},
        "properties": {"a": {"anyOf": [{"multipleOf": 0.1}, {"items": {"pattern": "a$"}}]}},
        "patternProperties": {"^b$": {"multipleOf": 2}},
    }
    assert [fault.partition(":")[0] for fault in unsafe_parts(schema)] == [
        "/$vocabulary",
        "/properties/a/anyOf/0/multipleOf",
        "/properties/a/anyOf/1/items/pattern",
        "/patternProperties",
    ]


def test_names_and_data_are_no_keywords():
    schema = {"properties": {"pattern": {"enum": ["a$"]}, "multipleOf": {"const": {"pattern": "a$"}}}}
    assert list(unsafe_parts(schema)) == []
