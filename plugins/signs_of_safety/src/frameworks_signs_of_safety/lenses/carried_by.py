"""Who carries a plan: the steps and rules that only professionals do, and those that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frameworks_core.host.contributions import Section
from frameworks_core.model import Action, Answer, Assessment, SafetyRule
from frameworks_signs_of_safety.lenses.rows_shown import step_entry
from frameworks_signs_of_safety.lenses.showing import is_professional, people_in, rows


def carried_by(assessment: Assessment) -> Iterator[Section]:
    """Steps and rules without anybody of the family in them, each group with what to ask."""
    steps = [*rows(assessment, Action), *rows(assessment, SafetyRule)]
    carried = [(step, _actors(step)) for step in steps]
    only = [
        step
        for step, actors in carried
        if actors and all(is_professional(assessment, actor) for actor in actors)
    ]
    nobody = [step for step, actors in carried if not actors]
    if not steps:
        yield Section(
            "What only professionals carry",
            (),
            "No step and no rule is recorded. What will family and network do, day by day?",
        )
    if only:
        everything = len(only) + len(nobody) == len(steps)
        yield Section(
            "What only professionals carry",
            tuple(step_entry(assessment, step) for step in only),
            "No one in the family or its network does anything in this plan. What would they do, if they were asked?"
            if everything
            else "Who in the family or its network shares each of these, or takes it over later?",
        )
    if nobody:
        shown = tuple(step_entry(assessment, step) for step in nobody)
        yield Section("What nobody is named for", shown, "Who does it?")


def _actors(step: Answer) -> Sequence[str]:
    content = step.content
    if isinstance(content, SafetyRule):
        return [*people_in(content.who), *people_in(content.back_up), *people_in(content.watched_by)]
    return people_in(content.who) if isinstance(content, Action) else ()
