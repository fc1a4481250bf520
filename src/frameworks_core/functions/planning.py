"""Support: a plan document filled from an assessment, and what in it does not hang together.

A plan is written by the engine that converts: what the plan's form asks for and the assessment answers goes into its own
place, word for word, with its origin; everything else stays in the assessment. Where the assessment is silent the plan is
empty. Nothing is worded anew, and no action is thought up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from frameworks_core.checks.places import place_of
from frameworks_core.exchange.reading import Reader
from frameworks_core.exchange.writing import Writer
from frameworks_core.forms.form import Form
from frameworks_core.forms.variants import worded_by, worded_for
from frameworks_core.functions.analysing import entry_as_json
from frameworks_core.functions.in_words import answer_lines, answer_words
from frameworks_core.functions.outline import Line, Part
from frameworks_core.host.contributions import Entry, PlanTemplate
from frameworks_core.model import Action, Answer, Assessment, Danger, Goal, SafetyRule, Statement
from frameworks_core.model.wording import attribution_of, said

_IN_PLACE = frozenset({"kept", "broadened", "merged"})

_FILLED = "A draft: its words are the assessment's, and what is empty is for you and the family."
_NOTHING_FITS = (
    "Nothing in this record has a place in such a plan: it is all for you and the family to write."
)


@frozen(kw_only=True)
class Plan:
    """A plan drafted from an assessment.

    Attributes:
        template: The kind of plan.
        form: The form it is written on, in the words of the variant the assessment uses.
        source: The form of the assessment, in the same words.
        document: The plan as a document of its form, a draft.
        answers: What stands in the plan, read back from it.
        needs_unmet: Needs and dangers of the assessment that no action names.
        actions_untied: Actions that name no need, danger or goal.
        silent: Ids of the plan's fields that are empty.
        left: How many answers of the assessment that the plan asks about were not taken over, by reason.
    """

    template: PlanTemplate
    form: Form
    source: Form
    document: dict[str, Any]
    answers: Assessment
    needs_unmet: tuple[Entry, ...]
    actions_untied: tuple[Entry, ...]
    silent: tuple[str, ...]
    left: dict[str, int]


def draft_plan(
    document: dict[str, Any], source: Form, template: PlanTemplate, target: Form, child: str | None
) -> Plan:
    """Draft a plan from an assessment.

    Args:
        document: The assessment.
        source: Its form.
        template: The kind of plan.
        target: The form the plan is written on.
        child: The child the plan is for, where its form is about one child.
    """
    assessment = Reader(source).read(document)
    writer = Writer(target, source)
    everything = writer.write(assessment, child=child).report
    placed = {item.source for item in everything.items if item.outcome in _IN_PLACE}
    about_plans = {field.slot.kind for field in target if field.slot}
    slots = {answer.pointer: answer.origin.field.slot for answer in assessment.answers}
    left = Counter(
        item.why
        for item in everything.items
        if item.outcome in {"history", "withheld", "needs_sorting"}
        and (slot := slots.get(item.source)) is not None
        and slot.kind in about_plans
    )
    kept = tuple(answer for answer in assessment.answers if answer.pointer in placed)
    written = writer.write(evolve(assessment, answers=kept), child=child).document
    needs, actions = _untied(assessment)
    worded = worded_for(source, document)
    return Plan(
        template=template,
        form=worded_by(target, document["answers"].get(target.variant_field or "")),
        source=worded,
        document=written,
        answers=Reader(target).read(written),
        needs_unmet=tuple(_entry(assessment, answer, worded) for answer in needs),
        actions_untied=tuple(_entry(assessment, answer, worded) for answer in actions),
        silent=tuple(field.id for field in target if field.id not in written["answers"]),
        left=dict(left),
    )


def _entry(assessment: Assessment, answer: Answer, form: Form) -> Entry:
    told = said(assessment, attribution_of(answer.content))
    return Entry(answer_words(assessment, answer, form), told, (answer.pointer,))


def _untied(assessment: Assessment) -> tuple[list[Answer], list[Answer]]:
    """Needs that no action names, and actions that name no need.

    A tie is what somebody recorded: the need in its own words, the dimension, or the short name of a danger or goal. That
    two texts sound alike is no tie.
    """
    live = [answer for answer in assessment.answers if answer.standing != "history"]
    goals = [answer.content for answer in live if isinstance(answer.content, Goal)]
    dangers = [answer.content for answer in live if isinstance(answer.content, Danger)]
    refs = {ref for goal in goals for ref in _names(goal.ref)} | {
        ref for danger in dangers for ref in _names(danger.ref)
    }
    actions = [answer for answer in live if isinstance(answer.content, Action | SafetyRule)]
    named = {name for answer in actions for cell in _cells(answer) for name in _names(cell) if name in refs}
    named |= {
        danger for goal in goals if named.intersection(_names(goal.ref)) for danger in _names(goal.danger)
    }
    dimensions = _texts(answer.content.dimension for answer in actions if isinstance(answer.content, Action))
    words = _texts(answer.content.need for answer in actions if isinstance(answer.content, Action))
    needs = [answer for answer in live if _is_unmet(answer, named, dimensions, words)]
    return needs, [answer for answer in actions if not _is_tied(answer, refs)]


def _is_unmet(answer: Answer, named: set[str], dimensions: set[str], words: set[str]) -> bool:
    content = answer.content
    if isinstance(content, Danger):
        return not named.intersection(_names(content.ref))
    if isinstance(content, Statement) and "need" in content.senses:
        about = {dimension.partition("/")[0] for dimension in content.dimensions}
        return not about & dimensions and content.text not in words
    return False


def _is_tied(answer: Answer, refs: set[str]) -> bool:
    content = answer.content
    if isinstance(content, Action) and (content.need or content.dimension or content.outcome):
        return True
    return any(refs.intersection(_names(cell)) for cell in _cells(answer))


_BETWEEN_NAMES = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*", re.IGNORECASE)


def _names(cell: object) -> set[str]:
    """The short names in a cell that refers to other rows, as in `G1, g2 and G3`."""
    return (
        {name.casefold() for name in _BETWEEN_NAMES.split(cell) if name} if isinstance(cell, str) else set()
    )


def _cells(answer: Answer) -> Iterator[str]:
    if isinstance(answer.value, dict):
        yield from (cell for cell in answer.value.values() if isinstance(cell, str))


def _texts(values: Iterable[object]) -> set[str]:
    return {value for value in values if isinstance(value, str)}


def plan_as_outline(plan: Plan) -> Iterator[Part]:
    """The plan as headings and lines: what stands in it, what is still empty, what does not hang together."""
    answers = plan.document["answers"]
    yield Part(plan.template.title, (Line(_FILLED if answers else _NOTHING_FITS, kind="note"),), level=1)
    for section in plan.form.sections:
        lines = [
            line
            for field in section.fields
            if field.id in answers
            for line in answer_lines(plan.answers, field, answers[field.id])
        ]
        empty = [field.label for field in section.fields if field.id in plan.silent]
        if empty:
            lines.append(Line(f"Still empty: {', '.join(empty)}", kind="prompt"))
        yield Part(section.title, tuple(lines))
    yield from _orphans("Needs and dangers that no action names", plan.needs_unmet, plan.source)
    yield from _orphans("Actions that name no need, danger or goal", plan.actions_untied, plan.source)
    if plan.left:
        lines = [
            Line(f"{number} {'answer' if number == 1 else 'answers'}: {why}")
            for why, number in sorted(plan.left.items())
        ]
        yield Part("Not taken over from the assessment", tuple(lines))


def _orphans(title: str, entries: tuple[Entry, ...], form: Form) -> Iterator[Part]:
    if entries:
        yield Part(
            title, tuple(Line(entry.text, place_of(form, entry.places[0]), "prompt") for entry in entries)
        )


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """The plan as JSON values: the document, and what does not hang together."""
    return {
        "template": plan.template.name,
        "title": plan.template.title,
        "document": plan.document,
        "needs_without_action": [entry_as_json(entry, plan.source) for entry in plan.needs_unmet],
        "actions_without_need": [entry_as_json(entry, plan.source) for entry in plan.actions_untied],
        "empty": list(plan.silent),
        "not_taken_over": [{"why": why, "answers": number} for why, number in sorted(plan.left.items())],
    }
