"""What this plugin contributes, as hook implementations only: forms and guides are data, rules and lenses packages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.host.contributions import FormFile, Framework, GuideFile, Lens, PlanTemplate, Rule
from frameworks_core.host.hookspecs import hookimpl
from frameworks_single_assessment import ASSESSMENT, CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN, CORE, INITIAL

FORMS = Path(__file__).parent / "forms"
GUIDES = Path(__file__).parent / "guides"


@hookimpl
def frameworks_describe() -> Iterator[Framework]:
    """Say what the single assessment is, how well it is attested, and that nobody has endorsed this."""
    yield Framework(
        name="single_assessment",
        title="Single assessment (child and family assessment), with the older initial and core assessments",
        kind="recording format",
        edition=(
            "Practice since 2013, under the editions of Working Together from 2013 to 2023; records from "
            "2000 to 2013"
        ),
        source=(
            "S2+ first pages of three authorities' templates, contents lists of eight procedures, OFS; "
            "no authority's template was seen complete"
        ),
        rights=(
            "Named descriptively, after what practice and guidance call these records; no authority or "
            "department has endorsed this. All wording is our own."
        ),
        api_version=1,
    )


@hookimpl
def frameworks_gather() -> Iterator[FormFile]:
    """Yield the assessment in use, the two plans that follow it, and the two historical records."""
    yield FormFile(ASSESSMENT, FORMS / "assessment.toml")
    yield FormFile(CHILD_IN_NEED_PLAN, FORMS / "child_in_need_plan.toml")
    yield FormFile(CHILD_PROTECTION_PLAN, FORMS / "child_protection_plan.toml")
    yield FormFile(INITIAL, FORMS / "initial.toml")
    yield FormFile(CORE, FORMS / "core.toml")


@hookimpl
def frameworks_analyse() -> Iterator[Lens]:
    """Yield the ways of looking at a record, of any form."""
    from frameworks_single_assessment.lenses import LENSES  # every command lists the plugin; few look

    yield from LENSES


@hookimpl
def frameworks_decide() -> Iterator[GuideFile]:
    """Yield what to weigh before a decision; a person decides."""
    yield GuideFile("single_assessment/threshold", GUIDES / "threshold.toml")


@hookimpl
def frameworks_support() -> Iterator[PlanTemplate]:
    """Yield the two plans that follow an assessment."""
    yield PlanTemplate(
        "single_assessment/child_in_need_plan",
        "Child in need plan",
        CHILD_IN_NEED_PLAN,
        "S2+ ssd, cin-york, cin-notts for what it holds; its layout D",
    )
    yield PlanTemplate(
        "single_assessment/child_protection_plan",
        "Child protection plan",
        CHILD_PROTECTION_PLAN,
        "S2+ sheffield-plan, royalgreenwich for what it holds; its layout D",
    )


@hookimpl
def frameworks_rules() -> Iterator[Rule]:
    """Yield the rules between fields of these forms."""
    from frameworks_single_assessment.rules import RULES

    yield from RULES
