"""Rules about who signed, and as whom, once there is a table of signatures. The core asks for the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frameworks_caf.rules.forms import ASSESSMENT, FAMILY
from frameworks_caf.rules.who import is_family, is_family_only
from frameworks_core.forms.filled import FilledForm, Row
from frameworks_core.host.contributions import Hit, Rule

_CONSENT_FORM = "S docest-112567, nottm-qa: a signed consent statement; K who signs"
_BOTH = (ASSESSMENT, FAMILY)


def _signed_by(rows: list[dict[str, Any]], *roles: str) -> set[str | None]:
    """Ids of those who signed in one of the roles."""
    return {row.get("name") for row in rows if row.get("signed") == "yes" and row.get("role") in roles}


def assessor_not_signed(filled: FilledForm) -> Iterator[Hit]:
    """Tables of signatures without that of an assessor the record names."""
    named = {*(filled.value("assessor") or ()), filled.value("co_author")} - {None}
    for given in filled.given("consent_signed"):
        signed = _signed_by(given.value, "assessor")
        if not signed:
            yield Hit(given.at, "no signature of an assessor is recorded")
        elif named and signed.isdisjoint(named):
            yield Hit(
                given.at, "whoever signed as assessor is not among the persons undertaking the assessment"
            )


ASSESSOR_SIGNED = Rule(
    code="CAF028",
    severity="warning",
    title="The person who did the assessment signs it",
    why="The family signs to a person who explained it to them; the record shows who that was.",
    fix="Let the assessor sign and date it, or add whoever signed to the persons undertaking the assessment.",
    authority=f"{_CONSENT_FORM}; D after rule 28 of E4",
    stage="final",
    forms=_BOTH,
    check=assessor_not_signed,
)


def family_not_signed(filled: FilledForm) -> Iterator[Hit]:
    """Tables of signatures without one by the child or a parent or carer, unless they said no."""
    for given in filled.given("consent_signed"):
        refused = filled.value("consent_storage", given.child) == "no"
        if not refused and not _signed_by(given.value, "child", "parent_carer"):
            yield Hit(given.at, "no signature of the child, a parent or a carer is recorded")


FAMILY_SIGNED = Rule(
    code="CAF128",
    severity="error",
    title="The family signs what it agrees to",
    why="A CAF rests on the family's agreement, and the signature is what shows it.",
    fix=(
        "Go through the statement with the family and let the young person, or a parent or carer for a "
        "child, sign and date it. If they would rather not, record that they do not agree."
    ),
    authority=f"{_CONSENT_FORM}; S2+ caf-bwd, studylib-caf: informed agreement; D after rule 28 of E4",
    stage="final",
    forms=_BOTH,
    check=family_not_signed,
)


def signed_as_somebody_else(filled: FilledForm) -> Iterator[Hit]:
    """Signatures whose role the signer does not have in the people table."""
    for row in filled.rows("consent_signed"):
        person = filled.people.get(row.cells.get("name", ""))
        if person is not None and _is_other(row, person, filled):
            yield Hit(f"{row.at}/role", "whoever signed is somebody else in the people table than this says")


def _is_other(row: Row, person: dict[str, Any], filled: FilledForm) -> bool:
    match row.cells.get("role"):
        case "child":
            return person["id"] not in ((row.child,) if row.child else filled.children)
        case "parent_carer" | "adult":
            return not is_family(person)
        case "assessor":
            return is_family_only(person)
        case _:
            return False


SIGNED_AS = Rule(
    code="CAF228",
    severity="error",
    title="Everybody signs as who they are",
    why="Nobody can agree for the family and take the agreement for the service at once.",
    fix="Correct the role beside the signature, or the person's roles in the people table.",
    authority=f"{_CONSENT_FORM}; D after rule 28 of E4: who writes and who agrees are two people",
    stage="draft",
    forms=_BOTH,
    check=signed_as_somebody_else,
)


def adults_not_signed(filled: FilledForm) -> Iterator[Hit]:
    """Adults whose own needs are described and who signed nowhere."""
    if not filled.is_answered("consent_signed"):
        return
    signed = {
        row.cells.get("name") for row in filled.rows("consent_signed") if row.cells.get("signed") == "yes"
    }
    for row in filled.rows("adults"):
        if "name" in row.cells and row.cells["name"] not in signed:
            yield Hit(
                f"{row.at}/name",
                "the needs of an adult are described, and no signature of theirs is recorded",
            )


ADULTS_SIGNED = Rule(
    code="CAF328",
    severity="warning",
    title="Adults agree to what is written about themselves",
    why="A parent who signs for a child has not yet agreed to have their own needs recorded.",
    fix="Go through their own part with each adult and let them sign, or take it out.",
    authority="S caf-wirral: adults with needs of their own stand on the form; D that each signs",
    stage="final",
    forms=(FAMILY,),
    check=adults_not_signed,
)

RULES = (ASSESSOR_SIGNED, FAMILY_SIGNED, SIGNED_AS, ADULTS_SIGNED)
