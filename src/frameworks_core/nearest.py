"""The nearest known word, for messages that mend a slip of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIGNS = re.compile("[^a-z0-9]+")


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the closest known word, or the known words themselves where there are few.

    Returns:
        Text to append to a sentence; empty where nothing is close and the list is long.
    """
    from difflib import get_close_matches  # only ever needed to word an error

    words = sorted(known)
    if close := get_close_matches(word, words, n=1, cutoff=0.6) or _written_otherwise(word, words):
        return f"; did you mean {close[0]!r}?"
    return f"; known: {', '.join(words)}" if 0 < len(words) <= 12 else ""


def _written_otherwise(word: str, words: Iterable[str]) -> list[str]:
    """The first known word that has all the parts of this one, in small letters and whatever stands between them."""
    parts = _parts(word)
    return [one for one in words if parts and parts <= _parts(one)][:1]


def _parts(word: str) -> set[str]:
    return set(filter(None, _SIGNS.split(word.lower())))
