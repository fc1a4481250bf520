"""Who stands in several siblings' documents: people are matched by shared identifiers only, never by their names.

The order of the documents changes nothing. Whoever may be the same person, and is not matched, is listed for a person to say:
two people taken for one would put one's words, whereabouts or parental responsibility down to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import evolve, fields, frozen

from frameworks_core.errors import UserError
from frameworks_core.exchange.joining_report import Doubt, Row
from frameworks_core.model import Person

IDENTIFIERS = {"nhs_number": "NHS number", "upn": "UPN"}
"""Properties that belong to one person only, in words."""

_OWN = frozenset({"id", "roles"})
"""What a row says of its place in one document: who is the child in one is the sibling in another."""

_IN_WORDS = {**IDENTIFIERS, "dob": "date of birth", "edd": "expected date of delivery"}

_FOR_ONE_CHILD = ("parental_responsibility", "parental_responsibility_basis")
"""Properties that are true of somebody for one child: nobody has them for a sibling too because a number is the same."""

Pair = tuple[Row, Row]
_People = Mapping[Row, Person]


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
    sharing = {pair: names for pair in _pairs(people) if (names := _shared(people, pair))}
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
        for name in _PROPERTIES
    }
    return evolve(rows[0], id=person_id, roles=roles, **given)


def read_same(text: str, tables: Sequence[Sequence[Person]]) -> Pair:
    """The pair that an option such as `1:p2=2:p5` names.

    Raises:
        UserError: It names no two people of two of the documents.
    """
    parts = text.split("=")
    rows = [_read_row(part) for part in parts]
    if len(rows) != 2 or rows[0] is None or rows[1] is None:
        raise UserError(
            f"--same {text}: write it as 1:p2=2:p5, the number of a document and an id in it, on both sides"
        )
    for row in (rows[0], rows[1]):
        if not 1 <= row.document <= len(tables):
            raise UserError(
                f"--same {text}: there is no document {row.document}; they are 1 to {len(tables)}"
            )
        known = [person.id for person in tables[row.document - 1]]
        if row.id not in known:
            raise UserError(
                f"--same {text}: nobody in document {row.document} has the id {row.id}; it has {', '.join(known)}"
            )
    if rows[0].document == rows[1].document:
        raise UserError(
            f"--same {text}: both are in document {rows[0].document}; name people of two documents"
        )
    return min(rows[0], rows[1]), max(rows[0], rows[1])


def _read_row(text: str) -> Row | None:
    number, found, person = text.strip().partition(":")
    return Row(int(number), person) if found and person and number.isdecimal() else None


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


def _certain(people: _People, sharing: Mapping[Pair, tuple[str, ...]]) -> list[Pair]:
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


def _agree(people: _People, group: Sequence[Row]) -> bool:
    return _one_of_each(group) and not _differences(people, group) and not _said_by_some(people, group)


def _one_of_each(group: Sequence[Row]) -> bool:
    return len({row.document for row in group}) == len(group)


def _confirm(groups: _Groups, people: _People, one: Row, other: Row) -> None:
    group = sorted({*groups.of(one), *groups.of(other)})
    option = f"--same {one.name}={other.name}"
    if not _one_of_each(group):
        raise UserError(
            f"{option}: this makes two people of one document one ({', '.join(row.name for row in group)}); "
            "leave out what is wrong"
        )
    if differences := _differences(people, group):
        raise UserError(
            f"{option}: these two differ in {_listed(differences)}; "
            "put right what is wrong in its document, or leave them as two people"
        )
    groups.unite(one, other)


def _pairs(people: _People) -> Iterator[Pair]:
    """Rows that share an identifier, or a name: all others need not be looked at."""
    by_key: dict[tuple[object, ...], list[Row]] = {}
    for row, person in people.items():
        for key in _keys(person):
            by_key.setdefault(key, []).append(row)
    yield from dict.fromkeys(
        (min(pair), max(pair)) for rows in by_key.values() for pair in combinations(rows, 2)
    )


def _keys(person: Person) -> Iterator[tuple[object, ...]]:
    yield from ((name, value) for name in IDENTIFIERS if (value := _plain(person, name)) is not None)
    family, given = _plain(person, "family_name"), _plain(person, "given_names")
    if family and given:
        yield "name", family, given
    if family and person.dob:
        yield "birth", family, person.dob


def _shared(people: _People, pair: Pair) -> tuple[str, ...]:
    """The identifiers two rows share."""
    one, other = people[pair[0]], people[pair[1]]
    return tuple(
        name
        for name in IDENTIFIERS
        if (value := _plain(one, name)) is not None and value == _plain(other, name)
    )


def _doubts(groups: _Groups, people: _People, sharing: Mapping[Pair, tuple[str, ...]]) -> Iterator[Doubt]:
    """Each pair that may be one person, unless one of the two is somebody else of the other's document already."""
    asked: set[frozenset[tuple[Row, ...]]] = set()
    order = {row: number for number, row in enumerate(people)}
    for one, other in sorted(_pairs(people), key=lambda pair: (order[pair[0]], order[pair[1]])):
        together = (*groups.of(one), *groups.of(other))
        question = frozenset({groups.of(one), groups.of(other)})
        if question in asked or not _one_of_each(together):
            continue  # of one group, asked already, or impossible
        differs = _differences(people, together)
        if why := _why(people, one, other, sharing.get((one, other), ()), differs):
            asked.add(question)
            yield Doubt(one, other, why, differs=bool(differs))


def _why(people: _People, one: Row, other: Row, shared: Sequence[str], differs: Sequence[str]) -> str | None:
    but = f" but differ in {_listed(differs)}" if differs else ""
    if shared:
        some = _said_by_some(people, (one, other))
        only = f" but {_listed(some)} stands in one of them only, and is for one child" if some else ""
        others = ", but so does a row that cannot be the same person"
        return f"they share {_listed(shared, article=True)}{but or only or others}"
    names = {
        name: [_plain(people[row], name) for row in (one, other)] for name in ("family_name", "given_names")
    }
    if all(value is not None and value == same for value, same in names.values()):
        return f"they have the same name{but}"
    if any(name in IDENTIFIERS for name in differs):
        return None  # twins: born on one day, and told apart by their numbers
    return f"they have the same family name and date of birth{but}"


def _differences(people: _People, group: Iterable[Row]) -> tuple[str, ...]:
    """The properties in which any two of these rows say different things."""
    members = [people[row] for row in group]
    return tuple(
        name
        for name in _PROPERTIES
        if len({value for person in members if (value := _comparable(person, name)) is not None}) > 1
    )


def _said_by_some(people: _People, group: Iterable[Row]) -> tuple[str, ...]:
    """What some of these rows say of somebody for one child, and others do not say."""
    members = [people[row] for row in group]
    return tuple(
        name for name in _FOR_ONE_CHILD if len({getattr(person, name) is None for person in members}) > 1
    )


def _comparable(person: Person, name: str) -> object:
    if name in IDENTIFIERS:
        return _plain(person, name)
    value = getattr(person, name)
    return frozenset(value) if isinstance(value, tuple) else value


def _plain(person: Person, name: str) -> str | None:
    """A number or name without what only its writing differs in: case, and spaces (in a name, how many)."""
    value = getattr(person, name)
    if not isinstance(value, str):
        return None
    return ("" if name in IDENTIFIERS else " ").join(value.split()).casefold() or None


def _listed(names: Sequence[str], *, article: bool = False) -> str:
    words = [_IN_WORDS.get(name, name.replace("_", " ")) for name in names]
    if article:
        words = [f"{'an' if word.startswith('NHS') else 'a'} {word}" for word in words]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


_PROPERTIES = tuple(attribute.name for attribute in fields(Person) if attribute.name not in _OWN)
