"""Findings for people: a block for each file, the worst first, and how to mend each kind of finding once.

One slip, such as a person missing from the people table, can show in a hundred places. Of a code that was found in
many places only the first are shown, and the rest counted; the formats for programs have them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from frameworks_core.checks.finding import SEVERITIES, Finding
from frameworks_core.checks.reporting import FileResult
from frameworks_core.checks.reporting.lines import numbered, wrapped
from frameworks_core.exchange.plain_text import safe_text

_RESET = "\x1b[0m"
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[33m", "note": "\x1b[36m", "name": "\x1b[1m"}
_SHOWN = 5
"""Places of one code that are shown for each document."""

_PLURALS = {"error": "errors", "warning": "warnings", "note": "notes"}


def render(results: Sequence[FileResult], *, width: int = 100, colour: bool = False) -> str:
    """The results in words.

    Args:
        results: What was checked.
        width: Characters a line may have; names of files and codes are never broken.
        colour: Mark names and severities with terminal colours.
    """
    blocks = [_block(result, width, colour=colour) for result in results]
    blocks.append([*_hint(results, width), *wrapped(_summary(results), width)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _block(result: FileResult, width: int, *, colour: bool) -> list[str]:
    if result.problem is not None:
        return _problem(result, result.problem, width, colour=colour)
    lines = [_painted(result.shown_name, "name", colour=colour)]
    checked = [result.form or "", f"version {result.version}" if result.version else "", result.status or ""]
    found = _counted(result.findings) if result.findings else "in order"
    words = safe_text(", ".join(filter(None, checked)))
    lines.extend(wrapped(f"{words}: {found}" if words else found, width, first="  ", hanging="    "))
    for severity in SEVERITIES:
        for findings in _by_code(result.findings, severity):
            lines.append("")
            for finding in findings[:_SHOWN]:
                lines.extend(_finding(finding, width, colour=colour))
            if len(findings) > _SHOWN:
                lines.append(f"      and {numbered(len(findings) - _SHOWN, 'more place', 'more places')}")
            lines.extend(wrapped(f"To mend: {findings[0].fix}", width, first="      ", hanging="        "))
    return lines


def _problem(result: FileResult, problem: str, width: int, *, colour: bool) -> list[str]:
    """A file that was not checked; the sentence names the file itself, where it is about the file."""
    name = result.shown_name
    sentence = safe_text(problem, multiline=True)
    rest = sentence[len(name) :] if sentence.startswith(name) else f": {sentence}"
    first, *more = rest.expandtabs().split("\n")
    lines = wrapped(f"{name}{first}", width, hanging="  ")
    for line in more:
        indent = line[: len(line) - len(line.lstrip())]
        lines.extend(wrapped(line.strip(), width, first=indent, hanging=f"{indent}  ") or [""])
    if colour and lines[0].startswith(name):
        lines[0] = _painted(name, "name", colour=colour) + lines[0][len(name) :]
    return lines


def _by_code(findings: Iterable[Finding], severity: str) -> Iterable[list[Finding]]:
    """Findings of one severity, those of one code together, codes in the order they first occur."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity == severity:
            grouped.setdefault(finding.code, []).append(finding)
    return grouped.values()


def _finding(finding: Finding, width: int, *, colour: bool) -> Iterator[str]:
    place = f"{finding.place}: " if finding.place else ""
    text = f"{finding.severity} {finding.code}  {place}{finding.message}"
    first, *more = wrapped(text, width, first="  ", hanging="      ")
    start = f"  {finding.severity}"
    if colour and first.startswith(start):
        first = f"  {_painted(finding.severity, finding.severity, colour=colour)}{first[len(start) :]}"
    yield from (first, *more)


def _hint(results: Iterable[FileResult], width: int) -> list[str]:
    """Where to read more, once there is something to read about."""
    findings = [result.findings for result in results if result.findings]
    if not findings:
        return []
    code = findings[0][0].code
    lines = wrapped(f"Why it matters: frameworks explain CODE, such as frameworks explain {code}", width)
    counts = (Counter((one.severity, one.code) for one in of_document) for of_document in findings)
    if any(count > _SHOWN for counted in counts for count in counted.values()):
        lines.extend(wrapped("Every place: the same command with --output-format json", width))
    return lines


def _summary(results: Sequence[FileResult]) -> str:
    """`3 documents: 1 in order, 1 with 2 errors and 1 note, 1 that could not be checked`."""
    unreadable = sum(result.problem is not None for result in results)
    checked = [result for result in results if result.problem is None]
    found = [result for result in checked if result.findings]
    total = _counted([finding for result in found for finding in result.findings]) if found else ""
    if len(results) == 1:
        outcome = "which could not be checked" if unreadable else f"with {total}" if found else "in order"
        return f"1 document, {outcome}"
    parts = []
    if in_order := len(checked) - len(found):
        parts.append(f"{in_order} in order")
    if found:
        parts.append(f"{len(found)} with {total}{' between them' if len(found) > 1 else ''}")
    if unreadable:
        parts.append(f"{unreadable} that could not be checked")
    return f"{numbered(len(results), 'document', 'documents')}: {', '.join(parts) or 'nothing to check'}"


def _counted(findings: Iterable[Finding]) -> str:
    """`3 errors, 1 warning and 2 notes`, each severity by itself."""
    severities = [finding.severity for finding in findings]
    counts = [
        numbered(severities.count(severity), severity, _PLURALS[severity])
        for severity in SEVERITIES
        if severity in severities
    ]
    *most, last = counts
    return f"{', '.join(most)} and {last}" if most else last


def _painted(text: str, what: str, *, colour: bool) -> str:
    return f"{_COLOURS[what]}{text}{_RESET}" if colour else text
