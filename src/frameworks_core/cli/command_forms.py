"""`frameworks forms`: the installed forms and what they ask."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frameworks_core.cli.options import Format, TextOrJson

app = typer.Typer(help="The installed forms and what they ask.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_forms(output_format: Format = TextOrJson.text) -> None:
    """List the installed forms."""
    from frameworks_core.cli.results import width, write_json, write_text
    from frameworks_core.forms.listing import forms_as_json, forms_as_text
    from frameworks_core.host.registry import load_registry

    registry = load_registry()
    forms = [registry.form(form_id) for form_id in registry.form_ids()]
    if output_format is TextOrJson.json:
        write_json(forms_as_json(forms))
    else:
        write_text(forms_as_text(forms, width()))


@app.command("show")
def show_form(
    form: Annotated[str, typer.Argument(metavar="FORM", help="Id of a form.")],
    output_format: Format = TextOrJson.text,
    plain: Annotated[
        bool, typer.Option("--plain", help="Show the questions as the family reads them.")
    ] = False,
    as_on_paper: Annotated[
        bool, typer.Option("--as-on-paper", help="Hide the questions we added to the historical form.")
    ] = False,
) -> None:
    """Show what a form asks: every question, its wording, its kind, and how well attested it is."""
    from frameworks_core.cli.results import width, write_json, write_text
    from frameworks_core.forms.listing import form_as_json, form_as_text
    from frameworks_core.host.registry import load_registry

    shown = load_registry().form(form)
    if as_on_paper:
        shown = shown.without_added()
    if output_format is TextOrJson.json:
        write_json(form_as_json(shown))
    else:
        write_text(form_as_text(shown, width(), plain=plain))


@app.command("compile")
def compile_forms(
    files: Annotated[list[Path], typer.Argument(metavar="FORM.toml...", help="Form definitions.")],
) -> None:
    """Write the compiled form beside each form definition, so that it is read quickly.

    For plugin writers. A missing or outdated compiled form costs time, nothing else.
    """
    from frameworks_core.cli.results import write_text
    from frameworks_core.forms.compiled import compiled_path
    from frameworks_core.forms.loading import write_compiled

    for file in files:
        write_compiled(file)
        write_text(f"{compiled_path(file)}: written")
