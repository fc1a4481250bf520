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
    from frameworks_core.blend.blend import examine
    from frameworks_core.cli.shown import show
    from frameworks_core.host.registry import load_registry

    examined = examine(Path(file), load_registry())
    if key is None:
        every = explaining.everything(examined)
        text, values = (
            lambda: as_text.everything_as_outline(examined, every),
            lambda: as_json.everything_as_json(examined, every),
        )
    else:
        found = explaining.explain(examined, key)
        text, values = (
            lambda: as_text.explained_as_outline(examined, found),
            lambda: as_json.explained_as_json(examined, found),
        )
    show(text, values, output_format, output, force=force)


@app.command("diff", short_help="Show what differs between two blends, and what a move would do.")
def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="A blend's file, or the id of a form.")],
    second: Annotated[str, typer.Argument(metavar="B", help="What it is compared with.")],
    full: Annotated[
        bool, typer.Option("--full", help="Name every question; without it they are counted.")
    ] = False,
    output_format: ShownAs = Shown.text,
    output: Output = None,
    force: Force = False,
) -> None:
    """Show what differs between two blends, or a blend and a form: what they ask, use and set.

    For an authority that thinks of changing; and for a child who moves: what of a record arrives, and what has to be asked
    anew. JSON is always whole.
    """
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.blend.differing import compared, differ
    from frameworks_core.blend.differing_json import differing_as_json
    from frameworks_core.blend.differing_text import differing_as_outline
    from frameworks_core.cli.shown import show

    catalogue = load_catalogue()
    found = differ(compared(catalogue, first), compared(catalogue, second))
    show(
        lambda: differing_as_outline(found, full=full),
        lambda: differing_as_json(found),
        output_format,
        output,
        force=force,
    )
