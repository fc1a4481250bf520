"""`frameworks blend`: an authority's composition of frameworks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frameworks_core.cli.options import Force, Output
from frameworks_core.cli.shown import Shown, ShownAs

app = typer.Typer(
    help="An authority's composition of frameworks, in one TOML file.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

BlendFile = Annotated[str, typer.Argument(metavar="FILE", help="The blend's file.")]


@app.command("explain", short_help="Say where a part of a blend comes from.")
def explain(
    file: BlendFile,
    key: Annotated[
        str | None,
        typer.Argument(
            metavar="KEY",
            help="A question (its id, or framework/form#question), a section, or a key such as decide.limit.",
        ),
    ] = None,
    output_format: ShownAs = Shown.text,
    output: Output = None,
    force: Force = False,
) -> None:
    """Say where a question, a section or a value of a blend comes from, and what overrides it.

    Without KEY every value is listed with the file and line it comes from, that of a base blend too.
    """
    from frameworks_core.blend import explaining
    from frameworks_core.blend import explaining_json as as_json
    from frameworks_core.blend import explaining_text as as_text
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli.shown import show

    blend = load_catalogue().load(Path(file))
    if key is None:
        every = explaining.everything(blend)
        text, values = (
            lambda: as_text.everything_as_outline(blend, every),
            lambda: as_json.everything_as_json(blend, every),
        )
    else:
        found = explaining.explain(blend, key)
        text, values = (
            lambda: as_text.explained_as_outline(blend, found),
            lambda: as_json.explained_as_json(blend, found),
        )
    show(text, values, output_format, output, force=force)
