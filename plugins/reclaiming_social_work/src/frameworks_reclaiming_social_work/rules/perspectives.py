"""How each person sees it: every child and every parent, also those whom nobody asked."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import CASE_SUMMARY
from frameworks_reclaiming_social_work.rules.reading import is_unborn, place_in_people, relationships

_ROLES = frozenset({"child", "sibling", "parent_carer"})
_PARENTS = frozenset({"mother", "father", "parent", "step_parent"})


def _to_be_heard(filled: FilledForm) -> Iterator[str]:
    parents = {
        tie["from"]
        for tie in relationships(filled)
        if tie["kind"] in _PARENTS and tie["to"] in filled.children
    }
    for person_id, person in filled.people.items():
        if (not _ROLES.isdisjoint(person["roles"]) or person_id in parents) and not is_unborn(person):
            yield person_id


def not_heard(filled: FilledForm) -> Iterator[Hit]:
    """Children and parents without a row."""
    heard = {who for row in filled.rows("perspectives") for who in row.cells.get("who", ())}
    for person_id in _to_be_heard(filled):
        if person_id not in heard:
            yield Hit(place_in_people(filled, person_id), "how this child or parent sees it has no row")


EVERYBODY_HEARD = Rule(
    code="RSW010",
    severity="warning",
    title="Every child and every parent has a row, fathers who live elsewhere included",
    why="Whoever is left out of the account is left out of the plan, and is still part of the pattern.",
    fix="Ask them. Until then add a row with 'not asked', why, and when it is planned.",
    authority="D rule T10; S staff-interviews: each member's view sharpens the thinking about risk",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=not_heard,
)


def blank_rows(filled: FilledForm) -> Iterator[Hit]:
    """Rows that neither say how somebody sees it nor why they were not asked."""
    for row in filled.rows("perspectives"):
        asked = row.cells.get("known_from") != "not_asked"
        if asked and not {"text", "hopes", "view_of_help"} & row.cells.keys():
            yield Hit(
                f"{row.at}/text", "this row does not say how the person sees it, nor that they were not asked"
            )
        elif not asked and "why_not" not in row.cells:
            yield Hit(f"{row.at}/why_not", "why this person was not asked is not said")
        elif not asked and "text" in row.cells:
            yield Hit(f"{row.at}/text", "this person was not asked, and words stand here as theirs")


NOT_BLANK = Rule(
    code="RSW110",
    severity="warning",
    title="A row says how somebody sees it, or why they were not asked",
    why="A blank hides whether somebody said nothing or nobody asked.",
    fix="Write their words; or choose 'not asked' and say why. What we guess has a column of its own.",
    authority="D rule T10: mark 'not asked', not blank",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=blank_rows,
)

RULES = (EVERYBODY_HEARD, NOT_BLANK)
