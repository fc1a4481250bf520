"""Strengths apart from safety: safety is what somebody did while the danger was there."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING

PARTS = {
    "who": "who did this is not said",
    "danger": "which danger this guards against is not said",
}


def _not_shown_to_protect(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("existing_safety"):
        for column, message in PARTS.items():
            if not row.cells.get(column):
                yield Hit(f"{row.at}/{column}", f"{message}; without it this is a strength")


SOS012 = Rule(
    code="SOS012",
    severity="error",
    title="Existing safety says who did what, and against which danger",
    why=(
        "A strength becomes safety when somebody has used it to protect the child while the danger was there. "
        "Counted too soon, it makes a child look safer than anybody has seen."
    ),
    fix="Add who, and the short name of the worry. If nobody has seen it protect the child, move it to the strengths.",
    authority="S Wake, sos-york",
    stage="final",
    forms=(MAPPING,),
    check=_not_shown_to_protect,
)


def _not_looked_for(filled: FilledForm) -> Iterator[Hit]:
    if not filled.is_answered("existing_safety") and filled.value("existing_safety_none") != "yes":
        yield Hit(
            "/answers/existing_safety", "no safety is recorded, and not that it was looked for and none found"
        )


SOS112 = Rule(
    code="SOS112",
    severity="error",
    title="Safety was looked for",
    why="Nearly every family has kept a child safe at some time. If nobody asked, the map is half a map.",
    fix="Ask for times when it went well although the worry was there; or record that none was found yet.",
    authority="S sos-york for the category; that it is asked D, table C1",
    stage="final",
    forms=(MAPPING,),
    check=_not_looked_for,
)


def _none_and_some(filled: FilledForm) -> Iterator[Hit]:
    for table in ("existing_safety", "complicating_factors"):
        none = f"{table.removesuffix('_factors')}_none"
        if filled.value(none) == "yes" and filled.is_answered(table):
            yield Hit(f"/answers/{none}", "none is said to be found, and some is recorded")


SOS212 = Rule(
    code="SOS212",
    severity="error",
    title="Either none was found or some was",
    why="The next reader cannot tell which of the two is meant.",
    fix="Take back the answer that none was found, or the rows.",
    authority="D",
    stage="draft",
    forms=(MAPPING,),
    check=_none_and_some,
)

RULES = (SOS012, SOS112, SOS212)
