"""Rules between the fields of the CAF forms, one module for each subject.

A rule reads a filled form and says where two answers do not go together, or where something a CAF rests on
is not recorded. It reads what was answered, never what it might mean: no rule scores, weighs or decides,
and none says that a child is or is not safe. Software cannot see what was said but not written down.

Codes: `CAF0nn` is rule nn of the research notes' list of rules between fields, `CAF1nn`, `CAF2nn` ... are
further rules of the same number, and `CAF5nn` have no number there. Contradictions are found in drafts too;
what is not there yet is only asked for before a record is finished. An unanswered required question is
found by the core and not here.
"""

from __future__ import annotations

from operator import attrgetter

from frameworks_caf.rules import (
    agreement,
    checklist,
    comments,
    delivery_review,
    each_child,
    interpreting,
    lead_professional,
    plan,
    record,
    safety,
    signatures,
)
from frameworks_core.host.contributions import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *agreement.RULES,
            *checklist.RULES,
            *comments.RULES,
            *delivery_review.RULES,
            *each_child.RULES,
            *interpreting.RULES,
            *lead_professional.RULES,
            *plan.RULES,
            *record.RULES,
            *safety.RULES,
            *signatures.RULES,
        ),
        key=attrgetter("code"),
    )
)
"""Every rule of the plugin, sorted by code."""

__all__ = ["RULES"]
