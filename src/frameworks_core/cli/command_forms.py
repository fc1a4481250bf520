"""`frameworks forms`: the installed forms and what they ask."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frameworks_core.cli.options import Form, Format, TextOrJson

app = typer.Typer(help="The installed forms and what they ask.", no_args_is_help=True, rich_markup_mode=None)

BlendsListed = Annotated[
    list[str] | None,
    typer.Option(
        "--blend",
        metavar="FILE",
        help="A blend to list too, again for more; or set FRAMEWORKS_BLENDS to their folder.",
    ),
]


@app.command("list", short_help="List the installed forms.")
def list_forms(blend: BlendsListed = None, output_format: Format = TextOrJson.text) -> None:
    """List the installed forms, and the blends at hand. What cannot be used is told after the others."""
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli.faulty_forms import tell_of_faulty_forms
    from frameworks_core.cli.results import width, write_json, write_text
    from frameworks_core.forms.listing import forms_as_json, forms_as_text

    catalogue = load_catalogue(blend or ())
    blends, problems = catalogue.blends()
    forms = (*catalogue.registry.forms(), *(one.form for one in blends))
    if output_format is TextOrJson.json:
        write_json(forms_as_json(forms))
    else:
        write_text(forms_as_text(forms, width()))
    tell_of_faulty_forms(catalogue.registry, problems)


@app.command("show", short_help="Show what a form asks.")
def show_form(
    form: Form,
    section: Annotated[
        str | None, typer.Option("--section", metavar="ID", help="Show the questions of this section.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show the questions of every section.")] = False,
    output_format: Format = TextOrJson.text,
    plain: Annotated[
        bool, typer.Option("--plain", help="Show the questions as the family reads them.")
    ] = False,
    as_on_paper: Annotated[
        bool, typer.Option("--as-on-paper", help="Hide the questions we added to the historical form.")
    ] = False,
    variant: Annotated[
        str | None, typer.Option("--variant", metavar="CODE", help="Show it in the words of this variant.")
    ] = None,
) -> None:
    """Show what a form asks: its sections, or every question with its wording, its kind, and how well attested it is.

    JSON is the whole definition, unless a section is named.
    """
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli.results import width, write_json, write_text
    from frameworks_core.forms.listing import form_as_json, form_as_text
    from frameworks_core.forms.summary import form_summary_as_text, only_section
    from frameworks_core.forms.variants import in_variant

    if section is not None and everything:
        raise typer.BadParameter(
            "it shows every section; leave out one of --all and --section.", param_hint="--all"
        )
    shown = load_catalogue().form_called(form)
    if variant is not None:
        shown = in_variant(shown, variant)
    if as_on_paper:
        shown = shown.without_added()
    if section is not None:
        shown = only_section(shown, section, called=form)
    if output_format is TextOrJson.json:
        write_json(form_as_json(shown))
    elif everything or section is not None:
        write_text(form_as_text(shown, width(), plain=plain))
    else:
        write_text(form_summary_as_text(shown, width(), plain=plain, called=form))


@app.command("compile", short_help="Make form definitions quicker to read (for plugin writers).")
def compile_forms(
    files: Annotated[list[Path], typer.Argument(metavar="FORM.toml...", help="Form definitions.")],
) -> None:
    """Write the compiled form beside each form definition, so that it is read quickly.

    For plugin writers. A missing or outdated compiled form costs time, nothing else.
    """
    from frameworks_core.cli.destinations import write_together
    from frameworks_core.cli.results import write_text
    from frameworks_core.forms.compiled import compiled_path
    from frameworks_core.forms.loading import compiled_from

    compiled = {}
    for file in files:
        content = compiled_from(file)
        compiled[compiled_path(file)] = content
    write_together(compiled, force=True)
    for path in compiled:
        path.chmod(0o644)  # a form is public; only records are for their owner alone
    write_text("\n".join(f"{path}: written" for path in compiled))
