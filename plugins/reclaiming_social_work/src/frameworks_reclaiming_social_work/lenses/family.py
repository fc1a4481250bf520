"""Who is who around the children of a record, as its people table and its family map tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frameworks_core.model import Assessment, Person

_PARENT = frozenset({"mother", "father", "parent", "step_parent"})
_GRANDPARENT = frozenset({"grandmother", "grandfather", "grandparent"})
_SIBLING = frozenset({"brother", "sister", "sibling", "half_sibling", "step_sibling"})
_HELPERS = frozenset({"professional", "interpreter", "advocate"})

_Ids = frozenset[str]


def children(assessment: Assessment) -> _Ids:
    """Every child of a family in a record: those it is about, their brothers and sisters, and other children in it."""
    return frozenset(assessment.about) | _siblings(assessment)


def _siblings(assessment: Assessment) -> _Ids:
    about = frozenset(assessment.about)
    by_role = {person.id for person in assessment.people if {"child", "sibling"}.intersection(person.roles)}
    related = [one for one in assessment.relationships if one.kind in _SIBLING]
    by_map = {one.source for one in related if one.target in about} | {
        one.target for one in related if one.source in about
    }
    return frozenset(by_role | by_map) - about


def _related(assessment: Assessment, kinds: _Ids, to: Iterable[str]) -> _Ids:
    targets = frozenset(to)
    return frozenset(
        one.source for one in assessment.relationships if one.kind in kinds and one.target in targets
    )


def parents_of(assessment: Assessment, child: str) -> _Ids:
    """The parents of a child whom the family map names."""
    return _related(assessment, _PARENT, (child,))


def _parents(assessment: Assessment) -> _Ids:
    by_role = {person.id for person in assessment.people if "parent_carer" in person.roles}
    return _related(assessment, _PARENT, children(assessment)) | by_role


def _grandparents(assessment: Assessment) -> _Ids:
    return _related(assessment, _GRANDPARENT, children(assessment)) | _related(
        assessment, _PARENT, _parents(assessment)
    )


def circles(assessment: Assessment) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """The people of a record from the children outwards, each in the first circle they belong to.

    Professionals, interpreters and advocates stand in none.
    """
    placed: set[str] = set()
    for name, ids in (
        ("children", frozenset(assessment.about)),
        ("siblings", _siblings(assessment)),
        ("parents", _parents(assessment)),
        ("grandparents", _grandparents(assessment)),
        ("others", frozenset(one.id for one in assessment.people if not _HELPERS.issuperset(one.roles))),
    ):
        yield name, tuple(one for one in assessment.people if one.id in ids - placed)
        placed |= ids


def is_unborn(person: Person) -> bool:
    """Whether somebody is known only by the day they are expected."""
    return person.edd is not None and person.dob is None
