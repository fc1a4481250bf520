"""Showing answers of a record as entries of an analysis: in their own words, with who said them and about whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from frameworks_core.host.contributions import Entry, Section
from frameworks_core.model import Answer, Assessment, Statement
from frameworks_core.model.wording import attribution_of, name_of, names_of, said, words_of
from frameworks_signs_of_safety import MAPPING
from frameworks_signs_of_safety.rules.reading import PROFESSIONALS, names_in

FRAMEWORK = "signs_of_safety/"


def is_own(answer: Answer, *field_ids: str) -> bool:
    """Whether an answer was given to one of these fields of a form of this plugin, in this record or an earlier one."""
    return answer.origin.record.form.startswith(FRAMEWORK) and answer.origin.field.id in field_ids


def own(assessment: Assessment, *field_ids: str) -> list[Answer]:
    """What this record itself, or what waits in it, answers to these fields of a form of this plugin."""
    return [
        answer for answer in assessment.answers if answer.standing != "history" and is_own(answer, *field_ids)
    ]


def rows(assessment: Assessment, kind: type) -> list[Answer]:
    """The answers that are of this kind, whatever form asked for them."""
    return [answer for answer in assessment.answers if isinstance(answer.content, kind)]


def stated(assessment: Assessment, sense: str) -> list[Answer]:
    """The texts that say this and nothing else: a box that asks for several things at once says none of them."""
    return [
        answer
        for answer in assessment.answers
        if isinstance(answer.content, Statement) and answer.content.senses == {sense}
    ]


def existing_safety(assessment: Assessment) -> list[Answer]:
    """What was written down as existing safety, which nothing but this model asks for."""
    return [
        answer
        for answer in stated(assessment, "protective")
        if answer.origin.record.form.startswith(FRAMEWORK)
    ]


def cell(answer: Answer, column: str) -> object:
    """A cell of a row of this plugin's own tables; None where there is none."""
    if isinstance(answer.value, dict) and answer.origin.record.form.startswith(FRAMEWORK):
        return answer.value.get(column)
    return None


def short_names(text: object) -> tuple[str, ...]:
    """The short names in a cell that refers to other rows."""
    return names_in(text) if isinstance(text, str) else ()


def people_in(value: object) -> tuple[str, ...]:
    """The ids in a cell for one person or for several."""
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def who(assessment: Assessment, value: object) -> str:
    """The people in a cell, by name, in one line."""
    return names_of(assessment, people_in(value))


def is_professional(assessment: Assessment, party: str) -> bool:
    """Whether an id is a service's, or that of somebody who comes because it is their work."""
    person = assessment.person(party)
    if person is None:
        return any(agency.id == party for agency in assessment.agencies)
    return bool(PROFESSIONALS.intersection(person.roles))


def parts(*named: tuple[str, object]) -> str:
    """Parts of a row in one line, each after what it is; parts that are not there are left out."""
    return " / ".join(f"{name}: {part}" if name else str(part) for name, part in named if part)


def entry(assessment: Assessment, answer: Answer, text: str = "", *told: str) -> Entry:
    """An answer as an entry: its words, or these parts of them; who said it; from which earlier record, if any."""
    attribution = attribution_of(answer.content)
    about = [answer.origin.child] if answer.origin.child else list(attribution.about or ())
    beside = (
        said(assessment, attribution),
        f"about {names_of(assessment, about)}" if about else "",
        *told,
        _earlier(assessment, answer),
    )
    return Entry(text or words_of(assessment, answer), "; ".join(filter(None, beside)), (answer.pointer,))


def section(title: str, entries: Iterable[Entry], prompt: str, beside: str = "") -> Section:
    """A section with a prompt for when it is empty, and one to stand beside what it holds."""
    shown = tuple(entries)
    return Section(title, shown, beside if shown else prompt)


def not_sorted(assessment: Assessment, question: str, *wanted: str) -> Iterator[Section]:
    """What another form recorded in its own way and nobody has sorted into this model's categories.

    Args:
        assessment: The record.
        question: What to ask of it.
        wanted: Senses of texts that a practitioner may find something in.
    """
    boxes = [
        answer
        for answer in assessment.answers
        if isinstance(answer.content, Statement) and _waits(answer.content, wanted)
    ]
    needs = [answer for answer in boxes if "strength" not in _senses(answer)]
    together = [answer for answer in boxes if "strength" in _senses(answer)]
    titles = (
        "Not sorted: recorded as needs in another form",
        "Not sorted: strengths and other things in one box",
    )
    for title, answers in zip(titles, (needs, together), strict=True):
        if answers:
            yield Section(title, tuple(entry(assessment, answer) for answer in answers), question)


def _waits(statement: Statement, wanted: Sequence[str]) -> bool:
    return (
        bool(statement.senses.intersection(wanted))
        and "protective" not in statement.senses  # asked about apart, in `said_to_protect`
        and (len(statement.senses) > 1 or statement.senses == {"need"})
    )


def _senses(answer: Answer) -> frozenset[str]:
    return answer.content.senses if isinstance(answer.content, Statement) else frozenset()


def said_to_protect(assessment: Assessment, question: str) -> Iterator[Section]:
    """What another form says protects; nobody has said whether it held while the danger was there."""
    sure = {answer.pointer for answer in existing_safety(assessment)}
    found = [
        answer
        for answer in assessment.answers
        if "protective" in _senses(answer) and answer.pointer not in sure
    ]
    if found:
        shown = tuple(entry(assessment, answer) for answer in found)
        yield Section("Not sorted: said to protect, in another form", shown, question)


def is_of_another_form(assessment: Assessment) -> bool:
    """Whether a record was made on a form of another framework."""
    return not assessment.record.form.startswith(FRAMEWORK)


def only_on_the_map(assessment: Assessment) -> Iterator[str]:
    """What a lens says of this plugin's smaller forms, which ask for a part of what the map holds."""
    if not is_of_another_form(assessment) and assessment.record.form != MAPPING:
        yield f"what stands on the map only: this record ({assessment.record.title}) asks for a part of it"


def danger_name(answer: Answer, number: int) -> str:
    """What a danger is called when it is referred to: its short name, or its place among the others."""
    ref = getattr(answer.content, "ref", None)
    return ref if isinstance(ref, str) else f"number {number}"


def named_person(assessment: Assessment, party: object) -> str:
    """A person in one cell, by name; empty if nobody is named."""
    return name_of(assessment, party) if isinstance(party, str) else ""


def _earlier(assessment: Assessment, answer: Answer) -> str:
    record = answer.origin.record
    if record == assessment.record:
        return ""
    return ", ".join(filter(None, ("from " + record.title, record.recorded_on)))
