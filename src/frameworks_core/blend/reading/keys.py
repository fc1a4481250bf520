"""How a key of a blend file is described: what it is for, what it may say, and how two files that extend each other join it."""

from __future__ import annotations

from typing import Any

from attrs import NOTHING, Attribute, field, fields, frozen, resolve_types

ADDED = "added"
"""A list of this kind goes on from the base blend's; `without` takes entries out. Any other value replaces the base's."""


@frozen
class Spelling:
    """How a name has to be spelled.

    Attributes:
        pattern: A regular expression for the whole name.
        says: The same in words.
    """

    pattern: str
    says: str


_WORD = "[a-z][a-z0-9_]*"
FORM_NAME = Spelling(
    f"{_WORD}/{_WORD}", "two lower-case words with a slash between them, such as my_borough/assessment"
)
NAME = Spelling(f"{_WORD}([.]{_WORD})*", "lower-case words joined by _ and grouped by dots")


def key(
    says: str,
    *,
    default: Any = None,
    one_of: tuple[str, ...] = (),
    by: str | None = None,
    spelled: Spelling | None = None,
    least: int | None = None,
) -> Any:
    """A key of a blend file.

    Args:
        says: What it is for, in a sentence for a practice lead.
        default: What is so where no file says anything; `NOTHING` where the table has to say it.
        one_of: The words it may be, where only some are allowed.
        by: For a list of tables: the key of its entries that names each.
        spelled: For a name: how it has to be spelled.
        least: For a number, or a list of them: the least it may be.
    """
    about = {"says": says, "one_of": one_of, "by": by, "spelled": spelled, "least": least}
    return field(default=default, metadata=about)


def needed(says: str, *, one_of: tuple[str, ...] = (), spelled: Spelling | None = None) -> Any:
    """A key without which its table says nothing."""
    return key(says, default=NOTHING, one_of=one_of, spelled=spelled)


def added(says: str, *, by: str | None = None, one_of: tuple[str, ...] = ()) -> Any:
    """A list that goes on from the base blend's."""
    return field(
        default=(),
        metadata={"says": says, "merge": ADDED, "by": by, "one_of": one_of, "spelled": None, "least": None},
    )


def keys_of(table: type) -> tuple[Attribute[Any], ...]:
    """The keys of one of the tables, each with what is known of it; types are types, and not their names."""
    resolve_types(table)
    known: tuple[Attribute[Any], ...] = fields(table)
    return known
