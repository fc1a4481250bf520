"""Rules of the family form: each child stands on their own, and no child of the household is forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_caf.rules.forms import FAMILY
from frameworks_caf.rules.who import day_of_record, is_expected, is_under_18, place_in_people
from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.form import Field
from frameworks_core.host.contributions import Hit, Rule

_EACH = "S OFS 4: each child individually; D A6 and pitfall 4: no one story for a sibling group"
_NOBODY_LEFT_OUT = frozenset({"child", "sibling"})


def _development(filled: FilledForm) -> list[Field]:
    """The fields of domain 1."""
    return [
        field for section in filled.form.sections if section.id == "development" for field in section.fields
    ]


def children_left_out(filled: FilledForm) -> Iterator[Hit]:
    """Children who live in the household and are not among the children the form is about, without a note."""
    day = day_of_record(filled)
    for index, person in enumerate(filled.document["people"]):
        if (
            person["id"] not in filled.children
            and not _NOBODY_LEFT_OUT.isdisjoint(person["roles"])
            and person.get("lives_in_household") == "yes"
            and "note" not in person
            and not is_expected(filled, person["id"])
            and (day is None or "dob" not in person or is_under_18(person, day))
        ):
            yield Hit(f"/people/{index}", "this child lives in the household, and the form is not about them")


EVERY_CHILD = Rule(
    code="CAF007",
    severity="note",
    title="Every child of the household is on the form, or the reason why not",
    why="A family form that passes over a child leaves nobody looking at that child's life.",
    fix=(
        "Add the child to those the form is about, or say in the note of their entry why not, such as a CAF "
        "of their own."
    ),
    authority="S caf-wirral: the whole household on one form; D rule 7 of E4",
    stage="final",
    forms=(FAMILY,),
    check=children_left_out,
)


def no_development_of_their_own(filled: FilledForm) -> Iterator[Hit]:
    """Children of whom no element of domain 1 says anything; a baby not yet born need not have one."""
    fields = _development(filled)
    for child in filled.children:
        if not is_expected(filled, child) and not any(
            filled.is_answered(field.id, child) for field in fields
        ):
            yield Hit(place_in_people(filled, child), "nothing is written about this child's own development")


OWN_DEVELOPMENT = Rule(
    code="CAF506",
    severity="warning",
    title="Each child has their own entries on development",
    why="What helps one child may miss another; a child without a line of their own has not been looked at.",
    fix="Spend time with this child, and write at least what they enjoy and what is hard for them.",
    authority=_EACH,
    stage="final",
    forms=(FAMILY,),
    check=no_development_of_their_own,
)


def same_words_for_children(filled: FilledForm) -> Iterator[Hit]:
    """Texts about development, conclusions and comments that stand for several children, or twice.

    Babies not yet born may share a text: of twins there is often nothing else to say.
    """
    conclusions = ("conclusion_strengths", "conclusion_needs", "child_comment")
    for field_id in (*(field.id for field in _development(filled)), *conclusions):
        seen: list[object] = []
        for given in filled.given(field_id):
            if given.child is None:
                if len(filled.children) > 1:
                    yield Hit(given.at, "one text stands here for several children")
            elif given.value in seen and not is_expected(filled, given.child):
                yield Hit(given.at, "the same text stands here for another child")
            seen.append(given.value)


OWN_WORDS = Rule(
    code="CAF507",
    severity="warning",
    title="Each child has words of their own",
    why=(
        "Brothers and sisters live the same event differently. One text for all of them describes none of "
        "them."
    ),
    fix=(
        "Write for each child what is so for this child. What is truly shared belongs under parenting or "
        "surroundings."
    ),
    authority=_EACH,
    stage="final",
    forms=(FAMILY,),
    check=same_words_for_children,
)


def actions_for_nobody(filled: FilledForm) -> Iterator[Hit]:
    """Actions that do not say for whom they are, and children with needs for whom there is none."""
    if not filled.is_answered("actions"):
        return
    helped: set[str] = set()
    for row in filled.rows("actions"):
        for_whom = row.cells.get("for_whom", ())
        helped.update(for_whom)
        if not for_whom:
            yield Hit(row.at, "this action does not say for whom it is")
    for child in filled.children:
        if (
            child not in helped
            and not is_expected(filled, child)
            and filled.value("need_level", child) not in {None, "no_extra"}
        ):
            yield Hit(
                place_in_people(filled, child),
                "extra needs are recorded for this child, and no action for them",
            )


FOR_WHOM = Rule(
    code="CAF508",
    severity="warning",
    title="Each action says for whom it is, and no child is passed over",
    why="In a plan for several people an action for everybody is easily an action for nobody.",
    fix=(
        "Name the people it is for. If a child needs nothing more, say so in that child's conclusions and "
        "level of need."
    ),
    authority=(
        "D A6: the plan names which person each action is for, pitfall 4; S OFS 4: each child individually"
    ),
    stage="final",
    forms=(FAMILY,),
    check=actions_for_nobody,
)

RULES = (EVERY_CHILD, OWN_DEVELOPMENT, OWN_WORDS, FOR_WHOM)
