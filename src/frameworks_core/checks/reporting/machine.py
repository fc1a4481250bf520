"""Findings for programs: one JSON object, or one JSON line for each finding."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from attrs import asdict

from frameworks_core.checks.finding import SEVERITIES
from frameworks_core.checks.reporting import FileResult


def render(results: Sequence[FileResult]) -> str:
    """One object: `results` with their findings, and `counts` of severities and of files with a problem."""
    severities = [finding.severity for result in results for finding in result.findings]
    counts = {severity: severities.count(severity) for severity in SEVERITIES}
    counts["problems"] = sum(result.problem is not None for result in results)
    report = {"results": [_result(result) for result in results], "counts": counts}
    return json.dumps(report, indent=2) + "\n"


def render_lines(results: Sequence[FileResult]) -> str:
    """One line for each finding, with its file; a file that could not be checked is a finding `IO001`."""
    lines = (
        {"file": result.shown_name, **asdict(finding)} for result in results for finding in result.reported
    )
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def _result(result: FileResult) -> dict[str, Any]:
    return {
        "file": result.shown_name,
        "form": result.form,
        "version": result.version,
        "status": result.status,
        "problem": result.problem,
        "findings": [asdict(finding) for finding in result.findings],
    }
