"""Reading a map or a plan: words of an answer, short names of rows, who people are to the child."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from frameworks_core.forms.filled import FilledForm, Row

PROFESSIONALS = frozenset({"professional", "interpreter", "advocate"})
"""Roles of people who come because it is their work."""

ENDING = frozenset({"close", "step_down"})
"""Decisions with which the work ends or becomes less."""

_SEPARATORS = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")


def text_of(narrative: Any) -> str:
    """The words of a narrative answer in one line, whether it is one text or a list of entries; none for no answer."""
    if not narrative:
        return ""
    texts = [narrative] if isinstance(narrative, str) else [entry["text"] for entry in narrative]
    return " ".join(" ".join(texts).split())


def same_words(one: Any, other: Any) -> bool:
    """Whether two texts say the same, or the shorter one, of four words or more, stands in the longer."""
    first, second = (re.sub(r"\W+", " ", text_of(text)).strip().casefold() for text in (one, other))
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and (
        first == second or (len(shorter.split()) >= 4 and f" {shorter} " in f" {longer} ")
    )


def names_in(cell: Any) -> tuple[str, ...]:
    """The short names in a cell that refers to other rows; several are set apart by commas or 'and'."""
    return tuple(name.casefold() for name in _SEPARATORS.split(text_of(cell)) if name)


def named(rows: Iterable[Row], name: str) -> Iterator[Row]:
    """The rows of a table that have this short name."""
    return (row for row in rows if text_of(row.cells.get("ref")).casefold() == name)


def day(text: Any) -> date | None:
    """A whole date as a day; None for anything else."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) and len(text) == len("2000-01-01") else None
    except ValueError:
        return None


def people_of(cell: Any) -> tuple[str, ...]:
    """The ids in a cell for one person or for several."""
    if not cell:
        return ()
    return (cell,) if isinstance(cell, str) else tuple(cell)


def is_professional(filled: FilledForm, person_id: str) -> bool:
    """Whether an id is an agency's, or that of somebody who comes because it is their work."""
    person = filled.people.get(person_id)
    return person_id in filled.agencies or bool(person and PROFESSIONALS.intersection(person["roles"]))


def in_household(filled: FilledForm, person_id: str) -> bool:
    """Whether a person lives with the child, or is a parent of whom nothing else is said."""
    person = filled.people.get(person_id, {})
    at_home = person.get("lives_in_household")
    return at_home == "yes" or (at_home is None and "parent_carer" in person.get("roles", ()))


def is_ending(filled: FilledForm) -> bool:
    """Whether it was decided, with reasons, to close or to step down."""
    return any(
        row.cells.get("type") in ENDING
        and ("reasons" in row.cells or filled.is_answered("danger_none_reason"))
        for row in filled.rows("threshold_decision")
    )
