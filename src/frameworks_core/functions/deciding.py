"""Decide: for each route the legal test, what in this record bears on it, what is not known, what must be recorded.

Prompts only. Nothing is weighed, counted or recommended, and no route is shown as the right one: entries stand under the
question they bear on, in the order of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from frameworks_core.checks.places import place_of
from frameworks_core.forms.form import Form
from frameworks_core.functions.analysing import entry_as_json
from frameworks_core.functions.in_words import answer_words
from frameworks_core.functions.recorded import Gap, gaps_in_decisions
from frameworks_core.host.contributions import Entry
from frameworks_core.host.guides import Bearing, Consideration, Guide
from frameworks_core.model import Answer, Assessment, Statement, View
from frameworks_core.model.wording import attribution_of, name_of, said, words_of
from frameworks_core.statute.routes import Route


@frozen
class Weighing:
    """One question of a guide, with the entries of the record that bear on it."""

    guide: str
    question: str
    source: str
    entries: tuple[Entry, ...]


@frozen
class RouteView:
    """One route, with what has to be weighed before it is taken."""

    route: Route
    weighings: tuple[Weighing, ...]

    @property
    def not_known(self) -> tuple[str, ...]:
        """Questions on which nothing in the record bears."""
        return tuple(weighing.question for weighing in self.weighings if not weighing.entries)


@frozen
class Preparation:
    """Everything put before the person who decides.

    Attributes:
        routes: The routes looked at, from least to most intrusive.
        gaps: What the decisions already recorded leave out.
        decided: Whether a decision is recorded at all.
    """

    routes: tuple[RouteView, ...]
    gaps: tuple[Gap, ...]
    decided: bool


def prepare(
    assessment: Assessment, guides: Iterable[Guide], routes: Iterable[Route], form: Form | None = None
) -> Preparation:
    """Put before the person who decides what the record holds.

    Args:
        assessment: The record, as it was read.
        guides: The guides to ask by.
        routes: The routes to look at, from least to most intrusive.
        form: The form of the record, for the labels of its rows; without it they stand under the names of the model.
    """
    weighed = [
        (consideration.routes, _weighing(assessment, guide, consideration, form))
        for guide in guides
        for consideration in guide.considerations
    ]
    views = tuple(
        RouteView(route, tuple(weighing for ids, weighing in weighed if route.id in ids)) for route in routes
    )
    gaps, decided = gaps_in_decisions(assessment)
    return Preparation(views, gaps, decided)


def _weighing(
    assessment: Assessment, guide: Guide, consideration: Consideration, form: Form | None
) -> Weighing:
    entries = tuple(_entries(assessment, consideration, form))
    return Weighing(guide.name, consideration.question, consideration.source, entries)


def _entries(assessment: Assessment, consideration: Consideration, form: Form | None) -> Iterator[Entry]:
    for answer in assessment.answers:
        if answer.standing != "history" and _bears(answer, consideration.bears):
            told = said(assessment, attribution_of(answer.content))
            words = answer_words(assessment, answer, form) if form else words_of(assessment, answer)
            yield Entry(words, told, (answer.pointer,))
    if consideration.bears.events:
        for index, event in enumerate(assessment.chronology):
            told = name_of(assessment, event.source) if event.source else ""
            yield Entry(f"{event.on}: {event.what}", told, (f"/chronology/{index}",))


def _bears(answer: Answer, bearing: Bearing) -> bool:
    slot = answer.origin.field.slot
    content = answer.content
    if slot is None:
        return False
    if slot.kind == "comment" and slot.whose:
        return slot.kind in bearing.kinds and slot.whose in bearing.whose
    if slot.kind in bearing.kinds:
        return True
    if isinstance(content, View):
        return content.whose in bearing.whose
    if not isinstance(content, Statement):
        return False
    wide = {dimension.partition("/")[0] for dimension in content.dimensions} | content.dimensions
    return bool(
        content.senses & bearing.senses or wide & bearing.dimensions or content.topics & bearing.topics
    )


def preparation_as_json(preparation: Preparation, form: Form) -> dict[str, Any]:
    """The preparation as JSON values, with every entry."""
    return {
        "routes": [
            {
                "id": view.route.id,
                "title": view.route.title,
                "plain": view.route.plain,
                "test": view.route.test,
                "source": view.route.source,
                "limbs": [
                    {"code": limb.code, "text": limb.text, "source": limb.source} for limb in view.route.limbs
                ],
                "notes": list(view.route.notes),
                "considerations": [
                    {
                        "guide": weighing.guide,
                        "question": weighing.question,
                        "source": weighing.source,
                        "entries": [entry_as_json(entry, form) for entry in weighing.entries],
                    }
                    for weighing in view.weighings
                ],
                "not_known": list(view.not_known),
                "must_record": [
                    {"what": duty.what, "who": duty.who, "source": duty.source} for duty in view.route.duties
                ],
            }
            for view in preparation.routes
        ],
        "recorded": preparation.decided,
        "gaps": [
            {"what": gap.what, "at": gap.at, "place": place_of(form, gap.at)} for gap in preparation.gaps
        ],
    }
