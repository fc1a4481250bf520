"""Showing the rows of a record part by part: each in its own words, with what to ask where a part is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frameworks_core.host.contributions import Entry
from frameworks_core.model import Answer, Assessment, Attribution
from frameworks_core.model.wording import attribution_of, name_of, names_of, said, words_of
from frameworks_reclaiming_social_work import (
    CASE_SUMMARY,
    GENOGRAM,
    HYPOTHESES,
    INTERVENTION_PLAN,
    UNIT_MEETING,
)

_FORMS = frozenset({CASE_SUMMARY, GENOGRAM, HYPOTHESES, INTERVENTION_PLAN, UNIT_MEETING})


class Part(NamedTuple):
    """One part of a row: its cell, what it is called, and what to ask where it is empty (nothing, if that is no gap)."""

    cell: str
    label: str
    ask: str = ""


def is_own(answer: Answer, *field_ids: str) -> bool:
    """Whether an answer was given to one of these fields of a form of this plugin, in this record or an earlier one."""
    return answer.origin.record.form in _FORMS and answer.origin.field.id in field_ids


def cell_of(answer: Answer, cell: str) -> object:
    """A cell of a row: of the canonical row, or a column that only the forms of this plugin have; None if it is empty."""
    if (held := getattr(answer.content, cell, None)) is not None:
        return held
    if answer.origin.record.form in _FORMS and isinstance(answer.value, dict):
        return answer.value.get(cell)
    return None


def in_words(assessment: Assessment, cell: object) -> str:
    """A cell in one line, people and services by their names; empty if there is nothing in it."""
    if cell is None:
        return ""
    if isinstance(cell, list | tuple):
        return names_of(assessment, map(str, cell))
    return name_of(assessment, str(cell))


def shown(assessment: Assessment, answer: Answer, parts: Iterable[Part]) -> Iterator[Entry]:
    """The parts of a row that are filled in, each with what it is called."""
    for part in parts:
        if text := in_words(assessment, cell_of(answer, part.cell)):
            yield Entry(f"{part.label}: {text}", earlier(assessment, answer), (answer.pointer,))


def asked(answer: Answer, parts: Iterable[Part]) -> Iterator[str]:
    """What to ask about the parts of a row that are empty."""
    return (part.ask for part in parts if part.ask and not cell_of(answer, part.cell))


def entry(assessment: Assessment, answer: Answer, *told: str) -> Entry:
    """An answer in its own words: who said it and when, what else is known of it, and from which earlier record."""
    text = text_of(answer) or words_of(assessment, answer)
    beside = (said(assessment, _attribution(answer)), *told, earlier(assessment, answer))
    return Entry(text, "; ".join(filter(None, beside)), (answer.pointer,))


def text_of(answer: Answer) -> str:
    """The text of an attributed entry, or of a row with a text in it; empty for anything else."""
    text = answer.value.get("text") if isinstance(answer.value, dict) else None
    return text if isinstance(text, str) else ""


def _attribution(answer: Answer) -> Attribution:
    """Who said a text; of a conclusion, which the model does not read, as it stands in the record."""
    if answer.content is not None or not text_of(answer) or not isinstance(answer.value, dict):
        return attribution_of(answer.content)
    source, on, basis = (answer.value.get(name) for name in ("source", "on", "basis"))
    return Attribution(
        source=tuple(map(str, source)) if isinstance(source, list) else str(source) if source else None,
        on=str(on) if on else None,
        basis=str(basis) if basis else None,
    )


def earlier(assessment: Assessment, answer: Answer) -> str:
    """From which earlier record an answer came, and of which day; empty if it was given in this one."""
    record = answer.origin.record
    if record == assessment.record:
        return ""
    return ", ".join(filter(None, (f"from {record.title}", record.recorded_on)))
