"""Which questions of a form a document still has to answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from frameworks_core.forms.form import Field, Form
from frameworks_core.forms.held import held_in_tables


@frozen
class Unanswered:
    """A required question without an answer; `child` is whom it is open for, in a field asked child by child."""

    field: Field
    child: str | None


def unanswered(form: Form, document: dict[str, Any], children: Iterable[str]) -> Iterator[Unanswered]:
    """Every required question that neither the answers nor the core tables answer.

    Args:
        form: The document's form.
        document: A document that has the shape of its schema.
        children: Ids of the subject children.
    """
    answers = document["answers"]
    subjects = tuple(children)
    known = {**_in_people(form, document, subjects), **answers}
    unborn = {person["id"] for person in document["people"] if "edd" in person and "dob" not in person}

    def open_for(field: Field, child: str) -> bool:
        """Whether the question is put for this child and the core tables do not answer it already."""
        if field.born_only and child in unborn:
            return False
        return is_needed(field, known, child) and not held_in_tables(field, document, (child,))

    for field in form.required:
        value = answers.get(field.id)
        if field.per_child and (value is None or isinstance(value, dict)):
            for child in subjects:
                if child not in (value or {}) and open_for(field, child):
                    yield Unanswered(field, child)
        elif value is None and any(open_for(field, child) for child in subjects or ("",)):
            yield Unanswered(field, None)


def _in_people(form: Form, document: dict[str, Any], children: Iterable[str]) -> dict[str, Any]:
    """What the people table answers, child by child: a condition holds wherever its answer stands."""
    people = {person["id"]: person for person in document["people"]}
    asked = {
        field.id: field.slot.person_property for field in form if field.slot and field.slot.kind == "person"
    }
    return {
        field_id: {child: people.get(child, {}).get(name) for child in children}
        for field_id, name in asked.items()
    }


def is_needed(field: Field, answers: dict[str, Any], child: str) -> bool:
    """Whether the form asks for this field, given the other answers about this child.

    A condition that only its text describes is for the form's own rules to check.
    """
    if field.required != "when":
        return field.required == "always"
    when = field.when
    if when is None or when.field is None:
        return False
    given = answers.get(when.field)
    if not isinstance(given, dict):
        return _meets(given, when.codes)
    return _meets(given.get(child), when.codes)


def _meets(value: Any, codes: tuple[str, ...]) -> bool:
    if isinstance(value, list):
        return any(entry in codes for entry in value)
    return value in codes
