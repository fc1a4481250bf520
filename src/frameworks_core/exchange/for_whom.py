"""Answers of a record about one child that stand in a family's record and do not say whose they are.

In its own record nothing had to say so. In a record about several children the same row reads as if it were for all of them:
a plan for a baby is not a plan for his sisters. Nothing is added to it, because nobody said it; a person is told instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from frameworks_core.forms.form import Field, Form
from frameworks_core.model import Answer, Leaf

_WHOSE = frozenset({"for_whom", "children"})
"""What a column means that says for which child a row is."""


@frozen
class Unsaid:
    """One such answer: where it stands, the label of its question there, and the one child its record was about."""

    at: str
    label: str
    child: str


def left_unsaid(
    placed: Iterable[tuple[str, Leaf, Answer]], form: Form, children: tuple[str, ...]
) -> Iterator[Unsaid]:
    """The answers that leave open for which child they are.

    Args:
        placed: Where each answer stands in the target, as what, and the answer.
        form: The target form.
        children: The children the target document is about.
    """
    if len(children) < 2:
        return
    for at, leaf, answer in placed:
        field = form.fields[at.split("/")[2]]
        child = answer.origin.record.only_child
        if child is not None and not field.per_child and _leaves_open(field, leaf):
            yield Unsaid(at, field.label, child)


def _leaves_open(field: Field, leaf: Leaf) -> bool:
    if field.type == "table":
        whose = {column.id for column in field.columns if column.property in _WHOSE}
        return isinstance(leaf, dict) and bool(whose) and whose.isdisjoint(leaf)
    return field.about == "child" and not (isinstance(leaf, dict) and "about" in leaf)
