"""What this plugin contributes. Hook implementations only: the forms are data, the rules stand in `rules`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.host.contributions import FormFile, Framework, Rule
from frameworks_core.host.hookspecs import hookimpl
from frameworks_single_assessment import ASSESSMENT, CORE, INITIAL

FORMS = Path(__file__).parent / "forms"


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
    """Yield the assessment in use and the two historical records."""
    yield FormFile(ASSESSMENT, FORMS / "assessment.toml")
    yield FormFile(INITIAL, FORMS / "initial.toml")
    yield FormFile(CORE, FORMS / "core.toml")


@hookimpl
def frameworks_rules() -> Iterator[Rule]:
    """Yield the rules between fields of these forms."""
    from frameworks_single_assessment.rules import RULES

    yield from RULES
