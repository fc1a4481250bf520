"""One document after another, against parsing plus serialising the same bytes with the fastest JSON library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from frameworks_core.checks.checking import Checker
from frameworks_core.exchange.conversion import Converter
from frameworks_core.exchange.file_writing import dumps
from frameworks_core.exchange.json_reading import parse
from frameworks_core.forms.schema import json_schema
from frameworks_core.host.registry import load_registry

EXAMPLE = Path(__file__).parents[1] / "examples" / "harper_family" / "caf_v3.json"
DATA = EXAMPLE.read_bytes()
TARGET = "single_assessment/assessment"
REGISTRY = load_registry()
DOCUMENT: dict[str, Any] = orjson.loads(DATA)
FORM = REGISTRY.form(DOCUMENT["form"])
CHECKER = Checker(FORM, REGISTRY.rules_for(FORM.id))
CONVERTER = Converter(FORM, REGISTRY.form(TARGET))

pytestmark = pytest.mark.benchmark(group="documents, against orjson loads + dumps")


def floor() -> bytes:
    return orjson.dumps(orjson.loads(DATA))


def faulty() -> dict[str, Any]:
    """The example with three faults: an unknown field, a number for a text, a day that does not exist."""
    document: dict[str, Any] = orjson.loads(DATA)
    answers = document["answers"]
    answers["helth_general"] = "misspelt"
    answers["reason"] = 5
    answers["review_date"] = "2026-02-31"
    return document


def test_floor(benchmark: Any) -> None:
    benchmark(floor)


def test_read_safely(benchmark: Any) -> None:
    assert benchmark(parse, DATA, "example") == DOCUMENT


def test_accept_the_shape(benchmark: Any) -> None:
    assert benchmark(CHECKER.structure.findings, DOCUMENT) == ()


def test_validate_with_all_rules(benchmark: Any) -> None:
    assert len(benchmark(CHECKER.check, DOCUMENT)) == 1


def test_explain_a_faulty_document(benchmark: Any) -> None:
    assert len(benchmark(CHECKER.check, faulty())) == 3


def convert_and_report(document: dict[str, Any]) -> dict[str, Any]:
    return CONVERTER.convert(document).report.as_json()


def read_convert_and_serialise(data: bytes) -> bytes:
    return dumps(CONVERTER.convert(parse(data, "example")).document)


def test_convert_with_its_report(benchmark: Any) -> None:
    assert benchmark(convert_and_report, DOCUMENT)["loss"] > 0


def test_read_convert_and_serialise(benchmark: Any) -> None:
    assert benchmark(read_convert_and_serialise, DATA)


def test_plain_jsonschema(benchmark: Any) -> None:
    plain = Draft202012Validator(json_schema(FORM), format_checker=FormatChecker(formats=["date"]))
    assert benchmark(plain.is_valid, DOCUMENT)
