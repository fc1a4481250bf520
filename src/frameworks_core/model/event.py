"""The chronology: what happened, when it happened, and apart from that when it was written down."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Event:
    """One event. `on` is the day, month or year it happened; `recorded` is the day it was written down."""

    id: str
    on: str
    what: str
    precision: str | None = None
    recorded: str | None = None
    source: str | None = None
    affects: tuple[str, ...] | None = None
    significance: str | None = None
    response: str | None = None
    positive: str | None = None
    disclosure: str | None = None
