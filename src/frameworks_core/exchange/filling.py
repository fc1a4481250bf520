"""Filling in the answers of a target form, one contribution at a time."""

from __future__ import annotations

from typing import Any

from attrs import define
from attrs import field as attrs_field

from frameworks_core.exchange.pointers import pointer
from frameworks_core.exchange.reading import rename_columns
from frameworks_core.forms.envelope import is_one_line
from frameworks_core.forms.form import Column, Field
from frameworks_core.model import Answer, Leaf, Value


@define
class Contribution:
    """One answer on its way into a field.

    Attributes:
        answer: The answer.
        leaf: The answer in the shape the field wants.
        own: Whether it goes back to the very field it came from.
        headed: Whether it was given a heading here, naming the field it came from.
        left_over: Columns of a row that the field has no column for.
        at: Pointer in the finished document.
    """

    answer: Answer
    leaf: Leaf
    own: bool
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

    def __init__(self) -> None:
        """Start with a form that has no answers."""
        self._boxes: dict[tuple[str, str | None], _Box] = {}
        self._by_child: dict[str, bool] = {}

    def put(self, field: Field, child: str | None, answer: Answer, *, own: bool) -> Contribution | None:
        """Put an answer into a field; None where the field is already answered or does not know the answer."""
        if self._by_child.setdefault(field.id, child is not None) != (child is not None):
            return None
        box = self._boxes.get((field.id, child))
        if own and answer.origin.shape in {"row", "cell"}:
            return self._put_row(self._box(field, child), answer)
        if box is not None and field.type not in {"long", "table"}:
            return None
        contribution = _shaped(field, answer, own=own)
        if contribution is not None:
            self._box(field, child).contributions.append(contribution)
        return contribution

    def _box(self, field: Field, child: str | None) -> _Box:
        return self._boxes.setdefault((field.id, child), _Box(field, child))

    @staticmethod
    def _put_row(box: _Box, answer: Answer) -> Contribution:
        """A row goes back whole; cells that were carried apart from it join it again."""
        origin = answer.origin
        cells = {origin.column: answer.value} if origin.shape == "cell" else answer.value
        assert isinstance(cells, dict)
        for other in box.contributions:
            theirs = other.answer.origin
            if other.own and theirs.record == origin.record and theirs.index == origin.index:
                assert isinstance(other.leaf, dict)
                other.leaf.update(cells)  # type: ignore[arg-type]  # a cell's value is a simple value
                return other
        contribution = Contribution(answer, dict(cells), own=True)  # type: ignore[arg-type]  # as above
        box.contributions.append(contribution)
        return contribution

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
        return [
            box.contributions
            for box in self._boxes.values()
            if len(
                {(entry.answer.origin.record.id, entry.answer.origin.field.id) for entry in box.contributions}
            )
            > 1
        ]


def _shaped(field: Field, answer: Answer, *, own: bool) -> Contribution | None:
    origin, leaf = answer.origin, answer.value
    if field.codes and not _knows(field, leaf):
        return None
    if own:
        return Contribution(answer, dict(leaf) if isinstance(leaf, dict) else leaf, own=True)
    if field.type == "long":
        entry: dict[str, Any] = dict(leaf) if isinstance(leaf, dict) else {"text": leaf}
        headed = "heading" not in entry
        if headed:
            entry["heading"] = origin.field.label
        return Contribution(answer, entry, own=False, headed=headed)
    if field.type == "table":
        assert isinstance(leaf, dict)
        return _shaped_row(field, answer, leaf)
    return Contribution(answer, leaf, own=False)


def _knows(field: Field | Column, leaf: Leaf) -> bool:
    codes = {code.code for code in field.codes}
    return codes.issuperset(leaf) if isinstance(leaf, list) else leaf in codes


def _shaped_row(field: Field, answer: Answer, row: dict[str, Value]) -> Contribution | None:
    """The cells of a row that another table has a column for; the rest is left over and carried cell by cell."""
    source, target = answer.origin.field, field.marked()
    types = {column: type_ for column, _, type_ in source.columns}
    fitting: dict[str, Value] = {}
    left_over = []
    for name, cell in row.items():
        renamed = rename_columns({name: cell}, source, target)
        if all(_cell_fits(field, column, types.get(name), cell) for column in renamed) and renamed:
            fitting.update(renamed)
        else:
            left_over.append(name)
    if not fitting.keys() - {"disclosure"}:
        return None
    return Contribution(answer, fitting, own=False, left_over=tuple(left_over))


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


def _value_of(box: _Box) -> Any:
    """The value of one field, every contribution told where it stands."""
    contributions = box.contributions
    base = ("answers", box.field.id, box.child)
    if box.field.type not in {"long", "table"}:
        contributions[0].at = pointer(*base)
        return contributions[0].leaf
    # What goes home goes first, in the order it had there; the rest follows in the order it arrived.
    contributions.sort(key=lambda entry: (not entry.own, entry.answer.origin.index or 0 if entry.own else 0))
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
