"""What the assessment says about the child's world, and what people themselves say."""

from __future__ import annotations

from attrs import frozen

from frameworks_core.model.attribution import UNATTRIBUTED, Attribution


@frozen(kw_only=True)
class Statement:
    """A text about the child's world; what it is about and what it says are facets of its slot."""

    text: str
    dimensions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    senses: frozenset[str] = frozenset()
    attribution: Attribution = UNATTRIBUTED


@frozen(kw_only=True)
class View:
    """Somebody's own words, wishes, experience or opinion; never rephrased."""

    text: str
    whose: str | None = None
    aspect: str | None = None
    attribution: Attribution = UNATTRIBUTED


@frozen(kw_only=True)
class Reflection:
    """A working thought of those who assess: never a fact about the family, and never converted into one."""

    text: str
    item: str | None = None
    attribution: Attribution = UNATTRIBUTED
