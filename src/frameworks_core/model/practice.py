"""Rows that practice models think with: harm, danger, goals, hypotheses, patterns, the network and its rules.

A row keeps what its form said and nothing else. A hypothesis stays a hypothesis, and what people fear stays apart from
what has happened; no row of one class is ever made from a row of another.
"""

from __future__ import annotations

from attrs import frozen

from frameworks_core.model.values import Value


@frozen(kw_only=True)
class Harm:
    """What has already happened to a child: what an adult did, and what it did to the child."""

    kind: Value | None = None
    behaviour: Value | None = None
    by_whom: Value | None = None
    children: Value | None = None
    first: Value | None = None
    worst: Value | None = None
    recent: Value | None = None
    frequency: Value | None = None
    severity: Value | None = None
    impact: Value | None = None
    told_by: Value | None = None
    agreed: Value | None = None
    dispute: Value | None = None
    disputed_by: Value | None = None


@frozen(kw_only=True)
class Danger:
    """What people fear will happen to a child if nothing changes, who fears it, and who sees it otherwise."""

    ref: Value | None = None
    opening: Value | None = None
    who_worried: Value | None = None
    behaviour: Value | None = None
    feared: Value | None = None
    impact_now: Value | None = None
    impact_later: Value | None = None
    children: Value | None = None
    dispute: Value | None = None
    disputed_by: Value | None = None
    likelihood: Value | None = None
    immediacy: Value | None = None
    read_on: Value | None = None


@frozen(kw_only=True)
class Goal:
    """What life will look like when it is good enough. `outcome`, `difference`, `measure` and `need` mean what they mean in a plan row."""

    ref: Value | None = None
    danger: Value | None = None
    owner: Value | None = None
    need: Value | None = None
    difference: Value | None = None
    outcome: Value | None = None
    measure: Value | None = None
    duration: Value | None = None
    leads_to: Value | None = None


@frozen(kw_only=True)
class Hypothesis:
    """A working idea about relationships, judged by whether it helps, with what supports it and what does not fit."""

    ref: Value | None = None
    idea: Value | None = None
    includes: Value | None = None
    links: Value | None = None
    supporting: Value | None = None
    not_fitting: Value | None = None
    would_look_like: Value | None = None
    status: Value | None = None
    proposed_by: Value | None = None
    on: Value | None = None


@frozen(kw_only=True)
class Conversation:
    """A conversation to have with somebody because of a hypothesis, and what came back."""

    hypothesis: Value | None = None
    with_whom: Value | None = None
    who: Value | None = None
    question: Value | None = None
    purpose: Value | None = None
    by_when: Value | None = None
    came_back: Value | None = None


@frozen(kw_only=True)
class Pattern:
    """What tends to happen between people, step by step, when it does not happen, and the professionals' part in it."""

    sequence: Value | None = None
    when_strong: Value | None = None
    exceptions: Value | None = None
    effect: Value | None = None
    professionals: Value | None = None


@frozen(kw_only=True)
class NetworkMember:
    """Somebody from family or friends who helps to keep the child safe, and whether they know the worries."""

    person: Value | None = None
    relation: Value | None = None
    found_by: Value | None = None
    told_on: Value | None = None
    told_by: Value | None = None
    job: Value | None = None
    available: Value | None = None
    contact: Value | None = None


@frozen(kw_only=True)
class SafetyRule:
    """One rule of a safety plan: who does what when it is triggered, who watches, and what happened when it was tried."""

    ref: Value | None = None
    goal: Value | None = None
    rule: Value | None = None
    trigger: Value | None = None
    action: Value | None = None
    who: Value | None = None
    back_up: Value | None = None
    when: Value | None = None
    watched_by: Value | None = None
    tested: Value | None = None
    result: Value | None = None


@frozen(kw_only=True)
class Tie:
    """A tie between two people, or a person and a service, and its quality."""

    person: Value | None = None
    other: Value | None = None
    quality: Value | None = None
    detail: Value | None = None
    since: Value | None = None


PracticeRow = Harm | Danger | Goal | Hypothesis | Conversation | Pattern | NetworkMember | SafetyRule | Tie

PRACTICE_CLASSES: dict[str, type[PracticeRow]] = {
    "harm": Harm,
    "danger": Danger,
    "goal": Goal,
    "hypothesis": Hypothesis,
    "conversation": Conversation,
    "pattern": Pattern,
    "network": NetworkMember,
    "rule": SafetyRule,
    "tie": Tie,
}
"""Kind of slot -> the class its rows are read into."""
