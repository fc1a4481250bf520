"""Texts and tables in lines of a given width; ids and paths stay whole, even where they run over."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

_LAST_ROOM = 20
"""Characters the last column needs to stand beside the others."""


def wrapped(text: str, width: int, *, first: str = "", hanging: str = "") -> list[str]:
    """A text in lines of at most `width` characters: `first` before the first, `hanging` before the others."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=hanging,
        break_on_hyphens=False,
        break_long_words=False,
    )


def table(rows: Iterable[Sequence[str]], width: int) -> list[str]:
    """Rows in columns; the last column holds texts, and goes below where `width` leaves it no room beside."""
    rows = list(rows)
    widths = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)][:-1]
    beside = width - sum(widths) >= _LAST_ROOM
    lines: list[str] = []
    for *cells, text in rows:
        row = "".join(cell.ljust(size) for cell, size in zip(cells, widths, strict=True))
        if beside:
            lines.extend(wrapped(text, width, first=row, hanging=" " * len(row)))
        else:
            lines.append(row.rstrip())
            lines.extend(wrapped(text, width, first="    ", hanging="    "))
    return lines
