"""What checking blends gave, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import asdict

from frameworks_core.blend.checking.checked import Checked
from frameworks_core.blend.checking.coverage import Coverage
from frameworks_core.blend.checking.doubles import Double
from frameworks_core.blend.checking.length import Length, Part
from frameworks_core.blend.checking.subject import name_of
from frameworks_core.blend.reading.file import Ignored, Regraded
from frameworks_core.blend.rule_changes import all_changes
from frameworks_core.checks.finding import SEVERITIES


def as_json(results: Iterable[Checked]) -> dict[str, Any]:
    """Every blend with all that was found, and how many findings of each severity there are."""
    checked = list(results)
    severities = [finding.severity for one in checked for finding in one.findings]
    counts = {severity: severities.count(severity) for severity in SEVERITIES}
    counts["problems"] = sum(one.problem is not None for one in checked)
    return {"results": [_blend(one) for one in checked], "counts": counts}


def _blend(one: Checked) -> dict[str, Any]:
    return {
        "file": one.name,
        "problem": one.problem,
        "form": one.form.id if one.form else None,
        "version": one.form.version if one.form else None,
        "title": one.form.title if one.form else None,
        "about": one.form.about if one.form else None,
        "basis": one.form.basis if one.form else None,
        "authority": one.file.authority.name if one.file else None,
        "statute": _statute(one),
        "functions": _functions(one.coverage) if one.coverage else None,
        "rules_changed": _rules(one),
        "length": _length(one.length) if one.length else None,
        "asked_twice": [_double(double) for double in one.doubles],
        "findings": [asdict(finding) for finding in one.findings],
    }


def _statute(one: Checked) -> dict[str, Any] | None:
    if one.pack is None or one.file is None:
        return None
    return {
        "pack": one.pack.id,
        "title": one.pack.title,
        "assumed": one.file.authority.statute != one.pack.id,
    }


def _functions(coverage: Coverage) -> dict[str, Any]:
    return {
        name: {
            "served_by": [asdict(server) for server in servers],
            "questions": coverage.recorded[name],
        }
        for name, servers in coverage.by.items()
    }


def _rules(one: Checked) -> list[dict[str, Any]]:
    if one.file is None:
        return []
    return [_change(change) for change, _ in all_changes(one.file)]


def _change(change: Ignored | Regraded) -> dict[str, Any]:
    return {
        "code": change.code,
        "severity": change.severity if isinstance(change, Regraded) else "ignored",
        "reason": change.reason,
        "by": change.by,
        "until": change.until.isoformat() if change.until else None,
    }


def _length(length: Length) -> dict[str, Any]:
    return {
        **_part(length.whole),
        "joint_questions": length.joint,
        "questions_saved": length.saved,
        "timed_by_authority": length.timed,
        "minutes_source": length.source,
        "sections": [{"id": part.id, "title": part.title, **_part(part)} for part in length.sections],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "questions": part.questions,
        "required_always": part.always,
        "required_sometimes": part.sometimes,
        "per_child": part.per_child,
        "minutes": asdict(part.minutes),
        "minutes_required": asdict(part.minutes_always),
    }


def _double(double: Double) -> dict[str, Any]:
    return {
        "kind": double.kind,
        "questions": [name_of(field) for field in double.questions],
        "within": [name_of(field) for field in double.within],
        "why": double.why or None,
    }
