"""Whether every id in a document belongs to somebody, and every id to one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from frameworks_core.checks import codes
from frameworks_core.checks.codes import CoreCode
from frameworks_core.forms.filled import FilledForm, Given
from frameworks_core.forms.form import Field, Form

Fault = tuple[CoreCode, str, str]
"""What is wrong, its pointer, and one sentence."""

_PEOPLE_TYPES = frozenset({"person", "persons"})


class References:
    """Checks the ids in documents of one form; which questions name people is worked out once."""

    def __init__(self, form: Form) -> None:
        """Prepare for documents of `form`."""
        self._naming: dict[str, tuple[Field, tuple[str, ...]]] = {}
        for field in form:
            columns = tuple(column.id for column in field.columns if column.type in _PEOPLE_TYPES)
            if columns or field.per_child or field.type in _PEOPLE_TYPES or field.type == "long":
                self._naming[field.id] = (field, columns)

    def faults(self, filled: FilledForm) -> Iterator[Fault]:
        """Every reference to nobody and every id used twice."""
        document = filled.document
        known = filled.people.keys() | filled.agencies.keys()
        for name in ("people", "agencies", "chronology"):
            yield from _repeated(name, document.get(name, []))
        for index, agency in enumerate(document.get("agencies", [])):
            if agency["id"] in filled.people:
                yield codes.REPEATED_ID, f"/agencies/{index}/id", "somebody in people has the same id"
        yield from _which_child(filled)
        yield from _unknown_records(document)
        for at, person in self._references(filled):
            if person not in known:
                yield codes.UNKNOWN_PERSON, at, "this id belongs to nobody in people or agencies"

    def _references(self, filled: FilledForm) -> Iterator[tuple[str, str]]:
        yield from _in_envelope(filled)
        for field_id in filled.answers:
            if field_id in self._naming:
                field, columns = self._naming[field_id]
                for given in filled.given(field_id):
                    if given.child is not None:
                        yield given.at, given.child
                    if not isinstance(given.value, str) or field.type == "person":
                        yield from _in_value(given, field, columns)


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


def _in_envelope(filled: FilledForm) -> Iterator[tuple[str, str]]:
    document = filled.document
    for index, person in enumerate(document.get("about", [])):
        yield f"/about/{index}", person
    if by := document.get("recorded", {}).get("by"):
        yield "/recorded/by", by
    for index, relationship in enumerate(document.get("relationships", [])):
        yield f"/relationships/{index}/from", relationship["from"]
        yield f"/relationships/{index}/to", relationship["to"]
    for index, agency in enumerate(document.get("agencies", [])):
        yield from _listed(f"/agencies/{index}/works_with", agency.get("works_with"))
    for index, event in enumerate(filled.chronology):
        yield from _listed(f"/chronology/{index}/source", event.get("source"))
        yield from _listed(f"/chronology/{index}/affects", event.get("affects"))


def _in_value(given: Given, field: Field, columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if field.type in _PEOPLE_TYPES:
        yield from _listed(given.at, given.value)
    elif columns:
        for index, row in enumerate(given.value):
            for column in columns:
                yield from _listed(f"{given.at}/{index}/{column}", row.get(column))
    elif field.type == "long":
        for index, entry in enumerate(given.value):
            for key in ("source", "about", "may_share_with"):
                yield from _listed(f"{given.at}/{index}/{key}", entry.get(key))


def _listed(at: str, ids: str | Iterable[str] | None) -> Iterator[tuple[str, str]]:
    if isinstance(ids, str):
        yield at, ids
    elif ids:
        yield from ((f"{at}/{index}", person) for index, person in enumerate(ids))
