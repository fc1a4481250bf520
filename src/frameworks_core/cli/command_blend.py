"""`frameworks blend`: an authority's composition of frameworks."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Force, Format, Output, Severity, TextOrJson

app = typer.Typer(
    help="An authority's composition of frameworks, in one TOML file.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("check")
def check(
    paths: Annotated[list[str], typer.Argument(metavar="FILE...", help="Blend files.")],
    output_format: Format = TextOrJson.text,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = Severity.error,
    output: Output = None,
    force: Force = False,
) -> None:
    """Check blends: what serves each statutory function, what is missing, what is asked twice, and how long each is.

    Everything is reported in one pass, and nothing is changed or merged. Exits with 2 where a file cannot be read.
    """
    from frameworks_core.cli.blend_checks import check_blends, exit_code
    from frameworks_core.cli.destinations import refuse_sources
    from frameworks_core.cli.results import width, write, write_json

    refuse_sources([output] if output else [], paths)
    results = check_blends(paths)
    if output_format is TextOrJson.json:
        from frameworks_core.blend.checking.report_json import as_json

        write_json(as_json(results), output, force=force)
    else:
        from frameworks_core.blend.checking.report_text import as_text

        write(as_text(results, width()), output, force=force)
    if code := exit_code(results, fail_on):
        raise typer.Exit(code)
