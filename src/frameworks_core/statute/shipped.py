"""Where the statutory data files lie, and reading one.

Plain paths rather than `importlib.resources`: importing that package would lengthen the start of every
command, and installed wheels lie unpacked.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def files(folder: str) -> list[Path]:
    """The data files in one folder of this package, sorted."""
    return sorted((HERE / folder).glob("*.toml"))


def names(folder: str) -> tuple[str, ...]:
    """Names of the data files in one folder of this package, sorted, without their ending."""
    return tuple(sorted(path.stem for path in files(folder)))


def read(*parts: str) -> dict[str, Any]:
    """The content of one data file, named by its path below this package without its ending."""
    import tomllib  # not needed by whoever only asks which files there are

    path = HERE.joinpath(*parts).with_suffix(".toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
