"""Patterns as loops with ourselves in them, differences with ourselves among them, and the services around."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import CASE_SUMMARY

_PARTS_OF_A_LOOP = {
    "round_again": "how the last step leads back to the first is not said",
    "exceptions": "when it does not happen is not said",
    "professionals": "the professionals' part is not said",
}


def half_a_loop(filled: FilledForm) -> Iterator[Hit]:
    """Patterns that do not come round again, have no exception or leave the professionals out."""
    for row in filled.rows("patterns"):
        for column, message in _PARTS_OF_A_LOOP.items():
            if column not in row.cells:
                yield Hit(f"{row.at}/{column}", message)


WHOLE_LOOP = Rule(
    code="RSW506",
    severity="warning",
    title="A pattern is a loop, with exceptions, and with the professionals in it",
    why="The exceptions are where change has begun, and our own part is the one we can change tomorrow.",
    fix="Follow it until it comes round. Ask when it went differently. Say what we do that keeps it going.",
    authority="D pitfall 6; S sponte for circularity",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=half_a_loop,
)


def only_the_family(filled: FilledForm) -> Iterator[Hit]:
    """Differences, all of them the family's."""
    sides = {row.cells.get("side") for row in filled.rows("graces")}
    if sides == {"family"}:
        yield Hit("/answers/graces", "every difference here is the family's, and none is ours")


OURS_TOO = Rule(
    code="RSW011",
    severity="warning",
    title="Differences are the worker's and the unit's too",
    why="A difference lies between two sides. Looking at one side makes the family the odd one.",
    fix=(
        "Add what you and the unit bring: how it shows, whether it is spoken about, and what it makes hard to ask. This "
        "is not monitoring and not kept with anybody's recorded characteristics."
    ),
    authority="D rule T11; K burnham for the list",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=only_the_family,
)


def not_looked_at(filled: FilledForm) -> Iterator[Hit]:
    """Summaries in which differences were neither found nor looked for."""
    if not filled.is_answered("graces") and not filled.is_answered("graces_reviewed"):
        yield Hit(
            "/answers/graces", "no difference is named, nor that the unit looked and found none that matters"
        )


LOOKED_AT = Rule(
    code="RSW111",
    severity="error",
    title="Differences that matter are named, or were looked at together",
    why="What nobody names still decides who feels free to speak.",
    fix="Name one, in words, with how it matters here; or say what you looked at together and found.",
    authority="D table C2: at least one, or reviewed",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=not_looked_at,
)


def services_without_relations(filled: FilledForm) -> Iterator[Hit]:
    """Professional systems of which nothing is said but, at most, names."""
    if not any(
        {"to_family", "to_others", "their_idea"} & row.cells.keys()
        for row in filled.rows("professional_system")
    ):
        yield Hit(
            "/answers/professional_system",
            "nothing is said of how services stand to the family and each other, or what they think",
        )


SYSTEM_DESCRIBED = Rule(
    code="RSW016",
    severity="warning",
    title="The professional system is described and not only listed",
    why="Services answer each other too, and a family can be caught between two ideas of what is wrong.",
    fix="For one service at least, write how it stands to the family and to the others, and its idea of the difficulty.",
    authority="D rule T16; S york for the map of professionals",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=services_without_relations,
)

RULES = (WHOLE_LOOP, OURS_TOO, LOOKED_AT, SYSTEM_DESCRIBED)
