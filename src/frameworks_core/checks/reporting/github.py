"""Findings as workflow commands of GitHub Actions, which shows them as annotations.

Escapes are those GitHub documents: `%`, line ends, and in properties also `:` and `,`. Without them a text
could end the command and begin another.
"""

from __future__ import annotations

from collections.abc import Sequence

from frameworks_core.checks.finding import Finding
from frameworks_core.checks.reporting import FileResult
from frameworks_core.exchange.plain_text import safe_text

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(results: Sequence[FileResult]) -> str:
    """One command for each finding; empty where there is none."""
    return "".join(f"{_command(result, finding)}\n" for result in results for finding in result.reported)


def _command(result: FileResult, finding: Finding) -> str:
    title = f"{finding.code} {finding.place}".rstrip()
    message = f"{finding.message}\nTo mend: {finding.fix}"
    properties = f"file={_property(result.shown_name)},title={_property(title)}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{_escaped(message)}"


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    safe = safe_text(text, multiline=True)
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
