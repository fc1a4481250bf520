"""On which line of a TOML file a key stands.

`tomllib` tells a line only for what it cannot read. So the file is read statement by statement: the first lines that can be
read alone are a statement, and what is in it stands where it begins. There is no parser of our own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

KeyPath = tuple[str | int, ...]
"""Keys from the top of the file; the position in a list is a number, from 0."""

_CLOSING = ("]", "}", '"""', "'''")
"""One of these is in the last line of every statement that takes several."""


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every key and list entry of a TOML file that can be read."""
    lines = text.replace("\r\n", "\n").split("\n")  # as TOML counts lines; `splitlines` knows more line ends
    found: dict[KeyPath, int] = {}
    tables = _Tables()
    for begun, ended, parsed in _statements(lines):
        is_header = lines[begun - 1].lstrip().startswith("[")
        paths = tables.opened(parsed) if is_header else _paths(parsed, tables.current)
        for path, value in paths:
            found.setdefault(path, _line_of(value, lines, begun, ended))
    return found


class _Tables:
    """The tables that headers open, and how many entries each list of tables has so far."""

    def __init__(self) -> None:
        self.current: KeyPath = ()
        self._entries: dict[KeyPath, int] = {}

    def opened(self, header: dict[str, Any]) -> list[tuple[KeyPath, Any]]:
        """Enter the table of a header such as `[gather]` or `[[gather.local]]`; every key on the way there."""
        path: KeyPath = ()
        keys: list[KeyPath] = []
        value: Any = header
        while value:
            [(name, value)] = value.items()
            path = (*path, name)
            keys.append(path)
            if isinstance(value, list):  # a header of a list of tables: one entry more
                self._entries[path] = self._entries.get(path, 0) + 1
                value = value[0]
            if path in self._entries:
                path = (*path, self._entries[path] - 1)
                keys.append(path)
        self.current = path
        return [(key, None) for key in keys]


def _statements(lines: list[str]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """The first line, the last line and the content of every statement."""
    begun: int | None = None
    for number, line in enumerate(lines, start=1):
        if begun is None:
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            begun = number
        elif not any(mark in line for mark in _CLOSING):
            continue
        try:
            parsed = tomllib.loads("\n".join(lines[begun - 1 : number]))
        except tomllib.TOMLDecodeError:
            continue  # the statement goes on in the next line
        yield begun, number, parsed
        begun = None


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
