"""Reading a form from its TOML file, with every fault named by file and place.

TOML rather than YAML: in a form full of yes and no, YAML would read `no` as false.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from cattrs import BaseValidationError, transform_error

from frameworks_core.errors import UserError
from frameworks_core.forms.blocks import expand_blocks
from frameworks_core.forms.definition import structure_form
from frameworks_core.forms.form import Form
from frameworks_core.forms.form_checks import faults_of


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
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FormError(path, [f"cannot be read: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise FormError(path, [f"is not UTF-8 text (byte {error.start})"]) from error
    except tomllib.TOMLDecodeError as error:
        raise FormError(path, [f"is not valid TOML: {error}"]) from error
    return form_from_data(raw, path)


def form_from_data(raw: dict[str, Any], path: Path) -> Form:
    """Build a form from parsed TOML; `path` is only named in errors.

    Raises:
        FormError: The data breaks the rules of a form definition.
    """
    faults: list[str] = []
    expanded = expand_blocks(raw, faults)
    if faults:
        raise FormError(path, faults)
    try:
        form = structure_form(expanded)
    except BaseValidationError as error:
        raise FormError(path, [_in_words(line, expanded) for line in transform_error(error, "$")]) from error
    if faults := faults_of(form):
        raise FormError(path, faults)
    return form


def _in_words(line: str, raw: dict[str, Any]) -> str:
    """Turn `message @ $.sections[2].fields[0].type` into `section 'x', field 'y', type: message`."""
    message, _, place = line.rpartition(" @ ")
    words: list[str] = []
    node: Any = raw
    for step in place.removeprefix("$").lstrip(".").split("."):
        name, _, index = step.partition("[")
        node = node.get(name) if isinstance(node, dict) else None
        if index and isinstance(node, list):
            node = node[int(index.rstrip("]"))]
            known = node.get("id") or node.get("code") if isinstance(node, dict) else None
            words.append(f"{name.rstrip('s')} {known!r}" if known else f"{name}[{index}")
        elif name:
            words.append(name)
    return f"{', '.join(words) or 'top level'}: {message}"
