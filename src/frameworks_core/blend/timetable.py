"""The authority's own clock: the working days on which a manager looks in, and within which a record is finished.

Days are counted from the answer to the question that the blend names in `decide.counted_from`, as
`frameworks_core.statute.working_days` counts them. An authority's limit is local practice: going beyond it is noted, and
the limit of the statutory guidance is for the rules of the forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from frameworks_core.checks.blend_codes import NO_OVERSIGHT, OVER_LOCAL_LIMIT
from frameworks_core.checks.codes import CoreCode
from frameworks_core.forms.filled import FilledForm
from frameworks_core.functions.outline import Line, Part
from frameworks_core.host.contributions import Hit, Rule
from frameworks_core.statute.working_days import add_working_days, working_days_between

if TYPE_CHECKING:
    from frameworks_core.blend.blend import Blend


@frozen
class Day:
    """One day of the timetable.

    Attributes:
        working_day: Its number, in working days.
        on: The day.
        is_limit: Whether the record is to be finished by then; otherwise a manager looks in.
    """

    working_day: int
    on: date
    is_limit: bool


def timetable(blend: Blend, document: dict[str, Any]) -> tuple[Day, ...]:
    """The days of a document, in order; none where the blend names none or the first day is not known.

    Raises:
        UserError: The calendar of bank holidays is not installed, or does not know the year.
    """
    decide = blend.file.decide
    start = _date(blend, FilledForm(blend.form, document), decide.counted_from)
    if start is None:
        return ()
    days = [(number, False) for number in sorted(decide.checkpoints)]
    if decide.limit is not None:
        days.append((decide.limit, True))
    return tuple(Day(number, add_working_days(start, number), is_limit) for number, is_limit in days)


def with_timetable(parts: Iterable[Part], days: Sequence[Day]) -> Iterator[Part]:
    """The parts of a page, and the days behind them where there are any."""
    yield from parts
    if days:
        yield Part("The authority's own timetable", tuple(Line(_in_words(day)) for day in days))


def timetable_as_json(days: Sequence[Day]) -> dict[str, Any]:
    """The days as JSON values; nothing where there are none."""
    written = [
        {
            "working_day": day.working_day,
            "on": day.on.isoformat(),
            "what": "limit" if day.is_limit else "checkpoint",
        }
        for day in days
    ]
    return {"timetable": written} if written else {}


def _in_words(day: Day) -> str:
    what = "the record is to be finished" if day.is_limit else "a manager looks in"
    return f"{day.on.isoformat()}, working day {day.working_day}: {what}"


def timing_rules(blend: Blend) -> tuple[Rule, ...]:
    """The rules that follow from the authority's own timetable."""
    decide = blend.file.decide
    if decide.counted_from is None or decide.finished_on is None:
        return ()
    found = []
    if decide.limit is not None:
        found.append(_rule(OVER_LOCAL_LIMIT, blend, lambda filled: _over_limit(blend, filled)))
    if decide.checkpoints and any(field.slot and field.slot.kind == "oversight" for field in blend.form):
        found.append(_rule(NO_OVERSIGHT, blend, lambda filled: _no_oversight(blend, filled)))
    return tuple(found)


def _rule(code: CoreCode, blend: Blend, check: Any) -> Rule:
    return Rule(
        code=code.code,
        severity=code.severity,
        title=code.title,
        why=code.why,
        fix=code.fix,
        authority=code.authority,
        stage="draft",
        forms=(blend.form.id,),
        check=check,
    )


def _over_limit(blend: Blend, filled: FilledForm) -> Iterator[Hit]:
    decide = blend.file.decide
    start, end = (_date(blend, filled, name) for name in (decide.counted_from, decide.finished_on))
    if start is None or end is None or decide.limit is None:
        return
    if (taken := working_days_between(start, end)) > decide.limit:
        at = f"/answers/{blend.composed.id_of(decide.finished_on or '')}"
        yield Hit(at, f"finished on working day {taken}; the authority's own limit is {decide.limit}")


def _no_oversight(blend: Blend, filled: FilledForm) -> Iterator[Hit]:
    decide = blend.file.decide
    start, end = (_date(blend, filled, name) for name in (decide.counted_from, decide.finished_on))
    fields = [field for field in filled.form if field.slot is not None and field.slot.kind == "oversight"]
    if start is None or end is None or any(filled.is_answered(field.id) for field in fields):
        return
    passed = [day for day in sorted(decide.checkpoints) if add_working_days(start, day) <= end]
    if passed:
        days = ", ".join(map(str, passed))
        message = f"the checkpoints on working days {days} have passed, and no manager's look at the work is recorded"
        yield Hit(f"/answers/{fields[0].id}", message)


def _date(blend: Blend, filled: FilledForm, question: str | None) -> date | None:
    """The first answer to a date question, given by its name in the blend file; None if there is none."""
    id_ = blend.composed.id_of(question) if question else None
    field = filled.form.fields.get(id_ or "")
    if field is None or field.type != "date":
        return None
    days = [given.value for given in filled.given(field.id)]
    return min(map(date.fromisoformat, days), default=None)
