"""Decisions: thought together, and answered for by one person with a name."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import CASE_SUMMARY, INTERVENTION_PLAN, UNIT_MEETING
from frameworks_reclaiming_social_work.rules.reading import is_professional, place_in_people

_BOTH = (CASE_SUMMARY, UNIT_MEETING)


def nobody_accountable(filled: FilledForm) -> Iterator[Hit]:
    """Decisions without a professional who answers for them."""
    for row in filled.rows("unit_decisions"):
        decided_by = row.cells.get("decided_by")
        if decided_by is None:
            yield Hit(f"{row.at}/decided_by", "this decision does not name who is accountable for it")
        elif not is_professional(filled.people.get(decided_by)):
            yield Hit(f"{row.at}/decided_by", "whoever is named here is not recorded as a professional")


ACCOUNTABLE = Rule(
    code="RSW014",
    severity="error",
    title="A decision names who is accountable, though responsibility is shared",
    why="'The unit decided' leaves a family nobody to ask, and a child nobody who answers.",
    fix="Name the one professional who answers for it; role and registration stand in their entry under people.",
    authority="D rule T14; S cc-2013: who really holds the case",
    stage="final",
    forms=_BOTH,
    check=nobody_accountable,
)


def without_reasons(filled: FilledForm) -> Iterator[Hit]:
    """Decisions without a reason."""
    for row in filled.rows("unit_decisions"):
        if "reasons" not in row.cells:
            yield Hit(f"{row.at}/reasons", "why this was decided is not said")


REASONED = Rule(
    code="RSW114",
    severity="warning",
    title="A decision gives its reasons",
    why="Years later the child may read it, and ask.",
    fix="Say what it rests on, and who saw it otherwise.",
    authority="D table C2; S OFS 12: who decided and why",
    stage="final",
    forms=_BOTH,
    check=without_reasons,
)


def family_member_in_charge(filled: FilledForm) -> Iterator[Hit]:
    """Records whose accountable practitioner is no professional."""
    holder = filled.value("case_responsibility")
    if isinstance(holder, str) and not is_professional(filled.people.get(holder)):
        yield Hit("/answers/case_responsibility", "whoever is named here is not recorded as a professional")


PRACTITIONER_IN_CHARGE = Rule(
    code="RSW214",
    severity="error",
    title="The accountable practitioner is a professional",
    why="A family carries its own life and not the authority's duty.",
    fix="Name the practitioner, or add the role professional to their entry under people.",
    authority="D rule T14",
    stage="draft",
    forms=(CASE_SUMMARY, INTERVENTION_PLAN),
    check=family_member_in_charge,
)


def child_without_decision(filled: FilledForm) -> Iterator[Hit]:
    """Children whom no decision concerns; one that names nobody is for all of them."""
    rows = list(filled.rows("unit_decisions"))
    if not rows or any("about" not in row.cells for row in rows):
        return
    for child in filled.children:
        if not any(child in row.cells["about"] for row in rows):
            yield Hit(place_in_people(filled, child), "no decision is about this child")


EVERY_CHILD_DECIDED = Rule(
    code="RSW514",
    severity="warning",
    title="There is a decision about every child",
    why="In a family of several, thinking about one can stand for thinking about all.",
    fix="Add what was decided for this child, even that nothing changes for them, and why.",
    authority="D pitfall 5; S cc-2008: a discussion and plan for every child",
    stage="final",
    forms=_BOTH,
    check=child_without_decision,
)

RULES = (ACCOUNTABLE, REASONED, PRACTITIONER_IN_CHARGE, EVERY_CHILD_DECIDED)
