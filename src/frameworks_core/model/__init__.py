"""The canonical assessment: frozen, slotted attrs; no input or output, no JSON, no schema library.

One small file per concept. A concept enters the model when two frameworks need it or statute requires it; what only one
form asks for stays verbatim in an `Answer` and is carried.

What an assessment and its answers are made of is imported when it is first asked for: most commands never read one, and
making its many classes takes a tenth of their time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from frameworks_core.model.agency import Agency
from frameworks_core.model.attribution import Attribution
from frameworks_core.model.event import Event
from frameworks_core.model.origin import FieldMark, Origin, SourceRecord
from frameworks_core.model.person import Person, Relationship
from frameworks_core.model.slot import Slot
from frameworks_core.model.values import Value

if TYPE_CHECKING:
    from frameworks_core.model.assessment import Answer, Assessment, Content, Leaf
    from frameworks_core.model.judgements import Decision, Judgement, Rating, Scale
    from frameworks_core.model.practice import (
        Conversation,
        Danger,
        Goal,
        Harm,
        Hypothesis,
        NetworkMember,
        Pattern,
        SafetyRule,
        Tie,
    )
    from frameworks_core.model.rows import (
        Action,
        Change,
        Communication,
        Contact,
        Contingency,
        Fact,
        Involvement,
        Support,
    )
    from frameworks_core.model.statement import Reflection, Statement, View

__all__ = [
    "Action",
    "Agency",
    "Answer",
    "Assessment",
    "Attribution",
    "Change",
    "Communication",
    "Contact",
    "Content",
    "Contingency",
    "Conversation",
    "Danger",
    "Decision",
    "Event",
    "Fact",
    "FieldMark",
    "Goal",
    "Harm",
    "Hypothesis",
    "Involvement",
    "Judgement",
    "Leaf",
    "NetworkMember",
    "Origin",
    "Pattern",
    "Person",
    "Rating",
    "Reflection",
    "Relationship",
    "SafetyRule",
    "Scale",
    "Slot",
    "SourceRecord",
    "Statement",
    "Support",
    "Tie",
    "Value",
    "View",
]


def __getattr__(name: str) -> object:
    if name in __all__:
        from frameworks_core.model import assessment, judgements, practice, rows, statement

        for module in (assessment, judgements, practice, rows, statement):
            if name in vars(module):
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
