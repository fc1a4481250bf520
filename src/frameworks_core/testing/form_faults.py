"""Faults of a form that loading cannot see: in what it says to families, and in its JSON Schema."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

from frameworks_core.forms.form import Form
from frameworks_core.forms.schema import json_schema
from frameworks_core.testing.plain_words import family_texts, office_words
from frameworks_core.testing.schema_subset import unsafe_parts


def unsaid(form: Form) -> Iterator[str]:
    """Every text that is missing: titles, labels, plain words, sources."""
    for key in ("title", "plain_title", "source"):
        yield from _blank(f"the form, {key}", getattr(form, key))
    for section in form.sections:
        for key in ("title", "plain"):
            yield from _blank(f"section {section.id!r}, {key}", getattr(section, key))
        for field in section.fields:
            for key in ("label", "plain", "source"):
                yield from _blank(f"field {field.id!r}, {key}", getattr(field, key))
            for part in (
                *field.codes,
                *field.columns,
                *(code for column in field.columns for code in column.codes),
            ):
                for key in ("label", "plain"):
                    name = getattr(part, "id", None) or getattr(part, "code", None)
                    yield from _blank(f"field {field.id!r}, {name!r}, {key}", getattr(part, key))


def unplain(form: Form, allowed: Collection[str]) -> Iterator[str]:
    """Every code, section of an act and acronym in what families read."""
    for place, text in family_texts(form):
        for word in office_words(text, allowed):
            yield f"{place}: {word!r} in {text!r}"


def schema_faults(form: Form) -> Iterator[str]:
    """Whatever makes the form's JSON Schema no schema, or one that two validators may read differently."""
    schema = json_schema(form)
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield f"{error.json_path}: {error.message}"
    yield from unsafe_parts(schema)


def invalid(form: Form, document: dict[str, Any]) -> Iterator[str]:
    """Every place where a document does not have the shape of its form."""
    validator = Draft202012Validator(json_schema(form), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for error in validator.iter_errors(document):
        yield f"{error.json_path}: {error.message}"


def _blank(place: str, text: str) -> Iterator[str]:
    if not text.strip():
        yield f"{place}: is blank"
