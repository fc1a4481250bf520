"""Word lists that rules read, and how a text is searched for them.

The lists are data (`words/*.toml`), so that a unit can see and change them. A word is found as a whole word, in any
case; what it means where it stands is for a reader to judge, so such rules only warn.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "words"


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of one list."""
    listed = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["words"]
    return tuple(str(word).casefold() for word in listed)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    longest_first = sorted(words(name), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def normal(text: str) -> str:
    """A text for comparing: one line, any case, typewriter apostrophes, no full stop at the end."""
    return " ".join(text.casefold().replace("\u2019", "'").split()).rstrip(".")


def uses(text: str, name: str) -> bool:
    """Whether a text has a word of a list in it."""
    return _pattern(name).search(normal(text)) is not None


def is_only(text: str, name: str) -> bool:
    """Whether a text is an entry of a list and nothing more."""
    return re.sub(r"[,.;:!]+", "", normal(text)).strip() in words(name)
