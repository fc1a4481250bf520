"""`frameworks forms`: the installed forms and what they ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from frameworks_core.cli.options import Form, Format, TextOrJson

if TYPE_CHECKING:
    from frameworks_core.errors import UserError
    from frameworks_core.forms.form import Form as FormDefinition

app = typer.Typer(help="The installed forms and what they ask.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list", short_help="List the installed forms.")
def list_forms(output_format: Format = TextOrJson.text) -> None:
    """List the installed forms. One that cannot be used is told after the others."""
    from frameworks_core.cli.exit_codes import FAILED
    from frameworks_core.cli.results import say, width, write_json, write_text
    from frameworks_core.forms.listing import forms_as_json, forms_as_text

    forms, faults = _installed()
    if output_format is TextOrJson.json:
        write_json(forms_as_json(forms))
    else:
        write_text(forms_as_text(forms, width()))
    for fault in faults:
        say(f"frameworks: {fault}")
    if faults:
        raise typer.Exit(FAILED)


@app.command("show", short_help="Show what a form asks.")
def show_form(
    form: Form,
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


@app.command("compile", short_help="Make form definitions quicker to read (for plugin writers).")
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


def _installed() -> tuple[list[FormDefinition], list[UserError]]:
    """Every installed form that can be used, and what is wrong with the others."""
    from frameworks_core.errors import UserError
    from frameworks_core.host.registry import load_registry

    registry = load_registry()
    forms: list[FormDefinition] = []
    faults: list[UserError] = []
    for form_id in registry.form_ids():
        try:
            forms.append(registry.form(form_id))
        except UserError as fault:
            faults.append(fault)
    return forms, faults
