"""What each field becomes in another form: the conversion tables of the field's own research, F2 to F4 and D, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frameworks_core.exchange.conversion import Conversion
from frameworks_core.testing import answer_to, document_of

from .conftest import FORMS

TABLES = [
    table
    for name in ("expected_conversions.toml", "expected_practice_models.toml")
    for table in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["tables"]
]
CASES = [
    pytest.param(table["source"], table["target"], case, id=f"{table['title']}: {case['field']}")
    for table in TABLES
    for case in table["cases"]
]


@pytest.mark.parametrize(("source", "target", "case"), CASES)
def test_an_answer_goes_where_the_table_says(
    source: str, target: str, case: dict[str, Any], convert: Callable[..., Conversion]
) -> None:
    document = document_of(FORMS[source], {case["field"]: answer_to(FORMS[source].fields[case["field"]])})

    report = convert(document, target).report

    item = next(item for item in report.items if f"{item.source}/".startswith(f"/answers/{case['field']}/"))
    assert item.outcome == case["class"], item.why
    placed = {pointer.split("/")[2] for pointer in item.targets if pointer.startswith("/answers/")}
    found = placed or set(item.candidates)
    if "among" in case:
        assert found > set(case["among"])
    else:
        assert found == set(case.get("to", ()))
