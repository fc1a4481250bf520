"""Each danger with its goal, its scale and everybody's number: a set, and what is missing from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frameworks_core.host.contributions import Analysis, Lens, Section
from frameworks_core.model import Answer, Assessment, Danger, Goal, Rating, Scale
from frameworks_signs_of_safety.lenses.everyones_numbers import on_scales, rating_entry
from frameworks_signs_of_safety.lenses.rows_shown import danger_entries, goal_entry
from frameworks_signs_of_safety.lenses.showing import (
    danger_name,
    entry,
    is_of_another_form,
    not_sorted,
    only_on_the_map,
    rows,
    section,
    short_names,
)
from frameworks_signs_of_safety.lenses.words import Words, words_for

_OVERALL = "overall"
"""What a scale is about that belongs to everything together."""


def dangers(assessment: Assessment) -> Analysis:
    """Each danger with what belongs to it, then whatever belongs to none."""
    words = words_for(assessment)
    found = rows(assessment, Danger)
    sections = [
        part
        for number, answer in enumerate(found, start=1)
        for part in _one_set(assessment, words, answer, number)
    ]
    if not found:
        sections.append(
            Section(
                words.labels["danger_statements"],
                (),
                "None is recorded. Is somebody worried? Who, about what, and what may happen to which child if nothing "
                "changes? None is written to fill a box.",
            )
        )
    sections += _of_everything(assessment, words)
    sections += _leading_nowhere(assessment, words, found)
    sections += not_sorted(
        assessment,
        f"Needs are not {words.labels['danger_statements'].lower()}. Who fears what for which child, and what happened that "
        "makes them fear it?",
        *("need", "danger"),
    )
    return Analysis(tuple(sections), tuple(_questions(found)), tuple(_unseen(assessment, found)))


def _one_set(assessment: Assessment, words: Words, answer: Answer, number: int) -> Iterator[Section]:
    name = danger_name(answer, number)
    refs = set(short_names(getattr(answer.content, "ref", None)))
    yield Section(
        f"{words.worry.capitalize()} {name}",
        tuple(danger_entries(assessment, answer)),
        _missing_parts(answer),
    )
    goals = [
        goal_entry(assessment, goal)
        for goal in rows(assessment, Goal)
        if refs.intersection(short_names(getattr(goal.content, "danger", None)))
    ]
    yield section(
        f"{name}: its goal",
        goals,
        f"No goal answers {name}. What will adults be doing, and the child living, when nobody fears this any more?",
    )
    scales = [
        scale
        for scale in rows(assessment, Scale)
        if refs.intersection(short_names(getattr(scale.content, "about", None)))
    ]
    yield from on_scales(
        assessment,
        words,
        name,
        scales,
        f"No scale belongs to {name}. What would 0 and 10 mean here, 10 being {words.ten}?",
    )


def _missing_parts(answer: Answer) -> str:
    danger = answer.content
    if not isinstance(danger, Danger):
        return ""
    asked = {
        "Who is worried?": danger.who_worried,
        "What has happened that makes them worry?": danger.behaviour,
        "What may happen if nothing changes?": danger.feared,
        "What would it do to each child, soon and later?": danger.impact_now or danger.impact_later,
        "Which children?": danger.children,
        "Who sees it otherwise, or does everybody agree?": danger.dispute,
        "When was it read to the family?": danger.read_on,
    }
    return " ".join(question for question, part in asked.items() if not part)


def _of_everything(assessment: Assessment, words: Words) -> Iterator[Section]:
    overall = [scale for scale in rows(assessment, Scale) if _OVERALL in _about(scale) or not _about(scale)]
    if overall:
        yield from on_scales(assessment, words, "Everything together", overall, "")


def _about(scale: Answer) -> tuple[str, ...]:
    return short_names(getattr(scale.content, "about", None))


def _leading_nowhere(assessment: Assessment, words: Words, found: Sequence[Answer]) -> Iterator[Section]:
    known = {ref for answer in found for ref in short_names(getattr(answer.content, "ref", None))}
    goals = rows(assessment, Goal)
    lost = [goal for goal in goals if (named := _danger_of(goal)) and not known.intersection(named)]
    alone = [goal for goal in goals if not _danger_of(goal)]
    theirs = [goal for goal in alone if getattr(goal.content, "owner", None) == "family"]
    groups = (
        (
            f"Goals that name a {words.worry} which is not here",
            lost,
            f"Which {words.worry} does each answer? A goal nobody can trace asks the family for something unexplained.",
        ),
        (
            f"Goals that answer no {words.worry}",
            [goal for goal in alone if goal not in theirs],
            f"Which {words.worry} does each answer, or is it the family's own goal?",
        ),
        ("Goals of the family's own", theirs, "What helps the family get there? These need no other reason."),
    )
    for title, answers, prompt in groups:
        if answers:
            yield Section(title, tuple(goal_entry(assessment, goal) for goal in answers), prompt)
    yield from _numbers_leading_nowhere(assessment, words, known)


def _danger_of(goal: Answer) -> tuple[str, ...]:
    return short_names(getattr(goal.content, "danger", None))


def _numbers_leading_nowhere(assessment: Assessment, words: Words, known: set[str]) -> Iterator[Section]:
    scales = rows(assessment, Scale)
    lost = [scale for scale in scales if _about(scale) and not {*known, _OVERALL}.intersection(_about(scale))]
    if lost:
        yield Section(
            f"Scales about a {words.worry} which is not here",
            tuple(entry(assessment, scale) for scale in lost),
            f"Which {words.worry} is each about?",
        )
    refs = {
        ref
        for scale in scales
        if scale not in lost
        for ref in short_names(getattr(scale.content, "ref", None))
    }
    without = [
        rating
        for rating in rows(assessment, Rating)
        if not refs.intersection(short_names(getattr(rating.content, "scale", None)))
    ]
    if without:
        yield Section(
            "Numbers on none of these scales",
            tuple(rating_entry(assessment, rating) for rating in without),
            "Which scale did each person mean, and what did its two ends say?",
        )


def _questions(found: Sequence[Answer]) -> Iterator[str]:
    if any(not short_names(getattr(answer.content, "ref", None)) for answer in found):
        yield "Something feared has no short name, so that no goal and no scale can point to it. What is it called?"


def _unseen(assessment: Assessment, found: Sequence[Answer]) -> Iterator[str]:
    yield "how safe a child is: a number is where one person stands on one day, and no threshold"
    yield "numbers given on earlier maps: each belongs to the map it was given on"
    yield from only_on_the_map(assessment)
    if is_of_another_form(assessment):
        title = assessment.record.title
        if not found:
            yield f"what anybody fears: nothing in this record ({title}) is recorded as a danger"
        if not rows(assessment, Scale):
            yield f"where anybody stands: this record ({title}) holds no scale of this kind, and a score is none"


LENS = Lens(
    "signs_of_safety/dangers",
    "Each worry with its goal, its scale and everybody's number",
    (
        "Does every worry have its goal and its scale, and does every goal lead back to a worry?",
        "Who stands where, and what does each of them know that the others do not?",
        "What would one higher look like to each of them?",
    ),
    dangers,
)
