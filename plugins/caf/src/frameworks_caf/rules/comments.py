"""Rules about whose comment a comment is. What was said, and whether freely, no software can tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frameworks_caf.rules.forms import ASSESSMENT, DELIVERY_PLAN, FAMILY
from frameworks_caf.rules.who import is_expected, is_family_only, place_in_people
from frameworks_core.forms.filled import FilledForm, Given
from frameworks_core.host.contributions import Hit, Rule

_FORMS = (ASSESSMENT, FAMILY, DELIVERY_PLAN)


def child_comment_by_relatives(filled: FilledForm) -> Iterator[Hit]:
    """Comments of a child that come, by their own sources, from relatives only.

    A practitioner's entry may say what a baby showed, or why a child was not asked; a text without sources
    may be anybody's. Neither is counted, nor is a child not yet born.
    """
    for field_id in ("child_comment", "dp_child_comment"):
        for given in filled.given(field_id):
            children = (given.child,) if given.child else filled.children
            if any(is_expected(filled, child) for child in children) or not isinstance(given.value, list):
                continue
            if all(_is_relatives(entry, children, filled) for entry in given.value):
                yield Hit(given.at, "the child's comment comes from relatives only")


def _is_relatives(entry: dict[str, Any], children: tuple[str, ...], filled: FilledForm) -> bool:
    source = filled.people.get(entry.get("source", ""))
    return source is not None and source["id"] not in children and is_family_only(source)


CHILDS_OWN_COMMENT = Rule(
    code="CAF006",
    severity="warning",
    title="The child's comment is the child's",
    why="A parent's view of what a child thinks is a view worth having, but it is the parent's.",
    fix=(
        "Ask the child in a way that suits their age and how they communicate, and write down what they said "
        "or showed. If they were not asked, add the reason in your own name."
    ),
    authority=(
        "S OFS 10: the child's own words; S caf-notts78: each has a comment; D after rule 6 of E4, pitfall 4"
    ),
    stage="final",
    forms=_FORMS,
    check=child_comment_by_relatives,
)


def parents_without_comment(filled: FilledForm) -> Iterator[Hit]:
    """Parents and carers who are neither the source nor the subject of an entry in the parents' comment."""
    parents = [
        person["id"]
        for person in filled.people.values()
        if person["id"] not in filled.children
        and ("parent_carer" in person["roles"] or person.get("parental_responsibility") == "yes")
    ]
    for field_id in ("parent_comment", "dp_parent_comment"):
        for given in filled.given(field_id):
            yield from _unheard(given, parents, filled)


def _unheard(given: Given, parents: list[str], filled: FilledForm) -> Iterator[Hit]:
    entries = given.value if isinstance(given.value, list) else [{}]
    if not all("source" in entry for entry in entries):
        if len(parents) > 1:
            yield Hit(
                given.at,
                "there is more than one parent or carer, and it is not recorded whose comment this is",
            )
        return
    heard = {one for entry in entries for one in (entry["source"], *entry.get("about", ()))}
    for parent in parents:
        if parent not in heard:
            yield Hit(
                place_in_people(filled, parent), "no comment of this parent or carer is recorded, nor why not"
            )


EACH_PARENTS_COMMENT = Rule(
    code="CAF106",
    severity="note",
    title="Each parent or carer has their own comment",
    why=(
        "Parents may see things differently, above all when they live apart. A father or mother who lives "
        "elsewhere is easily left out without anybody having decided it."
    ),
    fix=(
        "Give each parent or carer an entry of their own, with its source. Where somebody was not asked, for "
        "example because contact is not safe, add an entry about them that gives the reason."
    ),
    authority=(
        "S OFS key findings: parents' views; S ps-knowsley: a father elsewhere; S caf-notts78; D how it is "
        "checked"
    ),
    stage="final",
    forms=_FORMS,
    check=parents_without_comment,
)

RULES = (CHILDS_OWN_COMMENT, EACH_PARENTS_COMMENT)
