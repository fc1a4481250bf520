"""Strengths that could be tested into safety: what to ask of each, and the safety that has been seen already.

A strength becomes safety when somebody has seen it keep a child safe while the danger was there. Nothing here turns one into
the other; and a child's own strength is never asked to keep the child safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frameworks_core.host.contributions import Analysis, Lens, Section
from frameworks_core.model import Answer, Assessment, Danger, SafetyRule
from frameworks_core.model.wording import attribution_of, name_of, names_of
from frameworks_signs_of_safety.lenses.rows_shown import safety_entry, step_entry
from frameworks_signs_of_safety.lenses.showing import (
    cell,
    danger_name,
    entry,
    existing_safety,
    is_of_another_form,
    not_sorted,
    only_on_the_map,
    own,
    people_in,
    rows,
    said_to_protect,
    section,
    short_names,
    stated,
)
from frameworks_signs_of_safety.lenses.words import Words, words_for

_CHILDREN = frozenset({"child", "sibling"})


def strengths_to_test(assessment: Assessment) -> Analysis:
    """Strengths by whose they are with the question that tests them; then safety, danger by danger."""
    words = words_for(assessment)
    strengths = stated(assessment, "strength")
    sections = (
        *_strengths(assessment, words, strengths),
        *_safety(assessment, words),
        *_tried(assessment),
        *said_to_protect(
            assessment,
            f"Did somebody do this while the {words.worry} was there? When, and who saw it? If not, it is a strength.",
        ),
        *not_sorted(
            assessment, "Which of these words name a strength, and whose is it?", "strength", "protective"
        ),
    )
    return Analysis(
        sections, tuple(_questions(assessment, words, strengths)), tuple(_unseen(assessment, words))
    )


def _strengths(assessment: Assessment, words: Words, strengths: Sequence[Answer]) -> Iterator[Section]:
    label = words.labels["existing_strengths"]
    if not strengths:
        yield Section(
            label, (), "No strength is recorded. What is good in this family, and who would say so?"
        )
    groups: dict[tuple[str, ...], list[Answer]] = {}
    for answer in strengths:
        groups.setdefault(_whose(answer), []).append(answer)
    for people, answers in groups.items():
        title = f"{label}: {names_of(assessment, people)}" if people else f"{label}, nobody's in particular"
        shown = tuple(entry(assessment, answer) for answer in answers)
        yield Section(title, shown, _test(assessment, words, people))


def _whose(answer: Answer) -> tuple[str, ...]:
    return tuple(attribution_of(answer.content).about or ())


def _test(assessment: Assessment, words: Words, people: Sequence[str]) -> str:
    names = " or ".join(name_of(assessment, person) for person in people)
    if people and all(_is_child(assessment, person) for person in people):
        return (
            f"What is good for a child is not the child's task. Which grown-up has used this to look after {names} "
            f"while the {words.worry} was there?"
        )
    return (
        f"Has {names or 'anybody'} done this while the {words.worry} was there, so that no child was hurt? When, and who saw it? "
        "If not yet: how could it be tried, and who would watch? Until then it stays a strength."
    )


def _is_child(assessment: Assessment, party: str) -> bool:
    person = assessment.person(party)
    return bool(person and _CHILDREN.intersection(person.roles))


def _safety(assessment: Assessment, words: Words) -> Iterator[Section]:
    label = words.labels["existing_safety"]
    safety = existing_safety(assessment)
    known: set[str] = set()
    for number, danger in enumerate(rows(assessment, Danger), start=1):
        name = danger_name(danger, number)
        refs = set(short_names(getattr(danger.content, "ref", None)))
        known |= refs
        against = [answer for answer in safety if refs.intersection(short_names(cell(answer, "danger")))]
        yield _held(
            assessment,
            f"{label}, against {name}",
            against,
            f"No {label.lower()} names {name}. When was it there and no child was hurt? Who did what?",
        )
    loose = [answer for answer in safety if not known.intersection(short_names(cell(answer, "danger")))]
    if loose:
        prompt = f"Which {words.worry} was there, and how is that known? Without one it is a strength."
        shown = tuple(safety_entry(assessment, answer) for answer in loose)
        yield Section(f"{label}, against no {words.worry} named here", shown, prompt)
    elif not safety and not known:
        yield Section(label, (), _looked(assessment, words))


def _held(assessment: Assessment, title: str, answers: Sequence[Answer], none: str) -> Section:
    doers = {person for answer in answers for person in people_in(_whose(answer))}
    beside = "Would it hold on a worse day, and who else could do it?"
    if any(_is_child(assessment, person) for person in doers):
        beside = "A child did some of this. Which grown-up does it from now on?"
    return section(title, (safety_entry(assessment, answer) for answer in answers), none, beside)


def _looked(assessment: Assessment, words: Words) -> str:
    if any(answer.value == "yes" for answer in own(assessment, "existing_safety_none")):
        return "Somebody looked and found none yet, it says. Who else could have seen it: each child, a neighbour?"
    return f"None is recorded. When was the {words.worry} there and no child was hurt? Who did what, and who saw it?"


def _tried(assessment: Assessment) -> Iterator[Section]:
    rules = rows(assessment, SafetyRule)
    tried = [
        rule
        for rule in rules
        if isinstance(rule.content, SafetyRule) and (rule.content.tested or rule.content.result)
    ]
    if rules:
        yield section(
            "Rules of the plan that have been tried",
            (step_entry(assessment, rule) for rule in tried),
            "No rule is recorded as tried. Which could be practised first, on a day when nothing depends on it?",
            "What happened when it counted, and what was changed afterwards?",
        )


def _questions(assessment: Assessment, words: Words, strengths: Sequence[Answer]) -> Iterator[str]:
    if strengths:
        for number, danger in enumerate(rows(assessment, Danger), start=1):
            name = danger_name(danger, number)
            yield f"Which of these strengths could stand between a child and {words.worry} {name}, if it were tried?"


def _unseen(assessment: Assessment, words: Words) -> Iterator[str]:
    yield "whether anything will hold next time: safety is shown over time, and not on paper"
    yield "what was done and nobody wrote down"
    yield from only_on_the_map(assessment)
    if is_of_another_form(assessment):
        title = assessment.record.title
        if not existing_safety(assessment):
            yield (
                f"{words.labels['existing_safety'].lower()}: nothing in this record ({title}) is recorded as done while "
                f"the {words.worry} was there"
            )
        yield "protective factors among this record's conclusions, if it has any: those are judgements of its own"


LENS = Lens(
    "signs_of_safety/strengths_to_test",
    "Strengths that could be tested into safety",
    (
        "What is good and has not been seen to protect yet?",
        "How could it be tried safely, and who would see whether it holds?",
        "What has already kept a child safe, who did it, and could they do it again?",
    ),
    strengths_to_test,
)
