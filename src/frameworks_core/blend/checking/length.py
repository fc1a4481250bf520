"""How long a blend is: its questions, which of them are required, and about how many minutes answering them takes.

The minutes are an assumption of ours for each type of question (`minutes.toml`), which the authority replaces with its own
timing. They are shown as a range and never judged: how long is too long depends on the family and what is at stake.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from attrs import frozen

from frameworks_core.blend.composition.composing import Composed
from frameworks_core.forms.form import Field


@frozen
class Minutes:
    """From a quick to a full answer, in minutes."""

    least: float
    most: float

    def shown(self) -> str:
        """`about 40 to 90 minutes`, or in hours where it is long."""
        if self.most >= _IN_HOURS:
            return f"about {_hours(self.least)} to {_hours(self.most)} hours"
        return f"about {round(self.least)} to {round(self.most)} minutes"


_IN_HOURS = 180


@frozen(kw_only=True)
class Part:
    """How long a section is, or the whole.

    Attributes:
        id: The section; empty for the whole.
        title: What practitioners call it.
        questions: How many questions it has.
        always: How many of them are always required.
        sometimes: How many are required in some condition.
        per_child: How many are asked for each child.
        minutes: What answering all of them takes, for one child.
        minutes_always: What answering those takes that are always required.
    """

    id: str = ""
    title: str = ""
    questions: int
    always: int
    sometimes: int
    per_child: int
    minutes: Minutes
    minutes_always: Minutes


@frozen(kw_only=True)
class Length:
    """How long a blend is.

    Attributes:
        whole: All of it.
        sections: Its sections.
        joint: How many questions are asked once for two or more forms.
        saved: How many questions fewer these are than the forms would ask each by itself.
        timed: How many questions the authority timed itself.
        source: How well attested the other minutes are.
    """

    whole: Part
    sections: tuple[Part, ...]
    joint: int
    saved: int
    timed: int
    source: str


def length_of(composed: Composed) -> Length:
    """How long the blend is."""
    form, own = composed.form, composed.minutes
    joint = [len(field.serves) for field in form if len(field.serves) > 1]
    return Length(
        whole=_part(form, own),
        sections=tuple(
            _part(section.fields, own, id_=section.id, title=section.title) for section in form.sections
        ),
        joint=len(joint),
        saved=sum(joint) - len(joint),
        timed=len(own.keys() & form.fields.keys()),
        source=_assumed()["source"],
    )


def _part(questions: Iterable[Field], own: dict[str, float], id_: str = "", title: str = "") -> Part:
    fields = tuple(questions)
    always = [field for field in fields if field.required == "always"]
    return Part(
        id=id_,
        title=title,
        questions=len(fields),
        always=len(always),
        sometimes=sum(field.required == "when" for field in fields),
        per_child=sum(field.per_child for field in fields),
        minutes=_minutes(fields, own),
        minutes_always=_minutes(always, own),
    )


def _minutes(questions: Iterable[Field], own: dict[str, float]) -> Minutes:
    ranges = [
        (own[field.id], own[field.id]) if field.id in own else _assumed()["types"][field.type]
        for field in questions
    ]
    return Minutes(sum(least for least, _ in ranges), sum(most for _, most in ranges))


@functools.cache
def _assumed() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("minutes.toml").read_text(encoding="utf-8"))


def _hours(minutes: float) -> str:
    """Hours, to the half hour: more would look as if it had been measured."""
    return f"{round(minutes / 30) / 2:g}"
