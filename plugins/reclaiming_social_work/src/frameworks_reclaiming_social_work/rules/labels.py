"""Short labels: each stands for one row, and what names one names a row that is there."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import CASE_SUMMARY, HYPOTHESES, INTERVENTION_PLAN, UNIT_MEETING
from frameworks_reclaiming_social_work.rules.reading import label_of, labels_in, named_in

_LABELLED = ("risk_statement", "patterns", "hypotheses", "intended_change")
_NAMES = (
    ("planned_conversations", "hypothesis"),
    ("intervention_links", "hypothesis"),
    ("status_history", "hypothesis"),
)
"""Columns that name a hypothesis of the same document."""


def label_twice(filled: FilledForm) -> Iterator[Hit]:
    """Rows of one table under a label that an earlier row of it has."""
    for field_id in _LABELLED:
        seen: set[str] = set()
        for row in filled.rows(field_id):
            label = label_of(row.cells)
            if label in seen:
                yield Hit(f"{row.at}/ref", "an earlier row of this table has the same short label")
            if label is not None:
                seen.add(label)


ONE_ROW_EACH = Rule(
    code="RSW501",
    severity="error",
    title="A short label stands for one row",
    why="Conversations, interventions and changes name what they belong to by this label.",
    fix="Give each row a label of its own, such as H1 and H2. A label once used is not given to another idea.",
    authority="D the form's own design, and rule T5",
    stage="draft",
    forms=(CASE_SUMMARY, UNIT_MEETING, HYPOTHESES, INTERVENTION_PLAN),
    check=label_twice,
)


def unknown_hypothesis(filled: FilledForm) -> Iterator[Hit]:
    """Rows that name a hypothesis which is not on the list."""
    known = labels_in(filled, "hypotheses")
    for field_id, column in _NAMES:
        for row in filled.rows(field_id):
            if any(label not in known for label in named_in(row.cells.get(column))):
                yield Hit(f"{row.at}/{column}", "no hypothesis here has this short label")


KNOWN_HYPOTHESIS = Rule(
    code="RSW104",
    severity="error",
    title="What tries out a hypothesis names one that is on the list",
    why="A conversation whose hypothesis nobody can find teaches nothing about it.",
    fix="Write the short label of a hypothesis of this record, or several with commas between them.",
    authority="D rule T4",
    stage="final",
    forms=(CASE_SUMMARY, UNIT_MEETING, HYPOTHESES),
    check=unknown_hypothesis,
)


def unknown_risk(filled: FilledForm) -> Iterator[Hit]:
    """What is said to reduce a risk that is not stated."""
    known = labels_in(filled, "risk_statement")
    for row in filled.rows("risk_protective"):
        if any(label not in known for label in named_in(row.cells.get("risk"))):
            yield Hit(f"{row.at}/risk", "no risk here has this short label")


KNOWN_RISK = Rule(
    code="RSW502",
    severity="error",
    title="What reduces a risk names one that is stated",
    why="Something can only be weighed against the risk it is meant for.",
    fix="Write the short label of a stated risk, or leave the column empty where it is meant for all of them.",
    authority="D the form's own design",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=unknown_risk,
)

RULES = (ONE_ROW_EACH, KNOWN_HYPOTHESIS, KNOWN_RISK)
