"""Documents that are sound enough to be worked with: of the shape their form asks for, every id somebody's."""

from __future__ import annotations

from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.checks.checking import Checker
from frameworks_core.checks.finding import Finding
from frameworks_core.cli.documents import Loaded, load
from frameworks_core.errors import UserError

_SHOWN = 10


def load_sound(name: str, catalogue: Catalogue) -> Loaded:
    """Read a document and refuse it where it cannot be understood without guessing.

    Raises:
        UserError: It cannot be read, or has faults of shape or reference; the first ones are listed.
    """
    loaded = load(name, catalogue)
    faults = Checker(loaded.form).faults(loaded.document)
    if faults:
        lines = "\n".join(f"  {_in_words(finding)}" for finding in faults[:_SHOWN])
        more = f"\n  and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        where = "standard input" if name == "-" else name
        raise UserError(
            f"{where}: this has to be mended first (`frameworks validate` says more):\n{lines}{more}"
        )
    return loaded


def load_pair(old: str, new: str, catalogue: Catalogue) -> tuple[Loaded, Loaded]:
    """Read two documents of one form.

    Raises:
        UserError: One of them cannot be read or used, or they are of different forms.
    """
    if old == new == "-":
        raise UserError(
            "only one of the two documents can come from standard input; name a file for the other"
        )
    earlier, later = load_sound(old, catalogue), load_sound(new, catalogue)
    if earlier.form.id != later.form.id:
        raise UserError(
            f"{old} is a {earlier.form.id} and {new} a {later.form.id}; "
            f"convert one to the other's form first: frameworks convert {old} --to {later.form.id}"
        )
    return earlier, later


def _in_words(finding: Finding) -> str:
    return f"{finding.code} {finding.place}: {finding.message}"
