"""What changed between two documents of one form, place by place, in the words of the form.

Lists are compared as people read them: the entries of an answer are matched by their text, rows of a table by
equality and then by their first cell, people, agencies, events and earlier records by id, relationships by
whom they join. What is then left over of entries, rows, carried answers and history is matched by position.
So an entry put in front of others is one difference, and not one for each entry behind it.

There is no difference exactly when the documents are equal, where the order of keys means nothing and a
missing list is an empty one. Swapping the documents swaps what was added and what was removed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from attrs import frozen

from frameworks_core.checks.matching import Key, match, same
from frameworks_core.checks.places import place_of, property_words
from frameworks_core.forms.form import Column, Field, Form
from frameworks_core.statute.codes import code_list

KINDS = ("added", "removed", "changed", "moved")

_HEAD = ("form", "version", "id", "status", "invented", "about")
_CORE_TABLES = ("people", "relationships", "agencies", "chronology")
_MEMORY = ("carried", "history", "provenance")
_KNOWN = {*_HEAD, "recorded", "answers", *_CORE_TABLES, *_MEMORY}
_CODED = {"sex": "sex", "ethnicity": "ethnicity", "disability_codes": "disability"}
"""Property of a person -> the shared code list it is answered from."""


@frozen(kw_only=True)
class Difference:
    """One place where two documents differ.

    Attributes:
        kind: One of `KINDS`. `moved` is an entry that stands in another order among those that stayed.
        at: JSON pointer into the new document; into the old one where the answer was removed.
        place: The place in the form's own words, without personal data.
        old: What stood there, codes shown by their labels; None where nothing did.
        new: What stands there now, likewise.
        was_at: JSON pointer into the old document, for what was changed or moved.
    """

    kind: str
    at: str
    place: str
    old: Any
    new: Any
    was_at: str | None = None


@frozen
class _Spot:
    """A place in both documents: its pointers in the old one and the new one, and its words."""

    was_at: str
    at: str
    place: str

    def below(self, step: str, words: str) -> _Spot:
        return _Spot(f"{self.was_at}/{step}", f"{self.at}/{step}", f"{self.place}, {words}")


def differences(form: Form, old: dict[str, Any], new: dict[str, Any]) -> tuple[Difference, ...]:
    """Every difference between two documents, in the order of the document and its form.

    Args:
        form: The form of both documents; of the new one where their versions differ.
        old: The document before, of the shape of its form.
        new: The document after, of the shape of its form.
    """
    return tuple(_all(form, old, new))


def _all(form: Form, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    old, new = _without_empty(old), _without_empty(new)
    for name in (*_HEAD, *sorted({*old, *new} - _KNOWN)):
        spot = _Spot(f"/{name}", f"/{name}", place_of(form, f"/{name}"))
        yield from _value(spot, old.get(name), new.get(name))
    recorded = _Spot("/recorded", "/recorded", place_of(form, "/recorded"))
    yield from _properties(recorded, old.get("recorded", {}), new.get("recorded", {}), "recorded")
    for name in _CORE_TABLES:
        yield from _table(form, name, old.get(name, []), new.get(name, []))
    yield from _answers(form, old.get("answers", {}), new.get("answers", {}))
    for name in _MEMORY:
        yield from _table(form, name, old.get(name, []), new.get(name, []))


def _value(spot: _Spot, old: Any, new: Any, question: Field | Column | None = None) -> Iterator[Difference]:
    """One value as a whole; None where it is not there."""
    if old == new:
        return
    if old is None:
        yield Difference(kind="added", at=spot.at, place=spot.place, old=None, new=_shown(question, new))
    elif new is None:
        yield Difference(
            kind="removed", at=spot.was_at, place=spot.place, old=_shown(question, old), new=None
        )
    else:
        yield Difference(
            kind="changed",
            at=spot.at,
            place=spot.place,
            old=_shown(question, old),
            new=_shown(question, new),
            was_at=spot.was_at,
        )


def _properties(
    spot: _Spot, old: dict[str, Any], new: dict[str, Any], table: str = ""
) -> Iterator[Difference]:
    """Property by property, in the words of the table; of an attributed entry where none is named."""
    for name in dict.fromkeys((*new, *old)):
        before, after = (_labelled(name, item.get(name)) for item in (old, new))
        yield from _value(spot.below(name, property_words(table, name)), before, after)


def _table(form: Form, name: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    """One list of the envelope; an empty list within an entry is a missing one."""
    before, after = ([_without_empty(item) for item in items] for items in (old, new))
    table = place_of(form, f"/{name}")
    for pair in match(before, after, _keys(name), by_position=name in {"carried", "history"}):
        here = None if pair.old is None else before[pair.old]
        there = None if pair.new is None else after[pair.new]
        at = pair.new if pair.new is not None else pair.old
        words = f"{table}, {_naming(name, there or here or {}, at or 0)}"
        spot = _Spot(f"/{name}/{pair.old}", f"/{name}/{pair.new}", words)
        if here is None or there is None:
            yield from _value(spot, _all_labelled(here), _all_labelled(there))
            continue
        if pair.moved:
            yield _moved(spot, _all_labelled(here), _all_labelled(there))
        yield from _properties(spot, here, there, name)


def _keys(table: str) -> tuple[Key, ...]:
    match table:
        case "relationships":
            return same, _joined_as, _joined
        case "carried" | "history":
            return (same,)
        case _:
            return (_id,)


def _id(item: dict[str, Any]) -> Hashable:
    return same(item.get("id"))


def _joined_as(item: dict[str, Any]) -> Hashable:
    return same([item.get("from"), item.get("to"), item.get("kind")])


def _joined(item: dict[str, Any]) -> Hashable:
    return same([item.get("from"), item.get("to")])


def _naming(table: str, item: dict[str, Any], position: int) -> str:
    if table == "relationships":
        return f"{item.get('from')} to {item.get('to')}"
    return str(item["id"]) if "id" in item else f"row {position + 1}"


def _answers(form: Form, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    unknown = (name for name in {**new, **old} if name not in form.fields)
    for name in (*form.fields, *unknown):
        before, after = old.get(name), new.get(name)
        if before == after:
            continue
        at = f"/answers/{name}"
        yield from _answer(form, form.fields.get(name), _Spot(at, at, place_of(form, at)), before, after)


def _answer(form: Form, field: Field | None, spot: _Spot, old: Any, new: Any) -> Iterator[Difference]:
    if field is None:
        yield from _value(spot, old, new)
    elif field.per_child and _by_child(old) and _by_child(new):
        before, after = old or {}, new or {}
        for child in dict.fromkeys((*after, *before)):
            for_child = spot.below(child, f"for {child}")
            yield from _answer_of_one(form, field, for_child, before.get(child), after.get(child))
    else:
        yield from _answer_of_one(form, field, spot, old, new)


def _by_child(answer: Any) -> bool:
    """Whether an answer may be read child by child: it is given so, or not given."""
    return answer is None or isinstance(answer, dict)


def _answer_of_one(form: Form, field: Field, spot: _Spot, old: Any, new: Any) -> Iterator[Difference]:
    if field.type == "long" and _is_narrative(old) and _is_narrative(new):
        found = tuple(_entries(form, spot, old, new))
        # A text that became one bare entry of the same text differs in shape alone.
        yield from found or _value(spot, old, new)
    elif field.type == "table" and isinstance(old, list) and isinstance(new, list):
        yield from _rows(form, field, spot, old, new)
    else:
        yield from _value(spot, old, new, field)


def _is_narrative(answer: Any) -> bool:
    return isinstance(answer, str | list)


def _entries(form: Form, spot: _Spot, old: Any, new: Any) -> Iterator[Difference]:
    before, after = _as_entries(old), _as_entries(new)
    for pair in match(before, after, (same, _text), by_position=True):
        was_at = spot.was_at if isinstance(old, str) else f"{spot.was_at}/{pair.old}"
        at = spot.at if isinstance(new, str) else f"{spot.at}/{pair.new}"
        one = _Spot(was_at, at, place_of(form, was_at if pair.new is None else at))
        here = None if pair.old is None else before[pair.old]
        there = None if pair.new is None else after[pair.new]
        if here is None or there is None:
            yield from _value(one, here, there)
            continue
        if pair.moved:
            yield _moved(one, here, there)
        text = _Spot(
            was_at if isinstance(old, str) else f"{was_at}/text",
            at if isinstance(new, str) else f"{at}/text",
            one.place,
        )
        yield from _value(text, here["text"], there["text"])
        yield from _properties(one, _attribution(here), _attribution(there))


def _as_entries(answer: str | list[Any]) -> list[dict[str, Any]]:
    return [{"text": answer}] if isinstance(answer, str) else answer


def _text(entry: dict[str, Any]) -> Hashable:
    return same(entry["text"])


def _attribution(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name != "text"}


def _rows(form: Form, field: Field, spot: _Spot, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    def first_cell(row: dict[str, Any]) -> Hashable:
        """What the row is about, by its first column; rows without it are never the same by it."""
        first = row.get(field.columns[0].id)
        return object() if first is None else same(first)

    for pair in match(old, new, (same, first_cell), by_position=True):
        here = None if pair.old is None else old[pair.old]
        there = None if pair.new is None else new[pair.new]
        was_at, at = f"{spot.was_at}/{pair.old}", f"{spot.at}/{pair.new}"
        row = _Spot(was_at, at, place_of(form, was_at if pair.new is None else at))
        if here is None or there is None:
            yield from _value(row, here, there, field)
            continue
        if pair.moved:
            yield _moved(row, _shown(field, here), _shown(field, there))
        for name in dict.fromkeys((*(column.id for column in field.columns), *there, *here)):
            column = field.column(name)
            cell = row.below(name, column.label if column else property_words("", name))
            yield from _value(cell, here.get(name), there.get(name), column)


def _moved(spot: _Spot, old: Any, new: Any) -> Difference:
    return Difference(kind="moved", at=spot.at, place=spot.place, old=old, new=new, was_at=spot.was_at)


def _shown(question: Field | Column | None, value: Any) -> Any:
    """The value with codes as labels: one code or several, cells of a row, rows, or answers by child."""
    if question is None or value is None:
        return value
    if isinstance(value, list):
        return [_shown(question, part) for part in value]
    if isinstance(value, dict):
        columns = question.columns if isinstance(question, Field) else ()
        by_id: dict[str, Field | Column] = {column.id: column for column in columns}
        return {name: _shown(by_id.get(name, question), part) for name, part in value.items()}
    labels = {code.code: code.label for code in question.codes}
    return labels.get(value, value)


def _labelled(name: str, value: Any) -> Any:
    """A property of a person with its code as a label."""
    if name not in _CODED or value is None:
        return value
    labels = {code.code: code.label for code in code_list(_CODED[name]).codes}
    return [labels.get(code, code) for code in value] if isinstance(value, list) else labels.get(value, value)


def _all_labelled(item: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if item is None else {name: _labelled(name, value) for name, value in item.items()}


def _without_empty(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value not in ([], {})}
