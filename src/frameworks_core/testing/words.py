"""Hypothesis strategies for what people write: texts that are never blank, in many shapes and scripts."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

HIDDEN_ADDRESS = "7 Hidden Lane, Nowhere"
"""The one address that is ever protected, so that texts can be made to give it away."""

_TRICKY = (
    "No.",
    "yes",
    "null",
    "p1",
    "0",
    "2026-03-02",
    '"I want my own bed," she said.',
    "It's \\ a back\\slash",
    "First line\nsecond line",
    "A paragraph.\n\nAnother paragraph.\n",
    "  spaces before and after  ",
    "\ttab\r\nand a Windows line end",
    "- a list\n- of two",
    "# Not a heading",
    "/answers/child_words",
    "{id} {plain} %s ${x}",
    "<script>alert(1)</script> & so on",
    "=1+1",
    "Zażółć gęślą jaźń",
    "אני רוצה הביתה",
    "\u202eright to left\u202c",
    "میں گھر جانا چاہتا ہوں",
    "我想回家",
    "e\u0301 is not \u00e9",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 and \U0001f3e0",
    "zero\u200bwidth and no-break\u00a0space",
    "line\u2028separator",
    f"They moved to {HIDDEN_ADDRESS.lower()}.",
)
_FIRST_DAY = date(1990, 1, 1)
_DAYS = 14_600


@cache
def texts() -> SearchStrategy[str]:
    """Texts that are never blank: short and long, with line breaks, quotes and many scripts."""
    letters = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
    free = st.text(letters, min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
    tricky = st.sampled_from(_TRICKY)
    return st.one_of(tricky, free, st.builds(_long, tricky, free, st.integers(5, 60)))


@cache
def lines() -> SearchStrategy[str]:
    """Texts of one line."""
    return texts().map(lambda text: " ".join(text.split()))


@cache
def dates() -> SearchStrategy[str]:
    """Days as YYYY-MM-DD, from 1990 for some forty years."""
    return st.integers(0, _DAYS).map(lambda days: (_FIRST_DAY + timedelta(days=days)).isoformat())


@cache
def event_dates() -> SearchStrategy[str]:
    """Days, months and years."""
    return st.builds(lambda day, length: day[:length], dates(), st.sampled_from((10, 7, 4)))


def _long(word: str, free: str, times: int) -> str:
    return f"{word} {free}. " * times
