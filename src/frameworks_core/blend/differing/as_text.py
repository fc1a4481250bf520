"""What differs between two blends or forms, as headings, tables and lines: counts first."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from frameworks_core.blend.differing.compared import Compared
from frameworks_core.blend.differing.differing import Arriving, Differing
from frameworks_core.blend.differing.questions import Changed
from frameworks_core.blend.differing.values import ValueDiffers
from frameworks_core.forms.form import Field
from frameworks_core.functions.comparing.moves import OUTCOMES
from frameworks_core.functions.outline import Line, Part

_NONE = "-"
_NAMED = 5
"""Questions named where they are not all shown."""

_LONGEST = 200
"""Characters of a value that are shown where only the essence is."""

_FATES = {
    "kept": "arrive in a place of their own",
    "broadened": "arrive within a wider question",
    "needs_sorting": "wait for a practitioner, who says where they belong",
    "history": "are shown as history: conclusions, decisions, agreement, ratings",
    "carried": "are carried along word for word, having no place",
    "withheld": "are withheld, as the other may not hold them",
}
_NOBODY_ASKS_AGAIN = "What arrives is not asked again."
_MORE = "The questions themselves: add --full."


def differing_as_outline(found: Differing, *, full: bool = False) -> Iterator[Part]:
    """What differs, counts first.

    Args:
        found: What differs.
        full: Name every question, where otherwise they are counted.
    """
    yield Part("What differs", tuple(_heads(found)), level=1)
    if found.is_none:
        return
    yield _counts(found, full=full)
    if full:
        yield from _questions(found)
    if found.values:
        yield Part("Apart from questions", tuple(_value(one, full=full) for one in found.values))
    yield _moving(found)
    yield from _asked_anew(found, full=full)


def _heads(found: Differing) -> Iterator[Line]:
    for letter, side in (("A", found.first), ("B", found.second)):
        form = side.form
        yield Line(f"{letter}: {side.name}, {form.title} ({form.id}, version {form.version})", kind="note")
    if found.is_none:
        yield Line("Nothing differs.", kind="note")


def _counts(found: Differing, *, full: bool) -> Part:
    joined = [len(one.first) for one in found.regrouped], [len(one.second) for one in found.regrouped]
    rows = [
        ("in all", len(found.first.form.fields), len(found.second.form.fields)),
        ("in both, just alike", found.alike, found.alike),
        ("in both, asked differently", len(found.changed), len(found.changed)),
        ("joined differently: one question here is several there", sum(joined[0]), sum(joined[1])),
        ("only in one", len(found.only_first), len(found.only_second)),
    ]
    shown = [(_number(mine), _number(theirs), words) for words, mine, theirs in rows]
    lines = [
        *_kinds_of_change(found.changed),
        *_orders(found),
        *(() if full else (Line(_MORE, kind="note"),)),
    ]
    return Part("Questions", tuple(lines), rows=(("A", "B", "questions"), *shown))


def _number(count: int) -> str:
    return str(count or _NONE)


def _kinds_of_change(changed: Iterable[Changed]) -> Iterator[Line]:
    kinds = Counter(part.what for one in changed for part in one.parts)
    if kinds:
        told = "; ".join(f"{what} ({count})" for what, count in kinds.most_common())
        yield Line(f"What is asked differently: {told}")


def _orders(found: Differing) -> Iterator[Line]:
    if None in found.reordered:
        yield Line("The sections come in another order")
    for title in found.reordered:
        if title is not None:
            yield Line(f"The questions of this section come in another order: {title}")


def _questions(found: Differing) -> Iterator[Part]:
    for letter, side, only in (("A", found.first, found.only_first), ("B", found.second, found.only_second)):
        if only:
            yield Part(f"Only in {letter}", tuple(_by_section(side, only)), level=3)
    if found.changed:
        yield Part("Asked differently", tuple(_changes(found.changed)), level=3)
    if found.regrouped:
        lines = [Line(f"{_labels(one.first)} in A, {_labels(one.second)} in B") for one in found.regrouped]
        yield Part("Joined differently", tuple(lines), level=3)


def _by_section(side: Compared, fields: Iterable[Field]) -> Iterator[Line]:
    wanted = {field.id for field in fields}
    for section in side.form.sections:
        if here := [field for field in section.fields if field.id in wanted]:
            yield Line(f"{section.title}: {_labels(here)}")


def _changes(changed: Iterable[Changed]) -> Iterator[Line]:
    for one in changed:
        for part in one.parts:
            told = f"{part.what}: {_marked(part.first)} in A, {_marked(part.second)} in B"
            yield Line(f"{one.first.label}, {told}")


def _value(value: ValueDiffers, *, full: bool) -> Line:
    sides = (("A", value.first), ("B", value.second))
    whole = full or all(len("; ".join(words)) <= _LONGEST for _, words in sides)
    told = [f"{_entries(words, whole=whole)} in {letter}" for letter, words in sides if words]
    only = "only " if len(told) == 1 else ""
    return Line(f"{value.key}: {only}{', '.join(told)}")


def _entries(words: tuple[str, ...], *, whole: bool) -> str:
    if whole:
        return "; ".join(map(_marked, words))
    return str(len(words)) if len(words) > 1 else _marked(textwrap.shorten(words[0], _LONGEST))


def _marked(text: str) -> str:
    """A text of several words in quotation marks, so that it is seen where it ends."""
    if " " in text and any(char.isalpha() for char in text):
        return f'"{text}"'
    return text or "nothing"


def _moving(found: Differing) -> Part:
    rows: list[tuple[str, ...]] = [("A to B", "B to A", "answers")]
    for outcome in OUTCOMES:
        counts = found.there.count(outcome), found.back.count(outcome)
        if any(counts):
            rows.append((*map(_number, counts), _FATES[outcome]))
    return Part("If a child moves: what becomes of the questions that were answered", rows=tuple(rows))


def _asked_anew(found: Differing, *, full: bool) -> Iterator[Part]:
    for title, arriving in (
        ("What B still needs of a child who comes from A", found.there),
        ("What A still needs of a child who comes from B", found.back),
    ):
        lines = tuple(_to_ask(arriving, full=full))
        yield Part(title, lines or (Line(f"Nothing that it requires. {_NOBODY_ASKS_AGAIN}", kind="note"),))


def _to_ask(arriving: Arriving, *, full: bool) -> Iterator[Line]:
    for whom, words in (("family", "The family"), ("practitioner", "Practitioners, for the record")):
        fields = arriving.ask(whom)
        for always, needed in ((True, "always needed"), (False, "needed in some cases")):
            here = [field for field in fields if (field.required == "always") == always]
            if here:
                said = _labels(here, None if full else _NAMED)
                yield Line(f"{words}, {len(here)} {needed}: {said}")


def _labels(fields: Iterable[Field], shown: int | None = None) -> str:
    every = [field.label for field in fields]
    more = len(every) - shown if shown is not None else 0
    return "; ".join(every[:shown]) + (f"; and {more} more" if more > 0 else "")
