"""What is left to ask once a document has been converted: each required field that nothing fills, and only that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from frameworks_core.exchange.fidelity import Missing
from frameworks_core.forms.form import Field, Form
from frameworks_core.forms.required import unanswered
from frameworks_core.model.slot import HISTORY_KINDS

_FAMILY = frozenset({"child", "parent", "family"})
_COMMENT_OR_NONE = frozenset({"comment", None})
_PRACTITIONERS = HISTORY_KINDS | {"contact"}
_NOBODY_ELSES = frozenset({"child", "parent", "wider_family", "family"})
"""Whose views nobody but they can tell, in whichever part of the work a form asks for them."""


def missing_from(form: Form, document: dict[str, Any], children: Iterable[str]) -> tuple[Missing, ...]:
    """Every required field of `form` that the document leaves open, in the order of the form."""
    return tuple(
        Missing(
            field=open_.field.id,
            label=open_.field.label,
            plain=open_.field.plain,
            ask=whom_to_ask(open_.field),
            child=open_.child,
        )
        for open_ in unanswered(form, document, children)
    )


def whom_to_ask(field: Field) -> str:
    """`family` where the family knows the answer, `practitioner` where it is a record, a visit or a judgement.

    What somebody of the family thinks or wants is theirs to say, whichever function it serves.
    """
    kind = field.slot.kind if field.slot else None
    if kind == "view":
        return "family" if _is_told(field) else "practitioner"
    is_theirs = kind in _COMMENT_OR_NONE or kind not in _PRACTITIONERS
    return "family" if field.function == "gather" and field.about in _FAMILY and is_theirs else "practitioner"


def _is_told(field: Field) -> bool:
    """Whether a view is somebody's to tell; what a worker saw of a child is the worker's."""
    assert field.slot is not None
    return field.slot.whose in _NOBODY_ELSES and field.slot.aspect != "observation"
