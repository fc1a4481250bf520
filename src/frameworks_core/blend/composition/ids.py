"""Ids of questions and sections in a blend: their own, or with their form in front where another has that id already."""

from __future__ import annotations

from collections.abc import Iterable

from frameworks_core.blend.composition.asking_once import Question


def ids_of(questions: Iterable[Question]) -> list[str]:
    """The id of each question."""
    ids: list[str] = []
    for question in questions:
        one = question.first
        own = one.field.id
        ids.append(own if own not in ids else longer_question_id(one.form.id, own))
    return ids


def longer_question_id(form_id: str, own: str) -> str:
    """The id of a question in a blend that has another of its own id."""
    return f"{form_id.replace('/', '.')}.{own}"


def longer_section_id(form_id: str, own: str) -> str:
    """The id of a section in a blend that has another of its own id."""
    return f"{form_id.replace('/', '_')}_{own}"
