"""The first fault in a text that should be a document: where it is, what it is, and how to mend it.

Only loaded when a text has been refused. Faults name places and keys, never an answer.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from frameworks_core.exchange.json_exactness import MAX_DEPTH, why_not_kept
from frameworks_core.exchange.plain_text import safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FaultError", "find_fault", "line_of"]

_CUT_OFF: Final = "the file ends before its document does; it seems to be cut off, so fetch or save it again"
_TOO_DEEP: Final = (
    f"more than {MAX_DEPTH} objects and lists lie inside one another; check what made this file"
)

_MAX_KEY_SHOWN: Final = 60

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


class FaultError(Exception):
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


def find_fault(text: str) -> None:
    """Go through a text value by value and stop at the first thing that is wrong.

    The walk keeps its own list of open brackets instead of calling itself, so that no nesting can exhaust the
    computer.

    Raises:
        FaultError: Something is wrong.
    """
    brackets: list[_Bracket] = []
    at = _skip_space(text, 0)
    while True:
        # Here a value begins.
        mark = text[at : at + 1]
        if mark in _CLOSES:
            if len(brackets) == MAX_DEPTH:
                raise FaultError(at, _TOO_DEEP)
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
                raise FaultError(at, _why_unexpected(text, at, brackets) or more)
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
        raise FaultError(at, _why_unexpected(text, at, brackets) or "a value is missing here")
    if _NUMBER.fullmatch(word[0]):
        if reason := why_not_kept(word[0]):
            raise FaultError(at, reason)
        return word.end()
    if word[0] in ("true", "false", "null"):
        return word.end()
    raise FaultError(at, _why_unexpected(text, at, brackets) or _why_no_value(word[0]))


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
            raise FaultError(
                at, "half a character (a lone surrogate like \\ud800) is in this text; write it anew"
            )
        return end + 1
    if not stop or _CUT_ESCAPE.match(text, end):
        raise FaultError(len(text), _CUT_OFF)
    if stop == "\\":
        raise FaultError(end, "this backslash begins nothing that JSON knows; for a backslash write two")
    if stop in "\r\n":
        raise FaultError(at, 'this text is not closed on its line; add the ", or write line breaks as \\n')
    raise FaultError(end, "a control character is in this text; write a tab as \\t, take out any other")


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
        raise FaultError(at, _why_unexpected(text, at, brackets) or "a key in quotation marks is missing")
    end = _pass_string(text, at)
    key = json.loads(text[at:end])
    keys = brackets[-1].keys
    if key in keys:
        shown = safe_text(key[:_MAX_KEY_SHOWN]) + ("…" if len(key) > _MAX_KEY_SHOWN else "")
        first = line_of(text, keys[key])
        raise FaultError(
            at, f'the key "{shown}" is already in this object, in line {first}; keep one of them'
        )
    keys[key] = at
    at = _skip_space(text, end)
    if not text.startswith(":", at):
        raise FaultError(
            at, _why_unexpected(text, at, brackets) or "a colon is missing between key and value"
        )
    return _skip_space(text, at + 1)


def _pass_comma(text: str, at: int, brackets: Sequence[_Bracket]) -> int:
    """Pass the comma between two values; give the place of what follows."""
    if not text.startswith(",", at):
        missing = 'a comma is missing before this (or a " inside a text is not written as \\")'
        raise FaultError(at, _why_unexpected(text, at, brackets) or missing)
    following = _skip_space(text, at + 1)
    if text.startswith(_CLOSES[brackets[-1].mark], following):
        raise FaultError(at, "this comma is followed by nothing; take it out")
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
        return f"{char} cannot close the {_NAMES[mark]} that {mark} opened in line {line_of(text, opened)}"
    return None


def _skip_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def line_of(text: str, at: int) -> int:
    """The number of the line a place is in, from 1."""
    return text.count("\n", 0, at) + 1
