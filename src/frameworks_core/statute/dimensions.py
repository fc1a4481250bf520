"""The dimensions of the Assessment Framework: what a statement about a child's world can be about.

Twenty dimensions in three domains come from the framework of 2000. A fourth domain holds the context outside
the family, which later guidance added; it is marked so. Some dimensions have *parts*, written
`health/physical`: a part is narrower than its dimension. Forms that split a dimension point at parts, forms
that do not point at the whole, and set relations between the two tell a conversion whether an answer still
fits.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable
from typing import Any

from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.nearest import nearest
from frameworks_core.statute import shipped


@frozen
class Part:
    """A part of a dimension.

    Attributes:
        id: `<dimension>/<part>`.
        label: What practitioners read.
        plain: What the family reads: lower case, fits inside a sentence.
        source: How well attested it is.
    """

    id: str
    label: str
    plain: str
    source: str


@frozen
class Dimension:
    """One dimension, with its parts where it has any.

    Attributes:
        id: Its name in slots.
        label: What practitioners read.
        plain: What the family reads: lower case, fits inside a sentence.
        source: How well attested it is.
        parts: Its parts. They need not exhaust it.
    """

    id: str
    label: str
    plain: str
    source: str
    parts: tuple[Part, ...] = ()


@frozen
class Domain:
    """One group of dimensions.

    Attributes:
        id: Name of the group.
        label: What practitioners read.
        plain: What the family reads: lower case, fits inside a sentence.
        later_guidance: Whether the group came after the framework of 2000 and is no part of it.
        dimensions: Its dimensions in the framework's order.
    """

    id: str
    label: str
    plain: str
    later_guidance: bool
    dimensions: tuple[Dimension, ...]


@functools.cache
def domains() -> tuple[Domain, ...]:
    """The three domains of the framework in its order, then the one of later guidance."""
    return tuple(_domain(row) for row in shipped.read("assessment_framework")["domains"])


def all_dimensions() -> tuple[Dimension, ...]:
    """All dimensions of all domains, in order, the later one included."""
    return tuple(dimension for domain in domains() for dimension in domain.dimensions)


@functools.cache
def _by_id() -> dict[str, Dimension | Part]:
    found: dict[str, Dimension | Part] = {}
    for dimension in all_dimensions():
        found[dimension.id] = dimension
        found.update((part.id, part) for part in dimension.parts)
    return found


@functools.cache
def known_dimensions() -> frozenset[str]:
    """The ids of every dimension and of every part of one."""
    return frozenset(_by_id())


def dimension(name: str) -> Dimension | Part:
    """The dimension, or the part of one, with this id.

    Raises:
        UserError: There is none; the message names the nearest.
    """
    known = _by_id()
    if name not in known:
        raise UserError(f"there is no dimension {name!r} in the Assessment Framework{nearest(name, known)}")
    return known[name]


def check_dimensions(names: Iterable[str]) -> None:
    """Refuse names that are neither a dimension nor a part of one.

    Raises:
        UserError: For the first unknown name; the message names the nearest.
    """
    for name in names:
        dimension(name)


def whole(name: str) -> str:
    """The dimension a part belongs to; a dimension is its own whole."""
    return name.partition("/")[0]


def covers(wider: Collection[str], narrower: Collection[str]) -> bool:
    """Whether everything in `narrower` has its place in `wider`.

    A part has its place in itself and in its dimension. A dimension has its place in itself only: its parts
    need not exhaust it. An empty `narrower` is covered by anything. Names are not looked up;
    `check_dimensions` does that once, when a form is read.
    """
    return all(name in wider or whole(name) in wider for name in narrower)


def overlaps(a: Collection[str], b: Collection[str]) -> bool:
    """Whether something belongs to both: an equal member, or a dimension here and a part of it there.

    Two different parts of one dimension do not overlap.
    """
    return not (_with_wholes(frozenset(a)).isdisjoint(b) and _with_wholes(frozenset(b)).isdisjoint(a))


@functools.cache
def _with_wholes(names: frozenset[str]) -> frozenset[str]:
    """The names, and the dimensions they are parts of."""
    return names | {whole(name) for name in names}


def _domain(row: dict[str, Any]) -> Domain:
    return Domain(**row | {"dimensions": tuple(map(_dimension, row["dimensions"]))})


def _dimension(row: dict[str, Any]) -> Dimension:
    return Dimension(**row | {"parts": tuple(Part(**part) for part in row.get("parts", ()))})
