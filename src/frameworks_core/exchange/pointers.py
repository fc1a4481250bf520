"""JSON pointers (RFC 6901) to places in a document."""

from __future__ import annotations


def pointer(*steps: str | int | None) -> str:
    """The JSON pointer made of these steps; steps that are None are left out.

    Ids of fields, people and columns hold neither `/` nor `~`, so nothing needs escaping.
    """
    return "".join([f"/{step}" for step in steps if step is not None])
