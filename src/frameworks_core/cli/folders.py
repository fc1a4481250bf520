"""The documents meant by the paths of a command: of a folder, every .json file in and below it.

What cannot be looked into is not passed over: a check that left it out without a word would call it in order.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from attrs import frozen


@frozen(order=True)
class Named:
    """A document by its path, or a folder with the sentence why nothing could be found in it."""

    name: str
    problem: str | None = None


def expand(paths: list[str]) -> Iterator[Named]:
    """The documents meant by these paths, each path once; those of a folder in order of name."""
    for path in dict.fromkeys(paths):
        if path not in {"", "-"} and S_ISDIR(_mode(path)):
            yield from sorted(_in_folder(path)) or [
                Named(path, f"{path}: there is no .json file in this folder")
            ]
        else:
            yield Named(path)


def _in_folder(top: str) -> Iterator[Named]:
    """Every .json file in and below a folder; links to folders are followed, and no folder is entered twice."""
    closed: list[OSError] = []
    entered = {_identity(Path(top))}
    for folder, below, files in os.walk(top, onerror=closed.append, followlinks=True):
        below[:] = [name for name in below if _enter(Path(folder, name), entered)]
        for name in files:
            path = Path(folder, name)
            if path.suffix.lower() == ".json" and _may_be_document(path):
                yield Named(str(path))
    for error in closed:
        why = error.strerror or "unknown cause"
        yield Named(error.filename, f"{error.filename}: this folder could not be looked into ({why})")
