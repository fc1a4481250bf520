"""An assessment is not finished for good: what happens after it is authorised is weighed in an update."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.reading import day, earliest, people_with_places


def _is_unweighed(filled: FilledForm, known: date | None) -> bool:
    """Whether something that became known that day came after authorisation, and no update on or after it."""
    authorised = filled.date("authorised_date")
    if authorised is None or known is None or known <= authorised:
        return False
    updates = (day(row.cells.get("on")) for row in filled.rows("updates"))
    return not any(on is not None and on >= known for on in updates)


def _event_not_weighed(filled: FilledForm) -> Iterator[Hit]:
    for index, event in enumerate(filled.chronology):
        if _is_unweighed(filled, day(event.get("recorded")) or earliest(event["on"])):
            yield Hit(
                f"/chronology/{index}",
                "this was added after the assessment was authorised, and no update is dated on or after it",
            )
    for row in filled.rows("chronology"):
        if _is_unweighed(filled, earliest(row.cells.get("on"))):
            yield Hit(
                row.at,
                "this happened after the assessment was authorised, and no update is dated on or after it",
            )


SGA021 = Rule(
    code="SGA021",
    severity="warning",
    title="A new event is weighed in an update",
    why=(
        "What is new may change what everything else means. Inspectors found assessments that stood still "
        "while lives moved on."
    ),
    fix="Add an update: what happened, and what it does, or does not do, to the analysis and the plan.",
    authority="S OFS 49, 60; E4 rule 21",
    stage="final",
    forms=(ASSESSMENT,),
    check=_event_not_weighed,
)


def _people_changed(filled: FilledForm) -> Iterator[Hit]:
    for at, person in people_with_places(filled):
        if _is_unweighed(filled, day(person.get("dob"))):
            yield Hit(
                f"{at}/dob",
                "this birth came after the assessment was authorised, and no update is dated on or after it",
            )
    for index, relationship in enumerate(filled.document.get("relationships", ())):
        for name in ("since", "until"):
            if _is_unweighed(filled, earliest(relationship.get(name))):
                yield Hit(
                    f"/relationships/{index}/{name}",
                    "this change in the family came after the assessment was authorised, and no update is "
                    "dated on or after it",
                )


SGA121 = Rule(
    code="SGA121",
    severity="warning",
    title="A birth, or a new or ended relationship, is weighed in an update",
    why="Who is in a child's life changes what is safe and what helps.",
    fix="Add an update: who came or went, and what it does, or does not do, to the analysis and the plan.",
    authority="S OFS 49, 60; E4 rule 21",
    stage="final",
    forms=(ASSESSMENT,),
    check=_people_changed,
)

RULES = (SGA021, SGA121)
