"""Which rules an authority does not use or grades otherwise, and until when.

What law or statutory guidance asks for cannot be switched off or taken less seriously without a reason, somebody who decided
it, and a last day; after that day the rule holds again by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve

from frameworks_core.blend.faults import Fault
from frameworks_core.blend.naming import absent_frameworks
from frameworks_core.blend.reading.file import BlendFile, Ignored, Regraded
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import BAD_CHANGE, CLASH, NOT_INSTALLED, UNKNOWN_PART
from frameworks_core.checks.codes import CORE_CODES, CoreCode
from frameworks_core.checks.finding import SEVERITIES, Finding
from frameworks_core.host.contributions import Rule
from frameworks_core.host.registry import Registry
from frameworks_core.nearest import nearest


def all_changes(file: BlendFile) -> list[tuple[Ignored | Regraded, KeyPath]]:
    """The rules a blend file ignores, then those it grades, each with its key."""
    ignored = [(one, ("rules", "ignore", index)) for index, one in enumerate(file.rules.ignore)]
    graded = [(one, ("rules", "severity", index)) for index, one in enumerate(file.rules.severity)]
    return [*ignored, *graded]


def adjusted(findings: Iterable[Finding], file: BlendFile, on: date) -> tuple[Finding, ...]:
    """Findings as the authority takes them on a day: without the rules it does not use, graded as it grades them."""
    ignored = {change.code for change in file.rules.ignore if _holds(change, on)}
    grades = {change.code: change.severity for change in file.rules.severity if _holds(change, on)}
    return tuple(
        evolve(finding, severity=grades.get(finding.code, finding.severity))
        for finding in findings
        if finding.code not in ignored
    )


def _holds(change: Ignored | Regraded, on: date) -> bool:
    return change.until is None or on <= change.until


def faults_of_changes(file: BlendFile, registry: Registry) -> Iterator[Fault]:
    """What is wrong with the file's choices about rules."""
    changes = all_changes(file)
    if not changes:
        return
    absent = absent_frameworks(file, registry)
    known: dict[str, CoreCode | Rule] = {**CORE_CODES, **{rule.code: rule for rule in registry.rules()}}
    seen: set[str] = set()
    for change, path in changes:
        rule = known.get(change.code)
        if rule is None:
            yield _unknown(change.code, (*path, "code"), known, absent)
        else:
            if change.code in seen:
                yield Fault(CLASH, path, f"{change.code} is changed above already; decide for one of the two")
            seen.add(change.code)
            yield from _reasons(change, path, rule)


def _unknown(code: str, path: KeyPath, known: Iterable[str], absent: Sequence[str]) -> Fault:
    """A rule that there is not, or that perhaps comes with a framework which is not here."""
    if absent:
        message = f"there is no rule {code!r} as long as {' and '.join(absent)} cannot be used"
        return Fault(NOT_INSTALLED, path, message)
    return Fault(UNKNOWN_PART, path, f"there is no rule {code!r}{nearest(code, known)}")


def _reasons(change: Ignored | Regraded, path: KeyPath, rule: CoreCode | Rule) -> Iterator[Fault]:
    """What a choice about a rule still has to say, or why it cannot be made."""
    lowered_error = rule.severity == "error" and _is_lowered(change, rule.severity)
    if lowered_error and isinstance(rule, CoreCode):
        message = f"{rule.code} keeps a document readable and complete; it cannot be lowered or switched off"
        yield Fault(BAD_CHANGE, path, message)
        return
    needed = _NEEDED_FOR_LAW if lowered_error and isinstance(rule, Rule) and rule.statutory else _NEEDED
    if lacking := [f"`{name}` ({what})" for name, what in needed.items() if not getattr(change, name)]:
        statutory = " is statutory, so it" if needed is _NEEDED_FOR_LAW else ""
        yield Fault(BAD_CHANGE, path, f"{rule.code}{statutory} is only changed with {', '.join(lacking)}")


_NEEDED = {"reason": "why"}
_NEEDED_FOR_LAW = {"reason": "why", "by": "who decided it, by role", "until": "the last day"}


def _is_lowered(change: Ignored | Regraded, severity: str) -> bool:
    return isinstance(change, Ignored) or SEVERITIES.index(change.severity) > SEVERITIES.index(severity)
