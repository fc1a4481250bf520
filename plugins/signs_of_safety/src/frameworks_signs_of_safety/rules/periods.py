"""Days, months and years as people write them: the span of time a text speaks of."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WRITTEN = re.compile(
    rf"""
      (?<!\d)(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)(?:-(?P<d1>\d\d))?(?!\d)      # 2026-03-01, 2026-03
    | (?<!\d)(?P<d2>\d\d?)/(?P<m2>\d\d?)/(?P<y2>(?:19|20)\d\d)(?!\d)         # 1/3/2026
    | (?:(?<!\d)(?P<d3>\d\d?)(?:st|nd|rd|th)?\s+)?\b{_MONTH}\s+(?P<y3>(?:19|20)\d\d)(?!\d)   # 1 March 2026, March 2026
    | (?<!\w)(?P<y4>(?:19|20)\d\d)(?!\w)                                     # 2026
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Period(NamedTuple):
    """The first and the last day that a written date can mean."""

    first: date
    last: date


def periods_in(text: str) -> tuple[Period, ...]:
    """Every date in a text that has a year, in its order; what is no day of the calendar is passed over."""
    found = (_period(match) for match in _WRITTEN.finditer(text))
    return tuple(period for period in found if period)


def _period(match: re.Match[str]) -> Period | None:
    part = match.groupdict()
    year = int(part["y1"] or part["y2"] or part["y3"] or part["y4"])
    month = int(part["m1"] or part["m2"] or 0) or _month(part["month"])
    on = part["d1"] or part["d2"] or part["d3"]
    try:
        if on:
            return Period(date(year, month, int(on)), date(year, month, int(on)))
        first, last = (month, month) if month else (1, 12)
        return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    except ValueError:
        return None


def _month(name: str | None) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1 if name else 0
