"""Rules of the pre-assessment checklist. Its answers are never added up."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_caf.rules.forms import PRE_ASSESSMENT
from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule

FIVE_QUESTIONS = ("pre_healthy", "pre_safe", "pre_learning", "pre_positive_impact", "pre_poverty")
"""In all five no means a need: no to *free from effects of poverty* says that poverty weighs."""


def need_without_help(filled: FilledForm) -> Iterator[Hit]:
    """A checklist with a no and without the extra help it calls for."""
    answered_no = any(filled.value(name) == "no" for name in FIVE_QUESTIONS)
    if answered_no and not filled.is_answered("pre_needed_services"):
        yield Hit(
            "/answers/pre_needed_services",
            "one of the five questions is answered no, and this does not say what would help",
        )


NEED_NAMES_HELP = Rule(
    code="CAF023",
    severity="error",
    title="A no on the checklist says what would help",
    why=(
        "A no on its own names a worry and leaves the family with it. No means a need in all five questions, "
        "also in the one on poverty: there it says that money or housing makes life harder."
    ),
    fix=(
        "Say what should get better for the child, and which help could bring that about. Not knowing yet is "
        "an answer."
    ),
    authority="K the question; D rule 23 of E4",
    stage="final",
    forms=(PRE_ASSESSMENT,),
    check=need_without_help,
)


def helpful_but_not_asked(filled: FilledForm) -> Iterator[Hit]:
    """A CAF thought helpful that nobody has asked the family about."""
    if filled.value("pre_caf_helpful") == "yes" and filled.value("pre_agreement") == "not_asked":
        yield Hit("/answers/pre_agreement", "a CAF is thought helpful, and the family has not been asked")


ASK_THE_FAMILY = Rule(
    code="CAF502",
    severity="warning",
    title="The family is asked before a CAF begins",
    why="A CAF is voluntary. It begins with the family's informed agreement, not with ours.",
    fix="Explain what a CAF is, who would see it and that no is an answer; then record what the family said.",
    authority="S2+ caf-bwd, studylib-caf: voluntary, with informed agreement; K the question",
    stage="final",
    forms=(PRE_ASSESSMENT,),
    check=helpful_but_not_asked,
)

RULES = (NEED_NAMES_HELP, ASK_THE_FAMILY)
