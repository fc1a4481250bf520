"""The unit meeting: who is there, how often each child is thought about, and that something was thought."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import CASE_SUMMARY, UNIT_MEETING
from frameworks_reclaiming_social_work.rules.reading import day_of_record, place_in_people
from frameworks_reclaiming_social_work.rules.words import is_only

EXPECTED_AT_MEETING = ("clinician", "consultant_social_worker")
"""Roles without which a meeting is pointed out. The default; a unit that never had a clinician takes the role out."""

DAYS_BETWEEN_DISCUSSIONS = 7
"""How many days may pass between two discussions of a child. The default is a week, as units met weekly."""

_MISSING = {
    "clinician": "nobody took part as clinician",
    "consultant_social_worker": "nobody took part as consultant social worker",
}


def _roles_present(filled: FilledForm) -> set[str]:
    return {row.cells["unit_role"] for row in filled.rows("attendance") if "unit_role" in row.cells}


def not_there(filled: FilledForm) -> Iterator[Hit]:
    """Roles expected at the meeting that nobody took."""
    present = _roles_present(filled)
    for role in EXPECTED_AT_MEETING:
        is_there = role in present or (role == "clinician" and filled.value("clinician_present") == "yes")
        if not is_there:
            yield Hit("/answers/attendance", _MISSING[role])


ROLES_PRESENT = Rule(
    code="RSW008",
    severity="warning",
    title="Clinician and consultant social worker take part",
    why="Without them a systemic meeting easily becomes a round of news.",
    fix="Record who took the part. If the unit has nobody in that role, its authority can switch this off.",
    authority="D rule T8; S staff-interviews for the clinician. Later adopters dropped roles (K), so this is a default",
    stage="final",
    forms=(UNIT_MEETING,),
    check=not_there,
)


def clinician_both_ways(filled: FilledForm) -> Iterator[Hit]:
    """Meetings with and without a clinician at once."""
    said = filled.value("clinician_present")
    listed = "clinician" in _roles_present(filled)
    if said == "no" and listed:
        yield Hit("/answers/clinician_present", "no clinician was present, and the attendance lists one")
    if said == "yes" and not listed and filled.is_answered("attendance"):
        yield Hit("/answers/clinician_present", "a clinician was present, and the attendance lists none")


ATTENDANCE_AGREES = Rule(
    code="RSW108",
    severity="error",
    title="The attendance and the answer about the clinician agree",
    why="Who was in the room decides how a reader weighs what was thought there.",
    fix="Correct whichever is not so.",
    authority="D rule T8",
    stage="draft",
    forms=(UNIT_MEETING,),
    check=clinician_both_ways,
)


def too_long_ago(filled: FilledForm) -> Iterator[Hit]:
    """Children whom the unit had not talked about for longer than agreed, without a reason."""
    today = day_of_record(filled)
    for child in filled.children:
        if filled.is_answered("discussion_gap", child):
            continue
        last = filled.date("last_discussed", child)
        if last is None:
            if filled.form.id == CASE_SUMMARY:  # a meeting may be the first
                yield Hit(
                    place_in_people(filled, child), "when the unit last talked about this child is not said"
                )
        elif today and (today - last).days > DAYS_BETWEEN_DISCUSSIONS:
            yield Hit(
                place_in_people(filled, child),
                f"the unit had not talked about this child for more than {DAYS_BETWEEN_DISCUSSIONS} days",
            )


EVERY_CHILD_EVERY_WEEK = Rule(
    code="RSW009",
    severity="warning",
    title="Every child is talked about as often as the unit agreed",
    why="Children about whom nothing loud happens are the ones that a list leaves out.",
    fix="Talk about the child at the next meeting. If there was a reason to wait, write it down.",
    authority="D rule T9, the default of seven days; S cc-2008: a discussion and plan for every child each week",
    stage="final",
    forms=(UNIT_MEETING, CASE_SUMMARY),
    check=too_long_ago,
)


def says_nothing(filled: FilledForm) -> Iterator[Hit]:
    """Dilemmas and decisions in a formula."""
    for given in filled.texts("dilemma"):
        if is_only(given.value, "formulas"):
            yield Hit(given.at, "this says that there was a meeting and not where the unit is stuck")
    for row in filled.rows("unit_decisions"):
        if is_only(row.cells.get("decision", ""), "formulas"):
            yield Hit(f"{row.at}/decision", "this says that there was a meeting and not what was decided")


NO_FORMULAS = Rule(
    code="RSW508",
    severity="warning",
    title="A dilemma and a decision say something about this family",
    why="'Discussed, continue plan' can be written about anybody.",
    fix="Say what stops change, ours included; and what will be done now that was not being done, or why nothing will.",
    authority="D pitfall 8; D the word list formulas.toml",
    stage="final",
    forms=(UNIT_MEETING, CASE_SUMMARY),
    check=says_nothing,
)

RULES = (ROLES_PRESENT, ATTENDANCE_AGREES, EVERY_CHILD_EVERY_WEEK, NO_FORMULAS)
