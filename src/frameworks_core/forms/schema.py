r"""The JSON Schema of a document, derived from its form.

The schema says what shape every answer has; whether an answer is needed is a question of the stage a document has reached
and is asked by the checks. Schemas stay in the subset of the language in which a fast validator's yes can be trusted: no
`\d \w \s \b \Z`, and every end anchor refuses a trailing newline.
"""

from __future__ import annotations

from typing import Any

from frameworks_core.forms.envelope import ENVELOPE, definitions
from frameworks_core.forms.form import Column, Field, Form

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SIMPLE: dict[str, str] = {"text": "line", "date": "date", "person": "id", "persons": "ids"}


def json_schema(form: Form) -> dict[str, Any]:
    """The JSON Schema of documents of this form (draft 2020-12), keys in a stable order."""
    answers = {
        "type": "object",
        "description": "Answers by field id. A field that was not answered is left out, never null.",
        "properties": {field.id: answer_schema(field) for field in form},
        "additionalProperties": False,
    }
    properties = {
        **ENVELOPE,
        "form": {"const": form.id},
        "version": {"const": form.version},
        "answers": answers,
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:frameworks:{form.id}:{form.version}",
        "title": form.title,
        "description": f"Generated from the definition of {form.id} version {form.version}; do not edit.",
        "type": "object",
        "properties": properties,
        "required": ["form", "version", "status", "people", "answers"],
        "additionalProperties": False,
        "$defs": definitions(),
    }


def answer_schema(field: Field) -> dict[str, Any]:
    """The schema of one field's answer, titled with its label."""
    schema: dict[str, Any] = {"title": field.label, "description": field.plain}
    shape = _field_shape(field)
    if field.per_child:
        # A plain answer is about all the children; an object answers child by child.
        by_child = {
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/id"},
            "additionalProperties": shape,
            "minProperties": 1,
        }
        shape = {"anyOf": [shape, by_child]}
    return {**schema, **shape}


def _field_shape(field: Field) -> dict[str, Any]:
    match field.type:
        case "table":
            return {"type": "array", "items": _row_schema(field), "minItems": 1}
        case "long":
            return {"$ref": "#/$defs/narrative"}
        case "number" | "scale":
            limits = {"minimum": field.minimum, "maximum": field.maximum}
            return {
                "type": "integer" if field.whole else "number",
                **{key: value for key, value in limits.items() if value is not None},
            }
        case _:
            return _shape(field)


def _row_schema(field: Field) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            **{column.id: {"title": column.label, **_shape(column)} for column in field.columns},
            "disclosure": {"$ref": "#/$defs/disclosure"},
        },
        "additionalProperties": False,
        "minProperties": 1,
    }


def _shape(question: Field | Column) -> dict[str, Any]:
    match question.type:
        case "choice" | "yes_no":
            return {"enum": [code.code for code in question.codes]}
        case "multi":
            codes = {"enum": [code.code for code in question.codes]}
            return {"type": "array", "items": codes, "minItems": 1, "uniqueItems": True}
        case "number":
            return {"type": "number"}
        case "long":
            return {"$ref": "#/$defs/text"}
        case simple:
            return {"$ref": f"#/$defs/{_SIMPLE[simple]}"}
