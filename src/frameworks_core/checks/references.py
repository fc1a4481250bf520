"""Whether every id in a document belongs to somebody of the kind that is asked for, and every id to one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from attrs import frozen

from frameworks_core.checks import codes
from frameworks_core.checks.codes import CoreCode
from frameworks_core.forms.filled import FilledForm, Given
from frameworks_core.forms.form import Field, Form

Fault = tuple[CoreCode, str, str]
"""What is wrong, its pointer, and one sentence."""


class _Wanted(Enum):
    """Whom a place asks for."""

    PARTY = "a person or an agency"
    PERSON = "a person"
    CHILD = "a person with the role child"
    SUBJECT = "one of the children the document is about"


@frozen
class _Reference:
    """An id somewhere in a document: its pointer, the id, and whom that place asks for."""

    at: str
    id: str
    wanted: _Wanted


_PEOPLE_TYPES = {"person": _Wanted.PERSON, "persons": _Wanted.PARTY}
"""Types of questions answered with ids, and whom they ask for."""

_ENTRY_KEYS = {"source": _Wanted.PARTY, "about": _Wanted.PERSON, "may_share_with": _Wanted.PARTY}
"""Likewise the keys of an attributed entry."""


class References:
    """Checks the ids in documents of one form; which questions name people is worked out once."""

    def __init__(self, form: Form) -> None:
        """Prepare for documents of `form`."""
        self._naming: dict[str, tuple[Field, dict[str, _Wanted]]] = {}
        for field in form:
            columns = {
                column.id: _PEOPLE_TYPES[column.type]
                for column in field.columns
                if column.type in _PEOPLE_TYPES
            }
            if columns or field.per_child or field.type in _PEOPLE_TYPES or field.type == "long":
                self._naming[field.id] = (field, columns)

    def faults(self, filled: FilledForm) -> Iterator[Fault]:
        """Every reference to nobody or to the wrong kind of party, and every id used twice."""
        document = filled.document
        children = frozenset(filled.children)
        for name in ("people", "agencies", "chronology"):
            yield from _repeated(name, document.get(name, []))
        for index, agency in enumerate(document.get("agencies", [])):
            if agency["id"] in filled.people:
                yield codes.REPEATED_ID, f"/agencies/{index}/id", "somebody in people has the same id"
        yield from _which_child(filled)
        yield from _unknown_records(document)
        for reference in self._references(filled):
            yield from _misplaced(reference, filled, children)

    def _references(self, filled: FilledForm) -> Iterator[_Reference]:
        yield from _in_envelope(filled)
        for field_id in filled.answers:
            if field_id in self._naming:
                field, columns = self._naming[field_id]
                for given in filled.given(field_id):
                    if given.child is not None:
                        yield _Reference(given.at, given.child, _Wanted.SUBJECT)
                    if not isinstance(given.value, str) or field.type == "person":
                        yield from _in_value(given, field, columns)


def _misplaced(reference: _Reference, filled: FilledForm, children: frozenset[str]) -> Iterator[Fault]:
    """What is wrong with the party an id names, if anything; only the first thing, the rest follows from it."""
    at, wanted = reference.at, reference.wanted
    person = filled.people.get(reference.id)
    if person is None and reference.id not in filled.agencies:
        tables = "people or agencies" if wanted is _Wanted.PARTY else "people"
        yield codes.UNKNOWN_PERSON, at, f"this id belongs to nobody in {tables}"
    elif person is None and wanted is not _Wanted.PARTY:
        yield codes.NO_PERSON, at, f"{wanted.value} belongs here, not an agency"
    elif person is not None and wanted is _Wanted.CHILD and "child" not in person["roles"]:
        yield codes.NO_SUBJECT_CHILD, at, "this person does not have the role child in people"
    elif wanted is _Wanted.SUBJECT and reference.id not in children:
        yield (
            codes.NO_SUBJECT_CHILD,
            at,
            "answers here are for the children the document is about, not for others",
        )


def _repeated(name: str, rows: list[dict[str, Any]]) -> Iterator[Fault]:
    counts = Counter(row["id"] for row in rows)
    for index, row in enumerate(rows):
        if counts[row["id"]] > 1:
            yield codes.REPEATED_ID, f"/{name}/{index}/id", "another entry of this table has the same id"


def _unknown_records(document: dict[str, Any]) -> Iterator[Fault]:
    known = {record["id"] for record in document.get("provenance", [])}
    for name in ("carried", "history"):
        for index, item in enumerate(document.get(name, [])):
            if item["from"] not in known:
                yield codes.UNKNOWN_RECORD, f"/{name}/{index}/from", "provenance has no record of this name"


def _which_child(filled: FilledForm) -> Iterator[Fault]:
    children = len(filled.children)
    if children == 0:
        yield codes.WHICH_CHILD, "/people", "nobody in people has the role child"
    elif children > 1 and not filled.form.is_about_family:
        yield codes.WHICH_CHILD, "/about", f"this form is about one child, and the document about {children}"


def _in_envelope(filled: FilledForm) -> Iterator[_Reference]:
    document = filled.document
    yield from _listed("/about", document.get("about"), _Wanted.CHILD)
    yield from _listed("/recorded/by", document.get("recorded", {}).get("by"), _Wanted.PERSON)
    for index, relationship in enumerate(document.get("relationships", [])):
        for end in ("from", "to"):
            yield _Reference(f"/relationships/{index}/{end}", relationship[end], _Wanted.PERSON)
    for index, agency in enumerate(document.get("agencies", [])):
        yield from _listed(f"/agencies/{index}/works_with", agency.get("works_with"), _Wanted.PERSON)
    for index, event in enumerate(filled.chronology):
        yield from _listed(f"/chronology/{index}/source", event.get("source"), _Wanted.PARTY)
        yield from _listed(f"/chronology/{index}/affects", event.get("affects"), _Wanted.PERSON)


def _in_value(given: Given, field: Field, columns: dict[str, _Wanted]) -> Iterator[_Reference]:
    if field.type in _PEOPLE_TYPES:
        yield from _listed(given.at, given.value, _PEOPLE_TYPES[field.type])
    elif columns:
        for index, row in enumerate(given.value):
            for column, wanted in columns.items():
                yield from _listed(f"{given.at}/{index}/{column}", row.get(column), wanted)
    elif field.type == "long":
        for index, entry in enumerate(given.value):
            for key, wanted in _ENTRY_KEYS.items():
                yield from _listed(f"{given.at}/{index}/{key}", entry.get(key), wanted)


def _listed(at: str, ids: str | Iterable[str] | None, wanted: _Wanted) -> Iterator[_Reference]:
    if isinstance(ids, str):
        yield _Reference(at, ids, wanted)
    elif ids:
        yield from (_Reference(f"{at}/{index}", one, wanted) for index, one in enumerate(ids))
