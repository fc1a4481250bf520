"""`frameworks schema`: JSON Schemas of the installed forms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frameworks_core.cli.options import Force, Output

app = typer.Typer(
    help="JSON Schemas derived from the installed forms.", no_args_is_help=True, rich_markup_mode=None
)
Folder = Annotated[Path, typer.Option("--dir", help="Folder the schemas live in.")]


@app.command("write")
def write_schemas(folder: Folder = Path("schemas")) -> None:
    """Write the schema of every installed form, replacing what is there."""
    from frameworks_core.cli import schema_files
    from frameworks_core.cli.results import write
    from frameworks_core.host.registry import load_registry

    write("\n".join(schema_files.write(load_registry(), folder)))


@app.command("check")
def check_schemas(folder: Folder = Path("schemas")) -> None:
    """Check that the schemas in a folder are those of the installed forms."""
    from frameworks_core.cli import schema_files
    from frameworks_core.cli.main import FINDINGS
    from frameworks_core.cli.results import write
    from frameworks_core.host.registry import load_registry

    stale = schema_files.stale(load_registry(), folder)
    if stale:
        write("\n".join((*stale, "To mend it: frameworks schema write")))
        raise typer.Exit(FINDINGS)
    write("The schemas are those of the installed forms.")


@app.command("show")
def show_schema(
    form: Annotated[str, typer.Argument(metavar="FORM", help="Id of a form.")],
    output: Output = None,
    force: Force = False,
) -> None:
    """Show the schema of one form."""
    from frameworks_core.cli.results import write_json
    from frameworks_core.forms.schema import json_schema
    from frameworks_core.host.registry import load_registry

    write_json(json_schema(load_registry().form(form)), output, force=force)
