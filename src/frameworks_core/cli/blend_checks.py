"""One run of `frameworks blend check`: every blend checked, whatever is wrong with another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from frameworks_core.blend.checking.checked import Checked, check
from frameworks_core.checks.finding import reaches
from frameworks_core.cli.exit_codes import DONE, FAILED, FINDINGS
from frameworks_core.errors import UserError
from frameworks_core.host.registry import load_registry


def check_blends(names: Iterable[str]) -> tuple[Checked, ...]:
    """Check every blend file; one that cannot be read is a result with its problem."""
    registry = load_registry()
    today = datetime.now(tz=UTC).date()

    def checked(name: str) -> Checked:
        try:
            return check(name, registry, today)
        except UserError as error:
            return Checked(name=name, problem=str(error))

    return tuple(checked(name) for name in dict.fromkeys(names))


def exit_code(results: Sequence[Checked], fail_on: str) -> int:
    """2 where a file could not be checked, 1 where findings reach `fail_on`, otherwise 0."""
    if any(one.problem is not None for one in results):
        return FAILED
    return FINDINGS if any(reaches(one.findings, fail_on) for one in results) else DONE
