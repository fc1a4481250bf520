"""Factors at the end of the assessment: codes for the census, and the parts of the form that belong to them.

The form itself asks for the part on a parent's difficulty wherever a factor names it, and offers no withdrawn
code.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.form import Form
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.reading import answers_by_child, once

NO_FACTOR = "21"
ENDS_HERE = frozenset({"no_further_action", "no_further_action_s47_end", "step_down_early_help"})
"""Outcomes that go with 'no factor': the work ends, or early help takes over (S cin-val 8873Q)."""


def _none_beside_others(filled: FilledForm) -> Iterator[Hit]:
    for given in filled.given("factors_end"):
        if NO_FACTOR in given.value and len(given.value) > 1:
            yield Hit(given.at, "the code for no factor stands beside other factors")


SGA009 = Rule(
    code="SGA009",
    severity="error",
    title="'No factor' stands alone",
    why="There cannot be a factor and none. The census refuses the combination.",
    fix="Keep the factors that were found, or the code for none.",
    authority="S cin-val 8869",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_none_beside_others,
    statutory=True,
)


@once
def _none_but_work_goes_on(filled: FilledForm) -> Iterator[Hit]:
    for child, outcomes in answers_by_child(filled, "outcomes"):
        factors = filled.value("factors_end", child) or ()
        if NO_FACTOR in factors and not ENDS_HERE.issuperset(outcomes.value):
            yield Hit(
                outcomes.at, "the code for no factor is recorded, and an outcome says that work goes on"
            )


SGA109 = Rule(
    code="SGA109",
    severity="warning",
    title="'No factor' goes with the end of the work",
    why=(
        "The code means no factor and no further action. Where more is to follow, something was found; the "
        "census asks about an assessment without factors that does not close."
    ),
    fix="Record the factors that lead to the outcome, or check the outcome.",
    authority="S cin-val 8873Q",
    stage="draft",
    forms=(ASSESSMENT,),
    check=_none_but_work_goes_on,
)


def _parts(form: Form) -> dict[str, frozenset[str]]:
    """The parts of the form that factors call for, by the first word of their fields, with those factors."""
    return {
        field.id.partition(".")[0]: frozenset(field.when.codes)
        for field in form
        if field.when is not None and field.when.field == "factors_end"
    }


def _part_without_factor(filled: FilledForm) -> Iterator[Hit]:
    if any(filled.value("factors_end", child) is None for child in filled.children):
        return
    named = {code for given in filled.given("factors_end") for code in given.value}
    for part, codes in _parts(filled.form).items():
        answered = next(
            (
                field.id
                for field in filled.form
                if field.id in filled.answers and field.id.startswith(f"{part}.")
            ),
            None,
        )
        if answered and codes.isdisjoint(named):
            yield Hit(
                f"/answers/{answered}",
                f"this part is filled in, and the factors of no child include {_either(codes)}",
            )


def _either(codes: frozenset[str]) -> str:
    return " or ".join(sorted(codes))


SGA010 = Rule(
    code="SGA010",
    severity="note",
    title="A parent's difficulty that is described is among the factors, or no longer plays a part",
    why=(
        "What is described at length and counted nowhere is missed when services are planned. What is over "
        "may rightly be described and not counted: factors are those at the end."
    ),
    fix="Look at the factors of each child again. If the difficulty is past, nothing is to be done.",
    authority="S OFS 4 for a part of its own; D, the converse of E4 rule 10",
    stage="final",
    forms=(ASSESSMENT,),
    check=_part_without_factor,
)

RULES = (SGA009, SGA109, SGA010)
