"""Who and what is in a generated record: the one thing that everything else in it refers to."""

from __future__ import annotations

from attrs import frozen

_ADULTS = (
    ("p10", ("parent_carer",)),
    ("p11", ("professional",)),
    ("p12", ("parent_carer", "significant_adult")),
    ("p13", ("family_member", "household_member")),
    ("p14", ("interpreter", "professional")),
)
_AGENCIES = (("a1", "school"), ("a2", "police"), ("a3", "adult_health"), ("a4", None))


@frozen(cache_hash=True)
class Cast:
    """Ids of all people and services.

    Attributes:
        children: The subject children.
        others: Everybody else, with their roles.
        agencies: Services, with the kind of service.
        names_subjects: Whether the record must say whom it is about, because another person is a child too.
    """

    children: tuple[str, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]
    agencies: tuple[tuple[str, str | None], ...]
    names_subjects: bool

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of all people."""
        return (*self.children, *(person for person, _ in self.others))

    @property
    def parties(self) -> tuple[str, ...]:
        """Ids of all people and services."""
        return (*self.people, *(agency for agency, _ in self.agencies))


def casts(children: int) -> tuple[Cast, ...]:
    """Casts with so many subject children, from small to large: hypothesis simplifies towards the first."""
    return tuple(
        _cast(children, adults, agencies, sibling)
        for adults, agencies in ((0, 0), (1, 0), (2, 2), (3, 4), (5, 3))
        for sibling in (None, "sibling", "child")
    )


def _cast(children: int, adults: int, agencies: int, sibling: str | None) -> Cast:
    siblings = (("p9", (sibling,)),) if sibling else ()
    return Cast(
        children=tuple(f"p{number}" for number in range(1, children + 1)),
        others=(*siblings, *_ADULTS[:adults]),
        agencies=_AGENCIES[:agencies],
        names_subjects=sibling == "child",
    )
