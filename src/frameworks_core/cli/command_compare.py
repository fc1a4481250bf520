"""`frameworks compare`: two frameworks, forms or blends side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Force, Full, Output
from frameworks_core.cli.shown import Shown, ShownAs


def known_sides(incomplete: str) -> list[str]:
    """Names of the installed frameworks and ids of their forms, for shell completion."""
    from frameworks_core.functions.comparing.sides import known_names
    from frameworks_core.host.registry import load_registry

    return [name for name in known_names(load_registry()) if name.startswith(incomplete)]


_NAMED = "A framework, the id of one form, or the file of a blend; they may be mixed."


def compare(
    first: Annotated[str, typer.Argument(metavar="A", help=_NAMED, autocompletion=known_sides)],
    second: Annotated[
        str, typer.Argument(metavar="B", help="What to set beside it.", autocompletion=known_sides)
    ],
    full: Full = False,
    output_format: ShownAs = Shown.text,
    output: Output = None,
    force: Force = False,
) -> None:
    """Set two frameworks, forms or blends side by side: what each asks, rates and plans, and what cannot be mapped.

    Nothing is scored and nothing recommended. JSON is always whole.
    """
    from frameworks_core.blend.as_side import sides
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli.shown import show
    from frameworks_core.functions.comparing.as_json import comparison_as_json
    from frameworks_core.functions.comparing.as_text import comparison_as_outline
    from frameworks_core.functions.comparing.comparing import compare as set_beside

    comparison = set_beside(*sides(load_catalogue((first, second)), first, second))
    show(
        lambda: comparison_as_outline(comparison, full=full),
        lambda: comparison_as_json(comparison),
        output_format,
        output,
        force=force,
    )
