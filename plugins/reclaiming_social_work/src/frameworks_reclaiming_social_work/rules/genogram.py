"""The genogram: beyond the household, three generations, fathers named, drawn with the family.

The people and how they are related are the document's own tables; what stands there is read, nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import GENOGRAM
from frameworks_reclaiming_social_work.rules.reading import is_family, place_in_people, relationships

_GENERATIONS_UP = {
    "mother": 1,
    "father": 1,
    "parent": 1,
    "step_parent": 1,
    "aunt": 1,
    "uncle": 1,
    "grandmother": 2,
    "grandfather": 2,
    "grandparent": 2,
    "brother": 0,
    "sister": 0,
    "sibling": 0,
    "half_sibling": 0,
    "step_sibling": 0,
    "cousin": 0,
    "partner": 0,
    "former_partner": 0,
}
"""How many generations above the other somebody of this kind stands; kinds that do not say are left out."""
_GENERATIONS = 3


def household_only(filled: FilledForm) -> Iterator[Hit]:
    """Trees on which everybody lives in the household."""
    if all(
        person["id"] in filled.children or person.get("lives_in_household") == "yes" or "edd" in person
        for person in filled.people.values()
        if is_family(person)
    ):
        yield Hit("/people", "nobody is on the family tree but the household")


BEYOND_THE_HOUSEHOLD = Rule(
    code="RSW012",
    severity="warning",
    title="The genogram goes beyond the household",
    why="A household list shows who could be counted at the door. Help, and harm, often live elsewhere.",
    fix="Ask who else belongs, near or far, living or dead, and add them to people with how they are related.",
    authority="D rule T12, pitfall 3; S rip-2021: drawn by hand with families it brings in more kin",
    stage="final",
    forms=(GENOGRAM,),
    check=household_only,
)


def no_father(filled: FilledForm) -> Iterator[Hit]:
    """Children without a father on the tree, and no word why."""
    if filled.is_answered("missing_people"):
        return
    fathered = {
        tie["to"]
        for tie in relationships(filled)
        if tie["kind"] == "father"
        or (tie["kind"] == "parent" and filled.people.get(tie["from"], {}).get("sex") == "M")
    }
    for child in filled.children:
        if child not in fathered:
            yield Hit(place_in_people(filled, child), "nobody is recorded as this child's father")


FATHERS_ON_IT = Rule(
    code="RSW112",
    severity="warning",
    title="Every child's father is on the genogram, or it is said why not",
    why="A father whom nobody drew is a father whom nobody asked, and half of the child's family goes with him.",
    fix="Add him and the relationship, though only a name is known. If none is, or there is none, say who is missing.",
    authority="D rule T12, pitfall 3: absent fathers",
    stage="final",
    forms=(GENOGRAM,),
    check=no_father,
)


def _generations(filled: FilledForm) -> int:
    """How many generations the relationships of the subject children reach over."""
    height = dict.fromkeys(filled.children, 0)
    steps = [
        (tie["from"], tie["to"], _GENERATIONS_UP[tie["kind"]])
        for tie in relationships(filled)
        if tie["kind"] in _GENERATIONS_UP
    ]
    for _ in filled.people:  # each round reaches one relationship further
        for upper, lower, up in steps:
            if lower in height:
                height.setdefault(upper, height[lower] + up)
            elif upper in height:
                height[lower] = height[upper] - up
    return max(height.values(), default=0) - min(height.values(), default=0) + 1


def too_few_generations(filled: FilledForm) -> Iterator[Hit]:
    """Trees of fewer than three generations."""
    if _generations(filled) < _GENERATIONS:
        yield Hit("/relationships", "the relationships reach over fewer than three generations")


THREE_GENERATIONS = Rule(
    code="RSW212",
    severity="warning",
    title="The genogram has three generations",
    why="What is handed down, kept or changed on purpose only shows against the generation before.",
    fix="Ask about grandparents, and enter whose mother or father each is.",
    authority="D rule T12, pitfall 3; S honouring: three generations",
    stage="final",
    forms=(GENOGRAM,),
    check=too_few_generations,
)


def without_the_family(filled: FilledForm) -> Iterator[Hit]:
    """Trees made from files, or in whose making nobody of the family took part."""
    rows = list(filled.rows("made_with"))
    if rows and not any(
        row.cells.get("how") != "from_files"
        and any(who in filled.people and is_family(filled.people[who]) for who in row.cells.get("who", ()))
        for row in rows
    ):
        yield Hit("/answers/made_with", "nobody of the family took part in drawing it")


DRAWN_TOGETHER = Rule(
    code="RSW312",
    severity="warning",
    title="The genogram was drawn with the family",
    why="Drawing it is a conversation. A tree from the files shows what agencies knew.",
    fix="Take paper and pens, begin with whoever likes to, and add who took part.",
    authority="D pitfall 3; S rip-2021",
    stage="final",
    forms=(GENOGRAM,),
    check=without_the_family,
)

RULES = (BEYOND_THE_HOUSEHOLD, FATHERS_ON_IT, THREE_GENERATIONS, DRAWN_TOGETHER)
