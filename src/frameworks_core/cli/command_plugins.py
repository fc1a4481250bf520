"""`frameworks plugins`: who serves which statutory function, and what is broken."""

from __future__ import annotations

from frameworks_core.cli.options import Format, TextOrJson


def plugins(output_format: Format = TextOrJson.text) -> None:
    """Show the installed frameworks and which statutory functions each serves."""
    from frameworks_core.cli.results import width, write_json, write_text
    from frameworks_core.host.listing import plugins_as_json, plugins_as_text
    from frameworks_core.host.registry import load_registry

    registry = load_registry()
    registry.rules()  # faulty rules and forms are told too, and show only when they are asked for
    registry.forms()
    if output_format is TextOrJson.json:
        write_json(plugins_as_json(registry))
    else:
        write_text(plugins_as_text(registry, width()))
