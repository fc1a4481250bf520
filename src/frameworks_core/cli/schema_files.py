"""The files of generated JSON Schemas, one per form: `schemas/<framework>/<name>.schema.json`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.exchange.file_writing import dumps, write_atomically
from frameworks_core.forms.schema import json_schema
from frameworks_core.host.registry import Registry


def generated(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """The name, relative to the folder, and content of every schema file."""
    for form_id in registry.form_ids():
        yield f"{form_id}.schema.json", dumps(json_schema(registry.form(form_id)))


def write(registry: Registry, folder: Path) -> list[str]:
    """Write every schema that is new or has changed, and return one line about each file."""
    lines = []
    for name, content in generated(registry):
        path = folder / name
        if path.is_file() and path.read_bytes() == content:
            lines.append(f"{path}: unchanged")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content, force=True)
        path.chmod(0o644)  # a schema is public; only records are for their owner alone
        lines.append(f"{path}: written")
    return lines


def stale(registry: Registry, folder: Path) -> list[str]:
    """One line about each schema file that is missing, out of date, or of no installed form."""
    lines = []
    wanted = dict(generated(registry))
    for name, content in wanted.items():
        path = folder / name
        if not path.is_file():
            lines.append(f"{path}: is missing")
        elif path.read_bytes() != content:
            lines.append(f"{path}: is out of date")
    present = (path.relative_to(folder).as_posix() for path in folder.glob("*/*.schema.json"))
    lines.extend(
        f"{folder / name}: no installed form has this schema" for name in sorted(set(present) - set(wanted))
    )
    return lines
