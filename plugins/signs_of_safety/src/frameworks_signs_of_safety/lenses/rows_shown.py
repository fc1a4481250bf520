"""Rows of the model in one line each: every cell that the family would miss if it were left out."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.host.contributions import Entry
from frameworks_core.model import Action, Answer, Assessment, Danger, Goal, Harm, SafetyRule
from frameworks_signs_of_safety.lenses.showing import cell, entry, parts, who

_AGREED = {
    "agreed": "the family agrees",
    "partly": "the family agrees in part",
    "disagreed": "the family does not agree",
    "not_asked": "the family has not been asked",
}


def harm_entry(assessment: Assessment, answer: Answer) -> Entry:
    """What has happened, with its times, its impact, and who sees it otherwise."""
    harm = answer.content
    if not isinstance(harm, Harm):
        return entry(assessment, answer)
    text = parts(
        ("", harm.behaviour or harm.kind),
        ("by", who(assessment, harm.by_whom)),
        ("first time", harm.first),
        ("worst time", harm.worst),
        ("latest time", harm.recent),
        ("how often", harm.frequency),
        ("how serious", harm.severity),
        ("impact", harm.impact),
        _seen_otherwise(assessment, cell(answer, "seen_otherwise"), cell(answer, "seen_otherwise_by")),
    )
    told = (
        _named("told by", assessment, harm.told_by),
        _named("about", assessment, harm.children),
        _AGREED.get(str(harm.agreed), ""),
    )
    return entry(assessment, answer, text, *told)


def danger_entry(assessment: Assessment, answer: Answer) -> Entry:
    """A whole danger statement in one line, the dispute in it included."""
    danger = answer.content
    if not isinstance(danger, Danger):
        return entry(assessment, answer)
    told = (_named("worried:", assessment, danger.who_worried), _named("about", assessment, danger.children))
    text = parts(("", danger.ref), *_statement(assessment, answer, danger))
    return entry(assessment, answer, text, *told)


def danger_entries(assessment: Assessment, answer: Answer) -> Iterator[Entry]:
    """A danger statement part by part, as it is read aloud: who worries, about what, what they fear, who sees it otherwise."""
    danger = answer.content
    if not isinstance(danger, Danger):
        return
    named = (
        ("who is worried", who(assessment, danger.who_worried)),
        ("for", who(assessment, danger.children)),
        *_statement(assessment, answer, danger),
        ("read to the family", danger.read_on),
    )
    for part in named:
        if text := parts(part):
            yield entry(assessment, answer, text)


def _statement(assessment: Assessment, answer: Answer, danger: Danger) -> tuple[tuple[str, object], ...]:
    return (
        ("already done", danger.opening),
        ("about what", danger.behaviour),
        ("what is feared", danger.feared),
        ("how likely", danger.likelihood),
        ("how soon", danger.immediacy),
        ("impact soon", danger.impact_now),
        ("impact later", danger.impact_later),
        _seen_otherwise(assessment, danger.dispute, cell(answer, "disputed_by")),
    )


def goal_entry(assessment: Assessment, answer: Answer) -> Entry:
    """A goal: what adults do, what the child lives, what is seen and for how long."""
    goal = answer.content
    if not isinstance(goal, Goal):
        return entry(assessment, answer)
    text = parts(
        ("", goal.ref),
        ("adults will be doing", goal.difference),
        ("the child will experience", goal.outcome),
        ("seen", goal.measure),
        ("for how long", goal.duration),
        ("leads to", goal.leads_to),
        ("answers the need", goal.need),
    )
    owners = {"family": "the family's goal", "authority": "the authority's goal", "shared": "shared goal"}
    return entry(assessment, answer, text, owners.get(str(goal.owner), ""))


def step_entry(assessment: Assessment, answer: Answer) -> Entry:
    """A next step, or a rule of the plan: who does what, by when, for which goal."""
    step = answer.content
    if isinstance(step, Action):
        text = parts(
            ("", step.action or step.outcome or step.need),
            ("who", who(assessment, step.who)),
            ("by", step.by_when),
            ("goal", cell(answer, "goal")),
            ("so far", step.status),
        )
    elif isinstance(step, SafetyRule):
        text = parts(
            ("", step.ref),
            ("", step.rule or step.action),
            ("set off by", step.trigger),
            ("who", who(assessment, step.who)),
            ("if they cannot", who(assessment, step.back_up)),
            ("watched by", who(assessment, step.watched_by)),
            ("goal", step.goal),
            ("tried", step.tested),
            ("what happened", step.result),
        )
    else:
        text = ""
    return entry(assessment, answer, text)


def safety_entry(assessment: Assessment, answer: Answer) -> Entry:
    """Existing safety: what somebody did, how the danger was there, what came of it."""
    text = parts(
        ("", getattr(answer.content, "text", "")),
        ("while", cell(answer, "danger_present")),
        ("what came of it", cell(answer, "result")),
        ("guards against", cell(answer, "danger")),
    )
    return entry(assessment, answer, text)


def bottom_line_entry(assessment: Assessment, answer: Answer) -> Entry:
    """What the authority will not give way on, and why."""
    text = parts(
        ("", cell(answer, "requirement")),
        ("why", cell(answer, "why")),
        ("set by", who(assessment, cell(answer, "set_by"))),
        ("because of", cell(answer, "danger")),
    )
    told_on = cell(answer, "told_on")
    return entry(assessment, answer, text, f"family told {told_on}" if told_on else "")


def _seen_otherwise(assessment: Assessment, words: object, whose: object) -> tuple[str, object]:
    by = who(assessment, whose)
    return (f"seen otherwise by {by}" if by else "seen otherwise", words)


def _named(lead: str, assessment: Assessment, value: object) -> str:
    names = who(assessment, value)
    return f"{lead} {names}" if names else ""
