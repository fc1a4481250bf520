"""`frameworks schema`: JSON Schemas of the installed forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from frameworks_core.cli.options import Force, Form, Format, Json, JsonOnly, Output, TextOrJson

if TYPE_CHECKING:
    from frameworks_core.cli.schema_files import SchemaFile

app = typer.Typer(
    help="JSON Schemas derived from the installed forms.", no_args_is_help=True, rich_markup_mode=None
)
Folder = Annotated[Path, typer.Option("--dir", metavar="FOLDER", help="Folder the schemas live in.")]


@app.command("write", short_help="Write the schemas of the installed forms.")
def write_schemas(folder: Folder = Path("schemas"), output_format: Format = TextOrJson.text) -> None:
    """Write the schema of every installed form, and of a blend file, replacing what is there."""
    from frameworks_core.cli import schema_files
    from frameworks_core.cli.faulty_forms import tell_of_faulty_forms
    from frameworks_core.host.registry import load_registry

    registry = load_registry()
    files = schema_files.write(registry, folder)
    _show(files, output_format, [] if files else ["No form is installed."])
    tell_of_faulty_forms(registry)


@app.command("check", short_help="Check that schemas are up to date.")
def check_schemas(folder: Folder = Path("schemas"), output_format: Format = TextOrJson.text) -> None:
    """Check that the schemas in a folder are those of the installed forms."""
    from frameworks_core.cli import schema_files
    from frameworks_core.cli.exit_codes import FINDINGS
    from frameworks_core.cli.faulty_forms import tell_of_faulty_forms
    from frameworks_core.host.registry import load_registry

    registry = load_registry()
    stale = schema_files.stale(registry, folder)
    fine = "The schemas are those of the installed forms."
    _show(stale, output_format, [*schema_files.remedies(stale, folder)] if stale else [fine])
    tell_of_faulty_forms(registry)
    if stale:
        raise typer.Exit(FINDINGS)


@app.command("show", short_help="Show the schema of one form, or of a blend file.")
def show_schema(
    form: Form, output: Output = None, _output_format: Json = JsonOnly.json, force: Force = False
) -> None:
    """Show the schema of the documents of one form or blend; `blend` for that of a blend file itself."""
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli import schema_files
    from frameworks_core.cli.results import write_json

    write_json(schema_files.schema_of(form, load_catalogue()), output, force=force)


def _show(files: list[SchemaFile], output_format: TextOrJson, words: list[str]) -> None:
    """Show files one to a line, and what is to be said about them; programs get the files alone."""
    from frameworks_core.cli.results import write_json, write_text
    from frameworks_core.exchange.plain_text import safe_text

    if output_format is TextOrJson.json:
        write_json({"files": [{"file": safe_text(str(file.path)), "state": file.state} for file in files]})
    else:
        write_text("\n".join((*(file.line for file in files), *words)))
