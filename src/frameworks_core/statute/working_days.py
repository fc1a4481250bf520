"""Working days in England: Monday to Friday without bank holidays and the substitute days they move to.

**Convention.** A period of n working days counts the day after its start as day 1. This is our reading (D);
the guidance says how many days, not how to count them. A referral on Monday 2 March 2026 has its day 1 on 3
March and its day 45 on 7 May. After a start on a weekend or a bank holiday, day 1 is the next working day.

**The off-by-one trap.** The open census validator of the sector offsets by n - 1, which counts the start day
itself as day 1: from a start on a working day, its day 45 is our day 44. Never compare its dates with these
day for day.

**The trap of two clocks.** Guidance counts from the referral, the census from the day the assessment actually
started. The statute packs say which; nothing here assumes either.

Bank holidays come from the `holidays` library, imported when the first date is asked for and not before.
"""

from __future__ import annotations

import functools
from datetime import date, timedelta

from frameworks_core.errors import UserError

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@functools.cache
def _bank_holidays(year: int) -> frozenset[int]:
    """Ordinals of England's bank holidays in one year, substitute days and one-off holidays included."""
    try:
        import holidays
    except ModuleNotFoundError as missing:
        if missing.name != "holidays":
            raise
        raise UserError(
            "working days need the calendar of bank holidays, which is not installed; "
            "install it with: pip install frameworks-core[dates]"
        ) from missing
    calendar = holidays.country_holidays("GB", subdiv="ENG", years=year)
    if not calendar.start_year <= year <= calendar.end_year:
        raise UserError(
            f"bank holidays are known from {calendar.start_year} to {calendar.end_year}, and a date to be "
            "counted in working days lies outside; check the year it was written with"
        )
    return frozenset(day.toordinal() for day in calendar)


def is_working_day(day: date) -> bool:
    """Whether people work on that day in England: no Saturday, no Sunday, no bank holiday, no substitute day.

    Raises:
        UserError: The library of bank holidays is missing, or knows nothing about that year.
    """
    return day.weekday() < SATURDAY and day.toordinal() not in _bank_holidays(day.year)


def add_working_days(start: date, n: int) -> date:
    """The n-th working day after `start`: the last day of a period of n working days.

    The day after `start` is day 1 if it is a working day; `start` itself never counts (see the off-by-one
    trap above). The result is a working day, except that zero days after `start` is `start`, whatever day
    that is.

    Args:
        start: The day the period starts from, such as the day of the referral.
        n: How many working days; not negative.

    Raises:
        ValueError: `n` is negative.
        UserError: The library of bank holidays is missing, or knows nothing about that year.
    """
    if n < 0:
        raise ValueError(f"a period cannot last {n} working days")
    day = start
    try:
        for _ in range(n):
            day += ONE_DAY
            while not is_working_day(day):
                day += ONE_DAY
    except OverflowError:
        raise UserError(f"the calendar ends before {n} working days after {start}; check the year") from None
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days after `start` are over when `end` is: the day number of `end`.

    Counts the working days after `start` up to and including `end`, so that the count from `start` to
    `add_working_days(start, n)` is n, and an assessment is within a limit of 45 exactly when the count is at
    most 45. Zero when both are the same day. When `end` comes before `start`, the same count the other way
    round, negative.

    Raises:
        UserError: The library of bank holidays is missing, or knows nothing about one of the years.
    """
    if end < start:
        return -working_days_between(end, start)
    days = (start + timedelta(days=passed) for passed in range(1, (end - start).days + 1))
    return sum(map(is_working_day, days))
