"""What this plugin contributes, as hook implementations only: forms and guides are data, rules and lenses packages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.host.contributions import FormFile, Framework, GuideFile, Lens, PlanTemplate, Rule
from frameworks_core.host.hookspecs import hookimpl
from frameworks_signs_of_safety import SAFETY_PLAN

FORMS = Path(__file__).parent / "forms"
"""Every TOML file in here is a form, its id `signs_of_safety/` and the file's name."""

GUIDES = Path(__file__).parent / "guides"


@hookimpl
def frameworks_describe() -> Iterator[Framework]:
    """Describe the practice model, whose name and material belong to others, and claim no effect for it."""
    yield Framework(
        name="signs_of_safety",
        title="Signs of Safety, with the Wellbeing, Success and Healing variants",
        kind="practice model",
        edition="As English councils and trainers describe it in public; no edition of the model's own material",
        source=(
            "S sos-studylib, sos-durham, sos-york, sos-lewisham, sos-wa and others for parts and rules; "
            "forms, fields and most checks D"
        ),
        rights=(
            "Signs of Safety, Signs of Success, Signs of Belonging and Signs of Wellbeing are registered "
            "trade marks of their owners, named here only to describe the practice this supports. Rights in "
            "the model's material are held by others, thought to include Resolutions, Elia and SP "
            "Consultancy (not confirmed); the Safety House material is copyright Sonja Parker and licensed. "
            "None of it is shipped: questions and guidance are our own. Nobody who holds rights has reviewed "
            "or endorsed this. Seek permission or advice before naming a service after the marks."
        ),
        api_version=1,
    )


@hookimpl
def frameworks_gather() -> Iterator[FormFile]:
    """Every form in `FORMS`."""
    for path in sorted(FORMS.glob("*.toml")):
        yield FormFile(f"signs_of_safety/{path.stem}", path)


@hookimpl
def frameworks_analyse() -> Iterator[Lens]:
    """Yield the ways of looking at a record, of any form."""
    from frameworks_signs_of_safety.lenses import LENSES  # every command lists the plugin; few look

    yield from LENSES


@hookimpl
def frameworks_decide() -> Iterator[GuideFile]:
    """Yield what to ask before a judgement; people judge."""
    yield GuideFile("signs_of_safety/safety_judgement", GUIDES / "safety_judgement.toml")


@hookimpl
def frameworks_support() -> Iterator[PlanTemplate]:
    """Yield the plan that a family and its network make."""
    yield PlanTemplate(
        "signs_of_safety/safety_plan",
        "Safety plan",
        SAFETY_PLAN,
        "S sos-plan, sos-network, sos-mtm for contents and order; the arrangement D",
    )


@hookimpl
def frameworks_rules() -> Iterator[Rule]:
    """Every rule between the fields of these forms."""
    # Only a check needs them; every command lists the plugin.
    from frameworks_signs_of_safety.rules import RULES

    yield from RULES
