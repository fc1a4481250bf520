"""`frameworks new`: a blank document of a form."""

from __future__ import annotations

from frameworks_core.cli.options import Force, Form, Json, JsonOnly, Output


def new(
    form: Form, output: Output = None, _output_format: Json = JsonOnly.json, force: Force = False
) -> None:
    """Start a blank document of a form."""
    from frameworks_core.cli.results import write_json
    from frameworks_core.forms.blank import blank_document
    from frameworks_core.host.registry import load_registry

    write_json(blank_document(load_registry().form(form)), output, force=force)
