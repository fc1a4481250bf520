"""Services that know the family, and what each contributed to the assessment."""

from __future__ import annotations

from attrs import frozen

SERVICES = (
    "gp",
    "health_visiting",
    "midwifery",
    "school_nursing",
    "hospital",
    "mental_health",
    "adult_health",
    "early_years",
    "school",
    "college",
    "police",
    "probation",
    "housing",
    "childrens_social_care",
    "early_help",
    "voluntary",
    "youth_justice",
    "other",
)
CONTRIBUTIONS = ("requested", "received", "declined", "not_asked")


@frozen(kw_only=True)
class Agency:
    """One agency in a document's agencies table. Dates are ISO text."""

    id: str
    name: str | None = None
    service: str | None = None
    universal: str | None = None
    practitioner: str | None = None
    role: str | None = None
    contact: str | None = None
    works_with: tuple[str, ...] | None = None
    contribution: str | None = None
    contribution_reason: str | None = None
    contribution_on: str | None = None
    summary: str | None = None
    detail: str | None = None
    since: str | None = None
    other_area: str | None = None
    disclosure: str | None = None
