"""Rules about what the family agrees to: keeping the record, sharing it, and changing their mind.

Not to share is the family's right. No rule asks for agreement; each makes sure that the record shows what was
agreed.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_caf.rules.forms import ASSESSMENT, FAMILY
from frameworks_caf.rules.safety import harm_is_feared
from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule

_INFORMED = "S2+ caf-bwd, studylib-caf: voluntary, informed agreement, the family chooses what is shared"
_BOTH = (ASSESSMENT, FAMILY)


def is_sharing_agreed(filled: FilledForm, child: str | None) -> bool:
    """Whether at least one service is agreed for sharing what is recorded of a child."""
    services = filled.value("consent_services", child) or ()
    return any(service.get("agreed") == "yes" for service in services)


def nobody_to_share_with(filled: FilledForm) -> Iterator[Hit]:
    """Children for whom no service is agreed, where the record itself may be kept."""
    for child, at in _asked(filled, "consent_services"):
        refused = filled.value("consent_storage", child) == "no"
        if not refused and not harm_is_feared(filled, child) and not is_sharing_agreed(filled, child):
            yield Hit(at, "no service is recorded as agreed for sharing, so this may not leave its assessor")


SHARING = Rule(
    code="CAF022",
    severity="warning",
    title="What is shared is agreed service by service",
    why=(
        "Without a named service that the family agreed to, nothing of this record may be passed on. That is "
        "the family's choice to make; it only must not be forgotten when somebody asks for a copy."
    ),
    fix=(
        "Go through the services with the family and record yes or no for each. If they want it shared with "
        "nobody, leave it so and do not pass it on. Keeping a child safe follows local procedures and not "
        "this list."
    ),
    authority=f"{_INFORMED}; S docest-112567, nottm-qa: services are listed; D rule 22 of E4",
    stage="final",
    forms=_BOTH,
    check=nobody_to_share_with,
)


def kept_without_agreement(filled: FilledForm) -> Iterator[Hit]:
    """Records whose family said no to keeping them."""
    for given in filled.given("consent_storage"):
        if given.value == "no" and not harm_is_feared(filled, given.child):
            yield Hit(given.at, "the family does not agree that this is recorded and kept")


STORAGE = Rule(
    code="CAF122",
    severity="error",
    title="A CAF is kept only with agreement",
    why="A CAF is voluntary: without agreement to record and keep it there is nothing it rests on.",
    fix=(
        "Stop here. Agree with the family, and with whoever answers for records where you work, what happens "
        "to what is already written, and offer help that needs no CAF."
    ),
    authority=f"{_INFORMED}; S docest-112567, nottm-qa: a consent statement, K its wording",
    stage="draft",
    forms=_BOTH,
    check=kept_without_agreement,
)


def agreed_unexplained(filled: FilledForm) -> Iterator[Hit]:
    """Sharing that was agreed to although the reasons are not recorded as explained."""
    for given in filled.given("consent_reasons_explained"):
        if given.value != "yes" and is_sharing_agreed(filled, given.child):
            yield Hit(given.at, "sharing is agreed, and the reasons for it are not recorded as explained")


EXPLAINED = Rule(
    code="CAF222",
    severity="error",
    title="Reasons are explained before sharing is agreed",
    why="Agreement counts when those who give it know what is shared, with whom and why.",
    fix="Explain in plain words, with an interpreter where needed, and ask again. Then record both answers.",
    authority=f"{_INFORMED}; S docest-112567, nottm-qa: a consent statement, K its wording",
    stage="draft",
    forms=_BOTH,
    check=agreed_unexplained,
)


def withdrawn_but_agreed(filled: FilledForm) -> Iterator[Hit]:
    """Agreement withdrawn without limits while services are still marked as agreed."""
    for given in filled.given("consent_withdrawn_on"):
        limited = filled.is_answered("consent_withdrawn_scope", given.child)
        if not limited and is_sharing_agreed(filled, given.child):
            yield Hit(given.at, "agreement is withdrawn, and services are still recorded as agreed")


WITHDRAWN = Rule(
    code="CAF322",
    severity="error",
    title="Agreement that was withdrawn no longer stands",
    why=(
        "From the day a family changes its mind nothing more is shared; a list that still says yes will be "
        "read as yes."
    ),
    fix=(
        "Ask what was meant. If all of it, mark each service as not agreed; if part of it, say which under "
        "what was withdrawn. Until then share nothing. Keeping a child safe follows local procedures "
        "regardless."
    ),
    authority=f"{_INFORMED}; D rule 22 of E4",
    stage="draft",
    forms=_BOTH,
    check=withdrawn_but_agreed,
)


def withdrawn_when(filled: FilledForm) -> Iterator[Hit]:
    """What was withdrawn, without the day."""
    for given in filled.given("consent_withdrawn_scope"):
        if not filled.is_answered("consent_withdrawn_on", given.child):
            yield Hit(given.at, "it is recorded what was withdrawn, and not on which day")


WITHDRAWN_WHEN = Rule(
    code="CAF422",
    severity="warning",
    title="A withdrawal has its day",
    why="What was shared before that day was agreed to; what is shared after it is not.",
    fix="Record the day on which the family said so.",
    authority="D after rule 22 of E4",
    stage="final",
    forms=_BOTH,
    check=withdrawn_when,
)


def _asked(filled: FilledForm, field_id: str) -> Iterator[tuple[str | None, str]]:
    """Whom a question is asked for (None for all children at once), with the place of the answer to come."""
    at = f"/answers/{field_id}"
    value = filled.answers.get(field_id)
    if filled.form.fields[field_id].per_child and (value is None or isinstance(value, dict)):
        yield from ((child, f"{at}/{child}") for child in filled.children)
    else:
        yield None, at


RULES = (SHARING, STORAGE, EXPLAINED, WITHDRAWN, WITHDRAWN_WHEN)
