"""Text that came from outside, made safe to show on a terminal.

A file name, a key or an answer may hold characters that a terminal obeys instead of showing: escape sequences
that move the cursor or rename the window, marks that reverse the reading order, letters of no width. They can
hide or forge part of a message. Here each becomes a visible mark, its Unicode number in small angle brackets.
Ordinary writing in any script is left alone; so are variation selectors, which emoji and names may need.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["safe_and_short", "safe_text"]

_LONGEST: Final = 120
"""Characters of a text that anybody may have typed which are shown in a message."""

_DANGEROUS_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

# Letters, marks and unassigned characters, as Unicode sees them, that every display leaves blank.
_INVISIBLE: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2065\u3164\uffa0\ufff0-\ufff8"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)


def safe_text(text: str, *, multiline: bool = False) -> str:
    """Make a text safe to print on a terminal.

    Args:
        text: Any text, also one with lone surrogates (as a file name that is not UTF-8 has).
        multiline: Keep line ends and tabs. Otherwise each becomes a space, and the text stays on its line. A
            Windows line end counts as one line end; a lone carriage return, which overwrites the line, is
            never kept.

    Returns:
        The text with each control, format or invisible character or lone surrogate as a visible mark.
        Making it safe a second time changes nothing.
    """
    # `isprintable` is true of nearly every line and runs at the speed of C.
    line_ends_apart = text.replace("\n", "") if multiline else text
    if line_ends_apart.isprintable() and not _INVISIBLE.search(text):
        return text
    return "".join(_shown(char, multiline=multiline) for char in text.replace("\r\n", "\n"))


def _shown(char: str, *, multiline: bool) -> str:
    """Give one character as it may be printed."""
    if char in "\n\t":
        return char if multiline else " "
    if unicodedata.category(char) in _DANGEROUS_CATEGORIES or _INVISIBLE.match(char):
        return f"\u2039U+{ord(char):04X}\u203a"
    return char


def safe_and_short(text: str) -> str:
    """One line of a text that anybody may have typed: safe to show, and never so long that it hides the rest."""
    shown = safe_text(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
