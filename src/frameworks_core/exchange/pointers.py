"""JSON pointers (RFC 6901) to places in a document."""

from __future__ import annotations


def pointer(*steps: str | int | None) -> str:
    """The JSON pointer made of these steps; steps that are None are left out.

    Ids of fields, people and columns hold neither `/` nor `~`, so nothing needs escaping.
    """
    return "".join([f"/{step}" for step in steps if step is not None])


def within(number: int, place: str) -> str:
    """The pointer to a place in one of several documents, written as a fragment of its number: `2#/people/0`."""
    return f"{number}#{place}"


def is_within(place: str) -> bool:
    """Whether a pointer names the document it leads into."""
    return not place.startswith("/")


def parted(place: str) -> tuple[int, str]:
    """The number of the document and the pointer in it; a pointer that names no document is in the first."""
    number, _, rest = place.partition("#")
    return (int(number), rest) if is_within(place) else (1, place)


def document_of(place: str) -> int:
    """The number of the document a pointer leads into."""
    return parted(place)[0]
