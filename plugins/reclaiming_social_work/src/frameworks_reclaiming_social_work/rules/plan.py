"""The intervention plan: each intervention for a change, each change for a child's safety, and more than referrals."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm, Row
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import INTERVENTION_PLAN
from frameworks_reclaiming_social_work.rules.reading import label_of, labels_in, named_in
from frameworks_reclaiming_social_work.rules.words import uses

_PLAN = (INTERVENTION_PLAN,)


def for_no_change(filled: FilledForm) -> Iterator[Hit]:
    """Interventions that name no change, or one that is not intended here."""
    known = labels_in(filled, "intended_change")
    for row in filled.rows("intervention_plan"):
        named = list(named_in(row.cells.get("change")))
        if not named:
            yield Hit(f"{row.at}/change", "this intervention does not say which change it is for")
        elif not known.issuperset(named):
            yield Hit(f"{row.at}/change", "no intended change has this short label")


FOR_A_CHANGE = Rule(
    code="RSW013",
    severity="error",
    title="Every intervention is for an intended change",
    why="What is done for no change that anybody can name can never be finished.",
    fix="Write the short label of the change it serves. If there is none, add the change or leave the intervention out.",
    authority="D rule T13",
    stage="final",
    forms=_PLAN,
    check=for_no_change,
)


def _is_service(row: Row) -> bool:
    done_by = row.cells.get("by_role")
    return done_by == "service" or (done_by is None and uses(row.cells.get("action", ""), "services"))


def services_alone(filled: FilledForm) -> Iterator[Hit]:
    """Plans of referrals and services only."""
    rows = list(filled.rows("intervention_plan"))
    if rows and all(map(_is_service, rows)):
        yield Hit(
            "/answers/intervention_plan", "everything in this plan is done by services outside the unit"
        )


MORE_THAN_REFERRALS = Rule(
    code="RSW113",
    severity="warning",
    title="The unit does something itself",
    why="A unit is there to work with families. A list of services leaves the pattern as it was.",
    fix="Add what somebody of the unit will do with the family, and what the family will do.",
    authority="D rule T13; D the word list services.toml, read only where nobody is named as doing it",
    stage="final",
    forms=_PLAN,
    check=services_alone,
)


def change_from_nowhere(filled: FilledForm) -> Iterator[Hit]:
    """Changes that are tied to no risk, pattern or hypothesis."""
    for row in filled.rows("intended_change"):
        if not {"danger", "pattern", "hypothesis"} & row.cells.keys():
            yield Hit(row.at, "this change is tied to no risk, pattern or hypothesis")


TIED_TO_THE_THINKING = Rule(
    code="RSW213",
    severity="error",
    title="A change follows from a risk, a pattern or a hypothesis",
    why="The plan is where the thinking becomes help. A change from nowhere was there before the thinking.",
    fix="Write the short label of the risk, pattern or hypothesis of the case summary that it answers.",
    authority="D table C2. The labels are those of another record and are not looked up",
    stage="final",
    forms=_PLAN,
    check=change_from_nowhere,
)


def not_safer(filled: FilledForm) -> Iterator[Hit]:
    """Changes that do not say what they do for a child's safety."""
    for row in filled.rows("intended_change"):
        if "safer" not in row.cells:
            yield Hit(f"{row.at}/safer", "why this change makes a child safer is not said")


SAFER = Rule(
    code="RSW313",
    severity="warning",
    title="A change says why it makes the child safer",
    why="People may get on better with each other and the child's day be the same.",
    fix="Say what the child will no longer have to do, hear or fear once this has changed.",
    authority="D table C2",
    stage="final",
    forms=_PLAN,
    check=not_safer,
)


def service_as_change(filled: FilledForm) -> Iterator[Hit]:
    """Changes worded as going to a service."""
    for row in filled.rows("intended_change"):
        if uses(row.cells.get("outcome", ""), "services"):
            yield Hit(f"{row.at}/outcome", "this change is worded as using a service")


BETWEEN_PEOPLE = Rule(
    code="RSW413",
    severity="warning",
    title="A change is something between people and not a service",
    why="Somebody can attend everything and the children notice nothing.",
    fix="Say what will be different between them. The service belongs with the interventions.",
    authority="D rule T13; D the word list services.toml",
    stage="final",
    forms=_PLAN,
    check=service_as_change,
)


def change_nobody_works_on(filled: FilledForm) -> Iterator[Hit]:
    """Changes that no intervention is for."""
    worked_on = {
        label for row in filled.rows("intervention_plan") for label in named_in(row.cells.get("change"))
    }
    for row in filled.rows("intended_change"):
        label = label_of(row.cells)
        if label is not None and label not in worked_on:
            yield Hit(row.at, "no intervention is for this change")


WORKED_ON = Rule(
    code="RSW513",
    severity="note",
    title="Somebody works on each intended change",
    why="A change that nobody works on is a wish put to the family.",
    fix="Add an intervention for it, or say in the change that it waits, and for what.",
    authority="D rule T13, the other way round",
    stage="final",
    forms=_PLAN,
    check=change_nobody_works_on,
)

RULES = (FOR_A_CHANGE, MORE_THAN_REFERRALS, TIED_TO_THE_THINKING, SAFER, BETWEEN_PEOPLE, WORKED_ON)
