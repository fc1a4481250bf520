"""`frameworks diff`: what changed between two documents of one form."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Blends, Format, ShowValues, TextOrJson


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier document.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later document; - reads standard input.")],
    blend: Blends = None,
    output_format: Format = TextOrJson.text,
    show_values: ShowValues = False,
) -> None:
    """Show what changed between two documents, in the words of their form."""
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.checks.differences import differences
    from frameworks_core.checks.reporting.differences_text import differences_as_json, differences_as_text
    from frameworks_core.cli.checked import load_pair
    from frameworks_core.cli.results import width, write_json, write_text

    earlier, later = load_pair(old, new, load_catalogue(blend or ()))
    found = differences(later.form, earlier.document, later.document)
    if output_format is TextOrJson.json:
        write_json(differences_as_json(found, show_values=show_values))
    else:
        write_text(differences_as_text(later.form, found, width(), show_values=show_values))
