"""Reading a document into the canonical assessment.

One generic reader, compiled once per form. It takes the document apart into its answers, gives each the meaning of its
field's slot, and finds out where an answer that came from an earlier record was first given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import fields

from frameworks_core.exchange.pointers import pointer
from frameworks_core.exchange.provenance import Placed, Remembered
from frameworks_core.exchange.tables import read_table
from frameworks_core.forms.filled import subject_children
from frameworks_core.forms.form import Field, Form
from frameworks_core.model import (
    Agency,
    Answer,
    Assessment,
    Attribution,
    Content,
    Event,
    FieldMark,
    Leaf,
    Origin,
    Person,
    Reflection,
    Relationship,
    Slot,
    SourceRecord,
    Statement,
    View,
)
from frameworks_core.model.rows import ROW_CLASSES, properties_of
from frameworks_core.model.slot import TEXT_KINDS
from frameworks_core.model.values import Value

THIS = "(this)"
"""Id of the document being read among the source records; no document can name one of its own like that."""


class Reader:
    """Reads documents of one form; every field's mark is worked out once."""

    def __init__(self, form: Form) -> None:
        """Prepare a reader for `form`."""
        self.form = form
        self._marks = {field.id: field.marked() for field in form}

    def read(self, document: dict[str, Any]) -> Assessment:
        """The canonical assessment of a document that has the shape its schema asks for.

        Raises:
            LookupError, TypeError: A core table does not have that shape.
        """
        recorded = document.get("recorded", {})
        events = document.get("chronology", [])
        about = subject_children(document)
        remembered = Remembered(document.get("provenance", []), about)
        earlier = frozenset[str]().union(*(record.events for record in remembered.records.values()))
        record = SourceRecord(
            id=THIS,
            form=self.form.id,
            version=self.form.version,
            title=self.form.title,
            basis=self.form.basis,
            document=document.get("id"),
            recorded_by=recorded.get("by"),
            recorded_on=recorded.get("on"),
            events=frozenset(event["id"] for event in events) - earlier,
            about=about,
        )
        return Assessment(
            record=record,
            about=about,
            people=read_table(document["people"], Person),
            relationships=read_table(document.get("relationships", []), Relationship),
            agencies=read_table(document.get("agencies", []), Agency),
            chronology=read_table(events, Event),
            answers=(
                *self._answers(document["answers"], record, remembered),
                *_in_people(document["people"], remembered),
                *_waiting(document, "carried", remembered),
                *_waiting(document, "history", remembered),
            ),
            records=tuple(remembered.records.values()),
            invented=document.get("invented", False),
        )

    def _answers(
        self, answers: dict[str, Any], record: SourceRecord, remembered: Remembered
    ) -> Iterator[Answer]:
        for field in self.form:
            if field.id not in answers:
                continue
            mark = self._marks[field.id]
            for child, value in by_child(field, answers[field.id]):
                base = pointer("answers", field.id, child)
                for index, shape, leaf in leaves(field, value):
                    at = base if index is None else f"{base}/{index}"
                    origin = Origin(record=record, field=mark, shape=shape, child=child, index=index)
                    placed = remembered.placed(at, leaf, shape)
                    yield (_restored(at, leaf, origin, placed) if placed else None) or Answer(
                        pointer=at,
                        origin=origin,
                        value=leaf,
                        content=content_of(mark, leaf),
                        shown=_in_words(field, leaf),
                    )


def by_child(field: Field, value: Any) -> Iterator[tuple[str | None, Any]]:
    """An answer taken apart child by child; the child is None where it was given for all of them."""
    if field.per_child and isinstance(value, dict):
        yield from value.items()
    else:
        yield None, value


def leaves(field: Field, value: Any) -> Iterator[tuple[int | None, str, Leaf]]:
    """The single answers in the value of one field: position in its list, shape, and the answer itself."""
    if field.type == "table":
        yield from ((index, "row", row) for index, row in enumerate(value))
    elif field.type == "long" and not isinstance(value, str):
        yield from ((index, "entry", entry) for index, entry in enumerate(value))
    else:
        yield None, "text" if field.type == "long" else "value", value


def _restored(at: str, leaf: Leaf, here: Origin, placed: Placed) -> Answer | None:
    """An answer that came from an earlier record, in the shape that record gave it.

    None where that would lose a part of it, because what the document remembers was changed by hand.
    """
    origin = placed.origin
    if isinstance(leaf, dict):
        if origin.shape == "row":
            # A row that stands in the very table it came from is as it was: every column, whatever it means.
            renamed = (
                leaf
                if here.field == origin.field
                else rename_columns(
                    leaf, here.field, origin.field, same_question=_is_same_question(here, origin)
                )
            )
            if len(renamed) != len(leaf):
                return None
            leaf = renamed
        elif placed.headed and leaf.get("heading") == origin.field.label:
            leaf = {key: value for key, value in leaf.items() if key != "heading"}
        if origin.shape in {"text", "value"} and leaf.keys() == {"text"}:
            leaf = leaf["text"]
    return Answer(pointer=at, origin=origin, value=leaf, content=content_of(origin.field, leaf))


def _is_same_question(here: Origin, there: Origin) -> bool:
    return not here.field.questions(here.record.form).isdisjoint(there.field.questions(there.record.form))


def rename_columns(
    row: dict[str, Value], source: FieldMark, target: FieldMark, *, same_question: bool = False
) -> dict[str, Value]:
    """The cells of a row that mean the same in another table, under that table's column ids.

    Args:
        row: The row.
        source: The table it stands in.
        target: The other table.
        same_question: Whether both tables ask the same question; then a column that has no meaning elsewhere keeps its id.
    """
    meanings = {column: meaning for column, meaning, _ in source.columns}
    names = {meaning: column for column, meaning, _ in target.columns}
    names["disclosure"] = meanings["disclosure"] = "disclosure"
    if same_question:
        taken = set(names.values())
        for column in row.keys() - meanings.keys() - taken:
            names[column] = meanings[column] = column
    return {names[meanings[column]]: cell for column, cell in row.items() if meanings.get(column) in names}


def _in_people(people: list[dict[str, Any]], remembered: Remembered) -> Iterator[Answer]:
    """Answers of earlier records that went into the people table; the table keeps them as well."""
    if not remembered.records:
        return
    for index, person in enumerate(people):
        for name, value in person.items():
            at = pointer("people", index, name)
            placed = remembered.placed_exactly(at, value)
            if placed is not None:
                yield Answer(pointer=at, origin=placed.origin, value=value)


def _waiting(document: dict[str, Any], standing: str, remembered: Remembered) -> Iterator[Answer]:
    for index, item in enumerate(document.get(standing, [])):
        origin = remembered.origin(item)
        content = (
            content_of(origin.field, item["value"]) if standing == "carried" and not origin.column else None
        )
        yield Answer(
            pointer=f"/{standing}/{index}",
            origin=origin,
            value=item["value"],
            content=content,
            standing=standing,
            shown=item.get("shown"),
            disclosure=item.get("disclosure"),
        )


def _in_words(field: Field, leaf: Leaf) -> str | None:
    """Codes in the words of the form, so that they can be read where the form is not installed."""
    if not field.codes or isinstance(leaf, dict):
        return None
    codes = leaf if isinstance(leaf, list) else [str(leaf)]
    return "; ".join(field.label_of(code) for code in codes)


def content_of(field: FieldMark, leaf: Leaf) -> Content | None:
    """An answer as a typed fact by its field's slot; None where it is history, held in a core table, or has no slot."""
    slot = field.slot
    if slot is None:
        return None
    if slot.kind in TEXT_KINDS:
        entry = _entry_of_row(field, leaf) if isinstance(leaf, dict) and field.columns else leaf
        text = _text_of(entry)
        return None if text is None else _text_content(slot, text, _attribution(entry))
    row_class = ROW_CLASSES.get(slot.kind)
    if row_class is not None and isinstance(leaf, dict) and field.columns:
        known = properties_of(
            slot.kind
        )  # a mark that was changed by hand may name what the kind does not have
        cells = {meaning: leaf[column] for column, meaning, _ in field.columns if column in leaf}
        return row_class(**{meaning: cell for meaning, cell in cells.items() if meaning in known})
    return None


def _text_of(leaf: Leaf) -> str | None:
    text = leaf.get("text") if isinstance(leaf, dict) else leaf
    return text if isinstance(text, str) else None


def _text_content(slot: Slot, text: str, attribution: Attribution) -> Content:
    if slot.kind == "view":
        return View(text=text, whose=slot.whose, aspect=slot.aspect, attribution=attribution)
    if slot.kind == "reflection":
        return Reflection(text=text, item=slot.item, attribution=attribution)
    return Statement(
        text=text,
        dimensions=slot.dimensions,
        topics=slot.topics,
        senses=slot.senses,
        attribution=attribution,
    )


def _entry_of_row(field: FieldMark, row: dict[str, Value]) -> dict[str, Value]:
    """A row of a table of texts as an attributed entry: in a table of views, who said it is its source."""
    meanings = {column: meaning for column, meaning, _ in field.columns}
    entry = {meanings[column]: cell for column, cell in row.items() if column in meanings}
    if "who" in entry:
        entry["source"] = entry.pop("who")
    return entry


def _attribution(leaf: Leaf) -> Attribution:
    if not isinstance(leaf, dict):
        return Attribution()
    given: dict[str, Any] = {}
    for name in _ATTRIBUTES:
        if name in leaf:
            value = leaf[name]
            given[name] = tuple(value) if isinstance(value, list) else value
    return Attribution(**given)


_ATTRIBUTES = tuple(attribute.name for attribute in fields(Attribution))
