"""`frameworks analyse`: an assessment seen through the lenses of the frameworks."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Blends, Document, Force, Output
from frameworks_core.cli.shown import Shown, ShownAs


def known_lenses(incomplete: str) -> list[str]:
    """Names of the installed lenses, for shell completion."""
    from frameworks_core.host.registry import load_registry

    return [lens.name for lens in load_registry().lenses() if lens.name.startswith(incomplete)]


def analyse(
    file: Document,
    lens: Annotated[
        list[str] | None,
        typer.Option(
            "--lens",
            metavar="NAME",
            help="A lens to look through, again for more; `all` for every one. Without it, those of the record's own framework.",
            autocompletion=known_lenses,
        ),
    ] = None,
    blend: Blends = None,
    output_format: ShownAs = Shown.text,
    output: Output = None,
    force: Force = False,
) -> None:
    """Look at an assessment through the lenses of one framework or several.

    Any lens may be laid over a record of any form; it says what it cannot see there. It shows the words of the record,
    which are personal data, and concludes nothing.
    """
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli.checked import load_sound
    from frameworks_core.cli.function_jobs import lenses_for
    from frameworks_core.cli.shown import show
    from frameworks_core.exchange.reading import Reader
    from frameworks_core.functions.analysing import analysis_as_json, analysis_as_outline, look

    catalogue = load_catalogue(blend or ())
    loaded = load_sound(file, catalogue)
    assessment = Reader(loaded.form).read(loaded.document)
    seen = [look(assessment, one) for one in lenses_for(catalogue, loaded.form, lens or [])]
    words = loaded.worded
    show(
        lambda: analysis_as_outline(seen, words),
        lambda: analysis_as_json(seen, words),
        output_format,
        output,
        force=force,
    )
