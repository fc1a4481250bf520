"""The Assessment Framework: twenty dimensions, a later group, parts, and relations between sets of them."""

import re

import pytest

from frameworks_core.errors import UserError
from frameworks_core.statute.dimensions import (
    all_dimensions,
    check_dimensions,
    covers,
    dimension,
    domains,
    known_dimensions,
    overlaps,
    whole,
)

CHILD = {
    "health",
    "education",
    "emotional_behavioural_development",
    "identity",
    "family_social_relationships",
    "social_presentation",
    "selfcare_skills",
}
PARENTING = {
    "basic_care",
    "ensuring_safety",
    "emotional_warmth",
    "stimulation",
    "guidance_boundaries",
    "stability",
}
FAMILY = {
    "family_history_functioning",
    "wider_family",
    "housing",
    "employment",
    "income",
    "social_integration",
    "community_resources",
}
PARTS = {
    "health/general",
    "health/physical",
    "health/speech",
    "education/language",
    "education/understanding",
    "education/participation",
    "education/progress",
    "education/aspirations",
    "emotional_behavioural_development/emotional",
    "emotional_behavioural_development/behavioural",
    "identity/described",
    "family_history_functioning/household",
    "family_history_functioning/significant_adults",
}
MARK = re.compile(r"(S2\+|S|K|D) \S")


def test_seven_six_and_seven_dimensions_then_the_group_of_later_guidance():
    assert [len(domain.dimensions) for domain in domains()] == [7, 6, 7, 1]
    ids = [{dimension.id for dimension in domain.dimensions} for domain in domains()]
    assert ids == [CHILD, PARENTING, FAMILY, {"extrafamilial_context"}]


def test_only_the_group_of_later_guidance_is_marked_as_not_of_the_framework_of_2000():
    assert [domain.id for domain in domains() if domain.later_guidance] == ["beyond_family"]
    assert dimension("extrafamilial_context").source.startswith("D ")


def test_parts_belong_to_the_dimension_they_are_named_after():
    parts = {part.id: owner.id for owner in all_dimensions() for part in owner.parts}
    assert set(parts) == PARTS
    assert all(whole(part) == owner for part, owner in parts.items())


def test_every_name_is_known_once():
    names = [entry.id for owner in all_dimensions() for entry in (owner, *owner.parts)]
    assert len(names) == len(set(names)) == 21 + len(PARTS)
    assert known_dimensions() == set(names)


@pytest.mark.parametrize("name", sorted(CHILD | PARENTING | FAMILY | PARTS | {"extrafamilial_context"}))
def test_a_dimension_has_a_label_a_plain_one_and_a_mark(name):
    entry = dimension(name)
    assert entry.label
    assert entry.plain
    assert entry.plain[0].islower()
    assert MARK.match(entry.source)


def test_a_dimension_cannot_be_changed():
    with pytest.raises(AttributeError):
        dimension("health").label = "something else"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("helth", "health"),
        ("self_care_skills", "selfcare_skills"),
        ("health/phisical", "health/physical"),
        ("family_history", "family_history_functioning"),
    ],
)
def test_an_unknown_dimension_is_refused_with_the_nearest_name(wrong, right):
    with pytest.raises(UserError, match=f"'{wrong}' in the Assessment Framework; did you mean '{right}'"):
        check_dimensions(["health", wrong])


def test_known_dimensions_pass_the_check():
    check_dimensions([*CHILD, *PARTS])


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        (["health"], ["health"]),
        (["health"], ["health/physical"]),
        (["health"], ["health/physical", "health/general"]),
        (["health", "education"], ["health/speech", "education/language"]),
        (["identity", "social_presentation"], ["identity"]),
        (["health/physical"], ["health/physical"]),
        (["health"], []),
        ([], []),
    ],
)
def test_a_set_covers_its_members_and_their_parts(wider, narrower):
    assert covers(wider, narrower)


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        (["health/physical"], ["health"]),
        (["health/general", "health/physical", "health/speech"], ["health"]),
        (["health/physical"], ["health/general"]),
        (["identity"], ["identity", "social_presentation"]),
        (["health"], ["health/speech", "education/language"]),
        ([], ["health"]),
    ],
)
def test_a_set_does_not_cover_what_is_wider_or_beside_it(wider, narrower):
    assert not covers(wider, narrower)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (["health"], ["health"]),
        (["health"], ["health/physical"]),
        (["health/speech", "education/language"], ["education"]),
        (["identity", "social_presentation"], ["social_presentation", "selfcare_skills"]),
    ],
)
def test_sets_overlap_when_they_share_a_member_or_a_whole_and_its_part(a, b):
    assert overlaps(a, b)
    assert overlaps(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (["health/physical"], ["health/general"]),
        (["health"], ["education"]),
        (["health"], ["education/language"]),
        ([], ["health"]),
        ([], []),
    ],
)
def test_sets_do_not_overlap_through_two_different_parts_or_not_at_all(a, b):
    assert not overlaps(a, b)
    assert not overlaps(b, a)


def test_what_a_wider_set_covers_it_also_overlaps():
    names = sorted(known_dimensions())
    pairs = [([a], [b]) for a in names for b in names]
    assert all(overlaps(a, b) for a, b in pairs if covers(a, b))
