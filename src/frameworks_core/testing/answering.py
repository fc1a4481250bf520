"""Hypothesis strategies for answers: every shape the form allows, referring only to who is in the record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from frameworks_core.forms.form import Column, Field
from frameworks_core.model.attribution import BASES, DISCLOSURES
from frameworks_core.testing.casts import Cast
from frameworks_core.testing.words import dates, lines, texts

_FAR = 1000
"""How far from zero, or from its one limit, a number without limits goes."""


def answers_to(field: Field, cast: Cast) -> SearchStrategy[Any]:
    """Answers to one field: for all the children at once, or child by child where the form asks so."""
    shape = _field_shape(field, cast)
    if not field.per_child:
        return shape
    return st.one_of(shape, some_of(dict.fromkeys(cast.children, shape), least=1))


def some_of(
    strategies: Mapping[str, SearchStrategy[Any]], *, least: int = 0, most: int | None = None
) -> SearchStrategy[dict[str, Any]]:
    """Some of the named values, in any order.

    First it is drawn which; deciding for each name whether it is there would cost a large form a draw per
    question.
    """
    names = st.lists(st.sampled_from(list(strategies)), unique=True, min_size=least, max_size=most)
    return _drawn(names, strategies)


@st.composite
def _drawn(
    draw: DrawFn, names: SearchStrategy[list[str]], strategies: Mapping[str, SearchStrategy[Any]]
) -> dict[str, Any]:
    return {name: draw(strategies[name]) for name in draw(names)}


@cache
def ids_of(known: tuple[str, ...]) -> SearchStrategy[list[str]]:
    """Lists of ids, none twice."""
    return st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True)


def _field_shape(field: Field, cast: Cast) -> SearchStrategy[Any]:
    match field.type:
        case "table":
            return st.lists(_rows(field, cast), min_size=1, max_size=3)
        case "long":
            return _narratives(cast)
        case "number" | "scale":
            return _numbers(field)
        case _:
            return _shape(field, cast)


def _rows(field: Field, cast: Cast) -> SearchStrategy[dict[str, Any]]:
    cells = some_of({column.id: _shape(column, cast) for column in field.columns}, least=1)
    disclosures = st.sampled_from(({}, {}, *({"disclosure": kind} for kind in DISCLOSURES)))
    return st.builds(_joined, cells, disclosures)


def _joined(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    return {**first, **second}


@cache  # most fields of a form are of this type; to build it for each would take longer than drawing from it
def _narratives(cast: Cast) -> SearchStrategy[Any]:
    entries = st.fixed_dictionaries(
        {"text": texts()},
        optional={
            "source": st.sampled_from(cast.parties),
            "on": dates(),
            "basis": st.sampled_from(BASES),
            "about": ids_of(cast.people),
            "disclosure": st.sampled_from(DISCLOSURES),
            "may_share_with": ids_of(cast.parties),
            "heading": lines(),
        },
    )
    return st.one_of(texts(), st.lists(entries, min_size=1, max_size=3))


def _numbers(field: Field) -> SearchStrategy[Any]:
    least = field.minimum if field.minimum is not None else (field.maximum or 0) - _FAR
    most = field.maximum if field.maximum is not None else least + 2 * _FAR
    whole = st.integers(-int(-least // 1), int(most // 1))
    return whole if field.whole else st.one_of(whole, _fractions(least, most))


def _fractions(least: float, most: float) -> SearchStrategy[float]:
    # Halves are written the same way by every program, and minus zero does not occur.
    return st.integers(int(least * 2 + 1), int(most * 2 - 1)).map(lambda doubled: doubled / 2)


def _shape(question: Field | Column, cast: Cast) -> SearchStrategy[Any]:
    codes = [code.code for code in question.codes]
    match question.type:
        case "choice" | "yes_no":
            return st.sampled_from(codes)
        case "multi":
            return st.lists(st.sampled_from(codes), min_size=1, max_size=4, unique=True)
        case "number":
            return st.one_of(st.integers(-_FAR, _FAR), _fractions(-_FAR, _FAR))
        case "date":
            return dates()
        case "person":
            return st.sampled_from(cast.people)
        case "persons":
            return ids_of(cast.parties)
        case "text":
            return lines()
        case _:
            return texts()
