"""Who said a thing, when, on what basis, about whom, and who may see it."""

from __future__ import annotations

from attrs import frozen

BASES = ("observed", "reported", "judgement", "hypothesis")
DISCLOSURES = ("open", "third_party", "police", "adult_health")


@frozen(kw_only=True)
class Attribution:
    """Everything an attributed entry says beside its text. Ids are those of people or agencies in the document.

    `source` is several ids where a row of a table names several people.
    """

    source: str | tuple[str, ...] | None = None
    on: str | None = None
    basis: str | None = None
    about: tuple[str, ...] | None = None
    disclosure: str | None = None
    may_share_with: tuple[str, ...] | None = None
    heading: str | None = None


UNATTRIBUTED = Attribution()
