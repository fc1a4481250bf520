"""The documents meant by the paths of a command: of a folder, every .json file in and below it.

What cannot be looked into is never passed over: a check that left it out without a word would call it in order.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from attrs import frozen

STANDARD_INPUT = "-"


@frozen(order=True)
class Named:
    """A document by its path; or a folder, with the sentence why nothing in it can be named."""

    name: str
    problem: str = ""


def expand(paths: Iterable[str]) -> Iterator[Named]:
    """The documents meant by these paths, each path once; those of a folder in order of name."""
    for path in dict.fromkeys(paths):
        if path in {"", STANDARD_INPUT} or not S_ISDIR(_mode(Path(path))):
            yield Named(path)
        else:
            nothing = Named(path, f"{path}: there is no .json file in this folder")
            yield from sorted(_in_folder(path)) or [nothing]


def _in_folder(top: str) -> Iterator[Named]:
    """Every .json file in and below a folder; links to folders are followed, and no folder is entered twice."""
    closed: list[OSError] = []
    entered = {_identity(Path(top))}
    for folder, below, files in os.walk(top, onerror=closed.append, followlinks=True):
        below[:] = [name for name in below if _enters(Path(folder, name), entered)]
        for path in (Path(folder, name) for name in files):
            # A link that leads nowhere is named: that its document is gone is worth knowing. A pipe is not.
            if path.suffix.lower() == ".json" and (S_ISREG(_mode(path)) or path.is_symlink()):
                yield Named(str(path))
    for error in closed:
        why = error.strerror or "unknown cause"
        yield Named(error.filename, f"{error.filename}: this folder could not be looked into ({why})")


def _enters(folder: Path, entered: set[tuple[int, int] | None]) -> bool:
    """Whether a folder is entered for the first time."""
    identity = _identity(folder)
    if identity is not None and identity in entered:
        return False
    entered.add(identity)
    return True


def _identity(path: Path) -> tuple[int, int] | None:
    """What stays the same by whichever link a folder is reached; None where the system does not say."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _mode(path: Path) -> int:
    """What kind of thing a path leads to; 0 where that cannot be known, and reading it will say why."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # a ValueError is a null character in the path
        return 0
