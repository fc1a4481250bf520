"""The files of a blend as they are read: its own, the one it extends, and so on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import frozen

from frameworks_core.blend.reading.toml_lines import KeyPath, key_lines
from frameworks_core.blend.reading.toml_slips import likely_cause
from frameworks_core.errors import UserError
from frameworks_core.exchange.plain_text import safe_and_short
from frameworks_core.nearest import nearest

_DEEPEST = 10
"""Blends that may extend each other in a row; more is a mistake."""

_BACKSLASH = re.compile("[\\\\\b\t\n\f\r]")
"""A backslash, or what one makes of the letter behind it in double quotation marks."""

_DEEPEST_TABLE = 20
"""Lists and tables that may stand in each other; the file has no use for half of it."""


@frozen(eq=False, slots=False)
class Source:
    """One blend file as it was read."""

    path: Path
    text: str
    raw: dict[str, Any]

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        return key_lines(self.text)

    def line(self, path: KeyPath) -> int | None:
        """The line a key stands on, or else the nearest table around it that the file has."""
        for length in range(len(path), 0, -1):
            if (line := self._lines.get(path[:length])) is not None:
                return line
        return None


@frozen
class Place:
    """A key of one of the files."""

    source: Source
    path: KeyPath

    def shown(self) -> str:
        """File and line, for a message."""
        line = self.source.line(self.path)
        return f"{self.source.path}, line {line}" if line else str(self.source.path)


def chain_of(path: Path, text: str | None) -> Iterator[Source]:
    """The file, the one it extends, and so on."""
    seen: list[Path] = []
    while True:
        if path.resolve() in seen:
            raise UserError(
                f"{path}: this blend extends itself; take out `extends` in one of: {_names(seen)}"
            )
        if len(seen) >= _DEEPEST:
            raise UserError(f"{path}: more than {_DEEPEST} blends extend each other; join some of them")
        seen.append(path.resolve())
        source = _read(path) if text is None else Source(path, text, tomllib.loads(text))
        text = None
        yield source
        base = source.raw.get("extends")
        if not isinstance(base, str):
            return
        path = path.parent / base
        if not _is_file(path):
            raise UserError(
                f"{source.path}, line {source.line(('extends',))}: extends: there is no file {safe_and_short(base)!r}; "
                f"{_how_to_name(base, path, source.path)}"
            )


def _how_to_name(base: str, path: Path, by: Path) -> str:
    """How to mend the name of a base blend that is not there."""
    if _BACKSLASH.search(base):
        return "write / in place of \\, and name it from the folder of this file"
    try:
        there = [one.name for one in path.parent.iterdir() if one.suffix == ".toml" and one.name != by.name]
    except (OSError, ValueError):
        there = []
    close = nearest(path.name, there) if there else ""
    return f"name it from the folder of this file{close if 'did you mean' in close else ''}"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, or a folder that may not be read
        return False


def _names(paths: list[Path]) -> str:
    return ", ".join(path.name for path in paths)


def _read(path: Path) -> Source:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"{path}: there is no such file; check the name and the folder.") from None
    except OSError as error:
        raise UserError(f"{path}: this blend file cannot be read: {error.strerror}") from error
    except ValueError:
        raise UserError(f"{path!s}: this is not a possible file name") from None
    text = _decoded(content, path)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path}: this blend file is not TOML: {error}{likely_cause(error, text)}") from None
    except RecursionError:
        raise UserError(_TOO_DEEP.format(path)) from None
    if _depth(raw) > _DEEPEST_TABLE:
        raise UserError(_TOO_DEEP.format(path))
    return Source(path, text, raw)


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{path}, line {line}: this blend file is not UTF-8 text (byte {error.start}); save it again as UTF-8"
        ) from None


_TOO_DEEP = "{}: this blend file cannot be used: its lists or tables are nested too deeply"


def _depth(raw: dict[str, Any]) -> int:
    """How many lists and tables stand in each other, counted only as far as it matters."""
    level: list[Any] = [raw]
    depth = 0
    while level and depth <= _DEEPEST_TABLE:
        tables = (entry.values() if isinstance(entry, dict) else entry for entry in level)
        level = [value for values in tables for value in values if isinstance(value, dict | list)]
        depth += 1
    return depth
