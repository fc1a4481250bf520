"""Joining siblings' documents into one document about the family.

Each document is read on its own; what they say becomes one canonical assessment, which the one generic writer writes. Each
stays a record of its own in the provenance, with the children it is about, so that everything goes home again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from attrs import evolve

from frameworks_core.errors import UserError
from frameworks_core.exchange.agreement import check_agreement_to_share
from frameworks_core.exchange.document_ids import first_ids
from frameworks_core.exchange.fidelity import Item
from frameworks_core.exchange.joining_ids import Renamed
from frameworks_core.exchange.joining_people import match_people, read_same
from frameworks_core.exchange.joining_report import Joined, Source
from frameworks_core.exchange.joining_tables import Tables, joined_tables
from frameworks_core.exchange.pointers import document_of, is_within, parted, pointer, within
from frameworks_core.exchange.reading import Reader
from frameworks_core.exchange.writing import Conversion, Writer
from frameworks_core.forms.form import Form
from frameworks_core.model import Answer, Assessment, SourceRecord


class Joiner:
    """Joins documents of these forms into one of a form about a family; any number of times."""

    def __init__(self, sources: Sequence[Form], target: Form, known: Iterable[Form] = ()) -> None:
        """Prepare for joining one document of each of `sources`, in this order.

        Args:
            sources: The forms of the documents, one for each; two documents may be of one form.
            target: A form about a family.
            known: Other installed forms, on which earlier records of the documents may have been made.

        Raises:
            UserError: The target is about one child.
        """
        if not target.is_about_family:
            raise UserError(
                f"{target.id} is about one child, and {len(sources)} documents were given; "
                "join them to a form about a family, or convert them one by one"
            )
        self.target = target
        self._sources = tuple(sources)
        self._readers = {form.id: Reader(form) for form in sources}
        self._forms = {form.id: form for form in (*known, target, *sources)}
        self._writer = Writer(target, dict(enumerate(sources, start=1)))

    def join(
        self, documents: Sequence[dict[str, Any]], *, same: Iterable[str] = (), purpose: str = "record"
    ) -> Conversion:
        """Join the documents into one.

        Args:
            documents: One of each source form, of the shape its schema asks for; they are not changed.
            same: Pairs of people of two documents that are one person, such as `1:p2=2:p5`.
            purpose: `record` for the receiving professionals' record, `share` for a copy that leaves it.

        Raises:
            UserError: A document is not about a child, or given twice; some are of invented families and some are not; a
                pair cannot be the same person; or a family has not agreed to sharing.
        """
        _check_apart(documents)
        assessments = [
            self._readers[form.id].read(document)
            for form, document in zip(self._sources, documents, strict=True)
        ]
        _check_each(assessments, purpose)
        people = [assessment.people for assessment in assessments]
        matches = match_people(people, [read_same(pair, people) for pair in same])
        tables = joined_tables(assessments, matches)
        joined, twins = self._joined(assessments, tables)
        written = self._writer.write(joined, purpose=purpose)
        items = _of_documents(written.report.items, tables, twins)
        sources = tuple(
            Source(
                form=assessment.record.form,
                version=assessment.record.version,
                answers=sum(item.document == number for item in items),
                renamed=tables.parties[number - 1].changed,
                renamed_events=tables.events[number - 1].changed,
            )
            for number, assessment in enumerate(assessments, start=1)
        )
        report = evolve(
            written.report,
            items=items,
            joined=Joined(
                sources=sources,
                matched=matches.groups,
                confirmed=matches.confirmed,
                doubtful=matches.doubtful,
            ),
        )
        return Conversion(written.document, report)

    def _joined(self, assessments: Sequence[Assessment], tables: Tables) -> tuple[Assessment, dict[str, str]]:
        """The documents as one assessment; and answers that stand in several of them, by pointer, with the one that is kept."""
        names = [
            Renamed(number, parties, events, self._forms)
            for number, (parties, events) in enumerate(
                zip(tables.parties, tables.events, strict=True), start=1
            )
        ]
        earlier = _earlier_records(assessments, names)
        documents = [
            name.record(assessment.record) for name, assessment in zip(names, assessments, strict=True)
        ]
        answers: list[Answer] = []
        twins: dict[str, str] = {}
        held: dict[tuple[object, ...], list[Answer]] = {}
        for number, (name, assessment) in enumerate(zip(names, assessments, strict=True), start=1):
            for read in assessment.answers:
                answer = name.answer(read, within(number, read.pointer))
                of_one_place = held.setdefault(_place(answer, assessment.record.form), [])
                twin = next((other for other in of_one_place if _is_twin(other, answer)), None)
                if twin is not None:
                    twins[answer.pointer] = twin.pointer
                    continue
                of_one_place.append(answer)
                answers.append(answer)
        about = dict.fromkeys(
            child
            for parties, assessment in zip(tables.parties, assessments, strict=True)
            for child in parties.of_all(assessment.about)
        )
        return Assessment(
            record=documents[0],
            about=tuple(about),
            people=tuple(tables.people),
            relationships=tuple(tables.relationships),
            agencies=tuple(tables.agencies),
            chronology=tuple(tables.chronology),
            answers=tuple(answers),
            records=earlier,
            invented=assessments[0].invented,
            joined=tuple(documents[1:]),
            first_ids=first_ids(assessments),
        ), twins


def _check_apart(documents: Sequence[dict[str, Any]]) -> None:
    """Refuse what would tell one family's story twice, or mix an invented family with a real one."""
    for (one, earlier), (other, later) in combinations(enumerate(documents, start=1), 2):
        if earlier == later:
            raise UserError(f"documents {one} and {other} are the same; give each document once")
        names = (earlier["form"], earlier.get("id"))
        if names[1] is not None and names == (later["form"], later.get("id")):
            raise UserError(
                f"documents {one} and {other} have the same form and id, so they are one record at two times; "
                "give the later one only, or give them different ids if they are two records"
            )
        if earlier.get("invented", False) != later.get("invented", False):
            raise UserError(
                f"one of documents {one} and {other} is about an invented family and the other is not; "
                "documents are joined only if they are about one family"
            )


def _check_each(assessments: Sequence[Assessment], purpose: str) -> None:
    for number, assessment in enumerate(assessments, start=1):
        if not assessment.about:
            raise UserError(
                f"document {number} does not say which child it is about; give somebody in people the role child"
            )
        if purpose == "share":
            try:
                check_agreement_to_share(assessment)
            except UserError as error:
                raise UserError(f"document {number}: {error}") from error


def _earlier_records(assessments: Sequence[Assessment], names: Sequence[Renamed]) -> tuple[SourceRecord, ...]:
    """The records before the documents; one that several documents come from is one record."""
    alike: dict[tuple[object, ...], list[tuple[Renamed, SourceRecord]]] = {}
    for number, (name, assessment) in enumerate(zip(names, assessments, strict=True), start=1):
        seen = Counter[tuple[object, ...]]()
        for record in assessment.records:
            nature = _nature(name.record(record), number)
            seen[nature] += 1  # two records of one document are two
            alike.setdefault((nature, seen[nature]), []).append((name, record))
    earlier = []
    for same in alike.values():
        renamed = [name.record(record) for name, record in same]
        one = evolve(renamed[0], events=frozenset[str]().union(*(record.events for record in renamed)))
        for name, record in same:
            name.replace(record, one)
        earlier.append(one)
    return tuple(earlier)


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


def _of_documents(items: Iterable[Item], tables: Tables, twins: dict[str, str]) -> tuple[Item, ...]:
    """What happened to each answer of each document, document by document, in the order of each."""
    found: dict[str, Item] = {}
    beside: dict[str, list[str]] = {}
    for twin, kept in twins.items():
        beside.setdefault(kept, []).append(twin)
    for item in items:
        for source in _sources_of(item.source, tables, beside):
            found[source] = item
    for source, target in tables.same_numbers.items():
        found.setdefault(
            source, Item(source=source, outcome="kept", label="People", why=_SAME_NUMBER, targets=(target,))
        )
    numbered = (
        evolve(item, source=place, document=number)
        for (number, place), item in ((parted(source), item) for source, item in found.items())
    )
    return tuple(sorted(numbered, key=lambda item: item.document or 0))


_SAME_NUMBER = "another document has the same number; it stands as it is written there"


def _sources_of(place: str, tables: Tables, twins: dict[str, list[str]]) -> Iterator[str]:
    """Where in the documents that stands which the report of the joined assessment has at `place`."""
    if is_within(place):
        yield place
        answer, below = place, ""
        while answer and answer not in twins:  # a cell of a row has no twin of its own, but the row may
            answer, _, step = answer.rpartition("/")
            below = f"/{step}{below}"
        yield from (f"{twin}{below}" for twin in twins.get(answer, ()))
        return
    _, table, row, *rest = place.split("/")
    for source in tables.places[pointer(table, row)]:
        if not rest or rest[0] in tables.given[source]:
            yield "/".join((source, *rest))
