"""Analyse: an assessment seen through the lenses of the frameworks, whatever form it was recorded on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from frameworks_core.checks.places import place_of
from frameworks_core.errors import UserError
from frameworks_core.forms.form import Form
from frameworks_core.functions.outline import Line, Part
from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.host.plugin_output import printing_aside
from frameworks_core.model import Assessment


@frozen
class Seen:
    """An assessment seen through one lens."""

    lens: Lens
    analysis: Analysis


def look(assessment: Assessment, lens: Lens) -> Seen:
    """Lay a lens over an assessment.

    Raises:
        UserError: The lens fails; it is a plugin's code, and is named.
    """
    try:
        with printing_aside():
            analysis = lens.analyse(assessment)
    except (Exception, SystemExit) as error:  # a `UserError` of a lens too: it may quote the record
        raise UserError(
            f"the lens {lens.name} cannot be used on this record: its own code failed with {type(error).__name__}; "
            "leave it out with --lens, and tell whoever maintains its plugin"
        ) from error
    if not _is_sound(analysis):
        raise UserError(
            f"the lens {lens.name} gives no analysis; leave it out with --lens, and tell whoever maintains its plugin"
        )
    return Seen(lens, analysis)


def _is_sound(analysis: object) -> bool:
    """Whether a plugin's code gave what a lens promises: sections of entries, and texts."""
    return (
        isinstance(analysis, Analysis)
        and _are_texts(analysis.questions, analysis.cannot_see)
        and _are(Section, analysis.sections)
        and all(_is_sound_section(section) for section in analysis.sections)
    )


def _is_sound_section(section: Section) -> bool:
    return (
        _are_texts((section.title, section.prompt))
        and _are(Entry, section.entries)
        and all(_are_texts((entry.text, entry.said), entry.places) for entry in section.entries)
    )


def _are_texts(*lists: object) -> bool:
    return all(_are(str, texts) for texts in lists)


def _are(kind: type, values: object) -> bool:
    """Whether these are a finished list of that kind; a text is no list of texts, and a generator may never end."""
    return isinstance(values, tuple | list) and all(isinstance(value, kind) for value in values)


def analysis_as_outline(seen: Iterable[Seen], form: Form) -> Iterator[Part]:
    """What was seen as headings and lines; `form` is the form of the document, for the words of its places."""
    for one in seen:
        yield Part(one.lens.title, (Line(f"Seen through {one.lens.name}", kind="note"),), level=1)
        for section in one.analysis.sections:
            lines = list(_lines(section.entries, form))
            if section.prompt:
                lines.append(Line(section.prompt, kind="prompt"))
            yield Part(section.title, tuple(lines or [Line("Nothing is recorded.", kind="note")]))
        yield from _closing("Questions", (*one.lens.questions, *one.analysis.questions), "prompt")
        yield from _closing("What this lens cannot see in this record", one.analysis.cannot_see, "entry")


def analysis_as_json(seen: Iterable[Seen], form: Form) -> list[dict[str, Any]]:
    """What was seen as JSON values."""
    return [
        {
            "lens": one.lens.name,
            "title": one.lens.title,
            "sections": [
                {
                    "title": section.title,
                    "entries": [entry_as_json(entry, form) for entry in section.entries],
                    "prompt": section.prompt,
                }
                for section in one.analysis.sections
            ],
            "questions": [*one.lens.questions, *one.analysis.questions],
            "cannot_see": list(one.analysis.cannot_see),
        }
        for one in seen
    ]


def entry_as_json(entry: Entry, form: Form) -> dict[str, Any]:
    """One entry as JSON values: its words, who said it, its places as pointers and in the words of the form."""
    return {
        "text": entry.text,
        "said": entry.said,
        "at": list(entry.places),
        "places": [place_of(form, at) for at in entry.places],
    }


def entry_line(entry: Entry, form: Form, places: Iterable[str]) -> Line:
    """One entry as a line, with who said it and these of its places in the words of the form."""
    return Line(
        entry.text, "; ".join(part for part in (entry.said, *(place_of(form, at) for at in places)) if part)
    )


def _lines(entries: Iterable[Entry], form: Form) -> Iterator[Line]:
    """One line per entry; the place of several that stand in one row is told with the first of them."""
    before: tuple[str, ...] = ()
    for entry in entries:
        yield entry_line(entry, form, () if entry.places == before else entry.places)
        before = entry.places


def _closing(title: str, texts: Iterable[str], kind: str) -> Iterator[Part]:
    lines = tuple(Line(text, kind=kind) for text in dict.fromkeys(texts))
    if lines:
        yield Part(title, lines)
