"""People around a child, how they are related, and the protected address.

The family map (genogram) is the graph of `Relationship`; nothing is stored twice.
"""

from __future__ import annotations

from attrs import frozen

ROLES = (
    "child",
    "sibling",
    "parent_carer",
    "family_member",
    "household_member",
    "significant_adult",
    "professional",
    "interpreter",
    "advocate",
)

RELATIONSHIPS = (
    "mother",
    "father",
    "parent",
    "step_parent",
    "grandmother",
    "grandfather",
    "grandparent",
    "brother",
    "sister",
    "sibling",
    "half_sibling",
    "step_sibling",
    "aunt",
    "uncle",
    "cousin",
    "partner",
    "former_partner",
    "carer",
    "guardian",
    "friend",
    "other",
)


@frozen(kw_only=True)
class Person:
    """One person in a document. Dates are ISO text; `yes_no` properties are `yes`, `no` or `not_known`."""

    id: str
    roles: tuple[str, ...] = ()
    given_names: str | None = None
    family_name: str | None = None
    also_known_as: str | None = None
    dob: str | None = None
    edd: str | None = None
    sex: str | None = None
    gender_described: str | None = None
    ethnicity: str | None = None
    ethnicity_described: str | None = None
    religion: str | None = None
    immigration_status: str | None = None
    legal_status: str | None = None
    first_language: str | None = None
    interpreter_needed: str | None = None
    communication_needs: str | None = None
    disabled: str | None = None
    disability_codes: tuple[str, ...] | None = None
    disability_details: str | None = None
    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    email: str | None = None
    address_protected: str | None = None
    parental_responsibility: str | None = None
    parental_responsibility_basis: str | None = None
    lives_in_household: str | None = None
    significant_to_child: str | None = None
    job_role: str | None = None
    organisation: str | None = None
    social_work_registered: str | None = None
    nhs_number: str | None = None
    upn: str | None = None
    note: str | None = None

    @property
    def has_protected_address(self) -> bool:
        """Whether the whereabouts of this person must not be given away."""
        return self.address_protected == "yes"


WHEREABOUTS = ("address", "postcode", "phone", "email")
"""Properties that give away where a person with a protected address can be found."""


@frozen(kw_only=True)
class Relationship:
    """`source` is the `kind` of `target`: p2 is the mother of p1. Written `from` and `to` in a document."""

    source: str
    target: str
    kind: str
    detail: str | None = None
    since: str | None = None
    until: str | None = None
