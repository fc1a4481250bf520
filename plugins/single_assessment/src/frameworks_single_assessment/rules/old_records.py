"""Initial and core assessments, made from 2000 to 2013: dates in order, the rest as notes.

Old records are read by what held in their time and are not scored again. Their limits stand here and in no
statute pack, because the packs begin where these records end.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_core.statute.packs import all_packs
from frameworks_single_assessment import CORE, INITIAL
from frameworks_single_assessment.rules.clock import in_words, last_day
from frameworks_single_assessment.rules.reading import age_on, is_unborn, person_of

INITIAL_LIMIT = 10
"""Working days for an initial assessment in its last years; 7 at first (S2+ ics-ia, lginform)."""

CORE_LIMIT = 35
"""Working days for a core assessment (S ics-ca)."""

AGE_BANDS = {"0-2": (0, 2), "3-4": (3, 4), "5-9": (5, 9), "10-14": (10, 14), "15+": (15, None)}
BABIES = "0-2"
JOINED = {
    "emotional_behavioural_selfcare": ("emotional_behavioural_development", "selfcare_skills"),
    "identity_social_presentation": ("identity", "social_presentation"),
}
"""Boxes of the record for ages 0 to 2, with the dimensions each joins (S ca-0-2)."""


def _not_seen(filled: FilledForm) -> Iterator[Hit]:
    unborn = any(is_unborn(person_of(filled, child)) for child in filled.children)
    if not unborn and filled.value("ia_child_seen") in {"no", "not_known"}:
        yield Hit("/answers/ia_child_seen", "the record does not show that the child was seen")


SGA041 = Rule(
    code="SGA041",
    severity="note",
    title="Whether the child was seen in an initial assessment",
    why=(
        "Guidance of the time asked that the child be seen and, as age allowed, spoken to. Whoever builds "
        "on the record should know."
    ),
    fix="Nothing can be made good in an old record. Read it knowing this, and see the child now.",
    authority="S tripod-framework",
    stage="draft",
    forms=(INITIAL,),
    check=_not_seen,
    statutory=True,
)


def _seen_and_not_seen(filled: FilledForm) -> Iterator[Hit]:
    if filled.value("ia_child_seen") == "no" and filled.is_answered("ia_child_seen_on"):
        yield Hit("/answers/ia_child_seen_on", "the record says that the child was not seen, and gives a day")


SGA141 = Rule(
    code="SGA141",
    severity="error",
    title="Seen, or not seen",
    why="Only one of the two can be so, and later readers will rely on it.",
    fix=(
        "Look at the original. If it says both, keep it as it is on paper in the sources of information, "
        "and answer 'not known' here."
    ),
    authority="D",
    stage="draft",
    forms=(INITIAL,),
    check=_seen_and_not_seen,
)


def _out_of_order(filled: FilledForm) -> Iterator[Hit]:
    for started_in, later_in, message in (
        ("ia_started", "ia_due", "the assessment is due before it started"),
        ("ca_started", "ca_due", "the assessment is due before it started"),
        ("ca_started", "ca_management.decided_on", "the manager decides before the assessment started"),
    ):
        started, later = filled.date(started_in), filled.date(later_in)
        if started and later and later < started:
            yield Hit(f"/answers/{later_in}", message)


SGA042 = Rule(
    code="SGA042",
    severity="error",
    title="Dates of an old record in order",
    why="The dates of an old record place it among the others. One of these was mistyped.",
    fix="Check the dates against the original.",
    authority="D, after E4 rule 4",
    stage="draft",
    forms=(INITIAL, CORE),
    check=_out_of_order,
)


def _due_late(filled: FilledForm) -> Iterator[Hit]:
    for started_in, due_in, limit in (
        ("ia_started", "ia_due", INITIAL_LIMIT),
        ("ca_started", "ca_due", CORE_LIMIT),
    ):
        started, due = filled.date(started_in), filled.date(due_in)
        if started and due and due > last_day(started, limit):
            yield Hit(f"/answers/{due_in}", f"the due date is more than {in_words(limit)} after the start")


SGA043 = Rule(
    code="SGA043",
    severity="note",
    title="An old record and the limit of its time",
    why=(
        "An initial assessment was due in 7 working days at first and in 10 later, a core assessment in "
        "35. A due date beyond that may be mistyped. How long it took is history and is not measured again."
    ),
    fix="Check the date against the original; if it stands there so, leave it.",
    authority="S2+ ics-ia (7), lginform (10), ics-ca (35); how days are counted D",
    stage="draft",
    forms=(INITIAL, CORE),
    check=_due_late,
)


def _after_the_end(filled: FilledForm) -> Iterator[Hit]:
    ended = all_packs()[0].effective_from
    for field_id in ("ia_started", "ca_started"):
        started = filled.date(field_id)
        if started and started >= ended:
            yield Hit(f"/answers/{field_id}", "this is after separate initial and core assessments ended")


SGA044 = Rule(
    code="SGA044",
    severity="note",
    title="An old record is from its time",
    why=(
        "The guidance of April 2013 put one assessment in the place of two. Some authorities took longer "
        "to change over, so a date soon after it may be right; new work belongs in the single assessment."
    ),
    fix="Check the year. For new work, use the single assessment.",
    authority="S2+ lexology, slideshare-wt13, trix-glossary; K that some records go on into 2013",
    stage="draft",
    forms=(INITIAL, CORE),
    check=_after_the_end,
)


def _wrong_band(filled: FilledForm) -> Iterator[Hit]:
    band, started = filled.value("ca_age_band"), filled.date("ca_started")
    if band not in AGE_BANDS or started is None or len(filled.children) != 1:
        return
    age = age_on(person_of(filled, filled.children[0]), started)
    youngest, oldest = AGE_BANDS[band]
    if age is not None and (age < youngest or (oldest is not None and age > oldest)):
        yield Hit("/answers/ca_age_band", "the record is for another age than the child had when it started")


SGA045 = Rule(
    code="SGA045",
    severity="warning",
    title="Core assessment: the record for the child's age",
    why=(
        "Each age had its own record, and the one for ages 0 to 2 joins boxes. The date of birth, the date "
        "or the band is not right."
    ),
    fix=(
        "Check the three against the original. Where the wrong record was used at the time, leave it and "
        "say so in the background."
    ),
    authority="S2+ ca-0-2, ca-5-9, ca-10-14 for the bands; that the age at the start decides D",
    stage="draft",
    forms=(CORE,),
    check=_wrong_band,
)


def _boxes(filled: FilledForm, dimension: str) -> Iterator[str]:
    return (
        f"/answers/{field_id}" for field_id in filled.answers if field_id.startswith(f"ca_dims.{dimension}.")
    )


def _boxes_of_another_band(filled: FilledForm) -> Iterator[Hit]:
    band = filled.value("ca_age_band")
    if band is None:
        return
    for joined, single in JOINED.items():
        if band != BABIES:
            for at in _boxes(filled, joined):
                yield Hit(at, "this box is of the record for ages 0 to 2, and this record is for another age")
        else:
            for dimension in single:
                for at in _boxes(filled, dimension):
                    yield Hit(
                        at,
                        "the record for ages 0 to 2 had no such box of its own; a joined box stands in its "
                        "place",
                    )


SGA046 = Rule(
    code="SGA046",
    severity="note",
    title="Core assessment: joined boxes for ages 0 to 2 only",
    why=(
        "What stands in a joined box cannot be divided without a person who decides, and what stands apart "
        "should not be joined."
    ),
    fix="Check against the original which boxes the record had, and move nothing without reading it.",
    authority="S ca-0-2",
    stage="draft",
    forms=(CORE,),
    check=_boxes_of_another_band,
)

RULES = (SGA041, SGA141, SGA042, SGA043, SGA044, SGA045, SGA046)
