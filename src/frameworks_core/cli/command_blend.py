"""`frameworks blend`: an authority's composition of frameworks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frameworks_core.cli.options import Force, Format, Full, Output, Severity, TextOrJson
from frameworks_core.cli.shown import Shown, ShownAs

app = typer.Typer(
    help="An authority's composition of frameworks, in one TOML file.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("check", short_help="Check blends: what serves what, what is missing or asked twice.")
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
    from frameworks_core.blend.blend import examine
    from frameworks_core.blend.explaining import as_json, as_text, explaining
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
    full: Full = False,
    output_format: ShownAs = Shown.text,
    output: Output = None,
    force: Force = False,
) -> None:
    """Show what differs between two blends, or a blend and a form: what they ask, use and set.

    For an authority that thinks of changing; and for a child who moves: what of a record arrives, and what has to be asked
    anew. JSON is always whole.
    """
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.blend.differing.as_json import differing_as_json
    from frameworks_core.blend.differing.as_text import differing_as_outline
    from frameworks_core.blend.differing.compared import compared
    from frameworks_core.blend.differing.differing import differ
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


Name = Annotated[str | None, typer.Option("--name", metavar="TEXT", help="The authority's name.")]
Several = list[str] | None


@app.command("new", short_help="Start a blend.")
def new(
    name: Name = None,
    form_id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Id of the record it makes; otherwise made of the name."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="What practitioners call the record.")
    ] = None,
    plain_title: Annotated[
        str | None, typer.Option("--plain-title", metavar="TEXT", help="What the family is told it is.")
    ] = None,
    version: Annotated[str, typer.Option("--version", metavar="TEXT", help="Its version.")] = "1",
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="WORD", help="child or family; otherwise as the forms say."),
    ] = None,
    basis: Annotated[
        str | None,
        typer.Option("--basis", metavar="WORD", help="consent or statute; otherwise as the forms say."),
    ] = None,
    statute: Annotated[
        str | None,
        typer.Option(
            "--statute", metavar="NAME", help="Edition of the statutory guidance; otherwise the newest."
        ),
    ] = None,
    extends: Annotated[
        str | None, typer.Option("--extends", metavar="FILE", help="The base blend it goes on from.")
    ] = None,
    form: Annotated[
        Several, typer.Option("--form", metavar="ID", help="A form to ask; again for more.")
    ] = None,
    section: Annotated[
        Several,
        typer.Option("--section", metavar="ID", help="A section, framework/form#section; again for more."),
    ] = None,
    lens: Annotated[
        Several,
        typer.Option(
            "--lens",
            metavar="NAME",
            help="A lens; otherwise those of its frameworks. The word none for none.",
        ),
    ] = None,
    guide: Annotated[Several, typer.Option("--guide", metavar="NAME", help="A guide, likewise.")] = None,
    plan: Annotated[Several, typer.Option("--plan", metavar="NAME", help="A plan, likewise.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing; take the defaults.")] = False,
    output_format: Format = TextOrJson.text,
    output: Output = None,
    force: Force = False,
) -> None:
    """Start a blend: a TOML file with a note on every key, to be edited on.

    On a terminal it asks for what no option says. The blend is composed before its file is written.
    """
    from frameworks_core.blend.starting.choices import Start
    from frameworks_core.cli.asking import can_ask
    from frameworks_core.cli.new_blend import new_blend
    from frameworks_core.host.registry import load_registry

    def named(names: list[str] | None) -> tuple[str, ...] | None:
        return None if names is None else tuple(name for name in names if name != "none")

    start = Start(
        name=name,
        id=form_id,
        version=version,
        title=title,
        plain_title=plain_title,
        about=about,
        basis=basis,
        statute=statute,
        extends=extends,
        forms=tuple(form or ()),
        sections=tuple(section or ()),
        lenses=named(lens),
        guides=named(guide),
        plans=named(plan),
    )
    new_blend(
        start,
        load_registry(),
        output,
        asks=can_ask() and not yes,
        force=force,
        as_json=output_format is TextOrJson.json,
    )
