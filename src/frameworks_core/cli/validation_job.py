"""One run of `frameworks validate`: every document checked, whatever is wrong with another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.checks.checking import STAGES, Checker
from frameworks_core.checks.finding import reaches
from frameworks_core.checks.reporting import FileResult
from frameworks_core.cli.documents import load
from frameworks_core.cli.exit_codes import DONE, FAILED, FINDINGS
from frameworks_core.cli.folders import Named
from frameworks_core.errors import UserError
from frameworks_core.host.registry import Registry


def check_all(catalogue: Catalogue, documents: Iterable[Named], stage: str | None) -> tuple[FileResult, ...]:
    """Check every document; one that cannot be read is a result with its problem."""
    checkers: dict[tuple[str, str], Checker] = {}
    return tuple(_check(document, catalogue, checkers, stage) for document in documents)


def _check(
    named: Named, catalogue: Catalogue, checkers: dict[tuple[str, str], Checker], stage: str | None
) -> FileResult:
    if named.problem:
        return FileResult(name=named.name, problem=named.problem)
    try:
        loaded = load(named.name, catalogue)
        form = loaded.form
        key = (form.id, form.version)
        if key not in checkers:
            checkers[key] = Checker(form, catalogue.rules_for(form))
        findings = catalogue.graded(checkers[key].check(loaded.document, stage), form)
    except UserError as error:
        return FileResult(name=named.name, problem=str(error))
    status = loaded.document.get("status")
    return FileResult(
        name=named.name,
        form=form.id,
        version=form.version,
        status=status if status in STAGES else None,  # anything else may be somebody's words
        findings=findings,
    )


def titles(registry: Registry) -> dict[str, str]:
    """Short titles of every installed rule, for reports that list the rules."""
    return {rule.code: rule.title for rule in registry.rules()}


def exit_code(results: Sequence[FileResult], fail_on: str) -> int:
    """2 where a document could not be checked, 1 where findings reach `fail_on`, otherwise 0."""
    if any(result.problem for result in results):
        return FAILED
    return FINDINGS if any(reaches(result.findings, fail_on) for result in results) else DONE
