"""The answers of several documents, and the records they come from, under the ids of the joined document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from frameworks_core.exchange.pointers import document_of, within
from frameworks_core.exchange.siblings.ids import Forms, Renamed
from frameworks_core.exchange.siblings.tables import Tables
from frameworks_core.model import Answer, Assessment, FieldMark, SourceRecord


class JoinedAnswers:
    """Answers and records of the documents.

    Attributes:
        documents: The documents as records, in their order.
        earlier: The records before them; one that several documents come from is one record.
        answers: Every answer once, document by document.
        twins: Pointers to answers that an earlier document holds too, each with the pointer to that one.
    """

    def __init__(self, assessments: Sequence[Assessment], tables: Tables, forms: Forms) -> None:
        """Collect the answers; `forms` say which of their parts are ids."""
        names = [
            Renamed(number, parties, events, forms)
            for number, (parties, events) in enumerate(
                zip(tables.parties, tables.events, strict=True), start=1
            )
        ]
        self.earlier = _earlier_records(assessments, names)
        self.documents = tuple(
            name.record(assessment.record) for name, assessment in zip(names, assessments, strict=True)
        )
        self.answers: list[Answer] = []
        self.twins: dict[str, str] = {}
        self._held: dict[tuple[object, ...], list[Answer]] = {}
        for number, (name, assessment) in enumerate(zip(names, assessments, strict=True), start=1):
            for answer in assessment.answers:
                self._add(name.answer(answer, within(number, answer.pointer)), assessment.record.form)

    def _add(self, answer: Answer, form: str) -> None:
        of_one_place = self._held.setdefault(_place(answer, form), [])
        twin = next((other for other in of_one_place if _is_twin(other, answer)), None)
        if twin is not None:
            self.twins[answer.pointer] = twin.pointer
        else:
            of_one_place.append(answer)
            self.answers.append(answer)


def _earlier_records(assessments: Sequence[Assessment], names: Sequence[Renamed]) -> tuple[SourceRecord, ...]:
    """The records before the documents; one that several documents come from is one record."""
    alike: dict[tuple[object, ...], list[tuple[Renamed, SourceRecord]]] = {}
    asked: dict[tuple[object, ...], dict[str, FieldMark]] = {}
    for number, (name, assessment) in enumerate(zip(names, assessments, strict=True), start=1):
        seen = Counter[tuple[object, ...]]()
        marks = _marks_of(assessment)
        for record in assessment.records:
            nature = _nature(name.record(record), number)
            seen[nature] += 1  # two records of one document are two
            key: tuple[object, ...] = (nature, seen[nature])
            mine = marks.get(record.id, {})
            if any(asked.get(key, mine).get(id_, mark) != mark for id_, mark in mine.items()):
                key = (*key, number)  # two documents do not remember the same questions of it
            asked.setdefault(key, {}).update(mine)
            alike.setdefault(key, []).append((name, record))
    earlier = []
    for same in alike.values():
        renamed = [name.record(record) for name, record in same]
        one = evolve(renamed[0], events=frozenset[str]().union(*(record.events for record in renamed)))
        for name, record in same:
            name.replace(record, one)
        earlier.append(one)
    return tuple(earlier)


def _marks_of(assessment: Assessment) -> dict[str, dict[str, FieldMark]]:
    """What a document remembers of the questions of each record."""
    marks: dict[str, dict[str, FieldMark]] = {}
    for answer in assessment.answers:
        marks.setdefault(answer.origin.record.id, {})[answer.origin.field.id] = answer.origin.field
    return marks


def _nature(record: SourceRecord, number: int) -> tuple[object, ...]:
    """What two records have in common if they are one: all but what each document still holds of it."""
    document = (number, record.id) if record.document is None else (record.document,)
    return document, evolve(record, id="", events=frozenset())


def _place(answer: Answer, form: str) -> tuple[object, ...]:
    origin = answer.origin
    return (
        form,
        origin.record.id,
        origin.field.id,
        origin.child,
        origin.index,
        origin.shape,
        origin.column,
        answer.standing,
    )


def _is_twin(one: Answer, other: Answer) -> bool:
    """Whether two documents of one form hold one answer of one earlier record, in the same words."""
    return document_of(one.pointer) != document_of(other.pointer) and (
        (one.origin, one.value, one.shown, one.disclosure)
        == (other.origin, other.value, other.shown, other.disclosure)
    )
