"""What the check of a blend finds, case by case as a practice lead could write them (`cases.toml`)."""

import tomllib
from pathlib import Path

import pytest

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["cases"]


@pytest.fixture(params=CASES, ids=lambda case: case["title"])
def case(request):
    return request.param


def test_it_finds_what_the_case_says_and_nothing_it_denies(case, checked):
    text = case.get("whole") or case["blend"].lstrip()
    found = checked(text).findings
    for code, severity, words in case.get("finds", []):
        assert any((one.code, one.severity) == (code, severity) and words in one.message for one in found), (
            _told(found)
        )
    assert not {one.code for one in found} & set(case.get("not", [])), _told(found)
    for words in case.get("lacks", []):
        assert not any(words in one.message for one in found), _told(found)


def _told(found):
    return "\n".join(f"{one.code} {one.severity} {one.place}: {one.message}" for one in found)
