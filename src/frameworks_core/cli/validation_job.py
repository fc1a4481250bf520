"""One run of `frameworks validate`: every document checked, whatever is wrong with another."""

from __future__ import annotations

from collections.abc import Sequence

from frameworks_core.checks.checking import Checker
from frameworks_core.checks.finding import reaches
from frameworks_core.checks.reporting import FileResult
from frameworks_core.cli.documents import expand, load
from frameworks_core.cli.main import DONE, FAILED, FINDINGS
from frameworks_core.errors import UserError
from frameworks_core.host.registry import Registry


def check_all(registry: Registry, paths: list[str], stage: str | None) -> tuple[FileResult, ...]:
    """Check every document the paths mean; a document that cannot be read is a result with its problem."""
    checkers: dict[tuple[str, str], Checker] = {}
    return tuple(_check(name, registry, checkers, stage) for name in expand(paths))


def _check(
    name: str, registry: Registry, checkers: dict[tuple[str, str], Checker], stage: str | None
) -> FileResult:
    try:
        loaded = load(name, registry)
        form = loaded.form
        key = (form.id, form.version)
        if key not in checkers:
            checkers[key] = Checker(form, registry.rules_for(form.id))
        findings = checkers[key].check(loaded.document, stage)
    except UserError as error:
        return FileResult(name=name, form=None, version=None, status=None, findings=(), problem=str(error))
    status = loaded.document.get("status")
    return FileResult(
        name=name,
        form=form.id,
        version=form.version,
        status=status if isinstance(status, str) else None,
        findings=findings,
        problem=None,
    )


def titles(registry: Registry) -> dict[str, str]:
    """Short titles of every installed rule, for reports that list the rules."""
    return {rule.code: rule.title for rule in registry.rules()}


def exit_code(results: Sequence[FileResult], fail_on: str) -> int:
    """2 where a document could not be checked, 1 where findings reach `fail_on`, otherwise 0."""
    if any(result.problem for result in results):
        return FAILED
    return FINDINGS if any(reaches(result.findings, fail_on) for result in results) else DONE
