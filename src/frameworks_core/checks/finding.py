"""One message of a check, whatever layer it comes from."""

from __future__ import annotations

from attrs import frozen

SEVERITIES = ("error", "warning", "note")
"""From worst to mildest. An error stops a record from being finished; nothing is ever added up into a score."""


@frozen(kw_only=True)
class Finding:
    """One place where a document is not as it should be.

    Attributes:
        code: Stable code; `frameworks explain CODE` says more.
        severity: One of `SEVERITIES`.
        at: JSON pointer into the document; empty for the document as a whole.
        place: The place in the form's own words.
        message: What is so, in one sentence, without personal data.
        why: Why it matters.
        fix: How to mend it.
        authority: Source in law, model, inspection or this toolkit's document format.
    """

    code: str
    severity: str
    at: str
    place: str
    message: str
    why: str
    fix: str
    authority: str


def worst(findings: tuple[Finding, ...]) -> str | None:
    """The worst severity among findings; None where there are none."""
    present = {finding.severity for finding in findings}
    return next((severity for severity in SEVERITIES if severity in present), None)


def reaches(findings: tuple[Finding, ...], level: str) -> bool:
    """Whether any finding is at least as bad as `level`."""
    found = worst(findings)
    return found is not None and SEVERITIES.index(found) <= SEVERITIES.index(level)
