"""The guidance in force on a day, and the last working day of a period it sets.

Periods come from the statute pack in force on the day of the referral, never from here. A day before the
first pack has no pack: what was done then is not measured by later guidance.
"""

from __future__ import annotations

from datetime import date

from frameworks_core.forms.filled import FilledForm
from frameworks_core.statute.packs import Pack, all_packs, pack_on


def pack_in_force(on: date | None) -> Pack | None:
    """The statute pack of a day; None without a day, and before the single assessment began."""
    if on is None or on < all_packs()[0].effective_from:
        return None
    return pack_on(on)


def pack_of(filled: FilledForm) -> Pack | None:
    """The statute pack an assessment is read by: the one in force on the day of its referral."""
    return pack_in_force(filled.date("referral_date"))


def last_day(start: date, working_days: int) -> date:
    """The last day of a period of that many working days, the day after `start` being the first.

    Raises:
        UserError: The calendar of bank holidays is not installed, or does not reach to that year.
    """
    from frameworks_core.statute.working_days import add_working_days

    return add_working_days(start, working_days)


def in_words(working_days: int) -> str:
    """A number of working days, ready for a sentence."""
    return "1 working day" if working_days == 1 else f"{working_days} working days"
