"""On which line of a TOML file a key stands.

`tomllib` tells a line only for what it cannot read. So the file is read statement by statement: what appears when the next
statement is added stands on that statement's line. There is no parser of our own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

KeyPath = tuple[str | int, ...]
"""Keys from the top of the file; the position in a list is a number, from 0."""


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every key and list entry of a TOML file that can be read."""
    lines = text.splitlines(keepends=True)
    found: dict[KeyPath, int] = {}
    begun: int | None = None
    for number, line in enumerate(lines, start=1):
        if begun is None:
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            begun = number
        try:
            parsed = tomllib.loads("".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue  # the statement goes on in the next line
        for path, value in _paths(parsed, ()):
            if path not in found:
                found[path] = _line_of(value, lines, begun, number)
        begun = None
    return found


def _paths(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield (*path, key), entry
            yield from _paths(entry, (*path, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield (*path, index), entry
            yield from _paths(entry, (*path, index))


def _line_of(value: Any, lines: list[str], begun: int, ended: int) -> int:
    """The line of a statement; of a text in a statement of several lines, the line that holds it."""
    if isinstance(value, str):
        quoted = (f'"{value}"', f"'{value}'")
        for number in range(begun, ended + 1):
            if any(text in lines[number - 1] for text in quoted):
                return number
    return begun
