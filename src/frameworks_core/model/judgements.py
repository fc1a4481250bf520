"""Rows that record a person's judgement on a day: scales, ratings, decisions.

They are true of their own record only. They never convert; lenses and guides read them in the record they were made in.
"""

from __future__ import annotations

from attrs import frozen

from frameworks_core.model.values import Value


@frozen(kw_only=True)
class Scale:
    """A scale with the words at its two ends, and what it is about."""

    ref: Value | None = None
    about: Value | None = None
    low: Value | None = None
    high: Value | None = None
    children: Value | None = None


@frozen(kw_only=True)
class Rating:
    """Where one person stood on a scale on one day, why, and what one point higher would look like."""

    scale: Value | None = None
    rater: Value | None = None
    capacity: Value | None = None
    on: Value | None = None
    number: Value | None = None
    reason: Value | None = None
    one_higher: Value | None = None


@frozen(kw_only=True)
class Decision:
    """What somebody decided, on which legal basis and why, who saw it otherwise, and who was told."""

    type: Value | None = None
    about: Value | None = None
    decision: Value | None = None
    legal_basis: Value | None = None
    reasons: Value | None = None
    evidence: Value | None = None
    dissent: Value | None = None
    decided_by: Value | None = None
    decided_on: Value | None = None
    told_family_on: Value | None = None
    told_child_on: Value | None = None
    told_referrer_on: Value | None = None
    how_told: Value | None = None


Judgement = Scale | Rating | Decision

JUDGEMENT_CLASSES: dict[str, type[Judgement]] = {"scale": Scale, "rating": Rating, "decision": Decision}
"""Kind of slot -> the class its rows are read into."""
