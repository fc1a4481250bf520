"""Who stands in several siblings' documents: people are matched by shared identifiers only, never by their names.

The order of the documents changes nothing. Whoever may be the same person, and is not matched, is listed for a person to say:
two people taken for one would put one's words, whereabouts or parental responsibility down to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import evolve, frozen

from frameworks_core.errors import UserError
from frameworks_core.exchange.siblings.likeness import (
    IDENTIFIERS,
    PROPERTIES,
    People,
    differences,
    identifier,
    in_words,
    plain,
    said_by_some,
    shared_identifiers,
)
from frameworks_core.exchange.siblings.report import Doubt, Pair, Row
from frameworks_core.model import Person


@frozen(kw_only=True)
class Matches:
    """Who is who.

    Attributes:
        groups: The rows of each person who stands in several documents, in the documents' order.
        confirmed: How many of the groups rest on what a person said.
        doubtful: Pairs of rows that may be one person.
    """

    groups: tuple[tuple[Row, ...], ...]
    confirmed: int
    doubtful: tuple[Doubt, ...]


def match_people(tables: Sequence[Sequence[Person]], same: Iterable[Pair] = ()) -> Matches:
    """Match the people of several documents.

    Args:
        tables: The people of each document.
        same: Pairs that a person says are one.

    Raises:
        UserError: What a person says cannot be: it makes two people of one document one, or they differ.
    """
    people = {
        Row(number, person.id): person for number, table in enumerate(tables, start=1) for person in table
    }
    sharing = {pair: names for pair in _pairs(people) if (names := shared_identifiers(people, pair))}
    certain = _certain(people, sharing)
    groups = _Groups(people)
    for one, other in certain:
        groups.unite(one, other)
    by_identifier = {group for group in groups.all() if len(group) > 1}
    for one, other in same:
        _confirm(groups, people, one, other)
    found = tuple(group for group in groups.all() if len(group) > 1)
    return Matches(
        groups=found,
        confirmed=len(set(found) - by_identifier),
        doubtful=tuple(_doubts(groups, people, sharing)),
    )


def merged(rows: Sequence[Person], person_id: str) -> Person:
    """One row of several that contradict one another in nothing: each property from the first that has it."""
    roles = tuple(dict.fromkeys(role for row in rows for role in row.roles))
    given = {
        name: next((value for row in rows if (value := getattr(row, name)) is not None), None)
        for name in PROPERTIES
    }
    return evolve(rows[0], id=person_id, roles=roles, **given)


class _Groups:
    """Rows that are one person; at first each is one of its own."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._of: dict[Row, tuple[Row, ...]] = {row: (row,) for row in rows}

    def of(self, row: Row) -> tuple[Row, ...]:
        return self._of[row]

    def unite(self, one: Row, other: Row) -> None:
        group = tuple(sorted({*self._of[one], *self._of[other]}))
        self._of.update(dict.fromkeys(group, group))

    def all(self) -> tuple[tuple[Row, ...], ...]:
        return tuple(dict.fromkeys(self._of.values()))


def _certain(people: People, sharing: Mapping[Pair, tuple[str, ...]]) -> list[Pair]:
    """The pairs that are one person beyond doubt.

    Where what is shared leads to two people of one document, or to people who differ in anything, nobody it leads to is matched: which
    of them is right is not for software to say.
    """
    groups = _Groups(people)
    for one, other in sharing:
        groups.unite(one, other)
    return [
        pair
        for pair in sharing
        if pair[0].document != pair[1].document and _agree(people, groups.of(pair[0]))
    ]


def _agree(people: People, group: Sequence[Row]) -> bool:
    return _one_of_each(group) and not differences(people, group) and not said_by_some(people, group)


def _one_of_each(group: Sequence[Row]) -> bool:
    return len({row.document for row in group}) == len(group)


def _confirm(groups: _Groups, people: People, one: Row, other: Row) -> None:
    group = sorted({*groups.of(one), *groups.of(other)})
    option = f"--same {one.name}={other.name}"
    if not _one_of_each(group):
        raise UserError(
            f"{option}: this makes two people of one document one ({', '.join(row.name for row in group)}); "
            "leave out what is wrong"
        )
    if differs := differences(people, group):
        raise UserError(
            f"{option}: these two rows differ in {in_words(differs)}, and one row can say one thing only. Leave this "
            "option out, and two rows stay, with nothing lost; or, where one of them is a slip or out of date, "
            "bring it up to date in its document first"
        )
    groups.unite(one, other)


def _pairs(people: People) -> Iterator[Pair]:
    """Rows that share an identifier, or a name: all others need not be looked at."""
    by_key: dict[tuple[object, ...], list[Row]] = {}
    for row, person in people.items():
        for key in _keys(person):
            by_key.setdefault(key, []).append(row)
    yield from dict.fromkeys(
        (min(pair), max(pair)) for rows in by_key.values() for pair in combinations(rows, 2)
    )


def _keys(person: Person) -> Iterator[tuple[object, ...]]:
    yield from ((name, value) for name in IDENTIFIERS if (value := identifier(person, name)) is not None)
    family, given = plain(person, "family_name"), plain(person, "given_names")
    if family and given:
        yield "name", family, given
    if family and person.dob:
        yield "birth", family, person.dob


def _doubts(groups: _Groups, people: People, sharing: Mapping[Pair, tuple[str, ...]]) -> Iterator[Doubt]:
    """Each pair that may be one person, unless one of the two is somebody else of the other's document already."""
    asked: set[frozenset[tuple[Row, ...]]] = set()
    order = {row: number for number, row in enumerate(people)}
    for one, other in sorted(_pairs(people), key=lambda pair: (order[pair[0]], order[pair[1]])):
        together = (*groups.of(one), *groups.of(other))
        question = frozenset({groups.of(one), groups.of(other)})
        if question in asked or not _one_of_each(together):
            continue  # of one group, asked already, or impossible
        differs = differences(people, together)
        if why := _why(people, one, other, sharing.get((one, other), ()), differs):
            asked.add(question)
            yield Doubt(one, other, why, differs=bool(differs))


def _why(people: People, one: Row, other: Row, shared: Sequence[str], differs: Sequence[str]) -> str | None:
    but = f" but differ in {in_words(differs)}" if differs else ""
    if shared:
        some = said_by_some(people, (one, other))
        only = f" but {in_words(some)} stands in one of them only, and is for one child" if some else ""
        others = ", but so does a row that cannot be the same person"
        return f"they share {in_words(shared, article=True)}{but or only or others}"
    names = {
        name: [plain(people[row], name) for row in (one, other)] for name in ("family_name", "given_names")
    }
    if all(value is not None and value == same for value, same in names.values()):
        return f"they have the same name{but}"
    if any(name in IDENTIFIERS for name in differs):
        return None  # twins: born on one day, and told apart by their numbers
    return f"they have the same family name and date of birth{but}"
