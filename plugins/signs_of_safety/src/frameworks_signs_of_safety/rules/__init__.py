"""Rules between the fields of these forms, beyond what the core asks of every form.

A code carries the number of the rule in the research notes (C1): SOS005 is rule 5, SOS105 a second check of the
same rule, SOS205 a third. From 31 on they come from elsewhere in the notes. Rules about the tool itself have no
code: that no rating is ever averaged (4), that no number leads to a threshold (16), that a variant changes words
only (20) are tests of this plugin.

Severity: an `error` contradicts itself, or leaves out what the model cannot do without; a `warning` asks to look
again; a `note` is for information. Stage: contradictions are checked in every draft, gaps only before a record is
finished. Where a council does it otherwise, the constant at the head of the module says what we took as usual.

No rule judges a person, counts anything, or says that a child is or is not safe. A map on which no rule speaks is
not therefore a good map.
"""

from __future__ import annotations

from frameworks_core.host.contributions import Rule
from frameworks_signs_of_safety.rules import (
    childrens_work,
    decisions,
    goals,
    network,
    past_and_future,
    plan,
    references,
    safety,
    scales,
    sets,
    voices,
    wording,
)

_MODULES = (
    childrens_work,
    decisions,
    goals,
    network,
    past_and_future,
    plan,
    references,
    safety,
    scales,
    sets,
    voices,
    wording,
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for module in _MODULES for rule in module.RULES), key=lambda rule: rule.code)
)
"""Every rule of this plugin, by code."""

__all__ = ["RULES"]
