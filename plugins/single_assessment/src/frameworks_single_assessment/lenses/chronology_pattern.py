"""The chronology by when things happened, whatever order it was typed in; stretches without events, and clusters.

Dates stay as exact as they were given: a year or a month is never made into a day. A year stands before the months in it,
a month before its days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Assessment, Event, Pattern
from frameworks_core.model.wording import name_of, names_of
from frameworks_single_assessment.lenses.showing import is_own, section

_LONG = timedelta(days=183)
"""A stretch without events worth asking about (our choice, no standard)."""

_CLOSE = timedelta(days=30)
_SEVERAL = 3
"""So many events in so short a time are shown as a cluster (our choice, no standard)."""

_Placed = tuple[str, Event]
"""An event and its place in the document."""


def chronology_pattern(assessment: Assessment) -> Analysis:
    """Events in the order in which they happened, and what the dates alone show."""
    typed = [(f"/chronology/{index}", event) for index, event in enumerate(assessment.chronology)]
    events = sorted(typed, key=lambda placed: placed[1].on)
    prompt = "" if events else "No event is recorded. What happened, when, and what went well?"
    return Analysis(
        (
            Section("In the order in which it happened", tuple(_told(assessment, events)), prompt),
            _good(assessment, events),
            _meaning(assessment, events),
            *_dates_alone(events),
            section(
                assessment,
                "Patterns, as recorded",
                [
                    answer
                    for answer in assessment.answers
                    if is_own(answer, "chronology_analysis") or isinstance(answer.content, Pattern)
                ],
                "Nothing says what the events show together. What comes before the bad times, and before the good?",
            ),
        ),
        tuple(_questions(assessment, events)),
        tuple(_unseen(events)),
    )


def _told(assessment: Assessment, events: Sequence[_Placed]) -> Iterator[Entry]:
    for at, event in events:
        yield Entry(event.what, _said(assessment, event), (at,))


def _said(assessment: Assessment, event: Event) -> str:
    parts = [
        _when(event),
        name_of(assessment, event.source) if event.source else "",
        f"for {names_of(assessment, event.affects)}" if event.affects else "",
    ]
    return "; ".join(filter(None, parts))


def _when(event: Event) -> str:
    return f"about {event.on}" if event.precision == "approximate" else event.on


def _good(assessment: Assessment, events: Sequence[_Placed]) -> Section:
    good = [placed for placed in events if placed[1].positive == "yes"]
    prompt = "" if good else "No event is marked as a good one. What went well, and when?"
    return Section("Good things", tuple(_told(assessment, good)), prompt)


def _meaning(assessment: Assessment, events: Sequence[_Placed]) -> Section:
    entries = tuple(
        Entry(event.significance, _said(assessment, event), (f"{at}/significance",))
        for at, event in events
        if event.significance
    )
    prompt = "" if entries else "Nothing says what any event meant, and for whom."
    return Section("What events meant, as recorded", entries, prompt)


def _dates_alone(events: Sequence[_Placed]) -> Iterator[Section]:
    """What the dates show by themselves, as dates."""
    if gaps := tuple(_gaps(events)):
        yield Section(
            "Half a year or more without an event", gaps, "Was nothing happening then, or did nobody see it?"
        )
    if clusters := tuple(_clusters(events)):
        yield Section("Three or more events within thirty days", clusters, "What was going on, and for whom?")
    if delays := tuple(_delays(events)):
        yield Section("From the event to the day it was written down", delays)


def _gaps(events: Sequence[_Placed]) -> Iterator[Entry]:
    dated = [(at, event, span) for at, event in events if (span := _span(event.on))]
    if not dated:
        return
    before_at, before, (_, until) = dated[0]
    for at, event, (first, last) in dated[1:]:
        if first - until > _LONG:
            yield Entry(f"{_when(before)} to {_when(event)}", "", (before_at, at))
        if last >= until:  # a whole year reaches further than a day in it
            before_at, before, until = at, event, last


def _clusters(events: Sequence[_Placed]) -> Iterator[Entry]:
    days = [(day, at) for at, event in events if event.precision != "approximate" and (day := _day(event.on))]
    start = 0
    while start < len(days):
        close = [(day, at) for day, at in days[start:] if day - days[start][0] <= _CLOSE]
        if len(close) >= _SEVERAL:
            text = ", ".join(day.isoformat() for day, _ in close)
            yield Entry(text, "", tuple(at for _, at in close))
            start += len(close)
        else:
            start += 1


def _delays(events: Sequence[_Placed]) -> Iterator[Entry]:
    for at, event in events:
        written = _day(event.recorded)
        if written is None:
            continue
        happened = _day(event.on) if event.precision != "approximate" else None
        later = f", {(written - happened).days} days later" if happened and written >= happened else ""
        yield Entry(f"{_when(event)}: written down {event.recorded}{later}", "", (at,))


def _questions(assessment: Assessment, events: Sequence[_Placed]) -> Iterator[str]:
    named = {one for _, event in events for one in event.affects or ()}
    for child in assessment.about if events else ():
        if child not in named:
            yield f"No event says that it affected {name_of(assessment, child)}. What did this child live through?"


def _unseen(events: Sequence[_Placed]) -> Iterator[str]:
    yield "what happened and was not written down"
    yield "whether one event led to another"
    if any(_day(event.on) is None or event.precision == "approximate" for _, event in events):
        yield "the exact order where only a year or a month is known: such a date stands before the days within it"
    if any(event.recorded is None for _, event in events):
        yield "how long after the event it was written down, where the record does not say when that was"


def _day(text: str | None) -> date | None:
    """A whole date as a day; None for no date, a year, a month or other words."""
    try:
        return date.fromisoformat(text) if text and len(text) == len("2000-01-01") else None
    except ValueError:
        return None


def _span(on: str) -> tuple[date, date] | None:
    """The first and the last day an event of this year, month or day can have happened on."""
    first = _day(on + "-01-01"[3 * on.count("-") :])
    if first is None:
        return None
    if len(on) == len("2000"):
        return first, date(first.year, 12, 31)
    if len(on) == len("2000-01"):
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return first, after - timedelta(days=1)
    return first, first


LENS = Lens(
    "single_assessment/chronology_pattern",
    "The chronology: what happened, in order",
    (
        "What tends to come before the bad times, and before the good?",
        "What happened in the stretches with no events?",
        "What was each child living through at the time?",
    ),
    chronology_pattern,
)
