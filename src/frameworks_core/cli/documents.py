"""Documents as the command line names them: files, folders and standard input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.exchange.json_reading import parse, read_bytes
from frameworks_core.forms.form import Form

if TYPE_CHECKING:
    from frameworks_core.host.registry import Registry


@frozen
class Loaded:
    """A document with its form: parsed, but not yet checked."""

    name: str
    document: dict[str, Any]
    form: Form


def load(name: str, registry: Registry) -> Loaded:
    """Read a document and find the form it names.

    Raises:
        UserError: It cannot be read, is not JSON, or names no form that is installed.
    """
    document = parse(read_bytes(name), name)
    form_id, version = document.get("form"), document.get("version")
    where = "standard input" if name == "-" else name
    if not isinstance(form_id, str) or not isinstance(version, str):
        missing = "form" if not isinstance(form_id, str) else "version"
        raise UserError(
            f'{where}: the document does not name its {missing} as a text; add "{missing}", '
            'such as "form": "framework/name", "version": "1" (`frameworks forms list` shows the forms)'
        )
    try:
        return Loaded(name, document, registry.form(form_id, version))
    except UserError as error:
        raise UserError(f"{where}: {error}") from error


def expand(paths: list[str]) -> Iterator[str]:
    """The documents meant by these paths: a folder means every .json file in and below it, in order of name.

    Raises:
        UserError: A folder holds no .json file.
    """
    for path in paths:
        if path != "-" and Path(path).is_dir():
            found = sorted(str(file) for file in Path(path).rglob("*.json") if file.is_file())
            if not found:
                raise UserError(f"{path}: there is no .json file in this folder")
            yield from found
        else:
            yield path
