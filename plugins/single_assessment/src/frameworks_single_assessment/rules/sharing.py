"""Going through the assessment with parents and carers, and a reason with a name where nothing is given."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.reading import people_with_places

PARENTS = frozenset({"mother", "father", "parent", "carer", "guardian"})
DONE_OR_EXPLAINED = frozenset({"discussed_on", "copy_on", "withheld_reason"})


def _parents(filled: FilledForm) -> frozenset[str]:
    """Whoever has the role of a parent or carer, or parental responsibility, or is so related to a child."""
    related = {
        relationship["from"]
        for relationship in filled.document.get("relationships", ())
        if relationship["kind"] in PARENTS and relationship["to"] in filled.children
    }
    return frozenset(
        person["id"]
        for person in filled.people.values()
        if "parent_carer" in person["roles"]
        or person.get("parental_responsibility") == "yes"
        or person["id"] in related
    )


def _parent_not_mentioned(filled: FilledForm) -> Iterator[Hit]:
    if not filled.is_answered("shared_parent"):
        return
    mentioned = {
        person
        for row in filled.rows("shared_parent")
        if not DONE_OR_EXPLAINED.isdisjoint(row.cells)
        for person in row.cells.get("who", ())
    }
    parents = _parents(filled) - mentioned
    for at, person in people_with_places(filled):
        if person["id"] in parents:
            yield Hit(
                at, "nothing says that the assessment was gone through with this parent or carer, or why not"
            )


SGA020 = Rule(
    code="SGA020",
    severity="warning",
    title="Gone through with every parent and carer, or a reason why not",
    why=(
        "People are owed what is written about them, and can correct it only if they see it. For some it "
        "is not safe; then the reason is what the next reader needs."
    ),
    fix=(
        "Add a row for this person: when it was discussed, when the copy was given and in which format; or "
        "the reason nothing is given, with the manager who decided that. A copy may follow after "
        "authorisation."
    ),
    authority="S OFS 46; E4 rule 20",
    stage="final",
    forms=(ASSESSMENT,),
    check=_parent_not_mentioned,
)


def _withheld_by_nobody(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("shared_parent"):
        if "withheld_reason" in row.cells and "withheld_by" not in row.cells:
            yield Hit(
                f"{row.at}/withheld_by",
                "a copy is withheld, and the manager who decided that is not recorded",
            )


SGA120 = Rule(
    code="SGA120",
    severity="error",
    title="A manager decides to withhold a copy",
    why="To keep an assessment from a parent is a decision of its own, and has somebody who answers for it.",
    fix="Name the manager who decided it, after asking them.",
    authority="S OFS 46 for sharing; the manager's name D, E4 rule 20",
    stage="final",
    forms=(ASSESSMENT,),
    check=_withheld_by_nobody,
)

RULES = (SGA020, SGA120)
