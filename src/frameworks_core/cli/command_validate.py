"""`frameworks validate`: check documents."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from frameworks_core.cli.options import Blends, Force, Output, Severity, Stage


class Report(StrEnum):
    """How findings are reported."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    sarif = "sarif"
    junit = "junit"
    github = "github"


def validate(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Documents, folders of documents, or - for standard input."),
    ],
    stage: Annotated[
        Stage | None, typer.Option(help="Check as a draft or as final; by default as the document says.")
    ] = None,
    output_format: Annotated[Report, typer.Option("--output-format", help="How to report.")] = Report.text,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = Severity.error,
    blend: Blends = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """Check documents: their shape, what their form requires, and the rules of its framework.

    Every finding is reported in one pass, without personal data. Findings are never added up into a score.
    """
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.checks.reporting import render
    from frameworks_core.cli.destinations import refuse_sources
    from frameworks_core.cli.folders import expand
    from frameworks_core.cli.results import in_colour, width, write
    from frameworks_core.cli.validation_job import check_all, exit_code, titles

    catalogue = load_catalogue(blend or ())
    documents = list(expand(paths))
    refuse_sources([output] if output else [], [document.name for document in documents])
    results = check_all(catalogue, documents, stage)
    report = render(
        output_format.value,
        results,
        width=width(),
        colour=in_colour(output),
        fail_on=fail_on.value,
        titles=titles(catalogue.registry) if output_format is Report.sarif else {},
    )
    write(report, output, force=force)
    if code := exit_code(results, fail_on):
        raise typer.Exit(code)
