"""Rules between the fields of these forms, beyond what the core asks of every form.

A code carries the number of the rule in the research notes (E4): SGA003 is rule 3, SGA103 a second check of
the same rule, SGA203 a third. From 31 on they come from elsewhere: 31 each child separately, 41 to 46 the old
records. Numbers that are missing here belong to other forms, or are asked by the core: a date of birth or an
expected date (1), answers that an answer makes necessary (parts of 6, 10, 14 and 15), ids of people (18),
withdrawn codes (9).

Severity: an `error` contradicts itself, or lacks what law, guidance or the form wants recorded; a `warning`
asks to look again; a `note` is for information. Stage: contradictions are checked in every draft, gaps only
before a record is finished.

Which words are compared is said in each module. No rule weighs what a text says, no rule decides, and where
none speaks nothing is said about whether a child is safe.
"""

from __future__ import annotations

from frameworks_core.host.contributions import Rule
from frameworks_single_assessment.rules import (
    child_in_need,
    each_child,
    factors,
    household,
    interpreting,
    looked_after,
    old_records,
    outcome,
    plan,
    seeing_the_child,
    sharing,
    significant_harm,
    timing,
    updating,
)

_MODULES = (
    child_in_need,
    each_child,
    factors,
    household,
    interpreting,
    looked_after,
    old_records,
    outcome,
    plan,
    seeing_the_child,
    sharing,
    significant_harm,
    timing,
    updating,
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for module in _MODULES for rule in module.RULES), key=lambda rule: rule.code)
)
"""Every rule of this plugin, by code."""

__all__ = ["RULES"]
