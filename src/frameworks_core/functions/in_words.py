"""The answers of a document in the words of its form: labels of columns and codes, names of people and children."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frameworks_core.exchange.reading import by_child, leaves
from frameworks_core.forms.form import Column, Field, Form
from frameworks_core.functions.outline import Line
from frameworks_core.model import Answer, Assessment, Attribution, Reflection, Statement, View
from frameworks_core.model.wording import name_of, names_of, said, words_of


def answer_lines(assessment: Assessment, field: Field, value: Any) -> Iterator[Line]:
    """One line for each answer in the value of a field: what was asked, of which child, what is said, and who said it."""
    for child, given in by_child(field, value):
        asked = f"{field.label}, {name_of(assessment, child)}" if child else field.label
        for _, _, leaf in leaves(field, given):
            told = _said(assessment, leaf) if field.type == "long" and isinstance(leaf, dict) else ""
            yield Line(f"{asked}: {_words(assessment, field, leaf)}", told)


def answer_words(assessment: Assessment, answer: Answer, form: Form) -> str:
    """An answer in one line, a row under the labels of its form.

    A row that came from another record is shown under the names of the model: the form it was given in may not be here.
    """
    field = form.fields.get(answer.origin.field.id)
    own = answer.origin.record == assessment.record and isinstance(answer.value, dict)
    if own and field is not None and not isinstance(answer.content, Statement | View | Reflection):
        return _words(assessment, field, answer.value)
    return words_of(assessment, answer)


def _words(assessment: Assessment, field: Field, leaf: Any) -> str:
    if not isinstance(leaf, dict):
        return _simple(assessment, field, leaf)
    if field.type != "table":
        return str(leaf["text"])
    cells = ((column, leaf[column.id]) for column in field.columns if column.id in leaf)
    return "; ".join(f"{column.label}: {_simple(assessment, column, cell)}" for column, cell in cells)


def _simple(assessment: Assessment, question: Field | Column, value: Any) -> str:
    if question.type in {"person", "persons"}:
        return names_of(assessment, [value] if isinstance(value, str) else value)
    labels = {code.code: code.label for code in question.codes}
    if isinstance(value, list):
        return ", ".join(str(labels.get(entry, entry)) for entry in value)
    return labels.get(value, str(value)) if isinstance(value, str) else str(value)


def _said(assessment: Assessment, entry: dict[str, Any]) -> str:
    given = {name: entry.get(name) for name in ("source", "on", "basis")}
    return said(assessment, Attribution(**given))
