"""Goals: for how long they are to be seen, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, SAFETY_PLAN


def _for_how_long(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("safety_goals"):
        if "duration" not in row.cells:
            yield Hit(f"{row.at}/duration", "for how long this is to be seen is not said")


SOS010 = Rule(
    code="SOS010",
    severity="warning",
    title="A goal says for how long it is to be seen",
    why="Safety is shown over time. A family should know how long is long enough.",
    fix="Agree a time with the family, such as 'every week until the summer holidays'.",
    authority="S sos-howto, sos-nyorks",
    stage="final",
    forms=(MAPPING, SAFETY_PLAN),
    check=_for_how_long,
)


def _nobody_elses(filled: FilledForm) -> Iterator[Hit]:
    owners = [row.cells.get("owner") for row in filled.rows("safety_goals")]
    if owners and all(owner == "authority" for owner in owners):
        yield Hit(
            "/answers/safety_goals", "every goal is the authority's, and none is the family's or shared"
        )


SOS011 = Rule(
    code="SOS011",
    severity="warning",
    title="Goals of the family as well",
    why="People work for what they want themselves. A map holds the goals of both.",
    fix="Ask what each person wants, and write a goal in their words; or say which goals are shared.",
    authority="S sos-wa for goals of family and agency",
    stage="final",
    forms=(MAPPING, SAFETY_PLAN),
    check=_nobody_elses,
)

RULES = (SOS010, SOS011)
