"""What hooks yield: named, typed records, all data but for two pure functions, a lens's and a rule's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from frameworks_core.forms.filled import FilledForm

if TYPE_CHECKING:
    from frameworks_core.model import Assessment

KINDS = ("practice model", "recording format")
SEVERITIES = ("error", "warning", "note")
STAGES = ("draft", "final")


@frozen(kw_only=True)
class Framework:
    """What a framework is.

    Attributes:
        name: Short name, the first part of the ids of its forms: `my_model`.
        title: What the field calls it.
        kind: One of `KINDS`.
        edition: Which edition or version of the framework this follows.
        source: How well attested the whole is: a mark (`S2+`, `S`, `K`, `D`) and the source.
        rights: Who holds rights in the name or material, and under what licence we use it.
        api_version: Version of the hook specifications the plugin was written for.
    """

    name: str
    title: str
    kind: str
    edition: str
    source: str
    rights: str
    api_version: int


@frozen
class FormFile:
    """A form, by its id and the TOML file that defines it."""

    id: str
    path: Path


@frozen
class Entry:
    """One thing an analysis shows, in the record's own words.

    Attributes:
        text: What the record says; nothing is added to it, and nothing concluded from it.
        said: Who said it and when, as far as the record tells (`frameworks_core.model.wording.said`).
        places: JSON pointers into the document.
    """

    text: str
    said: str = ""
    places: tuple[str, ...] = ()


@frozen
class Section:
    """One heading of an analysis.

    Attributes:
        title: The heading.
        entries: What the record holds under it.
        prompt: What to ask or look for where the record is silent, or beside what it holds; empty if nothing.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    prompt: str = ""


@frozen
class Analysis:
    """What a lens shows: sections, questions still open, and what this lens cannot see in such a record."""

    sections: tuple[Section, ...]
    questions: tuple[str, ...] = ()
    cannot_see: tuple[str, ...] = ()


@frozen
class Lens:
    """A way of looking at an assessment: its questions, and a pure, total function that lays them over it."""

    name: str
    title: str
    questions: tuple[str, ...]
    analyse: Callable[[Assessment], Analysis]


@frozen
class GuideFile:
    """A guide to decisions, by its name and the TOML file that holds its considerations (`host.guides`)."""

    name: str
    path: Path


@frozen
class PlanTemplate:
    """One kind of plan: the form it is written on, filled from an assessment.

    Attributes:
        name: Its name, which begins with the framework's.
        title: What practitioners call it.
        form: Id of one of the framework's own forms.
        source: How well attested the plan is: a mark and the source.
    """

    name: str
    title: str
    form: str
    source: str


@frozen
class Hit:
    """One place where a rule is not met, and what about it, in words without personal data.

    Attributes:
        at: JSON pointer into the document.
        message: One sentence for the practitioner: factual, never accusing, without the words of an answer.
    """

    at: str
    message: str


@frozen(kw_only=True)
class Rule:
    """A cross-field rule of a framework's own forms.

    Attributes:
        code: Stable code: three capital letters and three digits.
        severity: `error`, `warning` or `note`.
        title: What is checked, in a few words.
        why: Why it matters.
        fix: How to mend it.
        authority: Source in law, model or inspection, with its mark.
        stage: `draft` if it is checked always, `final` if only before a record is finished.
        forms: Ids of the forms it applies to.
        check: Pure function from a filled form to the places where the rule is not met.
        statutory: Whether law, statutory guidance or a statutory return itself asks for what is checked, and not
            a model, an inspection finding or our own design.
    """

    code: str
    severity: str
    title: str
    why: str
    fix: str
    authority: str
    stage: str
    forms: tuple[str, ...]
    check: Callable[[FilledForm], Iterable[Hit]]
    statutory: bool = False
