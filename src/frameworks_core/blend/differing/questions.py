"""One question that two forms ask: in what they ask it differently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from frameworks_core.forms.form import Code, Column, Field
from frameworks_core.forms.listing import TYPE_WORDS

if TYPE_CHECKING:
    from frameworks_core.blend.differing.compared import Compared


@frozen
class PartDiffers:
    """One thing about a question, as each side has it, in words; empty where a side has nothing."""

    what: str
    first: str
    second: str


@frozen
class Changed:
    """A question that both sides ask.

    Attributes:
        first: As the first asks it.
        second: As the second does.
        parts: What differs; nothing where they ask it just alike.
    """

    first: Field
    second: Field
    parts: tuple[PartDiffers, ...]


def changed(first: Compared, second: Compared, one: Field, other: Field) -> Changed:
    """What differs between two fields that ask the same question."""
    found = [
        PartDiffers(what, *words) for what, words in _parts(first, second, one, other) if words[0] != words[1]
    ]
    return Changed(one, other, tuple(found))


def _parts(
    first: Compared, second: Compared, one: Field, other: Field
) -> Iterator[tuple[str, tuple[str, str]]]:
    for what in ("id", "label", "plain", "guidance"):
        yield what, (getattr(one, what) or "", getattr(other, what) or "")
    yield "kind of answer", (_kind(one), _kind(other))
    yield "required", (_needed(one), _needed(other))
    yield "section", (_section(first, one), _section(second, other))
    yield "choices", _apart(map(_code, one.codes), map(_code, other.codes))
    yield "columns", _apart(map(_column, one.columns), map(_column, other.columns))
    yield (
        "also asks for",
        _apart(one.serves or (), other.serves or ()) if one.serves and other.serves else ("", ""),
    )
    yield "minutes", (_minutes(first, one), _minutes(second, other))
    yield "disclosure", (one.disclosure or "", other.disclosure or "")


def _apart(mine: Iterator[str] | tuple[str, ...], theirs: Iterator[str] | tuple[str, ...]) -> tuple[str, str]:
    """What only one of two lists holds; the lists themselves where they differ in order alone."""
    here, there = list(mine), list(theirs)
    if sorted(here) == sorted(there):
        return "; ".join(here), "; ".join(there)
    return (
        "; ".join(word for word in here if word not in there),
        "; ".join(word for word in there if word not in here),
    )


def _kind(field: Field) -> str:
    limits = [
        f"{word} {limit:g}"
        for word, limit in (("from", field.minimum), ("to", field.maximum))
        if limit is not None
    ]
    extra = [
        word
        for word, holds in (
            ("for each child", field.per_child),
            ("once born", field.born_only),
            ("whole", field.whole),
        )
        if holds
    ]
    return ", ".join((TYPE_WORDS[field.type], *limits, *extra))


def _needed(field: Field) -> str:
    if field.when is None:
        return field.required
    deciding = f" ({field.when.field}: {', '.join(field.when.codes)})" if field.when.field else ""
    return f"{field.when.text}{deciding}"


def _section(side: Compared, field: Field) -> str:
    return next(section.title for section in side.form.sections if field in section.fields)


def _minutes(side: Compared, field: Field) -> str:
    minutes = side.blend.composed.minutes.get(field.id) if side.blend else None
    return "" if minutes is None else f"{minutes:g}"


def _code(code: Code) -> str:
    return f"{code.code} = {code.label} ({code.plain})"


def _column(column: Column) -> str:
    needed = ", always needed" if column.required else ""
    codes = f", {'; '.join(map(_code, column.codes))}" if column.codes else ""
    return f"{column.label} ({column.plain}; {TYPE_WORDS[column.type]}{needed}{codes})"
