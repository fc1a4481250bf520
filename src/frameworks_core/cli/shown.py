"""Results that may be text, JSON or Markdown, to standard output or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from frameworks_core.functions.outline import Part


class Shown(StrEnum):
    """How a result is shown."""

    text = "text"
    json = "json"
    markdown = "markdown"


ShownAs = Annotated[
    Shown, typer.Option("--output-format", help="Text or Markdown for people, or JSON for programs.")
]


def show(
    parts: Callable[[], Iterable[Part]],
    as_json: Callable[[], Any],
    shown: Shown,
    output: Path | None,
    *,
    force: bool,
) -> None:
    """Write a result in the form that is asked for.

    Args:
        parts: Makes its headings and lines.
        as_json: Makes its JSON values.
        shown: What is asked for.
        output: The file it goes to; None for standard output.
        force: Whether a file already there is replaced.
    """
    from frameworks_core.cli.results import width, write, write_json
    from frameworks_core.functions.outline import as_markdown, as_text

    if shown is Shown.json:
        write_json(as_json(), output, force=force)
    else:
        text = as_markdown(parts()) if shown is Shown.markdown else as_text(parts(), width())
        write(text, output, force=force)
