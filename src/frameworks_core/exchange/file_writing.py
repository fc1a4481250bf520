"""JSON becomes a file: completely, or not at all.

A record about a child must not be half written, silently replaced or readable by others. So the bytes go to a
temporary file in the same folder, which only its owner can read; once they are safely on the disk the file
gets its name in a single step. Whatever goes wrong before that step, the file that was there is untouched.

Only ordinary files are replaced. A link is neither followed nor replaced: the one could overwrite a file that
the user did not name, the other would leave the linked record silently out of date. Devices are refused
because replacing one breaks the computer.
"""

from __future__ import annotations

import errno
import math
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import orjson

from frameworks_core.errors import UserError
from frameworks_core.exchange.plain_text import safe_text

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["dumps", "write_atomically"]

_EXISTS: Final = "already exists; choose another name, or add --force to replace it"
_FORBIDDEN: Final = (
    "could not be written: you have no permission to write in its folder; choose another folder"
)
_REASONS: Final = {
    errno.EEXIST: _EXISTS,
    errno.EISDIR: "is a folder; name a file in it",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: "could not be written: its disk is read-only; choose another disk",
    errno.ENOSPC: "could not be written: the disk is full; free some space, or choose another disk",
    errno.EDQUOT: "could not be written: your share of the disk is full; free some space or choose another",
    errno.EFBIG: "could not be written: it is larger than this disk or account allows; choose another disk",
    errno.ENAMETOOLONG: "could not be written: its name is too long; choose a shorter one",
    errno.ENOENT: "could not be written: its folder does not exist; create it first, or choose another",
    errno.ENOTDIR: "could not be written: a part of its path is a file, not a folder; check the path",
}


def dumps(value: Any) -> bytes:
    """Turn a JSON value into the bytes we write: UTF-8, indented by two spaces, with a final line end.

    Raises:
        TypeError: The value is not JSON: a key that is no text, a number beyond 64 bits, a lone surrogate.
        ValueError: A number is infinite or not a number.
    """
    data = orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    # orjson writes such numbers as null. Our documents hold no null, so this search is almost never made.
    if b"null" in data and _has_unwritable_number(value):
        message = "a number that is infinite or not a number cannot be written as JSON"
        raise ValueError(message)
    return data


def write_atomically(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file so that it is there completely or not at all, readable by its owner only.

    Args:
        path: The file to write. Its folder must exist.
        data: What the file will hold.
        force: Replace the file if there is one. Without it a file is never replaced, not even one that
            appears while we are writing.

    Raises:
        UserError: The file could not be written, and why. A file that was there is untouched.
    """
    temporary = path.parent / f".frameworks-{os.urandom(8).hex()}.tmp"
    try:
        _refuse_unsuitable(path, force=force)
        try:
            _write_durably(temporary, data)
            if force:
                temporary.replace(path)
            else:
                _give_new_name(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink()
    except OSError as error:
        unknown = (
            f"could not be written ({error.strerror or 'unknown cause'}); check the disk, or choose another"
        )
        raise _refusal(path, _REASONS.get(error.errno or 0, unknown)) from None
    except ValueError:  # only a path with a null character in it
        raise _refusal(path, "is not a possible file name; choose another") from None
    _sync_folder(path.parent)


def _refuse_unsuitable(path: Path, *, force: bool) -> None:
    """Refuse a place where a file must not be written, before anything is written."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise _refusal(path, _REASONS[errno.ENOENT]) from None
        return
    if stat.S_ISDIR(mode):
        raise _refusal(path, _REASONS[errno.EISDIR])
    if not stat.S_ISREG(mode):
        raise _refusal(path, "is a link or a device, which is never replaced; name an ordinary file")
    if not force:
        raise _refusal(path, _EXISTS)


def _write_durably(path: Path, data: bytes) -> None:
    """Create a file that only its owner can read, and return when its bytes are on the disk."""
    with os.fdopen(_create_for_owner(path), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _create_for_owner(path: Path) -> int:
    """Make a file where there is none, for nobody but its owner, and return its open descriptor."""
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)


def _give_new_name(temporary: Path, path: Path) -> None:
    """Let a finished file appear under its name, unless another file has taken the name meanwhile."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # Memory sticks and some network disks know no second names. There an empty file, which only we can
        # have made, claims the name, and that one is replaced. Other trouble shows again here and is told.
        os.close(_create_for_owner(path))
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink()
            raise


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk too, where the system can; the file itself is already complete."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _has_unwritable_number(value: Any) -> bool:
    """Tell whether a number that JSON cannot hold is anywhere in the value."""
    if isinstance(value, float):
        return not math.isfinite(value)
    if isinstance(value, dict):
        return any(map(_has_unwritable_number, value.values()))
    return isinstance(value, list | tuple) and any(map(_has_unwritable_number, value))


def _refusal(path: Path, reason: str) -> UserError:
    return UserError(f"{safe_text(str(path))} {reason}.")
