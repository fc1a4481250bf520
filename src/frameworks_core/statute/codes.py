"""Shared code lists: the national answer lists that forms of several frameworks use alike.

Codes are those of the children in need census and of the sector's standard data set. The wording is ours,
twice: a label for practitioners and a plain one for the family, because several official names hurt the
people they describe. A code describes; it decides nothing. The primary need in particular has no diagnostic
value and may not settle what help a child gets.
"""

from __future__ import annotations

import functools

from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.nearest import nearest
from frameworks_core.statute import shipped

FOLDER = "codes"


@frozen
class Code:
    """One answer of a list.

    Attributes:
        code: What is stored and returned to the census.
        label: What practitioners read.
        plain: What the family reads.
        withdrawn: Whether it may no longer be used. It still explains old records; no form offers it.
    """

    code: str
    label: str
    plain: str
    withdrawn: bool = False


@frozen
class CodeList:
    """One list of codes.

    Attributes:
        name: The name forms use.
        title: What the list is.
        source: How well attested it is: a mark (S2+, S, K or D), then the sources.
        codes: Every code, withdrawn ones included, in the order they are offered.
    """

    name: str
    title: str
    source: str
    codes: tuple[Code, ...]


@functools.cache
def code_list_names() -> tuple[str, ...]:
    """Names of all shared code lists, sorted."""
    return shipped.names(FOLDER)


@functools.cache
def code_list(name: str) -> CodeList:
    """One shared code list.

    Args:
        name: The list's name, as a form writes it in `codes = "..."`.

    Raises:
        UserError: No list has that name; the message names the nearest that exists.
    """
    known = code_list_names()
    if name not in known:
        raise UserError(f"there is no shared code list {name!r}{nearest(name, known)}")
    data = shipped.read(FOLDER, name)
    codes = tuple(Code(**row) for row in data["codes"])
    return CodeList(name=name, title=data["title"], source=data["source"], codes=codes)
