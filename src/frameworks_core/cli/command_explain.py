"""`frameworks explain`: what a finding's code means."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Format, TextOrJson


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]", help="A finding's code, such as REQ101; without one, all are listed."
        ),
    ] = None,
    output_format: Format = TextOrJson.text,
) -> None:
    """Explain a finding: what is checked, why it matters, how to mend it, and on whose authority."""
    from frameworks_core.checks.explanation import explanation_of, explanations, list_as_text
    from frameworks_core.cli.results import width, write_json, write_text
    from frameworks_core.host.registry import load_registry

    registry = load_registry()
    as_json = output_format is TextOrJson.json
    if code is None:
        every = explanations(registry)
        if as_json:
            write_json([one.as_json() for one in every])
        else:
            write_text(list_as_text(every, width()))
        return
    explanation = explanation_of(code, registry)
    if as_json:
        write_json(explanation.as_json())
    else:
        write_text(explanation.as_text(width()))
