"""Whether a document has the shape its form's schema asks for, and if not, where and how not.

A fast validator may only say yes. Where it says no, or fails, `jsonschema` decides and explains - only on the answers the
fast one refused, which is what makes explaining quick.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING, Any

from frameworks_core.checks import codes
from frameworks_core.checks.branches import order_of
from frameworks_core.checks.explaining import finding_at, findings_for, pointer_to
from frameworks_core.checks.finding import Finding
from frameworks_core.forms.form import Form
from frameworks_core.forms.schema import json_schema

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema_rs import Draft202012Validator as FastValidator


_NUMBERS = frozenset({"number", "scale"})


class Structure:
    """Checks documents of one form against its schema; everything is compiled once, when it is first needed."""

    def __init__(self, form: Form) -> None:
        """Prepare for documents of `form`."""
        self.form = form
        self._parts: dict[tuple[str, ...], tuple[FastValidator, Draft202012Validator]] = {}

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The form's JSON Schema."""
        return json_schema(self.form)

    @cached_property
    def _fast(self) -> FastValidator:
        return _fast_validator(self.schema)

    def findings(self, document: dict[str, Any]) -> tuple[Finding, ...]:
        """Every fault of shape, in the order of the document; empty if there is none."""
        # One fault may break two keywords of a schema (a date both pattern and format): it is told once.
        found = () if _accepts(self._fast, document) else tuple(dict.fromkeys(self._explained(document)))
        none = tuple(self._not_numbers(document))
        at_none = {finding.at for finding in none}
        return (*(finding for finding in found if finding.at not in at_none), *none)

    def _not_numbers(self, document: dict[str, Any]) -> Iterator[Finding]:
        """NaN and the infinities, which JSON does not have and no schema can refuse, but Python may hand over."""
        answers = document.get("answers")
        given = answers if isinstance(answers, dict) else {}
        parts: dict[tuple[str, ...], Any] = {
            ("answers", name): given[name] for name in self._numeric if name in given
        }
        parts |= {(name,): document[name] for name in ("carried", "history") if name in document}
        for path, part in parts.items():
            for steps in _not_finite(part, path):
                message = "a number belongs here, not NaN or infinity"
                yield finding_at(pointer_to(steps), codes.WRONG_TYPE, message, self.form)

    @cached_property
    def _numeric(self) -> tuple[str, ...]:
        """Fields in whose answers the schema allows a number."""
        return tuple(
            field.id
            for field in self.form
            if field.type in _NUMBERS or any(column.type in _NUMBERS for column in field.columns)
        )

    def _explained(self, document: dict[str, Any]) -> Iterator[Finding]:
        found = False
        for path, value in self._refusable(document):
            fast, exact = self._part(path)
            if _accepts(fast, value):
                continue
            for error in sorted(exact.iter_errors(value), key=order_of):
                found = True
                yield from findings_for(error, self.form, path)
        for error in self._envelope.iter_errors(_without_parts(document)):
            found = True
            yield from findings_for(error, self.form, ())
        if (
            not found
        ):  # the fast validator refused what its parts accept: let the exact one decide on the whole
            for error in _exact_validator(self.schema).iter_errors(document):
                yield from findings_for(error, self.form, ())

    def _refusable(self, document: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
        """The parts of a document that are checked one by one: each answer, and each table of the envelope."""
        properties = self.schema["properties"]
        for key, value in document.items():
            if key == "answers" and isinstance(value, dict):
                known = properties["answers"]["properties"]
                yield from ((("answers", name), answer) for name, answer in value.items() if name in known)
            elif key in properties and key != "answers":
                yield (key,), value

    def _part(self, path: tuple[str, ...]) -> tuple[FastValidator, Draft202012Validator]:
        if path not in self._parts:
            schema = self.schema
            for step in path:
                schema = schema["properties"][step]
            whole = {**schema, "$schema": self.schema["$schema"], "$defs": self.schema["$defs"]}
            self._parts[path] = (_fast_validator(whole), _exact_validator(whole))
        return self._parts[path]

    @cached_property
    def _envelope(self) -> Draft202012Validator:
        """Validates what is left once every part is checked: unknown and missing keys."""
        schema = {**self.schema, "properties": dict.fromkeys(self.schema["properties"], True)}
        answers = self.schema["properties"]["answers"]
        schema["properties"]["answers"] = {
            **answers,
            "properties": dict.fromkeys(answers["properties"], True),
        }
        return _exact_validator(schema)


def _without_parts(document: dict[str, Any]) -> dict[str, Any]:
    answers = document.get("answers")
    emptied = dict.fromkeys(answers) if isinstance(answers, dict) else answers
    return {**dict.fromkeys(document), **({"answers": emptied} if "answers" in document else {})}


def _not_finite(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """Where in a value there are numbers that are none."""
    if isinstance(value, float):
        if not isfinite(value):
            yield path
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _not_finite(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _not_finite(part, (*path, index))


def _accepts(validator: FastValidator, value: Any) -> bool:
    try:
        return validator.is_valid(value)
    except Exception:  # noqa: BLE001  # whatever stops the fast validator, the exact one decides
        return False


def _fast_validator(schema: dict[str, Any]) -> FastValidator:
    from jsonschema_rs import Draft202012Validator as FastValidator

    return FastValidator(schema, validate_formats=True)


def _exact_validator(schema: dict[str, Any]) -> Draft202012Validator:
    from jsonschema import Draft202012Validator, FormatChecker

    return Draft202012Validator(schema, format_checker=FormatChecker(formats=["date"]))
