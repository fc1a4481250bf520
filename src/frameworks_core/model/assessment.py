"""The canonical assessment: what every document reads into and is written from."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from frameworks_core.model.agency import Agency
from frameworks_core.model.event import Event
from frameworks_core.model.judgements import Judgement
from frameworks_core.model.origin import Origin, SourceRecord
from frameworks_core.model.person import Person, Relationship
from frameworks_core.model.rows import Fact
from frameworks_core.model.statement import Reflection, Statement, View
from frameworks_core.model.values import Value

Leaf = Value | dict[str, Value]
"""One answer exactly as its document holds it: a simple value, an attributed entry, or a row of a table."""

Content = Statement | View | Reflection | Fact | Judgement


@frozen(kw_only=True)
class Answer:
    """One answer, with everything known about where it came from.

    Attributes:
        pointer: JSON pointer of the answer in the document that was read.
        origin: Where the answer was first given.
        value: The answer exactly as first given; never changed.
        content: The answer as typed content; None for what an earlier record left as history, for core-table answers and
            where no slot gives it a meaning.
        standing: `live` (given or placed in a field of the document read), `carried` (waiting there without a place of
            its own) or `history` (already an earlier record's conclusion there).
        shown: For coded answers, the codes in the form's own words.
        disclosure: For a cell that travels apart from its row, the kind of information the row was marked as.
    """

    pointer: str
    origin: Origin
    value: Leaf
    content: Content | None = None
    standing: str = "live"
    shown: str | None = None
    disclosure: str | None = None


@frozen(kw_only=True)
class Assessment:
    """One assessment of one or more children, free of the form it was recorded on.

    Attributes:
        record: The document that was read, as a source of answers; the first one where several were joined.
        about: Ids of the subject children, in the document's order.
        people: Everybody in it.
        relationships: The family map.
        agencies: Services and their contribution.
        chronology: Events in the document's order.
        answers: Every answer, carried item and history item, in the document's order.
        records: Earlier records whose answers this document holds.
        invented: Whether the family is marked as invented.
        joined: The other documents, where siblings' documents were joined.
        first_ids: Ids the records began with, where siblings' documents were joined.
    """

    record: SourceRecord
    about: tuple[str, ...]
    people: tuple[Person, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    agencies: tuple[Agency, ...] = ()
    chronology: tuple[Event, ...] = ()
    answers: tuple[Answer, ...] = ()
    records: tuple[SourceRecord, ...] = ()
    invented: bool = False
    joined: tuple[SourceRecord, ...] = ()
    first_ids: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[SourceRecord, ...]:
        """The documents that were read: one, or several where siblings' documents were joined."""
        return self.record, *self.joined

    @property
    def sources(self) -> tuple[SourceRecord, ...]:
        """Every record that answers come from: the earlier ones first, the documents that were read last."""
        return *self.records, *self.documents

    def statements(self) -> Iterator[Statement]:
        """Every statement about the children's world, wherever it stands in the record."""
        return (answer.content for answer in self.answers if isinstance(answer.content, Statement))

    def views(self) -> Iterator[View]:
        """Every view: whose it is stays on it."""
        return (answer.content for answer in self.answers if isinstance(answer.content, View))

    def person(self, person_id: str) -> Person | None:
        """The person with this id, or None."""
        return next((person for person in self.people if person.id == person_id), None)
