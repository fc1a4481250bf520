"""What this plugin contributes, as hook implementations only: forms and guide are data, rules and lenses packages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.host.contributions import FormFile, Framework, GuideFile, Lens, PlanTemplate, Rule
from frameworks_core.host.hookspecs import hookimpl
from frameworks_reclaiming_social_work import INTERVENTION_PLAN

FORMS = Path(__file__).parent / "forms"
"""Every TOML file in here is a form, its id `reclaiming_social_work/` and the file's name."""

GUIDES = Path(__file__).parent / "guides"


@hookimpl
def frameworks_describe() -> Iterator[Framework]:
    """Describe a practice model that has no form of its own, and say so."""
    yield Framework(
        name="reclaiming_social_work",
        title="Reclaiming Social Work (systemic units)",
        kind="practice model",
        edition=(
            "A composite made by this toolkit from accounts of unit practice between 2007 and 2021; no national or "
            "local form of the model was found published. To be reviewed by somebody who has worked in a unit"
        ),
        source=(
            "D all fields, put together from what practitioners and evaluations describe (S cc-2008, cc-2018, "
            "bostock-2019, rip-2021 and others); no template was seen"
        ),
        rights=(
            "Used descriptively for a way of organising and thinking that began in Hackney and was spread by Morning "
            "Lane Associates and others; Social GRACES is an idea of John Burnham and colleagues (background "
            "knowledge). Whether anybody holds rights in these names was not established: take advice before "
            "publishing under them. All wording is our own, and nobody has reviewed or endorsed it."
        ),
        api_version=1,
    )


@hookimpl
def frameworks_gather() -> Iterator[FormFile]:
    """Every form in `FORMS`."""
    for path in sorted(FORMS.glob("*.toml")):
        yield FormFile(f"reclaiming_social_work/{path.stem}", path)


@hookimpl
def frameworks_analyse() -> Iterator[Lens]:
    """Yield the ways of looking at a record, of any form."""
    from frameworks_reclaiming_social_work.lenses import LENSES  # every command lists the plugin; few look

    yield from LENSES


@hookimpl
def frameworks_decide() -> Iterator[GuideFile]:
    """Yield what a unit asks itself before a decision; a person decides."""
    yield GuideFile("reclaiming_social_work/unit_decision", GUIDES / "unit_decision.toml")


@hookimpl
def frameworks_support() -> Iterator[PlanTemplate]:
    """Yield the plan that unit and family work on together."""
    yield PlanTemplate(
        "reclaiming_social_work/intervention_plan",
        "Intervention plan",
        INTERVENTION_PLAN,
        "D our own layout, from table C2 of the research notes",
    )


@hookimpl
def frameworks_rules() -> Iterator[Rule]:
    """Every rule between the fields of these forms."""
    from frameworks_reclaiming_social_work.rules import RULES  # only a check needs them

    yield from RULES
