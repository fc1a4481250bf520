"""`frameworks explain`: what a finding's code means."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli.options import Format, TextOrJson


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A finding's code, such as REQ101.")],
    output_format: Format = TextOrJson.text,
) -> None:
    """Explain a finding: what is checked, why it matters, how to mend it, and on whose authority."""
    from frameworks_core.checks.explanation import explanation_of
    from frameworks_core.cli.results import width, write_json, write_text
    from frameworks_core.host.registry import load_registry

    explanation = explanation_of(code, load_registry())
    if output_format is TextOrJson.json:
        write_json(explanation.as_json())
    else:
        write_text(explanation.as_text(width()))
