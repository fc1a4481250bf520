"""Differences between two documents, by section of the form; the words themselves only on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from frameworks_core.checks.differences import KINDS, Difference
from frameworks_core.checks.reporting.lines import wrapped
from frameworks_core.exchange.plain_text import safe_text
from frameworks_core.forms.form import Field, Form

_HEAD = "The document"
_TABLES = "People, agencies and chronology"
_OTHER = "Answers the form does not know"
_MEMORY = "Carried, history and provenance"
_PARTS = {
    "people": _TABLES,
    "relationships": _TABLES,
    "agencies": _TABLES,
    "chronology": _TABLES,
    "carried": _MEMORY,
    "history": _MEMORY,
    "provenance": _MEMORY,
}


def differences_as_json(found: Iterable[Difference], *, show_values: bool = False) -> dict[str, Any]:
    """The differences as JSON values, `old` and `new` only with `show_values`: they are personal data."""
    listed = list(found)
    return {
        "differences": [_as_json(difference, show_values=show_values) for difference in listed],
        "counts": {kind: sum(difference.kind == kind for difference in listed) for kind in KINDS},
    }


def differences_as_text(
    form: Form, found: Sequence[Difference], width: int, *, show_values: bool = False
) -> str:
    """The differences in lines of at most `width` characters.

    Args:
        form: The form of the documents.
        found: Their differences.
        width: Characters a line may have.
        show_values: Show what stood there after `-` and what stands there now after `+`: personal data.
    """
    if not found:
        return "No differences.\n"
    sections = {field.id: section.title for section in form.sections for field in section.fields}
    blocks: dict[str, list[str]] = {}
    for difference in found:
        lines = blocks.setdefault(_part(difference, sections), [])
        text = safe_text(f"{difference.place}: {_what(difference)}")
        lines.extend(wrapped(text, width, first="  ", hanging="    "))
        if show_values:
            lines.extend(_values(form, difference, width))
    counts = ((sum(difference.kind == kind for difference in found), kind) for kind in KINDS)
    summary = ", ".join(f"{count} {kind}" for count, kind in counts if count)
    parts = [*("\n".join((safe_text(part), *lines)) for part, lines in blocks.items()), f"In all: {summary}"]
    return "\n\n".join(parts) + "\n"


def _as_json(difference: Difference, *, show_values: bool) -> dict[str, Any]:
    listed: dict[str, Any] = {"kind": difference.kind, "at": difference.at, "place": difference.place}
    if difference.was_at is not None and difference.was_at != difference.at:
        listed["was_at"] = difference.was_at
    if show_values:
        values = {"old": difference.old, "new": difference.new}
        listed.update({name: value for name, value in values.items() if value is not None})
    return listed


def _part(difference: Difference, sections: dict[str, str]) -> str:
    """The heading a difference stands under: its section of the form, or a part of the envelope."""
    _, name, *below = difference.at.split("/")
    if name == "answers":
        return sections.get(below[0], _OTHER) if below else _HEAD
    return _PARTS.get(name, _HEAD)


def _what(difference: Difference) -> str:
    if difference.kind != "moved" or difference.was_at is None:
        return difference.kind
    was = difference.was_at.rpartition("/")[2]
    return f"moved, was number {int(was) + 1}" if was.isdigit() else "moved"


def _values(form: Form, difference: Difference, width: int) -> Iterator[str]:
    if difference.kind == "moved":
        return
    _, *steps = difference.at.split("/")
    field = form.fields.get(steps[1]) if steps[0] == "answers" and len(steps) > 1 else None
    for sign, value in (("-", difference.old), ("+", difference.new)):
        if value is None:
            continue
        for line in _lines(value, field):
            start = f"    {sign} "
            yield from wrapped(line, width, first=start, hanging=start) or [start.rstrip()]


def _lines(value: Any, field: Field | None) -> Iterator[str]:
    """A value in lines: a text as it is, cells and properties by label, entries and rows one by one."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _labelled(_label(name, field), list(_lines(part, field)))
    elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
        one = "row" if field and field.type == "table" else "entry"
        for number, part in enumerate(value, start=1):
            yield from _labelled(f"{one} {number}", list(_lines(part, field)))
    elif isinstance(value, list):
        yield ", ".join(safe_text(str(part)) for part in value)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    else:
        yield from safe_text(str(value), multiline=True).expandtabs().split("\n")


def _labelled(label: str, lines: list[str]) -> Iterator[str]:
    if len(lines) == 1:
        yield f"{label}: {lines[0]}"
        return
    yield f"{label}:"
    yield from (f"  {line}" for line in lines)


def _label(name: str, field: Field | None) -> str:
    column = field.column(name) if field else None
    return safe_text(column.label if column else name.replace("_", " "))
