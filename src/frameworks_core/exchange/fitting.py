"""Whether an answer may stand in a field: the last question before anything is written into a form.

A document may have been changed by hand since it was converted. What its schema cannot know - that a carried value still has
the shape of the field it goes back to - is asked here, so that the result is always valid.
"""

from __future__ import annotations

from collections.abc import Collection

from frameworks_core.forms.envelope import is_day, is_one_line, is_text
from frameworks_core.forms.form import Column, Field
from frameworks_core.model.attribution import BASES, DISCLOSURES


class Fitting:
    """What may stand in the fields of one document."""

    def __init__(self, known: Collection[str] = ()) -> None:
        """Prepare for a document; `known` are the ids of the people and agencies in it."""
        self._known = frozenset(known)

    def fits(self, field: Field, leaf: object) -> bool:
        """Whether one answer - a value, a text, an attributed entry or a row - may stand in `field`."""
        if field.type == "table":
            return (
                isinstance(leaf, dict)
                and bool(leaf)
                and all(self._cell_fits(field, name, cell) for name, cell in leaf.items())
            )
        if field.type == "long" and isinstance(leaf, dict):
            return "text" in leaf and all(self._part_fits(name, part) for name, part in leaf.items())
        return self.answers(field, leaf)

    def answers(self, question: Field | Column, value: object) -> bool:
        """Whether a simple value answers a question or column of its type."""
        match question.type:
            case "choice" | "yes_no":
                return isinstance(value, str) and value in _codes_of(question)
            case "multi":
                return _is_list(value) and _codes_of(question).issuperset(value)  # type: ignore[arg-type]  # asked just before
            case "number" | "scale":
                return _is_number(question, value)
            case "date":
                return is_day(value)
            case "text":
                return is_one_line(value)
            case "person":
                return self._is_known(value)
            case "persons":
                return self._are_known(value)
            case _:
                return is_text(value)

    def _cell_fits(self, field: Field, name: str, cell: object) -> bool:
        column = field.column(name)
        if column is None:
            return name == "disclosure" and cell in DISCLOSURES
        return self.answers(column, cell)

    def _part_fits(self, name: str, part: object) -> bool:
        match name:
            case "text" | "heading":
                return is_text(part)
            case "source":
                return self._is_known(part)
            case "about" | "may_share_with":
                return self._are_known(part)
            case "on":
                return is_day(part)
            case "basis":
                return part in BASES
            case "disclosure":
                return part in DISCLOSURES
            case _:
                return False

    def _is_known(self, value: object) -> bool:
        return isinstance(value, str) and value in self._known

    def _are_known(self, value: object) -> bool:
        return _is_list(value) and self._known.issuperset(value)  # type: ignore[arg-type]  # asked just before


def _codes_of(question: Field | Column) -> set[str]:
    return {code.code for code in question.codes}


def _is_list(value: object) -> bool:
    """Whether it is a list of different texts, and not empty."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(entry, str) for entry in value)
        and len(set(value)) == len(value)
    )


def _is_number(question: Field | Column, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    if isinstance(question, Column):
        return True
    return (
        (question.minimum is None or value >= question.minimum)
        and (question.maximum is None or value <= question.maximum)
        and (not question.whole or value == int(value))
    )
