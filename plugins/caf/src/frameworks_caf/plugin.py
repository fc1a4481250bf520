"""What this plugin contributes, as hook implementations only: the forms are data, the rules a package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.host.contributions import FormFile, Framework, Rule
from frameworks_core.host.hookspecs import hookimpl

FORMS = Path(__file__).parent / "forms"
"""Every TOML file in here is a form, its id `caf/` and the file's name."""


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
def frameworks_rules() -> Iterator[Rule]:
    """Every rule between the fields of these forms."""
    from frameworks_caf.rules import RULES  # only a check needs them; every command lists the plugin

    yield from RULES
