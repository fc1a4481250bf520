"""A blend read, composed and converted to, against parsing plus serialising the same document with the fastest JSON library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from frameworks_core.blend.blend import load_blend
from frameworks_core.blend.catalogue import load_catalogue
from frameworks_core.checks.checking import Checker
from frameworks_core.exchange.conversion import Converter

EXAMPLES = Path(__file__).parents[1] / "examples"
DATA = (EXAMPLES / "harper_family" / "caf_v3.json").read_bytes()
DOCUMENT: dict[str, Any] = orjson.loads(DATA)
FILE = EXAMPLES / "authorities" / "thistlemere" / "assessment.toml"
CATALOGUE = load_catalogue()
REGISTRY = CATALOGUE.registry
FORM = REGISTRY.form(DOCUMENT["form"])
BLEND = CATALOGUE.load(FILE)
CONVERTED = Converter(FORM, BLEND.form).convert(DOCUMENT).document
CHECKER = Checker(BLEND.form, CATALOGUE.rules_for(BLEND.form))
CONVERTER = Converter(FORM, BLEND.form)

pytestmark = pytest.mark.benchmark(group="blends, against orjson loads + dumps")


def test_floor(benchmark: Any) -> None:
    assert benchmark(lambda: orjson.dumps(orjson.loads(DATA)))


def test_read_and_compose_a_blend(benchmark: Any) -> None:
    assert benchmark(load_blend, FILE, REGISTRY).form == BLEND.form


def test_prepare_to_convert_to_a_blend(benchmark: Any) -> None:
    assert benchmark(Converter, FORM, BLEND.form).target is BLEND.form


def convert_and_report() -> dict[str, Any]:
    return CONVERTER.convert(DOCUMENT).report.as_json()


def test_convert_to_a_blend_with_its_report(benchmark: Any) -> None:
    assert benchmark(convert_and_report)["loss"] > 0


def test_validate_a_document_of_a_blend(benchmark: Any) -> None:
    assert isinstance(benchmark(CHECKER.check, CONVERTED), tuple)
