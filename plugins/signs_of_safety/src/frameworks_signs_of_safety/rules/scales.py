"""Scales: both ends in words, ten at the safe end, several people's numbers. No number is ever worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm, Row
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, SAFETY_PLAN
from frameworks_signs_of_safety.rules.reading import (
    day,
    is_professional,
    named,
    names_in,
    same_words,
    text_of,
)

WORKERS = frozenset({"social_worker", "professional"})
"""In these capacities a number is a worker's; in all others it is the child's, a parent's or the network's."""


def _end_missing(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("safety_scales"):
        for column, end in (("low", "0"), ("high", "10")):
            if column not in row.cells:
                yield Hit(f"{row.at}/{column}", f"what {end} means on this scale is not said")


SOS003 = Rule(
    code="SOS003",
    severity="error",
    title="Both ends of a scale are in words",
    why="A number means something only between two ends that everybody knows.",
    fix="Write what 0 and what 10 mean for this child: 0 echoes the worry, 10 the goal.",
    authority="S sos-lewisham, sos-studylib for ends in words; that they echo worry and goal K",
    stage="final",
    forms=(MAPPING,),
    check=_end_missing,
)


def _turned_round(filled: FilledForm) -> Iterator[Hit]:
    dangers, goals = tuple(filled.rows("danger_statements")), tuple(filled.rows("safety_goals"))
    for row in filled.rows("safety_scales"):
        if row.cells.get("safe_end") == "zero":
            yield Hit(f"{row.at}/safe_end", "0 is said to be the safe end of this scale")
        for name in names_in(row.cells.get("about")):
            feared = [
                danger.cells.get(part) for danger in named(dangers, name) for part in ("behaviour", "feared")
            ]
            wanted = [
                goal.cells.get(part)
                for goal in goals
                if name in names_in(goal.cells.get("danger"))
                for part in ("difference", "outcome")
            ]
            if any(same_words(row.cells.get("high"), text) for text in feared):
                yield Hit(f"{row.at}/high", "the words at 10 are those of the worry")
            if any(same_words(row.cells.get("low"), text) for text in wanted):
                yield Hit(f"{row.at}/low", "the words at 0 are those of the goal")


SOS103 = Rule(
    code="SOS103",
    severity="error",
    title="Ten is the safe end",
    why="Somebody who reads 8 must know at once whether that is good. Everywhere in this model 10 is safe.",
    fix="Turn the scale round, its words and the numbers already given, together with those who gave them.",
    authority="S sos-studylib, sos-lewisham",
    stage="draft",
    forms=(MAPPING,),
    check=lambda filled: tuple(dict.fromkeys(_turned_round(filled))),
)


def _off_the_scale(filled: FilledForm) -> Iterator[Hit]:
    for table in ("scale_ratings", "review_changes"):
        for row in filled.rows(table):
            if not 0 <= row.cells.get("number", 0) <= 10:
                yield Hit(f"{row.at}/number", "this number is not between 0 and 10")


SOS203 = Rule(
    code="SOS203",
    severity="error",
    title="Numbers from 0 to 10",
    why="Numbers of another scale, or of a scored form, mean something else and must not be written over.",
    fix="Ask the person again on this scale. A score of another form stays with that form.",
    authority="S sos-studylib, sos-lewisham",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN),
    check=_off_the_scale,
)


def _is_worker(filled: FilledForm, row: Row) -> bool:
    capacity = row.cells.get("capacity")
    return capacity in WORKERS if capacity else is_professional(filled, row.cells.get("rater", ""))


def _one_side_only(filled: FilledForm) -> Iterator[Hit]:
    if filled.is_answered("ratings_reason"):
        return
    for scale in filled.rows("safety_scales"):
        name = text_of(scale.cells.get("ref")).casefold()
        sides = {
            _is_worker(filled, row)
            for row in filled.rows("scale_ratings")
            if name in names_in(row.cells.get("scale"))
        }
        if sides == {True}:
            yield Hit(scale.at, "only workers have given a number on this scale")
        elif not sides:
            yield Hit(scale.at, "nobody has given a number on this scale")
        elif sides == {False}:
            yield Hit(scale.at, "no worker has given a number on this scale")


SOS004 = Rule(
    code="SOS004",
    severity="warning",
    title="A worker and somebody of the family have given a number",
    why=(
        "The scale opens a conversation about where people stand apart. With one side only there is none. "
        "Every number is kept as it was given; no middle is worked out."
    ),
    fix="Ask the child, a parent or the network, and the worker; or say why only some were asked.",
    authority="S sos-studylib, sos-lewisham for several raters; the least that is asked D, rule 4 of C1",
    stage="final",
    forms=(MAPPING,),
    check=_one_side_only,
)


def _bare_number(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("scale_ratings"):
        if "reason" not in row.cells:
            yield Hit(f"{row.at}/reason", "why this number was given is not recorded")
        if "one_higher" not in row.cells and row.cells.get("number") != 10:
            yield Hit(f"{row.at}/one_higher", "what one higher would look like is not recorded")


SOS104 = Rule(
    code="SOS104",
    severity="warning",
    title="A number comes with its reason and the next step up",
    why="The number helps nobody. What somebody sees, and what they would see one higher, does.",
    fix="Ask why it is not lower, and what one higher would look like; write it as it was said.",
    authority="K, A5 of the notes",
    stage="final",
    forms=(MAPPING,),
    check=_bare_number,
)


def _gone_down(filled: FilledForm) -> Iterator[Hit]:
    given: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in filled.rows("scale_ratings"):
        if day(row.cells.get("on")) and {"scale", "rater", "number"} <= row.cells.keys():
            given[text_of(row.cells["scale"]).casefold(), row.cells["rater"]].append(row)
    for rows in given.values():
        *earlier, latest = sorted(rows, key=lambda row: str(row.cells["on"]))
        if earlier and latest.cells["number"] < earlier[-1].cells["number"]:
            yield Hit(f"{latest.at}/number", "this person's number is lower than their last one")


SOS015 = Rule(
    code="SOS015",
    severity="note",
    title="A number that has gone down",
    why="Whoever gave it has seen something. It decides nothing; it is a reason to talk soon.",
    fix="Ask what they have seen, and think of bringing the family's network together.",
    authority="D, rule 15 of C1",
    stage="draft",
    forms=(MAPPING,),
    check=_gone_down,
)


def _ends_of_another_kind(filled: FilledForm) -> Iterator[Hit]:
    variant = filled.value("sos_variant")
    for row in filled.rows("safety_scales"):
        if variant and row.cells.get("ends_agreed_for", variant) != variant:
            yield Hit(
                f"{row.at}/ends_agreed_for", "the ends of this scale were agreed for another kind of help"
            )


SOS020 = Rule(
    code="SOS020",
    severity="note",
    title="The ends of a scale are agreed anew when the kind of help changes",
    why=(
        "Changing the variant changes what questions are called and nothing else: rows, numbers and dates stay. "
        "But 0 and 10 mean something else in early help than in protection."
    ),
    fix="Go through both ends with those who use the scale, and record for which kind of help they are agreed.",
    authority="D, rule 20 of C1; that the ends differ S sos-studylib",
    stage="draft",
    forms=(MAPPING,),
    check=_ends_of_another_kind,
)

RULES = (SOS003, SOS103, SOS203, SOS004, SOS104, SOS015, SOS020)
