"""The routes a decision may take: the legal test of each, and what must be recorded, as data.

A route is one answer to "what now?": no further action, early help, help to a child in need, an enquiry, accommodation,
immediate protection. Tests and duties are law and the same for every framework. Each line carries the mark that says
how well it is attested; show the mark wherever you show the line. Nothing here, or anywhere, chooses a route.
"""

from __future__ import annotations

import functools
from typing import Any

from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.statute import shipped

FOLDER = "routes"


@frozen
class Limb:
    """One part of a legal test that is enough by itself, or that must be met: its letter, its words, its source."""

    code: str
    text: str
    source: str


@frozen
class Duty:
    """One thing that must be recorded if this route is taken, and by whom."""

    what: str
    who: str
    source: str


@frozen(kw_only=True)
class Route:
    """One route.

    Attributes:
        id: Its name, such as `section_47`.
        order: Its place in lists, from least to most intrusive; no more than that.
        title: What practitioners call it.
        plain: What the family is told it is.
        test: The legal test, in our words.
        source: How well attested the test is: a mark and the sources.
        limbs: Parts of the test.
        duties: What must be recorded.
        notes: Caveats a reader must see.
    """

    id: str
    order: int
    title: str
    plain: str
    test: str
    source: str
    limbs: tuple[Limb, ...] = ()
    duties: tuple[Duty, ...] = ()
    notes: tuple[str, ...] = ()


@functools.cache
def all_routes() -> tuple[Route, ...]:
    """Every route, from least to most intrusive."""
    return tuple(sorted(map(_read, shipped.names(FOLDER)), key=lambda route: route.order))


def route(name: str) -> Route:
    """The route of this id.

    Raises:
        UserError: There is none; the message names all. A nearest one could be a less intrusive route.
    """
    known = {route.id: route for route in all_routes()}
    if name not in known:
        raise UserError(f"there is no route {name!r}; there are {', '.join(known)}")
    return known[name]


def _read(name: str) -> Route:
    data: dict[str, Any] = shipped.read(FOLDER, name)
    return Route(
        **{
            **data,
            "id": name,
            "limbs": tuple(Limb(**limb) for limb in data.get("limbs", ())),
            "duties": tuple(Duty(**duty) for duty in data.get("duties", ())),
            "notes": tuple(data.get("notes", ())),
        }
    )
