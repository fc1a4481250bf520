"""Planned conversations: had by the day agreed, with what came back, and what that does to the idea."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import CASE_SUMMARY, HYPOTHESES, UNIT_MEETING
from frameworks_reclaiming_social_work.rules.reading import day_of_record

_ALL = (CASE_SUMMARY, UNIT_MEETING, HYPOTHESES)


def nothing_came_back(filled: FilledForm) -> Iterator[Hit]:
    """Conversations whose day has passed without what came back. Dates are ISO text, which sorts as days do."""
    today = day_of_record(filled)
    for row in filled.rows("planned_conversations"):
        due = row.cells.get("by_when")
        if today and due and due < today.isoformat() and "came_back" not in row.cells:
            yield Hit(
                f"{row.at}/came_back", "the day for this conversation has passed; what came back is not said"
            )


CAME_BACK = Rule(
    code="RSW007",
    severity="warning",
    title="A planned conversation that is past due says what came back",
    why="The family's answer is what the hypothesis was for.",
    fix="Write what they said, in their words. If the conversation was not held, say so here and set another day.",
    authority="D rule T7",
    stage="draft",
    forms=_ALL,
    check=nothing_came_back,
)


def idea_not_looked_at(filled: FilledForm) -> Iterator[Hit]:
    """Conversations with an answer from which nothing was made."""
    for row in filled.rows("planned_conversations"):
        if "came_back" in row.cells and "now_think" not in row.cells:
            yield Hit(f"{row.at}/now_think", "something came back; what that does to the idea is not said")


IDEA_LOOKED_AT = Rule(
    code="RSW107",
    severity="note",
    title="What came back is held against the hypothesis",
    why="An answer that changes nothing in our thinking was perhaps not listened to.",
    fix="Say what the unit now makes of the idea, and change its status if that has changed.",
    authority="D rule T7",
    stage="final",
    forms=_ALL,
    check=idea_not_looked_at,
)

RULES = (CAME_BACK, IDEA_LOOKED_AT)
