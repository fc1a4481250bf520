"""Facts that forms hold as rows of a table: plan rows, visits, earlier help and the like.

Each class names the properties two frameworks share, or statute requires. A column of a form that maps to none of them is
kept beside the row in `Row.extra`, cell by cell, so that nothing is lost and nothing is guessed.
"""

from __future__ import annotations

from functools import cache

from attrs import fields, frozen

from frameworks_core.model.judgements import JUDGEMENT_CLASSES, Judgement
from frameworks_core.model.practice import PRACTICE_CLASSES, PracticeRow
from frameworks_core.model.values import Value


@frozen(kw_only=True)
class Communication:
    """What somebody needs in order to take part, and what was arranged."""

    about: Value | None = None
    need: Value | None = None
    arrangement: Value | None = None


@frozen(kw_only=True)
class Involvement:
    """Earlier help, assessments or decisions."""

    on: Value | None = None
    type: Value | None = None
    summary: Value | None = None
    reference: Value | None = None


@frozen(kw_only=True)
class Support:
    """Help given or waited for, and what difference it made."""

    need: Value | None = None
    service: Value | None = None
    offered_on: Value | None = None
    started_on: Value | None = None
    requested_on: Value | None = None
    interim: Value | None = None
    effect: Value | None = None


@frozen(kw_only=True)
class Contact:
    """One meeting with a child: seen, seen alone, what was observed."""

    on: Value | None = None
    place: Value | None = None
    who: Value | None = None
    about: Value | None = None
    seen: Value | None = None
    alone: Value | None = None
    bedroom: Value | None = None
    observation: Value | None = None


@frozen(kw_only=True)
class Change:
    """One behaviour that has to change, what was tried, and what was observed on which dates."""

    behaviour: Value | None = None
    who: Value | None = None
    baseline: Value | None = None
    tried: Value | None = None
    motivation: Value | None = None
    barriers: Value | None = None
    support: Value | None = None
    observed: Value | None = None
    view: Value | None = None
    timescale: Value | None = None


@frozen(kw_only=True)
class Action:
    """One row of a plan: what will be different, who does what by when, how we will know."""

    need: Value | None = None
    outcome: Value | None = None
    difference: Value | None = None
    action: Value | None = None
    who: Value | None = None
    by_when: Value | None = None
    measure: Value | None = None
    status: Value | None = None
    progress: Value | None = None
    for_whom: Value | None = None
    aim: Value | None = None
    offered_on: Value | None = None
    review_date: Value | None = None
    dimension: Value | None = None
    goal: Value | None = None


@frozen(kw_only=True)
class Contingency:
    """Plan B: what sets it off, who then does what, and where the child would be."""

    trigger: Value | None = None
    action: Value | None = None
    who: Value | None = None
    where: Value | None = None
    by_when: Value | None = None


Fact = Communication | Involvement | Support | Contact | Change | Action | Contingency | PracticeRow

ROW_CLASSES: dict[str, type[Fact | Judgement]] = {
    "communication": Communication,
    "involvement": Involvement,
    "support": Support,
    "contact": Contact,
    "change": Change,
    "action": Action,
    "contingency": Contingency,
    **PRACTICE_CLASSES,
    **JUDGEMENT_CLASSES,
}
"""Kind of slot -> the class its rows are read into."""


@cache
def properties_of(kind: str) -> frozenset[str]:
    """The property names a column of a table with this kind of slot may use; empty for other kinds."""
    row_class = ROW_CLASSES.get(kind)
    return frozenset(field.name for field in fields(row_class)) if row_class else frozenset()
