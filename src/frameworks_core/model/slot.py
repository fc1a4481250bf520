"""Where a field's answer sits in the canonical assessment: the whole mapping language between forms.

A slot is a kind from a closed set, narrowed by facets. Two fields of two frameworks mean the same when their slots are
equal; there are no expressions. Kinds fall into three families:

* facts convert: what is so in the child's world, and what people said or arranged;
* core tables: facts that every document holds once, in its people, agencies or chronology;
* history: what an earlier record concluded, decided, agreed, scored or did. It is true of that record only, so it never
  converts; it travels as attributed history (design rule 3: facts convert, conclusions do not).
"""

from __future__ import annotations

from attrs import frozen

TEXT_KINDS = frozenset({"statement", "view", "reflection"})
ROW_KINDS = frozenset(
    {"communication", "involvement", "support", "contact", "change", "action", "contingency"}
)
PRACTICE_KINDS = frozenset(
    {"harm", "danger", "goal", "hypothesis", "conversation", "pattern", "network", "rule", "tie"}
)
"""Rows that practice models think with."""
PLAN_KINDS = frozenset({"action", "contingency", "review", "rule"})
"""Arrangements agreed in a plan. One agreed voluntarily never becomes part of a statutory plan by conversion."""

FACT_KINDS = TEXT_KINDS | ROW_KINDS | PRACTICE_KINDS | {"review"}
TABLE_KINDS = frozenset({"person", "people", "agency", "event"})
HISTORY_KINDS = frozenset(
    {
        "reason",
        "record",
        "appointment",
        "conclusion",
        "decision",
        "threshold",
        "outcome",
        "consent",
        "score",
        "scale",
        "rating",
        "comment",
        "oversight",
        "practice",
        "update",
    }
)
KINDS = FACT_KINDS | TABLE_KINDS | HISTORY_KINDS

SENSES = frozenset(
    {"information", "strength", "need", "evidence", "harm", "danger", "complicating", "protective"}
)
"""What a statement says: harm is past, danger is feared future, protective was shown while the danger was present."""

TOPICS = frozenset(
    {"domestic_abuse", "parental_mental_health", "parental_substance_use", "parental_learning_disability"}
)
WHOSE = frozenset({"child", "parent", "wider_family", "family", "professional"})
GROWN_UPS = frozenset({"parent", "wider_family", "family"})
"""Whose views one round of talk may ask for at once. A child's are never among them: a child is asked, and heard, apart."""
ASPECTS = frozenset({"words", "wants", "experience", "observation", "views", "session", "session_wants"})
"""Aspects of a view. What was said, or wished for, in one session with a tool no other record can fill."""
PEOPLE_GROUPS = frozenset(
    {"parent_carer", "household", "significant_other", "significant_male", "subject_child", "wider_family"}
)
CONSENT_ITEMS = frozenset(
    {"storage", "reasons_explained", "services", "signed", "withdrawn", "exception", "basis", "childs_work"}
)
"""Parts of a consent record; `childs_work` is who may see what a child said, drew or made, and who may not."""
REFLECTION_ITEMS = frozenset({"dilemma", "curiosity", "uncertainty", "position"})
"""Working thoughts: where the work is stuck, what one wants to understand, what is not known, the worker's own position."""


@frozen(cache_hash=True)
class Slot:
    """One place in the canonical assessment.

    Attributes:
        kind: One of `KINDS`.
        dimensions: Assessment Framework dimensions, or parts of one (`health/physical`), a statement is about.
        topics: Parental-difficulty topics a statement is about.
        senses: What a statement says (`SENSES`); several where a box mixes them.
        whose: Whose view.
        aspect: Which aspect of the view.
        person_property: Which property of the subject child's entry in the people table.
        group: Which people, or which agencies.
        item: Which part of a consent record, or which working thought (`REFLECTION_ITEMS`).
    """

    kind: str
    dimensions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    senses: frozenset[str] = frozenset()
    whose: str | None = None
    aspect: str | None = None
    person_property: str | None = None
    group: str | None = None
    item: str | None = None

    @property
    def is_history(self) -> bool:
        """Whether answers here are true of their own record only and never convert."""
        return self.kind in HISTORY_KINDS
