"""`frameworks new`: a blank document of a form."""

from __future__ import annotations

from frameworks_core.cli.options import Force, Form, Json, JsonOnly, Output


def new(
    form: Form, output: Output = None, _output_format: Json = JsonOnly.json, force: Force = False
) -> None:
    """Start a blank document of a form, or of a blend."""
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli.results import write_json
    from frameworks_core.forms.blank import blank_document

    write_json(blank_document(load_catalogue().form_called(form)), output, force=force)
