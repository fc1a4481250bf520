"""Statute packs: what the statutory guidance of one edition asks for, as data with a date.

An assessment is judged by the edition in force when it was made, so every edition since 2013 is kept, and
none of its numbers stands in code. Each provision carries the mark that says how well it is attested: S2+
(several sources), S (one), K (background knowledge, unproved) or D (our own design, such as checkpoints,
which are local practice and no law). Show the mark wherever you show the number.
"""

from __future__ import annotations

import functools
from datetime import date
from typing import Any, Literal

from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.nearest import nearest
from frameworks_core.statute import shipped

FOLDER = "packs"

Clock = Literal["referral", "assessment_start", "strategy_discussion"]
"""The event whose day a period is counted from. That day is day 0; see `working_days` for the convention."""


@frozen
class Limit:
    """A period in working days.

    Attributes:
        working_days: The last working day on which it is still kept.
        counted_from: The event it is counted from.
        source: How well attested it is: a mark, then the sources.
        note: What a reader must know besides.
    """

    working_days: int
    counted_from: Clock
    source: str
    note: str = ""


@frozen
class Checkpoints:
    """Working days on which a manager looks at an assessment under way: a default that an authority replaces.

    Attributes:
        working_days: The days, ascending.
        counted_from: The event they are counted from.
        source: How well attested they are.
        note: What a reader must know besides.
    """

    working_days: tuple[int, ...]
    counted_from: Clock
    source: str
    note: str = ""


@frozen
class Lead:
    """Who may lead work under one section of the Children Act 1989.

    Attributes:
        social_worker_leads: Whether the lead must be a registered social worker.
        social_worker_oversees: Whether a social-work-qualified supervisor or manager must oversee and decide.
        source: How well attested it is.
        note: What a reader must know besides.
    """

    social_worker_leads: bool
    social_worker_oversees: bool
    source: str
    note: str = ""


@frozen
class Pack:
    """One edition of the statutory guidance.

    Attributes:
        id: Its name in blends, `working_together_<year>`.
        title: What it is.
        effective_from: The first day it applies.
        effective_source: How well that day is attested.
        referral_decision: By when the response to a referral is decided.
        assessment_limit: By when the assessment is concluded. A ceiling, not a target.
        census_limit: The period the census asks about, which runs from another day.
        checkpoints: Default days on which a manager looks in.
        icpc: By when the initial child protection conference is held.
        section_17_lead: Who may lead help to a child in need.
        section_47_lead: Who may lead an enquiry into harm.
        notes: Caveats a reader must see.
    """

    id: str
    title: str
    effective_from: date
    effective_source: str
    referral_decision: Limit
    assessment_limit: Limit
    census_limit: Limit
    checkpoints: Checkpoints
    icpc: Limit
    section_17_lead: Lead
    section_47_lead: Lead
    notes: tuple[str, ...] = ()


@functools.cache
def all_packs() -> tuple[Pack, ...]:
    """Every statute pack, oldest first."""
    return tuple(sorted(map(_read, shipped.names(FOLDER)), key=lambda pack: pack.effective_from))


def pack(name: str) -> Pack:
    """The statute pack with this id.

    Raises:
        UserError: There is none; the message names the nearest.
    """
    known = {pack.id: pack for pack in all_packs()}
    if name not in known:
        raise UserError(f"there is no statute pack {name!r}{nearest(name, known)}")
    return known[name]


def pack_on(day: date) -> Pack:
    """The statute pack in force on that day.

    Guidance changes while assessments run; which day decides is the caller's to say, and is as a rule that of
    the referral.

    Raises:
        UserError: The day is before the first pack.
    """
    in_force = [pack for pack in all_packs() if pack.effective_from <= day]
    if not in_force:
        first = all_packs()[0]
        raise UserError(
            f"no statute pack reaches back before {first.effective_from}, when {first.title} began; "
            "earlier records belong to the guidance of their own time and are not checked against a later one"
        )
    return in_force[-1]


def _read(name: str) -> Pack:
    data: dict[str, Any] = shipped.read(FOLDER, name)
    checkpoints: dict[str, Any] = data["checkpoints"]
    return Pack(
        id=name,
        title=data["title"],
        effective_from=data["effective_from"],
        effective_source=data["effective_source"],
        referral_decision=Limit(**data["referral_decision"]),
        assessment_limit=Limit(**data["assessment_limit"]),
        census_limit=Limit(**data["census_limit"]),
        checkpoints=Checkpoints(**checkpoints | {"working_days": tuple(checkpoints["working_days"])}),
        icpc=Limit(**data["icpc"]),
        section_17_lead=Lead(**data["section_17_lead"]),
        section_47_lead=Lead(**data["section_47_lead"]),
        notes=tuple(data.get("notes", ())),
    )
