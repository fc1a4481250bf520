"""Where results go: standard output, or a file written whole or not at all.

What goes to a stream may end on a terminal, which obeys some characters instead of showing them. Texts show
these as visible marks; JSON escapes them, which changes no value. A file gets the bytes as they are.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from frameworks_core.cli.streams import write_bytes, write_error
from frameworks_core.exchange.file_writing import dumps, write_atomically
from frameworks_core.exchange.plain_text import safe_text

LEAST_COLUMNS, MOST_COLUMNS = 40, 110
"""Wider lines are hard to read, however wide the terminal; in narrower ones no sentence has room."""

_OBEYED = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""What a terminal obeys or hides, and JSON need not escape; all that JSON must escape is escaped already."""


def write(text: str, output: Path | None = None, *, force: bool = False) -> None:
    """Write a report that is safe to show, to a file or to standard output, with a final line end."""
    if text and not text.endswith("\n"):
        text += "\n"
    if output is not None and str(output) != "-":
        write_atomically(output, text.encode(), force=force)
    else:
        write_bytes(text.encode())


def write_text(text: str) -> None:
    """Write a text for people to standard output; what a terminal would obey becomes a visible mark."""
    write(safe_text(text, multiline=True))


def write_json(value: Any, output: Path | None = None, *, force: bool = False) -> None:
    """Write a JSON value as a result."""
    if output is not None and str(output) != "-":
        write_atomically(output, dumps(value), force=force)
    else:
        write_bytes(json_for_a_stream(value).encode())


def json_for_a_stream(value: Any) -> str:
    """A JSON value as text that a terminal can only show."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", dumps(value).decode())


def say(text: str) -> None:
    """Tell the person at the keyboard something that is not a result."""
    write_error(safe_text(text, multiline=True))


def width() -> int:
    """How many characters a line of output may have."""
    return max(LEAST_COLUMNS, min(shutil.get_terminal_size((100, 24)).columns, MOST_COLUMNS))


def in_colour(output: Path | None = None) -> bool:
    """Whether a result may hold terminal colours: only on a terminal, and not where NO_COLOR asks for none."""
    to_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    return to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
