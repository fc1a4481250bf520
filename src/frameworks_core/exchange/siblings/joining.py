"""Joining siblings' documents into one document about the family.

Each document is read on its own; what they say becomes one canonical assessment, which the one generic writer writes. Each
stays a record of its own in the provenance, with the children it is about, so that everything goes home again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from attrs import evolve

from frameworks_core.errors import UserError
from frameworks_core.exchange.agreement import check_agreement_to_share
from frameworks_core.exchange.document_ids import first_ids
from frameworks_core.exchange.reading import Reader
from frameworks_core.exchange.siblings.answers import JoinedAnswers
from frameworks_core.exchange.siblings.items import items_of_documents
from frameworks_core.exchange.siblings.people import match_people
from frameworks_core.exchange.siblings.report import Joined, Source
from frameworks_core.exchange.siblings.same import read_same
from frameworks_core.exchange.siblings.tables import Tables, joined_tables
from frameworks_core.exchange.writing import Conversion, Writer
from frameworks_core.forms.form import Form
from frameworks_core.model import Assessment


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
        # Two documents may be of two versions of one form, which ask different things.
        self._readers = tuple(map(Reader, sources))
        self._forms = {(form.id, form.version): form for form in (*known, target, *sources)}
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
            reader.read(document) for reader, document in zip(self._readers, documents, strict=True)
        ]
        _check_each(assessments, purpose)
        people = [assessment.people for assessment in assessments]
        matches = match_people(people, [read_same(pair, people) for pair in same])
        tables = joined_tables(assessments, matches)
        answers = JoinedAnswers(assessments, tables, self._forms)
        written = self._writer.write(_as_one(assessments, tables, answers), purpose=purpose)
        items = items_of_documents(written.report.items, tables, answers.twins)
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


def _as_one(assessments: Sequence[Assessment], tables: Tables, answers: JoinedAnswers) -> Assessment:
    about = dict.fromkeys(
        child
        for parties, assessment in zip(tables.parties, assessments, strict=True)
        for child in parties.of_all(assessment.about)
    )
    return Assessment(
        record=answers.documents[0],
        about=tuple(about),
        people=tuple(tables.people),
        relationships=tuple(tables.relationships),
        agencies=tuple(tables.agencies),
        chronology=tuple(tables.chronology),
        answers=tuple(answers.answers),
        records=answers.earlier,
        invented=assessments[0].invented,
        joined=answers.documents[1:],
        first_ids=first_ids(assessments),
    )


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
