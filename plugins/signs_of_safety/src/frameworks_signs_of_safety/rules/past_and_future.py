"""Harm has happened, danger may happen; each with the child it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, SAFETY_PLAN
from frameworks_signs_of_safety.rules.periods import periods_in
from frameworks_signs_of_safety.rules.reading import same_words, text_of

TIMES = ("first", "worst", "recent")


def _dated(filled: FilledForm) -> date | None:
    return filled.date("map_date") or filled.date("plan_date")


def _harm_to_come(filled: FilledForm) -> Iterator[Hit]:
    today = _dated(filled)
    for row in filled.rows("harm_entries"):
        for column in TIMES:
            if today and any(period.first > today for period in periods_in(text_of(row.cells.get(column)))):
                yield Hit(f"{row.at}/{column}", "a day is named here that comes after the date of the map")


SOS005 = Rule(
    code="SOS005",
    severity="error",
    title="Harm is in the past",
    why="What has happened can be known, what may happen can only be feared. Mixed, neither can be trusted.",
    fix="Correct the day or the date of the map; what has not happened belongs under what people fear.",
    authority="S sos-york, sos-wa",
    stage="draft",
    forms=(MAPPING,),
    check=_harm_to_come,
)


def _harm_without_time(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("harm_entries"):
        if not any(column in row.cells for column in TIMES):
            yield Hit(f"{row.at}/first", "when this happened is not said: first, worst or most recent time")


SOS105 = Rule(
    code="SOS105",
    severity="error",
    title="Harm has its time",
    why="What happened once, years ago, and what happened last week ask for different things.",
    fix="Write the day, the month or the year as far as it is known, with what happened then.",
    authority="K, A6 of the notes; rule 5 of C1 D",
    stage="final",
    forms=(MAPPING,),
    check=_harm_without_time,
)


def _said_twice(filled: FilledForm) -> Iterator[Hit]:
    harm = [row.cells.get(part) for row in filled.rows("harm_entries") for part in ("behaviour", "impact")]
    for row in filled.rows("danger_statements"):
        if any(same_words(row.cells.get("feared"), text) for text in harm):
            yield Hit(f"{row.at}/feared", "the same words stand under harm, as something that has happened")


SOS205 = Rule(
    code="SOS205",
    severity="warning",
    title="Harm and danger in words of their own",
    why="Copied from one to the other, a text says either what happened or what is feared, and not both.",
    fix="Under harm write what was done and when; here, what may come of it if nothing changes.",
    authority="D, rule 5 of C1, after S sos-york",
    stage="draft",
    forms=(MAPPING,),
    check=_said_twice,
)


def _feared_in_the_past(filled: FilledForm) -> Iterator[Hit]:
    today = _dated(filled)
    for row in filled.rows("danger_statements"):
        periods = periods_in(text_of(row.cells.get("feared")))
        if today and periods and all(period.last < today for period in periods):
            yield Hit(f"{row.at}/feared", "what might happen names a day that is past")


SOS305 = Rule(
    code="SOS305",
    severity="warning",
    title="What is feared lies ahead",
    why="A past event written as a danger tells the family that it will be held against them whatever they do.",
    fix="Put what happened under 'About what' or under harm, and write here what may happen to the child.",
    authority="S sos-york, sos-wa for what may happen; the check D",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN),
    check=_feared_in_the_past,
)


def _no_child_in_it(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("harm_entries"):
        if "impact" not in row.cells:
            yield Hit(f"{row.at}/impact", "what this did to the child is not said")
    for row in filled.rows("danger_statements"):
        if not {"impact_now", "impact_later"} & row.cells.keys():
            yield Hit(f"{row.at}/impact_now", "what this could do to the child is not said")
    for table in ("harm_entries", "danger_statements"):
        for row in filled.rows(table):
            if not row.cells.get("children"):
                yield Hit(f"{row.at}/children", "which child this is about is not said")


SOS006 = Rule(
    code="SOS006",
    severity="error",
    title="Harm and danger name the child and what it does to them",
    why="Without the child in it, a statement is about adults and their faults.",
    fix="Name each child, and say what it did or could do to them, soon and later.",
    authority="S sos-nyorks, sos-howto",
    stage="final",
    forms=(MAPPING, SAFETY_PLAN),
    check=_no_child_in_it,
)

RULES = (SOS005, SOS105, SOS205, SOS305, SOS006)
