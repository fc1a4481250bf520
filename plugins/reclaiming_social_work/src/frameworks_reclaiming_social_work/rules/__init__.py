"""Rules between the fields of these forms, one module for each subject.

Codes follow the list of rules (T1 to T16) in the research notes: RSW004 is rule T4, RSW104, RSW204 ... are further
checks of the same rule, and RSW5nn come from the list of pitfalls or from the forms' own design. T15, that dates of the
law are kept elsewhere, has no rule: the forms have no place for them, and a test keeps it so.

What is not there yet is only asked for before a record is finished; contradictions are found in drafts too. Two
defaults are local and stand as constants in `meetings`: who is expected at a unit meeting, and how many days may pass
between two discussions of a child. Word lists are data in `words`.

No rule says whether a hypothesis is right, weighs a risk or decides. Software sees what was written, and not what was
said in the room.
"""

from __future__ import annotations

from operator import attrgetter

from frameworks_core.host.contributions import Rule
from frameworks_reclaiming_social_work.rules import (
    conversations,
    decisions,
    genogram,
    hypotheses,
    labels,
    meetings,
    perspectives,
    plan,
    relationships,
    risk,
)

_MODULES = (
    conversations,
    decisions,
    genogram,
    hypotheses,
    labels,
    meetings,
    perspectives,
    plan,
    relationships,
    risk,
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for module in _MODULES for rule in module.RULES), key=attrgetter("code"))
)
"""Every rule of the plugin, sorted by code."""

__all__ = ["RULES"]
