"""Bytes become a JSON document, or one sentence that says what is wrong, where, and how to mend it.

JSON readers are lenient in ways that lose words: of two answers under one key they keep the last, a number
with too many digits is rounded, one too large becomes infinite. A record about a child must not change by
being read, so whatever cannot be kept exactly is refused here. Refusals name lines and keys, never an answer.

Reading goes three ways, from fast to thorough:

1. orjson reads the bytes and writes them back. If that gives the same bytes, nothing was lost.
2. Otherwise the standard library reads them again, watching every key and number.
3. If either refuses, a walk over the text finds the first fault and its line (`json_faults`).
"""

from __future__ import annotations

import codecs
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import orjson

from frameworks_core.errors import UserError
from frameworks_core.exchange.json_exactness import MAX_DEPTH, why_not_kept
from frameworks_core.exchange.plain_text import safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MAX_BYTES", "parse", "read_bytes"]

MAX_BYTES: Final = 50 * 1024 * 1024
"""The most that is read. A full record is some tens of kilobytes."""

_NO_MEMORY: Final = "this could not be read, most likely for want of memory; check that it is the right file"
_CONTAINERS: Final = frozenset({dict, list})
_UTF_16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OTHER_KINDS: Final = {
    b"PK\x03\x04": "a Word, Excel or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"%PDF": "a PDF file",
    b"{\\rtf": "a rich text file",
    b"\x1f\x8b": "a compressed file",
    b"<": "a web page or XML file",
}


def read_bytes(path: str) -> bytes:
    """Read a whole file, or the standard input.

    Args:
        path: The file as the user named it; "-" is the standard input.

    Raises:
        UserError: There is no such file, it is a folder, may not be read, or is larger than `MAX_BYTES`.
    """
    try:
        data = _read_standard_input() if path == "-" else _read_file(path)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    return data


def parse(data: bytes, name: str) -> dict[str, Any]:
    """Turn the bytes of a file into a document, exactly as they are.

    A UTF-8 byte order mark at the start is accepted: Windows programs write it, and it carries no meaning.

    Args:
        data: The bytes, UTF-8.
        name: What the user calls the file, for the error message; "-" is the standard input.

    Returns:
        The one object that the file holds, with its keys in their order. Whole numbers are within 64 bits, no
        number was rounded, no key was there twice, at most 100 objects and lists lie inside one another.

    Raises:
        UserError: The bytes are not such a document; says what is wrong, in which line, and how to mend it.
    """
    try:
        try:
            document = _read_exactly(data.removeprefix(codecs.BOM_UTF8))
        except (json.JSONDecodeError, _InexactError, RecursionError):  # orjson's error is a JSONDecodeError
            raise _explain(data, name) from None
    except MemoryError:
        raise _refusal(name, _NO_MEMORY) from None
    if not isinstance(document, dict):
        raise _refusal(
            name, f"a document is one object, in curly brackets {{ }}, and this is {_kind(document)}"
        )
    return document


class _InexactError(Exception):
    """Something in the file would be lost or changed by reading it; the walk will say what and where."""


def _read_exactly(data: bytes) -> Any:
    """Read JSON, the fast way if it proves that nothing was lost, otherwise the thorough way.

    Raises:
        json.JSONDecodeError: This is not JSON.
        _InexactError: This is JSON, but it cannot be kept exactly, or is nested too deeply.
        RecursionError: As `_InexactError`, nested too deeply.
    """
    document = orjson.loads(data)
    if _is_too_deep(document):
        raise _InexactError
    # The fast way. Of two equal keys orjson keeps the last, and it rounds numbers; but then what it writes
    # differs from what it read. So if it writes back these very bytes, indented or compact, nothing was lost.
    layout = orjson.OPT_INDENT_2 if data[1:2] == b"\n" else 0
    if data.endswith(b"\n"):
        layout |= orjson.OPT_APPEND_NEWLINE
    if orjson.dumps(document, option=layout) == data:
        return document
    return _THOROUGH.decode(data.decode())


def _is_too_deep(document: Any) -> bool:
    """Tell whether more than `MAX_DEPTH` objects and lists lie inside one another, level by level."""
    # Exact types are all that a reader makes, and twice as fast to compare as `isinstance`.
    level: Sequence[Any] = [document] if type(document) in _CONTAINERS else ()
    for _ in range(MAX_DEPTH):
        if not level:
            return False
        level = [
            child
            for parent in level
            for child in (parent.values() if type(parent) is dict else parent)
            if type(child) in _CONTAINERS
        ]
    return bool(level)


def _object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its keys and values, unless two keys are the same."""
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _InexactError
    return result


def _number_of(literal: str) -> int | float:
    """Make a number of its digits, unless it would change."""
    if why_not_kept(literal):
        raise _InexactError
    return float(literal) if "." in literal or "e" in literal.lower() else int(literal)


_THOROUGH: Final = json.JSONDecoder(
    object_pairs_hook=_object_of, parse_float=_number_of, parse_int=_number_of
)


def _explain(data: bytes, name: str) -> UserError:
    """Find what is wrong with bytes that could not be read exactly."""
    from frameworks_core.exchange.json_faults import FaultError, find_fault, line_of

    body = data.removeprefix(codecs.BOM_UTF8)
    if not body.strip(b" \t\r\n\0"):
        return _refusal(name, "this is empty; a document was expected, so check that it is the right file")
    for start, kind in _OTHER_KINDS.items():
        if body.startswith(start):
            return _refusal(name, f"this is {kind}, not JSON; check that it is the right file")
    if body.startswith(_UTF_16_MARKS) or b"\0" in body[:2]:
        return _refusal(name, "this is UTF-16 text; save it again with the encoding UTF-8")
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        offset = error.start + len(data) - len(body)
        what = f"this is not UTF-8 text, from byte offset {offset} on; save it again with the encoding UTF-8"
        return _refusal(name, what, line=line)
    try:
        find_fault(text)
    except FaultError as fault:
        column = fault.at - text.rfind("\n", 0, fault.at)
        return _refusal(name, fault.what, line=line_of(text, fault.at), column=column)
    # orjson reports want of memory as a fault of the text.
    return _refusal(name, _NO_MEMORY)


def _kind(value: Any) -> str:
    """Name what a JSON value is, without repeating it."""
    names = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _read_standard_input() -> bytes:
    if sys.stdin is None:  # so Python says that it was started without one
        raise ValueError
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _read_file(path: str) -> bytes:
    with Path(path).open("rb") as file:
        # A file tells its size before it is read. A pipe does not, so one byte too many settles it.
        if os.fstat(file.fileno()).st_size > MAX_BYTES:
            raise _too_large(path)
        return file.read(MAX_BYTES + 1)


def _too_large(path: str) -> UserError:
    limit = MAX_BYTES // 1024**2
    return _refusal(
        path, f"this is larger than {limit} MB, the most that is read; check that it is the right file"
    )


def _unreadable(path: str, error: OSError | ValueError) -> UserError:
    """Say why a file could not be read, and how to mend that."""
    if path == "-":
        why = "nothing can be read there; name a file, or pass a document in with |"
    elif not path:
        why = "no file was named; name one, or - for the standard input"
    elif isinstance(error, FileNotFoundError):
        why = "there is no such file; check the name and the folder"
    elif _is_folder(path):
        why = "this is a folder; name one file in it"
    elif isinstance(error, PermissionError):
        why = "you have no permission to read this file; ask its owner, or copy it to a folder of your own"
    elif isinstance(error, OSError):
        why = f"the file could not be read ({error.strerror or 'unknown cause'}); check the path and the disk"
    else:  # a null character in the path
        why = "this is not a possible file name; check it"
    return _refusal(path, why)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:  # whatever kept us from reading keeps us from knowing
        return False


def _refusal(name: str, what: str, *, line: int = 0, column: int = 0) -> UserError:
    """Put a refusal into its one sentence: where, what, and how to mend it."""
    place = "standard input" if name == "-" else safe_text(name) or "(no name)"
    place += f", line {line}" if line else ""
    place += f", column {column}" if column else ""
    return UserError(f"{place}: {what}.")
