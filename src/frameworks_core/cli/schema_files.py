"""The files of generated JSON Schemas: `schemas/<framework>/<name>.schema.json` for each form, and one for blend files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.blend.reading.schema import blend_schema
from frameworks_core.cli.destinations import make_folder
from frameworks_core.errors import UserError
from frameworks_core.exchange.file_writing import dumps, write_atomically
from frameworks_core.forms.schema import json_schema
from frameworks_core.host.registry import Registry

BLEND = "blend"
"""What stands where a form's id does for the schema of a blend file; no form has it, for want of a slash."""


@frozen
class SchemaFile:
    """A schema file and how it stands to the installed forms.

    Attributes:
        path: The file.
        state: A key of `STATES`.
    """

    path: Path
    state: str

    @property
    def line(self) -> str:
        """The file and its state in words."""
        return f"{self.path}: {STATES[self.state]}"


STATES = {
    "written": "written",
    "unchanged": "unchanged",
    "missing": "is missing",
    "outdated": "is out of date",
    "foreign": "no installed form has this schema",
    "unusable": "cannot be made, because its form cannot be used",
}


def write(registry: Registry, folder: Path) -> list[SchemaFile]:
    """Write every schema that is new or has changed, and say of each whether it was written.

    That of a form which cannot be used is left as it is.

    Raises:
        UserError: A file cannot be read or written.
    """
    written = [_written(folder / name, content) for name, content in _generated(registry)]
    return [*written, *_unusable(registry, folder)]


def stale(registry: Registry, folder: Path) -> list[SchemaFile]:
    """Each schema file that is missing, out of date, of no installed form, or of one that cannot be used.

    Raises:
        UserError: A file cannot be read.
    """
    wanted = {folder / name: content for name, content in _generated(registry)}
    found = {path: _content(path) for path in wanted}
    unusable = _unusable(registry, folder)
    foreign = sorted(set(folder.glob("*/*.schema.json")) - {*wanted, *(file.path for file in unusable)})
    return [
        *(SchemaFile(path, "missing") for path in wanted if found[path] is None),
        *(SchemaFile(path, "outdated") for path in wanted if found[path] not in {None, wanted[path]}),
        *(SchemaFile(path, "foreign") for path in foreign),
        *unusable,
    ]


def remedies(files: list[SchemaFile], folder: Path) -> Iterator[str]:
    """What to do about stale files, a sentence for each kind."""
    states = {file.state for file in files}
    if states & {"missing", "outdated"}:
        where = "" if folder == Path("schemas") else f" --dir {folder}"
        yield f"To mend it: frameworks schema write{where}"
    if "foreign" in states:
        yield "What no installed form has: install the plugin that has the form, or remove the file"


def schema_of(name: str, catalogue: Catalogue) -> dict[str, Any]:
    """The schema of the documents of a form or blend, or that of a blend file.

    Raises:
        UserError: There is no such form, or the blend cannot be used.
    """
    if name == BLEND:
        return blend_schema(catalogue.registry)
    return json_schema(catalogue.form_called(name))


def _generated(registry: Registry) -> Iterator[tuple[str, bytes]]:
    """The name, relative to the folder, and content of every schema file."""
    forms = registry.forms()
    if forms:  # without any there is nothing to blend
        yield _name(BLEND), dumps(blend_schema(registry))
    for form in forms:
        yield _name(form.id), dumps(json_schema(form))


def _unusable(registry: Registry, folder: Path) -> list[SchemaFile]:
    """The schema file of each form that cannot be used."""
    usable = {form.id for form in registry.forms()}
    return [
        SchemaFile(folder / _name(form_id), "unusable")
        for form_id in registry.form_ids()
        if form_id not in usable
    ]


def _name(form_id: str) -> str:
    return f"{form_id}.schema.json"


def _written(path: Path, content: bytes) -> SchemaFile:
    if _content(path) == content:
        return SchemaFile(path, "unchanged")
    make_folder(path.parent)
    write_atomically(path, content, force=True)
    path.chmod(0o644)  # a schema is public; only records are for their owner alone
    return SchemaFile(path, "written")


def _content(path: Path) -> bytes | None:
    """What is in a file; None where there is none."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        why = error.strerror or "unknown cause"
        raise UserError(
            f"{path}: this file could not be read ({why}); check it, or choose another folder"
        ) from None
