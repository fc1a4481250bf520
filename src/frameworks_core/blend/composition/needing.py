"""When a question is needed that several forms ask: whenever one of them needs it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from frameworks_core.blend.composition.asking_once import Question
from frameworks_core.blend.composition.choosing import SEPARATOR, Taken
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import NOT_KNOWABLE
from frameworks_core.forms.form import When


def needed(
    question: Question, id_: str, of: Mapping[str, str], notes: list[Fault]
) -> tuple[str, When | None]:
    """When a question is needed, and the condition where it depends.

    Args:
        question: The question.
        id_: Its id.
        of: The ids of the blend's questions, by the names of those they ask for.
        notes: What only a reader can decide is appended here.
    """
    if any(one.field.required == "always" for one in question.asks):
        return "always", None
    conditions = [_condition(one, one.field.when, id_, of, notes) for one in question.asks if one.field.when]
    if not conditions:
        return "never", None
    text = " or ".join(dict.fromkeys(condition.text for condition in conditions))
    decisive = {condition.field for condition in conditions}
    if len(decisive) == 1:
        codes = dict.fromkeys(code for condition in conditions for code in condition.codes)
        return "when", When(text=text, field=decisive.pop(), codes=tuple(codes))
    notes.append(_not_knowable(id_, f"it is needed {text}, which one answer alone does not decide"))
    return "when", When(text=text)


def _condition(one: Taken, when: When, id_: str, of: Mapping[str, str], notes: list[Fault]) -> When:
    """A condition of a form, as the blend's own questions decide it."""
    if when.field is None:
        return when
    decides = f"{one.form.id}{SEPARATOR}{when.field}"
    if decides not in of:
        message = f"it is needed {when.text}; {decides}, which decides that, is not asked"
        notes.append(_not_knowable(id_, message))
        return When(text=when.text)
    return evolve(when, field=of[decides])


def _not_knowable(id_: str, message: str) -> Fault:
    return Fault(NOT_KNOWABLE, ("gather",), f"question {id_!r}: {message}")
