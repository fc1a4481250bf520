"""The elements of the CAF in its three domains, and the dimensions each is about, as the form has them."""

from __future__ import annotations

from typing import NamedTuple


class Element(NamedTuple):
    """One element: what practitioners call it, and its dimensions of the Assessment Framework or parts of them."""

    label: str
    dimensions: frozenset[str]


def _element(label: str, *dimensions: str) -> Element:
    return Element(label, frozenset(dimensions))


DOMAINS: dict[str, tuple[Element, ...]] = {
    "The child": (
        _element("General health", "health/general"),
        _element("Physical development", "health/physical"),
        _element("Speech, language and communication", "health/speech", "education/language"),
        _element("Emotional and social development", "emotional_behavioural_development/emotional"),
        _element("Behavioural development", "emotional_behavioural_development/behavioural"),
        _element(
            "Identity, self-esteem, self-image and social presentation", "identity", "social_presentation"
        ),
        _element("Family and social relationships", "family_social_relationships"),
        _element("Self-care skills and independence", "selfcare_skills"),
        _element("Understanding, reasoning and problem-solving", "education/understanding"),
        _element("Participation in learning, education and employment", "education/participation"),
        _element("Progress and achievement in learning", "education/progress"),
        _element("Aspirations", "education/aspirations"),
    ),
    "Parents and carers": (
        _element("Basic care, ensuring safety and protection", "basic_care", "ensuring_safety"),
        _element("Emotional warmth and stability", "emotional_warmth", "stability"),
        _element("Guidance, boundaries and stimulation", "guidance_boundaries", "stimulation"),
    ),
    "Family and environment": (
        _element("Family history, functioning and well-being", "family_history_functioning"),
        _element("Wider family", "wider_family"),
        _element("Housing, employment and financial considerations", "housing", "employment", "income"),
        _element(
            "Social and community elements and resources, including education",
            "social_integration",
            "community_resources",
        ),
    ),
}
"""Elements by domain, in the form's order."""
