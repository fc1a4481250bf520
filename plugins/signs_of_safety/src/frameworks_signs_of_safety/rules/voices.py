"""Whose words they are: disputes stay with the person, children's words stay theirs, families have a hand in it."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, SAFETY_PLAN
from frameworks_signs_of_safety.rules.reading import day, is_ending, is_professional, people_of


def _whose_dispute(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("danger_statements"):
        if "dispute" in row.cells and not row.cells.get("disputed_by"):
            yield Hit(f"{row.at}/disputed_by", "somebody sees this otherwise, and who is not said")
        if row.cells.get("disputed_by") and "dispute" not in row.cells:
            yield Hit(f"{row.at}/dispute", "somebody sees this otherwise, and how is not said")
    for row in filled.rows("harm_entries"):
        if row.cells.get("agreed") in {"partly", "disagreed"}:
            if "seen_otherwise" not in row.cells:
                yield Hit(
                    f"{row.at}/seen_otherwise", "the family does not agree, and what they say is not recorded"
                )
            if not row.cells.get("seen_otherwise_by"):
                yield Hit(
                    f"{row.at}/seen_otherwise_by",
                    "the family does not agree, and who says so is not recorded",
                )


SOS017 = Rule(
    code="SOS017",
    severity="error",
    title="A disagreement is recorded with the person whose it is",
    why="An agreed text that hides a dispute is not agreed. Who sees it otherwise may be right.",
    fix="Write what they say, in their words, and who they are, beside the statement.",
    authority="S sos-york; for each person D, rule 17 of C1",
    stage="final",
    forms=(MAPPING, SAFETY_PLAN),
    check=_whose_dispute,
)


def _changed_after_checking(filled: FilledForm) -> Iterator[Hit]:
    for child in filled.children:
        checked = filled.date("child_checked_on", child)
        if checked is None:
            continue
        for given in filled.given("child_views"):
            if given.child not in {child, None} or isinstance(given.value, str):
                continue
            for index, entry in enumerate(given.value):
                said = day(entry.get("on"))
                if said and said > checked:
                    yield Hit(
                        f"{given.at}/{index}",
                        "these words are from after the day on which the child checked them",
                    )
        for row in filled.rows("child_corrections"):
            put_right = day(row.cells.get("on"))
            if row.cells.get("child") == child and put_right and put_right < checked:
                yield Hit(f"{row.at}/on", "this was put right before the child checked the words")


SOS019 = Rule(
    code="SOS019",
    severity="error",
    title="Checked words of a child stay as they are",
    why="A child who has checked their words must find them again. What they put right later stands underneath.",
    fix=(
        "Add what the child said later to what was put right afterwards, or, if the child has checked these "
        "too, correct the day."
    ),
    authority="D, rule 19 of C1",
    stage="draft",
    forms=(MAPPING,),
    check=_changed_after_checking,
)


def _no_words(filled: FilledForm) -> Iterator[Hit]:
    for child in filled.children:
        if not filled.is_answered("child_views", child) and not filled.is_answered("child_views_none", child):
            yield Hit(
                f"/answers/child_views/{child}",
                "nothing is in this child's own words, and no reason is given",
            )


SOS033 = Rule(
    code="SOS033",
    severity="warning",
    title="Every child on the map speaks, or there is a reason",
    why="A map about a child without the child is a map of adults.",
    fix="Write what the child said, drew or showed; or why nobody could ask them yet.",
    authority="D, table C1; S sos-mtmqa for direct work with children",
    stage="final",
    forms=(MAPPING,),
    check=_no_words,
)


def _no_family_hand(filled: FilledForm) -> Iterator[Hit]:
    for table in ("map_contributors", "plan_contributors"):
        if table not in filled.form.fields:
            continue
        rows = (*filled.rows(table), *filled.rows("drafts_seen"))
        people = [person for row in rows for person in people_of(row.cells.get("who"))]
        if people and all(is_professional(filled, person) for person in people):
            yield Hit(f"/answers/{table}", "nobody of the family helped to write this or has seen a draft")


SOS034 = Rule(
    code="SOS034",
    severity="warning",
    title="The family had a hand in it",
    why="A map made at a desk is a worker's report in three columns. The first draft may be; the last should not.",
    fix="Go through the draft with the family and their people, and record who saw it and what they changed.",
    authority="K sos-doing in part; the check D",
    stage="final",
    forms=(MAPPING, SAFETY_PLAN),
    check=_no_family_hand,
)


def _once_only(filled: FilledForm) -> Iterator[Hit]:
    if not filled.is_answered("next_map_on") and not is_ending(filled):
        yield Hit("/answers/next_map_on", "the work goes on, and when the family maps again is not recorded")


SOS035 = Rule(
    code="SOS035",
    severity="warning",
    title="There is a next map",
    why="Mapping goes on as long as the work does. A map that is filled in once becomes a form.",
    fix="Agree a day with the family; keep this map as it is and write the next one anew.",
    authority="S sos-again; the date D",
    stage="final",
    forms=(MAPPING,),
    check=_once_only,
)


def _no_tree(filled: FilledForm) -> Iterator[Hit]:
    if not filled.is_answered("genogram") and not filled.document.get("relationships"):
        yield Hit("/answers/genogram", "neither the people's relationships nor a family tree is recorded")


SOS031 = Rule(
    code="SOS031",
    severity="warning",
    title="The family tree is there",
    why="The people who may keep a child safe are on it, fathers' families included.",
    fix="Draw it with the family, and enter the relationships in the people table.",
    authority="S sos-york for its use from first contact; that it is required D, table C1",
    stage="final",
    forms=(MAPPING,),
    check=_no_tree,
)

RULES = (SOS017, SOS019, SOS031, SOS033, SOS034, SOS035)
