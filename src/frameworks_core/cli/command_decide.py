"""`frameworks decide`: what to weigh and record before a decision. Never the decision."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Blends, Document, Force, Output
from frameworks_core.cli.shown import Shown, ShownAs


def known_routes(incomplete: str) -> list[str]:
    """Ids of the routes, for shell completion."""
    from frameworks_core.statute.routes import all_routes

    return [route.id for route in all_routes() if route.id.startswith(incomplete)]


def known_guides(incomplete: str) -> list[str]:
    """Names of the installed guides, for shell completion."""
    from frameworks_core.host.registry import load_registry

    return [name for name in load_registry().guide_names() if name.startswith(incomplete)]


def decide(
    file: Document,
    route: Annotated[
        list[str] | None,
        typer.Option(
            "--route",
            metavar="ID",
            help="A route to prepare in full, again for more; without it, all of them in brief.",
            autocompletion=known_routes,
        ),
    ] = None,
    guide: Annotated[
        list[str] | None,
        typer.Option(
            "--guide",
            metavar="NAME",
            help="A guide to ask by, again for more; `all` for every one. Without it, those of the record's own framework.",
            autocompletion=known_guides,
        ),
    ] = None,
    blend: Blends = None,
    output_format: ShownAs = Shown.text,
    output: Output = None,
    force: Force = False,
) -> None:
    """Show what bears on a decision: legal tests, entries of the record, what is not known, what must be recorded.

    It recommends nothing and computes nothing: the decision, with its reasons, is a person's. What a decision already
    recorded leaves out is listed at the end. A route in full shows the words of the record, which are personal data.
    """
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.blend.timetable import timetable_as_json, with_timetable
    from frameworks_core.cli.checked import load_sound
    from frameworks_core.cli.function_jobs import guides_for, routes_for
    from frameworks_core.cli.shown import show
    from frameworks_core.exchange.reading import Reader
    from frameworks_core.functions.deciding import preparation_as_json, prepare
    from frameworks_core.functions.preparation_text import in_brief, in_full

    catalogue = load_catalogue(blend or ())
    loaded = load_sound(file, catalogue)
    guides = guides_for(catalogue, loaded.form, guide or [])
    words = loaded.worded
    preparation = prepare(Reader(loaded.form).read(loaded.document), guides, routes_for(route or []), words)
    days = catalogue.timetable(loaded.form, loaded.document)
    show(
        lambda: with_timetable(in_full(preparation, words) if route else in_brief(preparation, words), days),
        lambda: preparation_as_json(preparation, words) | timetable_as_json(days),
        output_format,
        output,
        force=force,
    )
