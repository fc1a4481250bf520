"""Whose whereabouts must not be given away: whoever a document says so of, in any row that may be about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frameworks_core.exchange.siblings.likeness import IDENTIFIERS, identifier, plain
from frameworks_core.model import Person


def hidden_people(people: Iterable[Person]) -> frozenset[str]:
    """Ids of the people whose address is protected, and of rows that may be the same people.

    Where siblings' documents were joined somebody may stand in two rows, of which only one says that the address is
    protected. Rows that share a number or a full name are taken for one here, unless they were born on different days.
    """
    everybody = tuple(people)
    hidden = [person for person in everybody if person.has_protected_address]
    by_likeness: dict[tuple[str, ...], list[Person]] = {}
    for person in hidden:
        for key in _likeness(person):
            by_likeness.setdefault(key, []).append(person)
    alike = (
        person.id
        for person in everybody
        for key in _likeness(person)
        if any(key[0] != "name" or _may_be_one(person, other) for other in by_likeness.get(key, ()))
    )
    return frozenset({*(person.id for person in hidden), *alike})


def _likeness(person: Person) -> Iterator[tuple[str, ...]]:
    yield from ((name, value) for name in IDENTIFIERS if (value := identifier(person, name)) is not None)
    family, given = plain(person, "family_name"), plain(person, "given_names")
    if family and given:
        yield "name", family, given


def _may_be_one(one: Person, other: Person) -> bool:
    return one.dob is None or other.dob is None or one.dob == other.dob
