"""Filling in the answers of a target form, one contribution at a time."""

from __future__ import annotations

from typing import Any

from attrs import define, evolve
from attrs import field as attrs_field

from frameworks_core.exchange.fitting import Fitting
from frameworks_core.exchange.pointers import pointer
from frameworks_core.exchange.reading import rename_columns
from frameworks_core.forms.envelope import is_one_line
from frameworks_core.forms.form import Column, Field
from frameworks_core.model import Answer, Leaf, Value

TAKEN = "the field is already answered, or does not know this answer"
CHANGED = "what stands here is not what the field allows; a person has to put it right"


@define
class Contribution:
    """One answer on its way into a field.

    Attributes:
        answer: The answer.
        leaf: The answer in the shape the field wants.
        own: Whether it goes back to the very field it came from.
        same_question: Whether the field asks the very question it answered, so that it needs no heading while alone.
        headed: Whether it was given a heading here, naming the field it came from.
        left_over: Columns of a row that the field has no column for.
        at: Pointer in the finished document.
    """

    answer: Answer
    leaf: Leaf
    own: bool
    same_question: bool = False
    headed: bool = False
    left_over: tuple[str, ...] = ()
    at: str = ""


@define
class _Box:
    """One field, or one child's part of it."""

    field: Field
    child: str | None
    contributions: list[Contribution] = attrs_field(factory=list)


class Filling:
    """The answers of a target document while it is being written."""

    def __init__(self, fitting: Fitting) -> None:
        """Start with a form that has no answers; `fitting` says what may stand in its fields."""
        self._fitting = fitting
        self._boxes: dict[tuple[str, str | None], _Box] = {}
        self._by_child: dict[str, bool] = {}

    def put(
        self, field: Field, child: str | None, answer: Answer, *, own: bool, same_question: bool = False
    ) -> Contribution | str:
        """Put an answer into a field, or say in one clause why it cannot stand there."""
        if self._by_child.get(field.id, child is not None) != (child is not None):
            return TAKEN
        if own and answer.origin.shape in {"row", "cell"}:
            return self._put_row(field, child, answer)
        if (field.id, child) in self._boxes and field.type not in {"long", "table"}:
            return TAKEN
        contribution = self._shaped(field, answer, own=own, same_question=same_question)
        if contribution is None:
            return TAKEN
        return self._add(field, child, contribution)

    def _add(self, field: Field, child: str | None, contribution: Contribution) -> Contribution | str:
        if not self._fitting.fits(field, contribution.leaf):
            return CHANGED
        self._by_child[field.id] = child is not None
        self._box(field, child).contributions.append(contribution)
        return contribution

    def _box(self, field: Field, child: str | None) -> _Box:
        return self._boxes.setdefault((field.id, child), _Box(field, child))

    def _put_row(self, field: Field, child: str | None, answer: Answer) -> Contribution | str:
        """A row goes back whole; cells that were carried apart from it join it again."""
        row = _as_row(answer)
        if not isinstance(row.value, dict):
            return CHANGED
        box = self._boxes.get((field.id, child))
        for other in box.contributions if box else ():
            theirs, ours = other.answer.origin, row.origin
            if other.own and theirs.record == ours.record and theirs.index == ours.index:
                assert isinstance(other.leaf, dict)
                joined = {**other.leaf, **row.value}
                if not self._fitting.fits(field, joined):
                    return CHANGED
                if joined != {**row.value, **other.leaf}:
                    return TAKEN  # the cell was filled in meanwhile: neither answer may hide the other
                other.leaf = joined
                return other
        return self._add(field, child, Contribution(row, dict(row.value), own=True))

    def _shaped(self, field: Field, answer: Answer, *, own: bool, same_question: bool) -> Contribution | None:
        leaf = answer.value
        if field.codes and not _knows(field, leaf):
            return None
        if field.type == "table" and not own:
            return self._shaped_row(field, answer, leaf, same_question=same_question)
        contribution = Contribution(
            answer, dict(leaf) if isinstance(leaf, dict) else leaf, own=own, same_question=same_question
        )
        if field.type == "long" and not own and not same_question:
            _head(contribution)
        return contribution

    def _shaped_row(
        self, field: Field, answer: Answer, row: Leaf, *, same_question: bool
    ) -> Contribution | None:
        """The cells of a row that another table has a column for; the rest is left over and carried cell by cell."""
        if not isinstance(row, dict):
            return None
        source, target = answer.origin.field, field.marked()
        types = {column: type_ for column, _, type_ in source.columns}
        fitting: dict[str, Value] = {}
        left_over = []
        for name, cell in row.items():
            renamed = rename_columns({name: cell}, source, target, same_question=same_question)
            fits = self._fits_same_column if same_question and name not in types else _cell_fits
            if renamed and all(fits(field, column, types.get(name), cell) for column in renamed):
                fitting.update(renamed)
            else:
                left_over.append(name)
        if not fitting.keys() - {"disclosure"}:
            return None
        return Contribution(answer, fitting, own=False, left_over=tuple(left_over))

    def _fits_same_column(self, field: Field, name: str, _source_type: str | None, cell: Value) -> bool:
        """Whether a cell may stand in the column it was given in: a column without a meaning elsewhere leaves no type behind."""
        return self._fitting.fits(field, {name: cell})

    def same_answer(self, field: Field, child: str | None, answer: Answer) -> str | None:
        """Where the very same simple answer of another record stands in this field; None where none does."""
        box = self._boxes.get((field.id, child))
        if box is None or field.type in {"long", "table"}:
            return None
        [held] = box.contributions
        is_same = held.leaf == answer.value and held.answer.origin.record != answer.origin.record
        return pointer("answers", field.id, child) if is_same else None

    def finish(self) -> tuple[dict[str, Any], list[Contribution]]:
        """The answers as JSON values, and every contribution with its pointer."""
        answers: dict[str, Any] = {}
        placed: list[Contribution] = []
        for box in self._boxes.values():
            value = _value_of(box)
            if box.child is None:
                answers[box.field.id] = value
            else:
                answers.setdefault(box.field.id, {})[box.child] = value
            placed.extend(box.contributions)
        return answers, placed

    def sharing(self) -> list[list[Contribution]]:
        """The contributions of each field that more than one source field shares."""
        return [box.contributions for box in self._boxes.values() if _is_shared(box)]


def _is_shared(box: _Box) -> bool:
    """Whether answers to more than one question of earlier records stand in it."""
    origins = (entry.answer.origin for entry in box.contributions)
    return len({(origin.record.id, origin.field.id) for origin in origins}) > 1


def _as_row(answer: Answer) -> Answer:
    """A cell as the row it is a part of, which is what stands in its table once it is back there."""
    origin = answer.origin
    if origin.shape != "cell" or origin.column is None or isinstance(answer.value, dict):
        return answer
    row: dict[str, Value] = {origin.column: answer.value}
    if answer.disclosure:
        row["disclosure"] = answer.disclosure
    return evolve(answer, origin=evolve(origin, shape="row", column=None), value=row)


def _head(entry: Contribution) -> None:
    """Give an answer the heading that says which question it answered, unless it has one."""
    leaf: dict[str, Value] = entry.leaf if isinstance(entry.leaf, dict) else {"text": entry.leaf}
    entry.headed = "heading" not in leaf
    entry.leaf = {**leaf, "heading": entry.answer.origin.field.label} if entry.headed else leaf


def _knows(field: Field | Column, leaf: Leaf) -> bool:
    codes = {code.code for code in field.codes}
    return codes.issuperset(leaf) if isinstance(leaf, list) else isinstance(leaf, str) and leaf in codes


_TEXT_TYPES = frozenset({"text", "long"})


def _cell_fits(field: Field, name: str, source_type: str | None, cell: Value) -> bool:
    """Whether a cell may stand in this column: same type, and an answer the column knows."""
    column = field.column(name)
    if column is None:
        return name == "disclosure"
    if column.codes and not _knows(column, cell):
        return False
    if column.type == "text" and isinstance(cell, str) and not is_one_line(cell):
        return False  # joining its lines would change what was written
    return source_type == column.type or {source_type, column.type} <= _TEXT_TYPES


def _home_order(entry: Contribution, records: list[str]) -> tuple[int, int]:
    if not entry.own:
        return len(records), 0
    return records.index(entry.answer.origin.record.id), entry.answer.origin.index or 0


def _value_of(box: _Box) -> Any:
    """The value of one field, every contribution told where it stands."""
    contributions = box.contributions
    base = ("answers", box.field.id, box.child)
    if box.field.type not in {"long", "table"}:
        contributions[0].at = pointer(*base)
        return contributions[0].leaf
    if _is_shared(box):
        for entry in contributions:
            if entry.same_question and box.field.type == "long":
                _head(entry)
    # What goes home goes first, record by record in the order it had there; the rest follows in the order it arrived.
    records = list(dict.fromkeys(entry.answer.origin.record.id for entry in contributions if entry.own))
    contributions.sort(key=lambda entry: _home_order(entry, records))
    if len(contributions) == 1 and isinstance(contributions[0].leaf, str):
        contributions[0].at = pointer(*base)
        return contributions[0].leaf
    values = []
    for index, entry in enumerate(contributions):
        entry.at = pointer(*base, index)
        if isinstance(entry.leaf, str):
            entry.leaf = {"text": entry.leaf}
        values.append(entry.leaf)
    return values
