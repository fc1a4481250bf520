"""Rules about the lead professional: one person to talk to, as soon as several services help."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from frameworks_caf.rules.forms import ASSESSMENT, DELIVERY_PLAN, FAMILY
from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule

UNIVERSAL = frozenset(
    {"gp", "health_visiting", "midwifery", "school_nursing", "early_years", "school", "college"}
)
"""Services open to every child; an agency's own `universal` counts before its kind."""

_WHY = (
    "Without one, a family with several helpers holds the threads itself and tells each of them everything."
)
_STANDARD = "S caf-notts87: name one when more than one service is needed, one region's standard"


def other_services(filled: FilledForm) -> int:
    """How many services besides the universal ones are named, in the agencies table or in the form.

    A service named in both places counts once: by its name, or by its kind where a row has no name.
    """
    agencies = (agency for agency in filled.agencies.values() if not _is_universal(agency))
    rows = (row.cells for row in filled.rows("services_other"))
    names: set[str] = set()
    kinds: set[str | None] = set()
    unnamed: set[str | None] = set()
    for service in chain(agencies, rows):
        kind = service.get("service")
        if name := service.get("name"):
            names.add(" ".join(name.casefold().split()))
            kinds.add(kind)
        else:
            unnamed.add(kind)
    return len(names) + len(unnamed - kinds)


def _is_universal(agency: dict[str, Any]) -> bool:
    said = agency.get("universal")
    return said == "yes" if said in {"yes", "no"} else agency.get("service") in UNIVERSAL


def no_lead_on_caf(filled: FilledForm) -> Iterator[Hit]:
    """A CAF with several other services and no lead professional."""
    if not filled.is_answered("lead_professional") and other_services(filled) > 1:
        yield Hit(
            "/answers/lead_professional", "more than one other service is named, and no lead professional"
        )


LEAD_ON_CAF = Rule(
    code="CAF025",
    severity="error",
    title="Several services have one lead professional",
    why=_WHY,
    fix=(
        "Agree with the family who it should be. Until then whoever completes the CAF holds the task: name "
        "that person."
    ),
    authority=f"{_STANDARD}; S caf-hants: whoever completes the CAF until then; D rule 25 of E4",
    stage="final",
    forms=(ASSESSMENT, FAMILY),
    check=no_lead_on_caf,
)


def no_lead_on_plan(filled: FilledForm) -> Iterator[Hit]:
    """A delivery plan with several other services and neither a lead professional nor a new one."""
    led = filled.is_answered("lead_professional") or filled.is_answered("dp_lead_changed")
    if not led and other_services(filled) > 1:
        yield Hit(
            "/answers/lead_professional", "more than one other service is named, and no lead professional"
        )


LEAD_ON_PLAN = Rule(
    code="CAF125",
    severity="warning",
    title="A plan of several services has one lead professional",
    why=_WHY,
    fix="Agree with the family who it is, and name that person here or as the new one.",
    authority=f"{_STANDARD}; S caf-notts78, docsbay-review: the plan names them; D after rule 25 of E4",
    stage="final",
    forms=(DELIVERY_PLAN,),
    check=no_lead_on_plan,
)

RULES = (LEAD_ON_CAF, LEAD_ON_PLAN)
