"""A filled-in form, convenient for rules to read: answers by field and child, with the pointer of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen

from frameworks_core.forms.form import Form


@frozen
class Given:
    """One answer as given: its pointer, the child it is for (None for all), and the value as the document holds it."""

    at: str
    child: str | None
    value: Any


@frozen
class Row:
    """One row of a table: its pointer, the child the table is for (None for all), and its cells."""

    at: str
    child: str | None
    cells: dict[str, Any]


@frozen
class FilledForm:
    """A document together with its form. The document has the shape of the form's schema."""

    form: Form
    document: dict[str, Any]

    @property
    def answers(self) -> dict[str, Any]:
        """Answers by field id, exactly as the document holds them."""
        answers: dict[str, Any] = self.document["answers"]
        return answers

    @cached_property
    def people(self) -> dict[str, dict[str, Any]]:
        """People by id."""
        return {person["id"]: person for person in self.document["people"]}

    @cached_property
    def agencies(self) -> dict[str, dict[str, Any]]:
        """Agencies by id."""
        return {agency["id"]: agency for agency in self.document.get("agencies", [])}

    @property
    def chronology(self) -> list[dict[str, Any]]:
        """Events in the document's order."""
        events: list[dict[str, Any]] = self.document.get("chronology", [])
        return events

    @property
    def children(self) -> tuple[str, ...]:
        """Ids of the subject children."""
        return subject_children(self.document)

    def given(self, field_id: str) -> Iterator[Given]:
        """Every answer to a field: one, or one per child where it was answered child by child."""
        if field_id not in self.answers:
            return
        value = self.answers[field_id]
        at = f"/answers/{field_id}"
        if self.form.fields[field_id].per_child and isinstance(value, dict):
            for child, answer in value.items():
                yield Given(f"{at}/{child}", child, answer)
        else:
            yield Given(at, None, value)

    def value(self, field_id: str, child: str | None = None) -> Any:
        """The answer to a field for one child (or for all of them where it was given so); None if not answered."""
        answers = list(self.given(field_id))
        for given in answers:
            if given.child in (child, None):
                return given.value
        return answers[0].value if answers and child is None else None

    def rows(self, field_id: str) -> Iterator[Row]:
        """Every row of a table, for every child."""
        for given in self.given(field_id):
            for index, cells in enumerate(given.value):
                yield Row(f"{given.at}/{index}", given.child, cells)

    def date(self, field_id: str, child: str | None = None) -> date | None:
        """The answer to a date field; None if not answered."""
        value = self.value(field_id, child)
        return date.fromisoformat(value) if isinstance(value, str) else None

    def is_answered(self, field_id: str, child: str | None = None) -> bool:
        """Whether a field is answered for a child, or at all where no child is named."""
        return self.value(field_id, child) is not None

    def texts(self, field_id: str) -> Iterator[Given]:
        """Every text of a narrative answer: the whole text, or the text of each attributed entry."""
        for given in self.given(field_id):
            if isinstance(given.value, str):
                yield given
            elif isinstance(given.value, list):
                for index, entry in enumerate(given.value):
                    yield Given(f"{given.at}/{index}", given.child, entry["text"])


def subject_children(document: dict[str, Any]) -> tuple[str, ...]:
    """Ids of the children a document is about: those it names in `about`, or else everybody with the role of child."""
    if about := document.get("about"):
        return tuple(about)
    return tuple(person["id"] for person in document["people"] if "child" in person["roles"])
