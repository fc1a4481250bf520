"""Ids of people, services, events and records when several documents become one: nobody's is anybody else's.

Each document has ids of its own, and two documents mostly use the same few. The first document keeps its ids; in the others an
id that is taken becomes the next free one, everywhere it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from frameworks_core.exchange.reading import content_of
from frameworks_core.forms.form import Form
from frameworks_core.model import Answer, Assessment, Leaf, Origin, SourceRecord
from frameworks_core.model.values import Value

_ENTRY_KEYS = frozenset({"source", "about", "may_share_with"})
"""Parts of an attributed entry that hold ids."""

_NAMING = frozenset({"person", "persons"})
"""Types of questions and columns that are answered with ids."""


Forms = Mapping[tuple[str, str], Form]
"""Forms by id and version."""


class Ids:
    """Ids of one kind in the joined document."""

    def __init__(self, known: Iterable[str]) -> None:
        """Prepare for documents in which these ids are `known`."""
        self._known = set(known)
        self._given: set[str] = set()

    def keep_or_renew(self, id_: str) -> str:
        """The id itself if nobody has it yet, or else one that nobody has in any of the documents."""
        if id_ not in self._given:
            self._given.add(id_)
            return id_
        return self.renew(id_)

    def renew(self, id_: str) -> str:
        """An id like this one that nobody has in any of the documents."""
        stem, number = id_.rstrip("0123456789"), 2
        while (new := f"{stem}{number}") in self._known:
            number += 1
        self._known.add(new)
        self._given.add(new)
        return new

    def is_known(self, id_: str) -> bool:
        """Whether somebody in any of the documents has this id."""
        return id_ in self._known


class Renaming:
    """The ids of one document, and what they are in the joined one."""

    def __init__(self, ids: Ids) -> None:
        """Start with no id; `ids` are those of all documents."""
        self._ids = ids
        self._new: dict[str, str] = {}

    def add(self, id_: str, same_as: str | None = None) -> str:
        """Take an id of a row over into the joined document; `same_as` is the row there that it is already."""
        self._new[id_] = self._ids.keep_or_renew(id_) if same_as is None else same_as
        return self._new[id_]

    def of(self, id_: str) -> str:
        """What an id is in the joined document. One that belongs to nobody here stays nobody's there."""
        if id_ not in self._new:
            self._new[id_] = self._ids.renew(id_) if self._ids.is_known(id_) else id_
        return self._new[id_]

    def of_all(self, ids: Iterable[str]) -> tuple[str, ...]:
        """What several ids are in the joined document."""
        return tuple(self.of(id_) for id_ in ids)

    def are_ids(self, value: Value) -> bool:
        """Whether a value is nothing but ids of people or services of the document."""
        ids = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return bool(ids) and all(id_ in self._new for id_ in ids)

    @property
    def changed(self) -> dict[str, str]:
        """The ids that are others in the joined document."""
        return {old: new for old, new in self._new.items() if old != new}


class Renamed:
    """Records and answers of one document under the ids of the joined one."""

    def __init__(self, number: int, parties: Renaming, events: Renaming, forms: Forms) -> None:
        """Prepare for document `number`; `forms` say which columns hold ids, and a record of any other its marks."""
        self._number = number
        self._parties = parties
        self._events = events
        self._forms = forms
        self._records: dict[str, SourceRecord] = {}

    def record(self, record: SourceRecord) -> SourceRecord:
        """The record, under a name that no other document's record has."""
        if record.id not in self._records:
            by = record.recorded_by
            self._records[record.id] = evolve(
                record,
                id=record.id if self._number == 1 else f"{self._number}:{record.id}",
                recorded_by=self._parties.of(by) if by is not None else None,
                events=frozenset(self._events.of_all(sorted(record.events))),
                about=self._parties.of_all(record.about),
            )
        return self._records[record.id]

    def replace(self, record: SourceRecord, by: SourceRecord) -> None:
        """Take another document's record for this one, because it is the very same."""
        self._records[record.id] = by

    def answer(self, answer: Answer, pointer: str) -> Answer:
        """The answer, under the ids of the joined document."""
        origin = answer.origin
        child = origin.child
        value = self._leaf(origin, answer.value)
        return evolve(
            answer,
            pointer=pointer,
            origin=evolve(
                origin,
                record=self.record(origin.record),
                child=self._parties.of(child) if child is not None else None,
            ),
            value=value,
            content=content_of(origin.field, value) if answer.content is not None else None,
        )

    def _leaf(self, origin: Origin, leaf: Leaf) -> Leaf:
        match origin.shape:
            case "row" | "cell":
                if isinstance(leaf, dict):
                    return {name: self._cell(origin, name, cell) for name, cell in leaf.items()}
                return self._cell(origin, origin.column or "", leaf)
            case "value":
                return leaf if isinstance(leaf, dict) else self._ids_in(leaf, origin.field.type in _NAMING)
            case _ if isinstance(leaf, dict):
                return {name: self._ids_in(part, name in _ENTRY_KEYS) for name, part in leaf.items()}
            case _:
                return leaf

    def _cell(self, origin: Origin, name: str, cell: Value) -> Value:
        types = {column: type_ for column, _, type_ in origin.field.columns}
        form = self._forms.get((origin.record.form, origin.record.version))
        field = form.fields.get(origin.field.id) if form else None
        column = field.column(name) if field else None
        type_ = types.get(name) or (column.type if column else None)
        # A column of a form that is not at hand leaves no type behind; whose ids stand there, they must not become another's.
        naming = type_ in _NAMING if type_ else self._parties.are_ids(cell)
        return self._ids_in(cell, naming)

    def _ids_in(self, value: Value, naming: bool) -> Value:  # noqa: FBT001  # what the value is, not a switch
        if not naming:
            return value
        if isinstance(value, list):
            return list(self._parties.of_all(value))
        return self._parties.of(value) if isinstance(value, str) else value


def ids_of_parties(assessment: Assessment) -> list[str]:
    """The ids of people and services, who share one set of ids."""
    return [
        *(person.id for person in assessment.people),
        *(agency.id for agency in assessment.agencies),
    ]
