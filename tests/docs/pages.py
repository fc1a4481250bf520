"""Pages of the documentation, taken apart into what can be checked, and recorded again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any

from attrs import frozen

ROOT = Path(__file__).parents[2]
RECORD_AGAIN = "pytest tests/docs --snapshot-update"

_FENCE = re.compile(r"```(\w*)\s*(.*)")
_FILE = re.compile(r"(Put into )?`([^`\s]+)`:")
_BEGIN = re.compile(r"<!-- generated: (\w+) -->")
_END = "<!-- end -->"
_CELL = re.compile(r"(?<!\\)\|")


@frozen
class Block:
    """One fenced block.

    Attributes:
        kind: The language after the fence.
        words: What else stands after the fence: what the block is to be checked as.
        file: The file named on the line before it, if that line names nothing else.
        joins: Whether that line says to put it into the file, beside what the file has.
        first: Index of the block's first line in the page.
        lines: The block.
    """

    kind: str
    words: str
    file: str | None
    joins: bool
    first: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def value(self) -> Any:
        """The block as JSON."""
        return json.loads(self.text)


class Page:
    """A page of the documentation. What a test records in it is compared, or written with `--snapshot-update`."""

    def __init__(self, path: Path, *, record: bool) -> None:
        self.path = path
        self._record = record
        self.lines = path.read_text(encoding="utf-8").splitlines()

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    def blocks(self, kind: str | None = None) -> list[Block]:
        return [block for block in self._blocks() if kind in (None, block.kind)]

    def _blocks(self) -> Iterator[Block]:
        opened = first = None
        for index, line in enumerate(self.lines):
            if opened is None and (opened := _FENCE.fullmatch(line)):
                first = index + 1
            elif opened and line == "```":
                assert first is not None
                before = next((text for text in reversed(self.lines[: first - 1]) if text.strip()), "")
                named = _FILE.fullmatch(before)
                lines = tuple(self.lines[first:index])
                file, joins = (named[2], bool(named[1])) if named else (None, False)
                yield Block(opened[1], opened[2], file, joins, first, lines)
                opened = None
        assert opened is None, f"{self.name}: the block of line {first} is never closed"

    def table(self, heading: str) -> list[list[str]]:
        """The cells of the first table under a heading, without its header."""
        start = next((i for i, line in enumerate(self.lines) if line.lstrip("# ") == heading != line), None)
        assert start is not None, f"{self.name} has no heading {heading!r}"
        rows: list[list[str]] = []
        for line in self.lines[start + 1 :]:
            if line.startswith("|"):
                rows.append(
                    [cell.strip().replace("\\|", "|") for cell in _CELL.split(line.strip().strip("|"))]
                )
            elif rows or line.startswith("#"):
                break
        assert len(rows) > 2, f"{self.name}: no table under {heading!r}"
        return rows[2:]

    def settle(self, recorded: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> None:
        """Compare each passage (first line, lines) with what it has to be; or write it, if asked to record."""
        stale = [(first, old, new) for first, old, new in recorded if list(old) != list(new)]
        if self._record:
            for first, old, new in sorted(stale, reverse=True, key=lambda passage: passage[0]):
                self.lines[first : first + len(old)] = new
            if stale:
                self.path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")
            return
        told = [
            "\n".join((f"{self.name}, line {first + 1}", *unified_diff(old, new, "page", "now", lineterm="")))
            for first, old, new in stale
        ]
        assert not told, "\n\n".join(("", *told, f"to mend it: {RECORD_AGAIN}"))

    def settle_generated(self, parts: dict[str, Sequence[str]]) -> None:
        """Compare what stands between `<!-- generated: NAME -->` and `<!-- end -->`, or write it."""
        passages = []
        for index, line in enumerate(self.lines):
            if begin := _BEGIN.fullmatch(line):
                end = self.lines.index(_END, index)
                wanted = ["", *parts[begin[1]], ""]
                passages.append((index + 1, self.lines[index + 1 : end], wanted))
        assert len(passages) == len(parts), f"{self.name}: a part has no place, or two: {sorted(parts)}"
        self.settle(passages)


def codes(text: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", text)
