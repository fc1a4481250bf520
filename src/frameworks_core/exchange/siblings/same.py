"""What a person says about who is who: pairs such as `1:p2=2:p5`."""

from __future__ import annotations

from collections.abc import Sequence

from frameworks_core.errors import UserError
from frameworks_core.exchange.siblings.report import Pair, Row
from frameworks_core.model import Person


def read_same(text: str, tables: Sequence[Sequence[Person]]) -> Pair:
    """The pair that an option such as `1:p2=2:p5` names.

    Raises:
        UserError: It names no two people of two of the documents.
    """
    parts = text.split("=")
    rows = [_read_row(part) for part in parts]
    if len(rows) != 2 or rows[0] is None or rows[1] is None:
        raise UserError(
            f"--same {text}: write it as 1:p2=2:p5, the number of a document and an id in it, on both sides"
        )
    for row in (rows[0], rows[1]):
        if not 1 <= row.document <= len(tables):
            raise UserError(
                f"--same {text}: there is no document {row.document}; they are 1 to {len(tables)}"
            )
        known = [person.id for person in tables[row.document - 1]]
        if row.id not in known:
            raise UserError(
                f"--same {text}: nobody in document {row.document} has the id {row.id}; it has {', '.join(known)}"
            )
    if rows[0].document == rows[1].document:
        raise UserError(
            f"--same {text}: both are in document {rows[0].document}; name people of two documents"
        )
    return min(rows[0], rows[1]), max(rows[0], rows[1])


def _read_row(text: str) -> Row | None:
    number, found, person = text.strip().partition(":")
    return Row(int(number), person) if found and person and number.isdecimal() else None
