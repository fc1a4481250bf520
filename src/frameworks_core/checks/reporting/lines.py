"""Lines of text for people."""

from __future__ import annotations

import textwrap

from frameworks_core.exchange.plain_text import safe_text


def wrapped(text: str, width: int, *, first: str = "", hanging: str = "") -> list[str]:
    """The text in lines of at most `width` characters, safe to print; no word, file name or code is broken.

    Args:
        text: One paragraph; spaces at its beginning indent all of its lines.
        width: Characters a line may have.
        first: What the first line begins with.
        hanging: What the others begin with.
    """
    indent = text[: len(text) - len(text.lstrip(" "))]
    return textwrap.wrap(
        safe_text(text.strip(" ")),
        width,
        initial_indent=first + indent,
        subsequent_indent=hanging + indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def numbered(count: int, one: str, many: str) -> str:
    """`1 child`, `2 children`."""
    return f"{count} {one if count == 1 else many}"
