"""The core tables of several documents as one: a person who was matched, and a row that says just the same, stand there once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import define, evolve, field

from frameworks_core.exchange.pointers import pointer, within
from frameworks_core.exchange.siblings.ids import Ids, Renaming, ids_of_parties
from frameworks_core.exchange.siblings.likeness import IDENTIFIERS
from frameworks_core.exchange.siblings.people import Matches, merged
from frameworks_core.exchange.siblings.report import Row
from frameworks_core.exchange.tables import write_row
from frameworks_core.exchange.withholding import AGENCY_CONTENT
from frameworks_core.model import Agency, Assessment, Event, Person, Relationship

_Row = Any  # a relationship, an agency or an event: attrs cannot be told that the last two have an id


@define
class Tables:
    """The tables, where each of their rows comes from, and what became of each document's ids.

    Attributes:
        people: Everybody in any of the documents.
        relationships: The family map.
        agencies: Services.
        chronology: Events, in the documents' order.
        places: By the pointer to a row here, the pointers to the rows of the documents that it is made of.
        given: What each row of a document says: the properties it has, by its pointer.
        same_numbers: By the pointer to an identifier that is written otherwise here, the pointer to it here.
        parties: Ids of people and services, document by document.
        events: Ids of events, document by document.
    """

    parties: list[Renaming]
    events: list[Renaming]
    people: list[Person] = field(factory=list)
    relationships: list[Relationship] = field(factory=list)
    agencies: list[Agency] = field(factory=list)
    chronology: list[Event] = field(factory=list)
    places: dict[str, list[str]] = field(factory=dict)
    given: dict[str, frozenset[str]] = field(factory=dict)
    same_numbers: dict[str, str] = field(factory=dict)


def joined_tables(assessments: Sequence[Assessment], matches: Matches) -> Tables:
    """The core tables of these documents as those of one."""
    parties = Ids(id_ for assessment in assessments for id_ in ids_of_parties(assessment))
    events = Ids(event.id for assessment in assessments for event in assessment.chronology)
    tables = Tables([Renaming(parties) for _ in assessments], [Renaming(events) for _ in assessments])
    _join_people(tables, assessments, matches)
    for number, assessment in enumerate(assessments, start=1):
        _join_rows(tables, number, assessment)
    return tables


def _join_people(tables: Tables, assessments: Sequence[Assessment], matches: Matches) -> None:
    group_of = {row: group for group in matches.groups for row in group}
    rows = {
        Row(number, person.id): (person, within(number, pointer("people", index)))
        for number, assessment in enumerate(assessments, start=1)
        for index, person in enumerate(assessment.people)
    }
    for row in rows:
        group = group_of.get(row, (row,))
        if row != group[0]:
            continue  # it is a part of a row that stands here already
        new = tables.parties[row.document - 1].add(row.id)
        for other in group[1:]:
            tables.parties[other.document - 1].add(other.id, same_as=new)
        person = merged([rows[member][0] for member in group], new)
        at = pointer("people", len(tables.people))
        tables.people.append(person)
        for member in group:
            given, source = rows[member]
            _came_from(tables, at, source, given)
            for name in IDENTIFIERS:
                if getattr(given, name) not in {None, getattr(person, name)}:
                    tables.same_numbers[f"{source}/{name}"] = f"{at}/{name}"


def _came_from(tables: Tables, at: str, source: str, row: Person | Relationship | Agency | Event) -> None:
    tables.places.setdefault(at, []).append(source)
    tables.given[source] = frozenset(write_row(row))


def _join_rows(tables: Tables, number: int, assessment: Assessment) -> None:
    """Add the other tables of one document; services first, because an event may have been told by one of them."""
    parties, events = tables.parties[number - 1], tables.events[number - 1]
    agencies = (evolve(row, works_with=_renamed(row.works_with, parties)) for row in assessment.agencies)
    _join_table(tables, "agencies", number, agencies, parties)
    relationships = (
        evolve(row, source=parties.of(row.source), target=parties.of(row.target))
        for row in assessment.relationships
    )
    _join_table(tables, "relationships", number, relationships, None)
    chronology = (
        evolve(
            row,
            source=row.source and parties.of(row.source),
            affects=_renamed(row.affects, parties),
        )
        for row in assessment.chronology
    )
    _join_table(tables, "chronology", number, chronology, events)


def _renamed(ids: tuple[str, ...] | None, parties: Renaming) -> tuple[str, ...] | None:
    return None if ids is None else parties.of_all(ids)


def _join_table(tables: Tables, name: str, number: int, rows: Iterable[_Row], ids: Renaming | None) -> None:
    """Add the rows of one document to a table, but for those that stand there from another document already."""
    joined: list[Any] = getattr(tables, name)
    free: dict[object, list[int]] = {}
    for at, held in enumerate(joined):
        free.setdefault(_said_by(held), []).append(at)
    for index, row in enumerate(rows):
        # Of two rows of one document that say the same each stays a row.
        place = _place_of(row, joined, free.get(_said_by(row), [])) if _can_be_known(row) else None
        if place is None:
            place = len(joined)
            joined.append(row if ids is None else evolve(row, id=ids.add(row.id)))
        else:
            joined[place] = _whole(joined[place], row)
            if ids is not None:
                ids.add(row.id, same_as=joined[place].id)
        _came_from(tables, pointer(name, place), within(number, pointer(name, index)), row)


def _place_of(row: Any, joined: Sequence[Any], free: list[int]) -> int | None:
    """Where a row stands already, taken from the places that are free: one that says just the same before one that says more."""
    for fits in (_says_the_same, _agrees):
        for place in free:
            if fits(joined[place], row):
                free.remove(place)
                return place
    return None


def _said_by(row: Any) -> object:
    """What a row says, whatever its id; of a service without what it told, which may stand in one child's document only."""
    if isinstance(row, Relationship):
        return row
    return evolve(row, id="", **dict.fromkeys(AGENCY_CONTENT if isinstance(row, Agency) else ()))


def _says_the_same(held: Any, row: Any) -> bool:
    return not isinstance(row, Agency) or all(
        getattr(held, name) == getattr(row, name) for name in AGENCY_CONTENT
    )


def _agrees(held: Any, row: Any) -> bool:
    told = ((getattr(held, name), getattr(row, name)) for name in AGENCY_CONTENT)
    return all(one is None or other is None or one == other for one, other in told)


def _whole(held: Any, row: Any) -> Any:
    """A row with what a service told, whichever of the documents holds it."""
    if not isinstance(row, Agency):
        return held
    missing = [name for name in AGENCY_CONTENT if getattr(held, name) is None]
    return evolve(held, **{name: getattr(row, name) for name in missing})


def _can_be_known(row: Any) -> bool:
    """Services without a name are never known to be the same."""
    return not isinstance(row, Agency) or row.name is not None
