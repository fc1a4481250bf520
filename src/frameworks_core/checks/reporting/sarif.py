"""Findings in SARIF 2.1.0, which code hosts and editors show beside the file.

Documents have no line numbers that mean anything to a practitioner, so a result names the file and, as its
logical location, the JSON pointer into it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from frameworks_core import __version__
from frameworks_core.checks.codes import CORE_CODES, UNREADABLE
from frameworks_core.checks.finding import Finding
from frameworks_core.checks.reporting import FileResult

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(results: Sequence[FileResult], *, titles: Mapping[str, str] | None = None) -> str:
    """One run of the tool.

    Args:
        results: What was checked.
        titles: Short titles of codes other than the core's; without one, why it matters is the title.
    """
    known = {code: entry.title for code, entry in {**CORE_CODES, UNREADABLE.code: UNREADABLE}.items()}
    known.update(titles or {})
    rules: dict[str, dict[str, Any]] = {}
    found = []
    for result in results:
        for finding in result.reported:
            rules.setdefault(finding.code, _rule(finding, known.get(finding.code, finding.why)))
            found.append(_result(result, finding, list(rules).index(finding.code)))
    driver = {"name": "frameworks", "version": __version__, "rules": list(rules.values())}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": found}]}
    return json.dumps(log, indent=2) + "\n"


def _rule(finding: Finding, title: str) -> dict[str, Any]:
    return {
        "id": finding.code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": finding.why},
        "help": {"text": finding.fix},
        "defaultConfiguration": {"level": finding.severity},
        "properties": {"authority": finding.authority},
    }


def _result(result: FileResult, finding: Finding, rule: int) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(result.name)}}}
    if finding.at:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.at}]
    place = f"{finding.place}: " if finding.place else ""
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": f"{place}{finding.message}"},
        "locations": [location],
    }


def _uri(name: str) -> str:
    """The file as a URI reference: relative to where the command ran, unless it was named from the root."""
    if name == "-":
        return quote("standard input")
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
