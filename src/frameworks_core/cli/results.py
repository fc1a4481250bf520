"""Where results go: standard output, or a file written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from frameworks_core.exchange.file_writing import dumps, write_atomically

MOST_COLUMNS = 110
"""Wider lines are hard to read, however wide the terminal."""


def write(text: str | bytes, output: Path | None = None, *, force: bool = False) -> None:
    """Write a result to a file, or to standard output with a final line end."""
    data = text.encode() if isinstance(text, str) else text
    if data and not data.endswith(b"\n"):
        data += b"\n"
    if output is not None and str(output) != "-":
        write_atomically(output, data, force=force)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def write_json(value: Any, output: Path | None = None, *, force: bool = False) -> None:
    """Write a JSON value as a result."""
    write(dumps(value), output, force=force)


def say(text: str) -> None:
    """Tell the person at the keyboard something that is not a result."""
    sys.stderr.write(text if text.endswith("\n") else f"{text}\n")


def width() -> int:
    """How many characters a line of output may have."""
    return min(shutil.get_terminal_size((100, 24)).columns, MOST_COLUMNS)


def in_colour(output: Path | None = None) -> bool:
    """Whether a result may hold terminal colours: only on a terminal, and not where NO_COLOR asks for none."""
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
