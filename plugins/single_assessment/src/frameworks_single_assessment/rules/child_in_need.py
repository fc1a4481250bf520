"""Section 17: the decision is a person's, for each child; these rules only ask whether its record is whole.

Nothing here is read out of texts, and nothing says whether a child is in need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.plan_rows import reaches
from frameworks_single_assessment.rules.reading import answers_by_child, once, person_of, place_for

HELP_UNDER_SECTION_17 = frozenset({"services", "short_breaks"})
_LETTER = re.compile(r"\W*(?:part\s+|limb\s+)?\(?([abc])\s*(?:[).:;,]|$)", re.IGNORECASE)


@once
def _no_plan_no_reason(filled: FilledForm) -> Iterator[Hit]:
    rows = tuple(filled.rows("plan_rows"))
    for child, decision in answers_by_child(filled, "s17_decision"):
        if (
            decision.value == "in_need"
            and not any(reaches(filled, row, child) for row in rows)
            and not filled.is_answered("plan_none_reason", child)
        ):
            yield Hit(
                place_for(filled, "plan_none_reason", child),
                "the child is decided to be in need, and there is neither a row of the plan for the child "
                "nor a reason for none",
            )


SGA011 = Rule(
    code="SGA011",
    severity="error",
    title="A child in need has a plan, or a reason for none",
    why=(
        "To be found in need and then to hear nothing is what families remember. A plan follows when the "
        "assessment concludes that help under section 17 is needed."
    ),
    fix="Add the rows of the plan that are for this child, or say why there is no plan.",
    authority="S2+ ssd, cin-notts, cin-york for the plan; the reason for none D, E4 rule 11",
    stage="final",
    forms=(ASSESSMENT,),
    check=_no_plan_no_reason,
    statutory=True,
)


@once
def _not_in_need_and_yet(filled: FilledForm) -> Iterator[Hit]:
    for child, decision in answers_by_child(filled, "s17_decision"):
        if decision.value != "not_in_need":
            continue
        if filled.is_answered("s17_limbs", child):
            yield Hit(
                place_for(filled, "s17_limbs", child),
                "the decision is that the child is not in need, and parts of the definition are marked as "
                "applying",
            )
        if not HELP_UNDER_SECTION_17.isdisjoint(filled.value("outcomes", child) or ()):
            yield Hit(
                place_for(filled, "outcomes", child),
                "the decision is that the child is not in need, and the outcome is help given to a child "
                "in need",
            )


SGA111 = Rule(
    code="SGA111",
    severity="error",
    title="The decision on need says one thing",
    why="The family, and whoever reads on, must be able to tell what was decided.",
    fix="The person who decided says which of the two holds, and the other is corrected.",
    authority="S2+ york-s17, m13, waldrons for the definition; that the record agrees D, E4 rule 11",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_not_in_need_and_yet,
)


def _letters(reasons: Any) -> frozenset[str]:
    """The parts of the definition that entries name in their headings."""
    headings = (entry.get("heading", "") for entry in reasons if isinstance(entry, dict))
    return frozenset(found[1].lower() for heading in headings if (found := _LETTER.match(heading)))


@once
def _part_without_reason(filled: FilledForm) -> Iterator[Hit]:
    for child, limbs in answers_by_child(filled, "s17_limbs"):
        reasons = filled.value("s17_reasons", child)
        given = _letters(reasons) if isinstance(reasons, list) else frozenset()
        if given and (missing := sorted(set(limbs.value) - given)):
            parts = ", ".join(f"({letter})" for letter in missing)
            yield Hit(
                place_for(filled, "s17_reasons", child),
                f"reasons are headed by part, and none is headed {parts}",
            )


SGA211 = Rule(
    code="SGA211",
    severity="warning",
    title="Each part of the definition has its reason",
    why="The parts ask different questions, and an answer to one is no reason for another.",
    fix="Add an entry with the letter of the part as its heading, or take the part off.",
    authority="D, E4 rule 11",
    stage="final",
    forms=(ASSESSMENT,),
    check=_part_without_reason,
)


def _is_recorded_disabled(person: dict[str, Any]) -> bool:
    return person.get("disabled") == "yes" or not {"NONE"}.issuperset(person.get("disability_codes", ()))


@once
def _disability_not_considered(filled: FilledForm) -> Iterator[Hit]:
    for child, decision in answers_by_child(filled, "s17_decision"):
        limbs = filled.value("s17_limbs", child) or ()
        if _is_recorded_disabled(person_of(filled, child)) and "c" not in limbs:
            place = place_for(filled, "s17_limbs", child) if limbs else decision.at
            yield Hit(
                place, "the child is recorded as disabled, and part (c) is not marked; was it considered?"
            )


SGA012 = Rule(
    code="SGA012",
    severity="note",
    title="Part (c) is considered where a child is disabled",
    why=(
        "The definition of a child in need includes a disabled child as such, without proof that health or "
        "development is impaired."
    ),
    fix=(
        "Mark part (c), or say in the reasons how it was considered. Whether it applies is decided by a "
        "person."
    ),
    authority="S2+ york-s17, m13, waldrons, solihull; E4 rule 12",
    stage="final",
    forms=(ASSESSMENT,),
    check=_disability_not_considered,
)

RULES = (SGA011, SGA111, SGA211, SGA012)
