"""The nearest known word, for messages that mend a slip of the keyboard."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the closest known word, or the known words themselves where there are few.

    Returns:
        Text to append to a sentence; empty where nothing is close and the list is long.
    """
    from difflib import get_close_matches  # only ever needed to word an error

    words = sorted(known)
    if close := get_close_matches(word, words, n=1, cutoff=0.6):
        return f"; did you mean {close[0]!r}?"
    return f"; known: {', '.join(words)}" if 0 < len(words) <= 12 else ""
