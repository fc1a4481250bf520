"""Working days in England: the day after the start is day 1; bank holidays and substitutes do not count."""

import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest

from frameworks_core.errors import UserError
from frameworks_core.statute import working_days
from frameworks_core.statute.working_days import add_working_days, is_working_day, working_days_between

START_MONDAY = date(2026, 3, 2)
START_BEFORE_EASTER = date(2026, 4, 2)
START_SATURDAY = date(2026, 2, 28)
START_BEFORE_CHRISTMAS = date(2026, 12, 18)

VECTORS = [
    # start, working days, the day reached
    (START_MONDAY, 1, date(2026, 3, 3)),
    (START_MONDAY, 10, date(2026, 3, 16)),
    (START_MONDAY, 28, date(2026, 4, 13)),
    (START_MONDAY, 35, date(2026, 4, 22)),
    (START_MONDAY, 40, date(2026, 4, 29)),
    (START_MONDAY, 45, date(2026, 5, 7)),
    (START_BEFORE_EASTER, 1, date(2026, 4, 7)),
    (START_BEFORE_EASTER, 10, date(2026, 4, 20)),
    (START_BEFORE_EASTER, 28, date(2026, 5, 15)),
    (START_BEFORE_EASTER, 35, date(2026, 5, 27)),
    (START_BEFORE_EASTER, 40, date(2026, 6, 3)),
    (START_BEFORE_EASTER, 45, date(2026, 6, 10)),
    (START_SATURDAY, 1, date(2026, 3, 2)),
    (START_SATURDAY, 10, date(2026, 3, 13)),
    (START_SATURDAY, 28, date(2026, 4, 10)),
    (START_SATURDAY, 35, date(2026, 4, 21)),
    (START_SATURDAY, 40, date(2026, 4, 28)),
    (START_SATURDAY, 45, date(2026, 5, 6)),
    (START_BEFORE_CHRISTMAS, 1, date(2026, 12, 21)),
    (START_BEFORE_CHRISTMAS, 10, date(2027, 1, 6)),
    (START_BEFORE_CHRISTMAS, 28, date(2027, 2, 1)),
    (START_BEFORE_CHRISTMAS, 35, date(2027, 2, 10)),
    (START_BEFORE_CHRISTMAS, 40, date(2027, 2, 17)),
    (START_BEFORE_CHRISTMAS, 45, date(2027, 2, 24)),
]
AWKWARD_STARTS = [
    START_MONDAY,
    START_BEFORE_EASTER,
    START_SATURDAY,
    START_BEFORE_CHRISTMAS,
    date(2026, 12, 25),
    date(2026, 12, 27),
    date(2026, 12, 28),
]


@pytest.mark.parametrize(("start", "n", "expected"), VECTORS)
def test_the_nth_working_day_after_a_start(start, n, expected):
    assert add_working_days(start, n) == expected


@pytest.mark.parametrize(("start", "n", "end"), VECTORS)
def test_counting_is_the_inverse_of_adding(start, n, end):
    assert working_days_between(start, end) == n


def test_the_start_day_itself_never_counts_which_is_the_off_by_one_trap():
    friday, monday = date(2026, 3, 6), date(2026, 3, 9)
    assert add_working_days(friday, 1) == monday
    assert working_days_between(friday, friday) == 0


def test_zero_working_days_after_a_start_is_the_start_even_on_a_weekend():
    assert add_working_days(START_SATURDAY, 0) == START_SATURDAY


@pytest.mark.parametrize("start", AWKWARD_STARTS)
def test_every_period_ends_on_a_working_day_one_later_than_the_shorter_one(start):
    ends = [add_working_days(start, n) for n in range(1, 60)]
    assert all(is_working_day(end) for end in ends)
    assert all(working_days_between(shorter, longer) == 1 for shorter, longer in pairwise(ends))
    assert [working_days_between(start, end) for end in ends] == list(range(1, 60))


def test_days_off_do_not_move_the_count_on():
    thursday_before_easter = date(2026, 4, 2)
    counts = [working_days_between(thursday_before_easter, date(2026, 4, day)) for day in range(2, 8)]
    assert counts == [0, 0, 0, 0, 0, 1]


def test_an_end_before_the_start_counts_backwards():
    assert working_days_between(date(2026, 5, 7), START_MONDAY) == -45


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 12, 25), "Christmas Day, a Friday"),
        (date(2026, 12, 28), "substitute for Boxing Day on a Saturday"),
        (date(2021, 12, 27), "substitute for Christmas Day on a Saturday"),
        (date(2021, 12, 28), "substitute for Boxing Day on a Sunday"),
        (date(2022, 1, 3), "substitute for New Year's Day on a Saturday"),
        (date(2020, 5, 8), "the early May holiday, moved to a Friday that year"),
        (date(2022, 6, 3), "a jubilee"),
        (date(2022, 9, 19), "a state funeral"),
        (date(2023, 5, 8), "a coronation"),
        (date(2026, 4, 4), "a Saturday"),
        (date(2026, 4, 5), "a Sunday"),
    ],
)
def test_days_off_in_england(day, why):
    assert not is_working_day(day), why


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2020, 5, 4), "the holiday was moved away from this Monday"),
        (date(2026, 1, 2), "a holiday in Scotland only"),
        (date(2026, 3, 17), "a holiday in Northern Ireland only"),
        (date(2026, 8, 3), "a holiday in Scotland only"),
        (date(2026, 12, 29), "the substitute day was the day before"),
    ],
)
def test_working_days_in_england(day, why):
    assert is_working_day(day), why


def test_a_negative_period_is_refused():
    with pytest.raises(ValueError, match="-1 working days"):
        add_working_days(START_MONDAY, -1)


@pytest.mark.parametrize("start", [date(1066, 10, 14), date(2200, 1, 2)])
def test_a_year_without_known_bank_holidays_is_refused_and_not_guessed(start):
    with pytest.raises(UserError, match="check the year"):
        add_working_days(start, 10)


def test_a_period_that_runs_out_of_the_known_years_is_refused():
    with pytest.raises(UserError, match="check the year"):
        add_working_days(date(2100, 12, 20), 45)


@pytest.fixture
def without_holidays(monkeypatch):
    monkeypatch.setitem(sys.modules, "holidays", None)
    working_days._bank_holidays.cache_clear()
    yield
    working_days._bank_holidays.cache_clear()


@pytest.mark.usefixtures("without_holidays")
def test_a_missing_library_is_named_with_the_command_that_mends_it():
    with pytest.raises(UserError, match=r"pip install frameworks-core\[dates\]"):
        add_working_days(START_MONDAY, 45)


def test_every_week_of_the_year_has_at_most_five_working_days():
    monday = date(2026, 1, 5)
    weeks = [[monday + timedelta(days=7 * week + day) for day in range(7)] for week in range(52)]
    assert all(2 <= sum(map(is_working_day, week)) <= 5 for week in weeks)
