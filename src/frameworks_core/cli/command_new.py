"""`frameworks new`: a blank document of a form."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Force, Output


def new(
    form: Annotated[
        str, typer.Argument(metavar="FORM", help="Id of a form; `frameworks forms list` shows them.")
    ],
    output: Output = None,
    force: Force = False,
) -> None:
    """Start a blank document of a form."""
    from frameworks_core.cli.results import write_json
    from frameworks_core.forms.blank import blank_document
    from frameworks_core.host.registry import load_registry

    write_json(blank_document(load_registry().form(form)), output, force=force)
