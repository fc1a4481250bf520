"""Showing answers of a record as entries of an analysis: in their own words, with who said them and about whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from frameworks_core.host.contributions import Entry, Section
from frameworks_core.model import Answer, Assessment
from frameworks_core.model.wording import attribution_of, name_of, names_of, said, words_of
from frameworks_single_assessment import FORMS

Asked = Callable[[Answer], bool]
"""Whether an answer belongs under a heading."""

_ABOUT = ("about", "children", "child", "for_whom")
"""Cells of a row that say which children it is about."""


def is_own(answer: Answer, *field_ids: str) -> bool:
    """Whether an answer was given to one of these fields of a form of this plugin, in this record or an earlier one."""
    return answer.origin.record.form in FORMS and answer.origin.field.id in field_ids


def about(answer: Answer) -> tuple[str, ...]:
    """Ids of those whom the record says an answer is about; empty if it does not say."""
    named = [answer.origin.child] if answer.origin.child else []
    named.extend(attribution_of(answer.content).about or ())
    for cell_name in _ABOUT:
        cell = getattr(answer.content, cell_name, None)
        if cell is None and isinstance(answer.value, dict):
            cell = answer.value.get(cell_name)
        named.extend([cell] if isinstance(cell, str) else cell if isinstance(cell, list | tuple) else [])
    return tuple(dict.fromkeys(named))


def concerns(assessment: Assessment, answer: Answer, child: str) -> bool:
    """Whether an answer concerns a child: it is about the child, or about no child in particular."""
    children = _children(assessment).intersection(about(answer))
    return not children or child in children


def _children(assessment: Assessment) -> set[str]:
    """Every child in a record, those it is not about included."""
    others = {person.id for person in assessment.people if {"child", "sibling"}.intersection(person.roles)}
    return others.union(assessment.about)


def entry(assessment: Assessment, answer: Answer) -> Entry:
    """An answer in its own words: who said it and when, about whom, and from which earlier record, if any."""
    known = {person.id for person in assessment.people}
    named = [one for one in about(answer) if one in known]
    told = [
        said(assessment, attribution_of(answer.content)),
        f"about {names_of(assessment, named)}" if named else "",
        _earlier(assessment, answer),
    ]
    return Entry(words_of(assessment, answer), "; ".join(filter(None, told)), (answer.pointer,))


def section(
    assessment: Assessment, title: str, answers: Iterable[Answer], prompt: str, beside: str = ""
) -> Section:
    """A section of these answers, with a prompt for when there are none, or one to stand beside them."""
    entries = tuple(entry(assessment, answer) for answer in answers)
    return Section(title, entries, beside if entries else prompt)


class Heading(NamedTuple):
    """One heading under each child; `{child}` in its texts is the child's name.

    `prompt` is asked where the record holds nothing for the child, `beside` next to what it holds.
    """

    title: str
    asked: Asked
    prompt: str
    beside: str = ""


def child_by_child(assessment: Assessment, *headings: Heading) -> Iterator[Section]:
    """All headings for the first child, then all for the next: each with the answers that concern that child.

    What concerns only children whom the record is not about comes last, so that nothing is left out.
    """
    for child in assessment.about:
        concerning = [answer for answer in assessment.answers if concerns(assessment, answer, child)]
        for heading in headings:
            title, prompt, beside = (
                text.replace("{child}", name_of(assessment, child))
                for text in (heading.title, heading.prompt, heading.beside)
            )
            yield section(assessment, title, filter(heading.asked, concerning), prompt, beside)
    others = [
        answer
        for answer in assessment.answers
        if any(heading.asked(answer) for heading in headings)
        and not any(concerns(assessment, answer, child) for child in assessment.about)
    ]
    if others:
        yield section(assessment, "About other children in this record", others, "")


def _earlier(assessment: Assessment, answer: Answer) -> str:
    record = answer.origin.record
    if record == assessment.record:
        return ""
    return ", ".join(filter(None, ("from " + record.title, record.recorded_on)))
