"""Golden files of the invented family's conversions: whole documents and reports, so that a reviewer sees every change.

To record them again after a change that is meant: pytest tests/cross_plugin/test_golden_files.py --snapshot-update
"""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.report_text import report_as_text

from .conftest import FORMS, example

CONVERSIONS = [
    ("caf_v3", "single_assessment/assessment", None),
    ("single_assessment", "caf/assessment", "p1"),
    ("core_assessment_2011", "single_assessment/assessment", None),
    ("single_assessment", "signs_of_safety/mapping", None),
    ("signs_of_safety_mapping", "single_assessment/assessment", None),
    ("signs_of_safety_mapping", "reclaiming_social_work/case_summary", None),
    ("reclaiming_social_work_case_summary", "caf/assessment", "p1"),
]
golden = pytest.mark.parametrize(
    ("name", "target", "child"),
    CONVERSIONS,
    ids=[f"{name}-{target.replace('/', '-')}" for name, target, _ in CONVERSIONS],
)


class TextExtension(SingleFileSnapshotExtension):
    """One text file per snapshot."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def convert(name: str, target: str, child: str | None) -> Conversion:
    document = example(name)
    return Converter(FORMS[document["form"]], FORMS[target]).convert(document, child=child)


@golden
def test_the_document(name: str, target: str, child: str | None, snapshot: SnapshotAssertion) -> None:
    assert convert(name, target, child).document == snapshot(extension_class=JSONSnapshotExtension)


@golden
def test_the_report_for_programs(
    name: str, target: str, child: str | None, snapshot: SnapshotAssertion
) -> None:
    report = convert(name, target, child).report
    assert report.as_json() == snapshot(extension_class=JSONSnapshotExtension)


@golden
def test_the_report_for_people(
    name: str, target: str, child: str | None, snapshot: SnapshotAssertion
) -> None:
    report = convert(name, target, child).report
    assert report_as_text(report, FORMS[target], width=88) == snapshot(extension_class=TextExtension)
