"""`frameworks plan`: a plan drafted from an assessment, in the assessment's own words."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Blends, Document, Force, Output
from frameworks_core.cli.shown import Shown, ShownAs


def known_templates(incomplete: str) -> list[str]:
    """Names of the installed plan templates, for shell completion."""
    from frameworks_core.host.registry import load_registry

    return [plan.name for plan in load_registry().plan_templates() if plan.name.startswith(incomplete)]


def plan(
    file: Document,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="NAME",
            help="The kind of plan; without it the kinds there are are named.",
            autocompletion=known_templates,
        ),
    ] = None,
    child: Annotated[
        str | None, typer.Option("--child", metavar="ID", help="The child, where the plan is for one child.")
    ] = None,
    document: Annotated[
        bool,
        typer.Option(
            "--document", help="Give the plan as a document of its form, to be filled in further; it is JSON."
        ),
    ] = False,
    blend: Blends = None,
    output_format: ShownAs = Shown.text,
    output: Output = None,
    force: Force = False,
) -> None:
    """Draft a plan from an assessment: what it says goes into the plan's own places, and the rest stays empty.

    Listed with it: needs that no action names, actions that name no need, and what was not taken over and why.
    """
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli.function_jobs import draft
    from frameworks_core.cli.results import write_json
    from frameworks_core.cli.shown import show
    from frameworks_core.functions.planning import plan_as_json, plan_as_outline

    drafted = draft(load_catalogue(blend or ()), file, template, child)
    if document:
        write_json(drafted.document, output, force=force)
        return
    show(
        lambda: plan_as_outline(drafted),
        lambda: plan_as_json(drafted),
        output_format,
        output,
        force=force,
    )
