"""Faults of shape in the words of the form, without repeating any answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from frameworks_core.checks import codes
from frameworks_core.checks.branches import asks_event_date, branches_of, most_telling, order_of
from frameworks_core.checks.codes import CoreCode
from frameworks_core.checks.finding import Finding
from frameworks_core.checks.places import place_of
from frameworks_core.forms.envelope import definitions
from frameworks_core.forms.form import Form
from frameworks_core.nearest import nearest

if TYPE_CHECKING:
    from jsonschema import ValidationError

_KINDS = {
    "string": "a text",
    "object": "a set of named parts",
    "array": "a list",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "nothing",
}
_LIKE_A_NAME = re.compile("[A-Za-z][A-Za-z0-9_.-]*")
_SHOWN = 40
"""Characters of an unknown key that are shown."""

_LISTED = 25
"""Choices that are listed where none is near what was given; how people can be related is one such list."""


def findings_for(error: ValidationError, form: Form, path: tuple[str, ...]) -> Iterator[Finding]:
    """One validation error as findings: one for each fault on the branch its author evidently meant.

    Args:
        error: The error, its path beginning below `path`.
        form: The document's form.
        path: Where the validated part stands in the document.
    """
    for fault in sorted(most_telling(error), key=order_of):
        pointer = pointer_to((*path, *fault.absolute_path))
        if fault.validator == "additionalProperties":
            messages = _unknown_keys(fault)
            yield from (finding_at(pointer, codes.UNKNOWN_KEY, message, form) for message in messages)
        else:
            yield finding_at(pointer, *_explained(fault), form)


def pointer_to(steps: Iterable[str | int]) -> str:
    """A pointer as far as it repeats no key that may be somebody's words, as where a child's id was mistaken."""
    return "".join(f"/{step}" for step in takewhile(_is_like_a_name, steps))


def finding_at(pointer: str, code: CoreCode, message: str, form: Form) -> Finding:
    """A finding about the shape of what stands at a pointer."""
    return Finding(
        code=code.code,
        severity=code.severity,
        at=pointer,
        place=place_of(form, pointer),
        message=message,
        why=code.why,
        fix=code.fix,
        authority=code.authority,
    )


def _explained(error: ValidationError) -> tuple[CoreCode, str]:
    match error.validator:
        case "required":
            missing = [name for name in _value(error) if name not in _instance(error)]
            return (
                codes.MISSING_KEY,
                f"{_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing here",
            )
        case "anyOf" if asks_event_date(error) and isinstance(error.instance, str):
            return (
                codes.BAD_DATE,
                "this is not a day, a month or a year, written like 2024-05-17, 2024-05 or 2024",
            )
        case "type" | "anyOf":
            return codes.WRONG_TYPE, f"{_wanted(error)} belongs here, not {_given(error.instance)}"
        case "enum" | "const":
            known = [_value(error)] if error.validator == "const" else _value(error)
            return codes.UNKNOWN_CODE, f"this is not one of the choices{_choices(error.instance, known)}"
        case "format" | "pattern":
            return _wrong_text(error)
        case "minItems" | "minProperties" | "minLength":
            return codes.BLANK, "this is empty; leave it out until it is known"
        case "uniqueItems":
            return codes.REPEATED, "the same entry stands here twice"
        case "minimum" | "maximum":
            limit = "at least" if error.validator == "minimum" else "at most"
            return codes.OUT_OF_RANGE, f"the number must be {limit} {_value(error)}"
        case other:
            return codes.OTHER_SHAPE, f"this does not have the shape the form asks for ({other})"


def _unknown_keys(error: ValidationError) -> Iterator[str]:
    """A sentence for each key that the schema does not know.

    A key may be anything somebody typed, an answer too. It is repeated only if it is written like the name of a
    field, and then in part.
    """
    known = _schema(error).get("properties", {})
    for key in sorted(set(_instance(error)) - set(known)):
        named = f"there is no {key[:_SHOWN]!r} here" if _is_like_a_name(key) else "one name here is not known"
        yield f"{named}{nearest(key.strip().casefold().replace(' ', '_'), known)}"


def _is_like_a_name(step: str | int) -> bool:
    return isinstance(step, int) or _LIKE_A_NAME.fullmatch(step) is not None


def _listed(names: list[str]) -> str:
    """`status, people and answers`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _wrong_text(error: ValidationError) -> tuple[CoreCode, str]:
    title = _schema(error).get("format") or _schema(error).get("pattern", "")
    if _schema(error).get("format") == "date" or "[0-9]{4}" in title:
        return codes.BAD_DATE, "this is not a day of the calendar written as YYYY-MM-DD"
    if _schema(error) == definitions()["form_id"]:
        return codes.WRONG_TYPE, "the id of a form belongs here, written framework/name"
    if title.startswith("^[a-z]"):
        return codes.WRONG_TYPE, "an id belongs here: lower-case letters, digits and _, such as p1"
    if _schema(error) == definitions()["line"] and not _is_blank(_instance(error)):
        return codes.WRONG_TYPE, "one line belongs here; write it without line breaks"
    if title.startswith(("[^", "^[ ")):
        return codes.BLANK, "this is blank; leave it out until it is known"
    return codes.OTHER_SHAPE, "this is not written as it has to be here"


def _is_blank(text: str) -> bool:
    return not text.strip()


def _schema(error: ValidationError) -> dict[str, Any]:
    schema: Any = error.schema
    return schema if isinstance(schema, dict) else {}


def _value(error: ValidationError) -> Any:
    """What the schema asked for."""
    return error.validator_value


def _instance(error: ValidationError) -> Any:
    """What the document gave."""
    return error.instance


def _wanted(error: ValidationError) -> str:
    kinds = list(dict.fromkeys(_kinds(error)))
    if {"string", "array"} == set(kinds) - {"object"}:
        return "a text, or a list of attributed entries"
    return " or ".join(_KINDS.get(kind, kind) for kind in kinds) or "another kind of answer"


def _kinds(error: ValidationError) -> Iterator[str]:
    """The kinds of answer that would do, over all branches."""
    if error.validator == "type":
        kinds = _value(error)
        yield from [kinds] if isinstance(kinds, str) else kinds
    for errors in branches_of(error):
        for child in errors:
            yield from () if child.path else _kinds(child)


def _given(instance: Any) -> str:
    if instance is None:
        return "nothing (null); leave the field out instead"
    if isinstance(instance, bool):
        return "true or false"
    if isinstance(instance, str):
        return _KINDS["string"]
    if isinstance(instance, dict | list):
        return _KINDS["object" if isinstance(instance, dict) else "array"]
    return _KINDS["number"]


def _choices(instance: Any, known: Iterable[Any]) -> str:
    words = [str(code) for code in known]
    if isinstance(instance, bool) and (meant := "yes" if instance else "no") in words:
        return f'; write "{meant}", in quotes'
    near = nearest(instance, words) if isinstance(instance, str) else ""
    return near or (f"; known: {', '.join(words)}" if len(words) <= _LISTED else "")
