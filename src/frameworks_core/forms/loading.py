"""Reading a form from its TOML file, with every fault named by file and place.

TOML rather than YAML: in a form full of yes and no, YAML would read `no` as false.
"""

from __future__ import annotations

from pathlib import Path

from frameworks_core.errors import UserError
from frameworks_core.forms.compiled import compile_form, read_compiled
from frameworks_core.forms.form import Form


class FormError(UserError):
    """A form definition that cannot be used; the text lists every fault with its file and place."""

    def __init__(self, path: Path, faults: list[str]) -> None:
        """Describe the faults of the file at `path`, one line each."""
        lines = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"{path}: this form definition cannot be used:\n{lines}")
        self.path = path
        self.faults = tuple(faults)


def load_form(path: Path) -> Form:
    """Read and check one form definition.

    Args:
        path: The TOML file.

    Returns:
        The form, its repeated blocks expanded.

    Raises:
        FormError: The file is missing, is not TOML, or breaks the rules of a form definition.
    """
    source = _source_of(path)
    return read_compiled(path, source) or form_from_source(source, path)


def form_from_source(source: bytes, path: Path) -> Form:
    """Build a form from the bytes of its TOML file; `path` is only named in errors.

    Raises:
        FormError: The bytes are not TOML, or break the rules of a form definition.
    """
    from frameworks_core.forms.definition import (
        faults_and_form,
    )  # the slow way: only where no compiled form is

    form, faults = faults_and_form(source)
    if form is None or faults:
        raise FormError(path, faults)
    return form


def compiled_from(path: Path) -> bytes:
    """What belongs into the compiled form beside the form definition at `path`.

    Raises:
        FormError: The definition cannot be read or used.
    """
    source = _source_of(path)
    return compile_form(form_from_source(source, path), source)


def _source_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FormError(path, [f"cannot be read: {error.strerror}"]) from error
    except ValueError:  # only a path with a null character in it
        raise FormError(path, ["cannot be read: this is not a possible file name"]) from None
