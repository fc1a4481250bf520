"""Which children a row of a table reaches."""

from __future__ import annotations

from collections.abc import Iterable

from frameworks_core.forms.filled import FilledForm, Row

OVER = frozenset({"done", "stopped"})
"""States of a plan row on which nothing is outstanding."""


def reaches(filled: FilledForm, row: Row, child: str | None, column: str = "for_whom") -> bool:
    """Whether a row is for a child: named in it, or not shut out by it.

    A row that names nobody is for everyone. So is one that names no subject child: help for a parent is help
    for the children (section 17(3), S leg-s17). Without a child, every row counts.
    """
    named: Iterable[str] = row.cells.get(column, ())
    subjects = set(filled.children).intersection(named)
    return child is None or not subjects or child in subjects


def names(row: Row, child: str, column: str = "for_whom") -> bool:
    """Whether a row names this child."""
    return child in row.cells.get(column, ())
