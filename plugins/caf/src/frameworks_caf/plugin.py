"""What this plugin contributes, as hook implementations only: forms and guides are data, rules and lenses packages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.host.contributions import FormFile, Framework, GuideFile, Lens, PlanTemplate, Rule
from frameworks_core.host.hookspecs import hookimpl

FORMS = Path(__file__).parent / "forms"
"""Every TOML file in here is a form, its id `caf/` and the file's name."""

GUIDES = Path(__file__).parent / "guides"


@hookimpl
def frameworks_describe() -> Iterator[Framework]:
    """Describe the CAF as a recording format."""
    yield Framework(
        name="caf",
        title="Common Assessment Framework (CAF)",
        kind="recording format",
        edition="national form of 2009/10, with the checklist, delivery plan and family form used around it",
        source=(
            "S2+ caf-2009, caf-2006, caf-guide; the last pages of the form and the checklist's questions K"
        ),
        rights=(
            "The names CAF and Every Child Matters are used to describe the national form and programme of "
            "the former education department. Field names are facts about those forms; all other wording is "
            "ours. Nobody who issued or used them has reviewed or endorsed this plugin."
        ),
        api_version=1,
    )


@hookimpl
def frameworks_gather() -> Iterator[FormFile]:
    """Every form in `FORMS`."""
    for path in sorted(FORMS.glob("*.toml")):
        yield FormFile(f"caf/{path.stem}", path)


@hookimpl
def frameworks_analyse() -> Iterator[Lens]:
    """One way of looking at a record, of any form."""
    from frameworks_caf.lenses.needs_and_strengths import LENS  # every command lists the plugin; few look

    yield LENS


@hookimpl
def frameworks_decide() -> Iterator[GuideFile]:
    """What to ask about early help; people decide."""
    yield GuideFile("caf/early_help", GUIDES / "early_help.toml")


@hookimpl
def frameworks_support() -> Iterator[PlanTemplate]:
    """The plan of the team around the child."""
    yield PlanTemplate(
        "caf/delivery_plan",
        "Delivery plan and review",
        "caf/delivery_plan",
        "S caf-notts78, docsbay-review; one county's form, no national one was seen",
    )


@hookimpl
def frameworks_rules() -> Iterator[Rule]:
    """Every rule between the fields of these forms."""
    from frameworks_caf.rules import RULES  # only a check needs them; every command lists the plugin

    yield from RULES
