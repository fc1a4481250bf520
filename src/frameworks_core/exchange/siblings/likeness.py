"""What two rows of people tables have in common, and what they differ in; in words that tell no value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import fields

from frameworks_core.exchange.siblings.report import Pair, Row
from frameworks_core.model import Person

IDENTIFIERS = {"nhs_number": "NHS number", "upn": "UPN"}
"""Properties that belong to one person only, in words."""

_OWN = frozenset({"id", "roles"})
"""What a row says of its place in one document: who is the child in one is the sibling in another."""

_IN_WORDS = {**IDENTIFIERS, "dob": "date of birth", "edd": "expected date of delivery"}

_FOR_ONE_CHILD = ("parental_responsibility", "parental_responsibility_basis")
"""Properties that are true of somebody for one child: nobody has them for a sibling too because a number is the same."""

PROPERTIES = tuple(attribute.name for attribute in fields(Person) if attribute.name not in _OWN)
"""Properties in which two rows of one person must agree."""

People = Mapping[Row, Person]


def shared_identifiers(people: People, pair: Pair) -> tuple[str, ...]:
    """The identifiers two rows share."""
    one, other = people[pair[0]], people[pair[1]]
    return tuple(
        name
        for name in IDENTIFIERS
        if (value := identifier(one, name)) is not None and value == identifier(other, name)
    )


def identifier(person: Person, name: str) -> str | None:
    """A number that belongs to one person only; None for what people write where they have none: `unknown`, `000`."""
    value = plain(person, name)
    signs = "".join(filter(str.isalnum, value or ""))
    is_one = any(map(str.isdigit, signs)) and len(set(signs)) > 1 and signs not in _COUNTED
    return value if is_one else None


_COUNTED = frozenset({"123", "1234", "12345", "123456789", "1234567890", "0123456789"})
"""What is typed to fill a box."""


def differences(people: People, group: Iterable[Row]) -> tuple[str, ...]:
    """The properties in which any two of these rows say different things."""
    members = [people[row] for row in group]
    return tuple(
        name
        for name in PROPERTIES
        if len({value for person in members if (value := _comparable(person, name)) is not None}) > 1
    )


def said_by_some(people: People, group: Iterable[Row]) -> tuple[str, ...]:
    """What some of these rows say of somebody for one child, and others do not say."""
    members = [people[row] for row in group]
    return tuple(
        name for name in _FOR_ONE_CHILD if len({getattr(person, name) is None for person in members}) > 1
    )


def _comparable(person: Person, name: str) -> object:
    if name in IDENTIFIERS:
        return plain(person, name)
    value = getattr(person, name)
    return frozenset(value) if isinstance(value, tuple) else value


def plain(person: Person, name: str) -> str | None:
    """A number or name without what only its writing differs in: case, and spaces (in a name, how many)."""
    value = getattr(person, name)
    if not isinstance(value, str):
        return None
    return ("" if name in IDENTIFIERS else " ").join(value.split()).casefold() or None


def in_words(names: Sequence[str], *, article: bool = False) -> str:
    """The names of properties in one line, as a practitioner says them."""
    words = [_IN_WORDS.get(name, name.replace("_", " ")) for name in names]
    if article:
        words = [f"{'an' if word.startswith('NHS') else 'a'} {word}" for word in words]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
