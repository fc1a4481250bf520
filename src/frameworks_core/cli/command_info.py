"""`frameworks info`: what a document is, without personal data."""

from __future__ import annotations

from frameworks_core.cli.options import Blends, Document, Format, TextOrJson


def info(file: Document, blend: Blends = None, output_format: Format = TextOrJson.text) -> None:
    """Say what a document is and holds, in numbers only: no names, no words of answers."""
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.checks.overview import overview, overview_as_text
    from frameworks_core.cli.checked import load_sound
    from frameworks_core.cli.results import width, write_json, write_text

    loaded = load_sound(file, load_catalogue(blend or ()))
    facts = overview(loaded.form, loaded.document)
    if output_format is TextOrJson.json:
        write_json(facts)
    else:
        write_text(overview_as_text(facts, width()))
