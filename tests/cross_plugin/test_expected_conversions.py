"""What each field becomes in another form: the conversion tables of the field's own research, F2 to F4, as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.form import Field, Form

from .conftest import FORMS

TABLES = tomllib.loads(Path(__file__).with_name("expected_conversions.toml").read_text(encoding="utf-8"))["tables"]
CASES = [
    pytest.param(table["source"], table["target"], case, id=f"{table['title']}: {case['field']}")
    for table in TABLES
    for case in table["cases"]
]


def an_answer(field: Field) -> Any:
    """Some answer of the right shape."""
    match field.type:
        case "choice" | "yes_no":
            return field.codes[0].code
        case "multi":
            return [field.codes[0].code]
        case "date":
            return "2026-03-02"
        case "number":
            return 3
        case "person":
            return "p1"
        case "persons":
            return ["p1"]
        case "table":
            return [{column.id: an_answer(column) for column in field.columns}]  # type: ignore[arg-type]  # columns answer alike
        case _:
            return "Something was said here."


def document_with(form: Form, field_id: str) -> dict[str, Any]:
    """A document of one child in which only this field is answered."""
    field = form.fields[field_id]
    answer = an_answer(field)
    return {
        "form": form.id,
        "version": form.version,
        "status": "draft",
        "people": [{"id": "p1", "roles": ["child"]}],
        "answers": {field_id: {"p1": answer} if field.per_child else answer},
    }


@pytest.mark.parametrize(("source", "target", "case"), CASES)
def test_an_answer_goes_where_the_table_says(source: str, target: str, case: dict[str, Any]) -> None:
    document = document_with(FORMS[source], case["field"])

    report = Converter(FORMS[source], FORMS[target]).convert(document).report

    item = next(item for item in report.items if item.source.startswith(f"/answers/{case['field']}"))
    assert item.outcome == case["class"], item.why
    if "to" in case:
        placed = {pointer.split("/")[2] for pointer in item.targets if pointer.startswith("/answers/")}
        assert sorted(placed or set(item.candidates) & set(case["to"])) == sorted(case["to"])
