"""Files that are written together: all of them, or none that was not there before, and never the source."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from frameworks_core.errors import UserError
from frameworks_core.exchange.file_writing import write_atomically


def refuse_sources(outputs: Iterable[Path], sources: Iterable[str]) -> None:
    """Refuse to write over what was read: the record would be lost, however much force is asked for.

    Raises:
        UserError: One of the outputs is one of the sources.
    """
    for output in outputs:
        for source in sources:
            if _is_same(output, Path(source)):
                raise UserError(
                    f"{output} is a document that is being read; choose another name, so that the record is kept"
                )


def write_together(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write several files; if one cannot be written, those that are new are taken away again.

    Raises:
        UserError: One of them is there already and `force` is not given, or could not be written.
    """
    for path in files:
        if not force and os.path.lexists(path):  # refused before the first file is written
            raise UserError(f"{path} already exists; choose another name, or add --force to replace it")
    written: list[Path] = []
    try:
        for path, data in files.items():
            write_atomically(path, data, force=force)
            written.append(path)
    except BaseException:
        for path in () if force else written:  # with force they may have replaced something: better keep them
            with suppress(OSError):
                path.unlink()
        raise


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        UserError: It cannot be made, or is a file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UserError(
            f"{folder}: a part of this path is a file, not a folder; choose another folder"
        ) from None
    except OSError as error:
        why = error.strerror or "unknown cause"
        raise UserError(f"{folder}: this folder could not be made ({why}); choose another folder") from None


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; not where that cannot be known, and writing will say why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # what is not there yet is not the same
        return False
