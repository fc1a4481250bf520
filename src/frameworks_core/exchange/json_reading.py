"""Bytes become a JSON document, or one sentence that says what is wrong, where, and how to mend it.

JSON readers are lenient in ways that lose words: of two answers under one key they keep the last, a number
with too many digits is rounded, one too large becomes infinite. A record about a child must not change by
being read, so whatever cannot be kept exactly is refused here. Refusals name lines and keys, never an answer.

Reading goes three ways, from fast to thorough:

1. orjson reads the bytes and writes them back. If that gives the same bytes, nothing was lost.
2. Otherwise the standard library reads them again, watching every key and number.
3. If either refuses, a walk over the text finds the first fault and its line. The walk keeps its own list of
   open brackets instead of calling itself, so that no nesting can exhaust the computer.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import orjson

from frameworks_core.errors import UserError
from frameworks_core.exchange.plain_text import safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MAX_BYTES", "parse", "read_bytes"]

MAX_BYTES: Final = 50 * 1024 * 1024
"""The most that is read. A full record is some tens of kilobytes."""

_MAX_DEPTH: Final = 100
"""How many brackets may be open at once. A document opens fewer than ten."""

_NO_MEMORY: Final = "this could not be read, most likely for want of memory; check that it is the right file"
_CUT_OFF: Final = "the file ends before its document does; it seems to be cut off, so fetch or save it again"
_TOO_DEEP: Final = (
    f"more than {_MAX_DEPTH} objects and lists lie inside one another; check what made this file"
)

_MAX_NUMBER_LENGTH: Final = 1000
"""Characters of one number; longer ones are hostile, and slow to compute with."""

_MAX_KEY_SHOWN: Final = 60

_CONTAINERS: Final = frozenset({dict, list})
_CLOSES: Final = {"{": "}", "[": "]"}
_NAMES: Final = {"{": "object", "[": "list"}

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_WORD: Final = re.compile(r"[^\s\"'{}\[\],:]+")
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_SPECIAL: Final = re.compile(r'["\\\x00-\x1f]')
_ESCAPES: Final = re.compile(r'(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})){1,999}')  # bounded: a match costs memory
_CUT_ESCAPE: Final = re.compile(r"\\(?:u[0-9A-Fa-f]{0,3})?\Z")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_OTHER_QUOTES: Final = "'`\u00b4\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
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
    """Tell whether more than `_MAX_DEPTH` objects and lists lie inside one another, level by level."""
    # Exact types are all that a reader makes, and twice as fast to compare as `isinstance`.
    level: Sequence[Any] = [document] if type(document) in _CONTAINERS else ()
    for _ in range(_MAX_DEPTH):
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
    if _why_not_kept(literal):
        raise _InexactError
    return float(literal) if "." in literal or "e" in literal.lower() else int(literal)


_THOROUGH: Final = json.JSONDecoder(
    object_pairs_hook=_object_of, parse_float=_number_of, parse_int=_number_of
)


def _why_not_kept(literal: str) -> str | None:
    """Say why a number cannot be kept as it is written, and how to mend that; None if it can."""
    too_large = "this number is too large to be kept; if it is a reference, put it in quotation marks"
    too_long = "this number has more digits than can be kept; write at most 15, or put it in quotation marks"
    if len(literal) > _MAX_NUMBER_LENGTH:
        return too_long
    if literal.lstrip("-").isdigit():
        return None if -(2**63) <= int(literal) < 2**64 else too_large
    value = float(literal)
    if value in (float("inf"), float("-inf")):
        return too_large
    return None if _decimal_digits(literal) == _decimal_digits(repr(value)) else too_long


def _decimal_digits(literal: str) -> tuple[str, int]:
    """Give a decimal number as its digits and a power of ten, the same for every way to write the number."""
    mantissa, _, power = literal.lower().lstrip("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    kept = digits.rstrip("0")
    if not kept:
        return "", 0
    return kept, int(power or 0) - len(fraction) + len(digits) - len(kept)


class _FaultError(Exception):
    """The first place where a text stops being a document, and what is wrong there."""

    def __init__(self, at: int, what: str) -> None:
        super().__init__(what)
        self.at = at
        self.what = what


class _Bracket(NamedTuple):
    """A bracket that is open: which, where, and the keys met in it so far with their places."""

    mark: str
    at: int
    keys: dict[str, int]


def _explain(data: bytes, name: str) -> UserError:
    """Find what is wrong with bytes that could not be read exactly."""
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
        _walk(text)
    except _FaultError as fault:
        column = fault.at - text.rfind("\n", 0, fault.at)
        return _refusal(name, fault.what, line=_line(text, fault.at), column=column)
    # orjson reports want of memory as a fault of the text.
    return _refusal(name, _NO_MEMORY)


def _walk(text: str) -> None:
    """Go through a text value by value and stop at the first thing that is wrong.

    Raises:
        _FaultError: Something is wrong.
    """
    brackets: list[_Bracket] = []
    at = _skip_space(text, 0)
    while True:
        # Here a value begins.
        mark = text[at : at + 1]
        if mark in _CLOSES:
            if len(brackets) == _MAX_DEPTH:
                raise _FaultError(at, _TOO_DEEP)
            brackets.append(_Bracket(mark, at, {}))
            at = _skip_space(text, at + 1)
            if text[at : at + 1] != _CLOSES[mark]:
                at = _pass_key(text, at, brackets) if mark == "{" else at
                continue
        else:
            at = _skip_space(text, _pass_scalar(text, at, brackets))
        # Here a value has ended, and perhaps the brackets around it.
        while brackets and text[at : at + 1] == _CLOSES[brackets[-1].mark]:
            brackets.pop()
            at = _skip_space(text, at + 1)
        if not brackets:
            if at < len(text):
                more = "more text follows the end of the document; take it out, as a file holds one document"
                raise _FaultError(at, _why_unexpected(text, at, brackets) or more)
            return
        at = _pass_comma(text, at, brackets)
        if brackets[-1].mark == "{":
            at = _pass_key(text, at, brackets)


def _pass_scalar(text: str, at: int, brackets: Sequence[_Bracket]) -> int:
    """Pass a text, a number, true, false or null; give the place behind it."""
    if text.startswith('"', at):
        return _pass_string(text, at)
    word = _WORD.match(text, at)
    if not word:
        raise _FaultError(at, _why_unexpected(text, at, brackets) or "a value is missing here")
    if _NUMBER.fullmatch(word[0]):
        if reason := _why_not_kept(word[0]):
            raise _FaultError(at, reason)
        return word.end()
    if word[0] in ("true", "false", "null"):
        return word.end()
    raise _FaultError(at, _why_unexpected(text, at, brackets) or _why_no_value(word[0]))


def _why_no_value(word: str) -> str:
    """Say why a word is no value, without repeating it: it may be an answer."""
    folded = word.lower()
    if folded in ("true", "false", "null", "none"):
        return "JSON knows true, false and null, in small letters; leave out what has no answer"
    if folded.lstrip("+-") in ("nan", "inf", "infinity"):
        return "NaN and Infinity are not numbers in JSON; leave the answer out, or write a number"
    if folded[0] in "+-.0123456789":
        return "this is not a number like 7, -7 or 7.5; if it is a date or a text, put it in quotation marks"
    return "this is neither a number nor a text in quotation marks"


def _pass_string(text: str, at: int) -> int:
    """Pass a text in quotation marks; give the place behind it."""
    end = _end_of_content(text, at + 1)
    stop = text[end : end + 1]
    if stop == '"':
        if "\\u" in text[at:end] and _LONE_SURROGATE.search(json.loads(text[at : end + 1])):
            raise _FaultError(
                at, "half a character (a lone surrogate like \\ud800) is in this text; write it anew"
            )
        return end + 1
    if not stop or _CUT_ESCAPE.match(text, end):
        raise _FaultError(len(text), _CUT_OFF)
    if stop == "\\":
        raise _FaultError(end, "this backslash begins nothing that JSON knows; for a backslash write two")
    if stop in "\r\n":
        raise _FaultError(at, 'this text is not closed on its line; add the ", or write line breaks as \\n')
    raise _FaultError(end, "a control character is in this text; write a tab as \\t, take out any other")


def _end_of_content(text: str, at: int) -> int:
    """Give the place where a text in quotation marks closes, or cannot go on."""
    while special := _SPECIAL.search(text, at):
        escapes = _ESCAPES.match(text, special.start())
        if not escapes:
            return special.start()
        at = escapes.end()
    return len(text)


def _pass_key(text: str, at: int, brackets: Sequence[_Bracket]) -> int:
    """Pass a key and its colon; give the place of the value."""
    if not text.startswith('"', at):
        raise _FaultError(at, _why_unexpected(text, at, brackets) or "a key in quotation marks is missing")
    end = _pass_string(text, at)
    key = json.loads(text[at:end])
    keys = brackets[-1].keys
    if key in keys:
        shown = safe_text(key[:_MAX_KEY_SHOWN]) + ("…" if len(key) > _MAX_KEY_SHOWN else "")
        first = _line(text, keys[key])
        raise _FaultError(
            at, f'the key "{shown}" is already in this object, in line {first}; keep one of them'
        )
    keys[key] = at
    at = _skip_space(text, end)
    if not text.startswith(":", at):
        raise _FaultError(
            at, _why_unexpected(text, at, brackets) or "a colon is missing between key and value"
        )
    return _skip_space(text, at + 1)


def _pass_comma(text: str, at: int, brackets: Sequence[_Bracket]) -> int:
    """Pass the comma between two values; give the place of what follows."""
    if not text.startswith(",", at):
        missing = 'a comma is missing before this (or a " inside a text is not written as \\")'
        raise _FaultError(at, _why_unexpected(text, at, brackets) or missing)
    following = _skip_space(text, at + 1)
    if text.startswith(_CLOSES[brackets[-1].mark], following):
        raise _FaultError(at, "this comma is followed by nothing; take it out")
    return following


def _why_unexpected(text: str, at: int, brackets: Sequence[_Bracket]) -> str | None:
    """Say what commonly goes wrong where something else was expected; None if it is nothing common."""
    char = text[at : at + 1]
    if not char:
        return _CUT_OFF
    if char in _OTHER_QUOTES:
        return 'texts and keys stand in straight double quotation marks ("), not in others; change these'
    if char == "#" or text.startswith(("//", "/*"), at):
        return "JSON has no comments; take this one out"
    if char.isspace() or not char.isprintable():
        return f"an invisible character (U+{ord(char):04X}) stands here; take it out"
    if char in "]}" and brackets and char != _CLOSES[brackets[-1].mark]:
        mark, opened, _ = brackets[-1]
        return f"{char} cannot close the {_NAMES[mark]} that {mark} opened in line {_line(text, opened)}"
    return None


def _skip_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


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
