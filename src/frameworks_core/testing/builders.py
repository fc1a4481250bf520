"""Documents for tests, built from what matters to the test."""

from __future__ import annotations

from typing import Any

from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.form import Field, Form


def document_of(
    form: Form, answers: dict[str, Any] | None = None, *, children: int = 1, **parts: Any
) -> dict[str, Any]:
    """A draft of a form with these answers about children `p1`, `p2` and so on.

    Args:
        form: The form.
        answers: Answers by field id, exactly as a document holds them.
        children: Number of subject children.
        **parts: Other parts of the document, such as `chronology` or `status`; `people` are added to the children.
    """
    document = blank_document(form)
    subjects = [{"id": f"p{number}", "roles": ["child"]} for number in range(1, children + 1)]
    people = [*subjects, *parts.pop("people", [])]
    return {**document, **parts, "people": people, "answers": answers or {}}


def answer_to(field: Field) -> Any:
    """Some answer of the right shape to a field, for the child `p1` where it is answered child by child."""
    answer = _answer(field.type, [code.code for code in field.codes])
    if field.minimum is not None:
        answer = field.minimum
    if field.type == "table":
        answer = [
            {
                column.id: _answer(column.type, [code.code for code in column.codes])
                for column in field.columns
            }
        ]
    return {"p1": answer} if field.per_child else answer


def _answer(type_: str, codes: list[str]) -> Any:
    match type_:
        case "choice" | "yes_no":
            return codes[0]
        case "multi":
            return codes[:1]
        case "date":
            return "2026-03-02"
        case "number" | "scale":
            return 3
        case "person":
            return "p1"
        case "persons":
            return ["p1"]
        case _:
            return "Something was said here."
