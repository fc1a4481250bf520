"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TextOrJson(StrEnum):
    """How a result is shown."""

    text = "text"
    json = "json"


class Severity(StrEnum):
    """From worst to mildest."""

    error = "error"
    warning = "warning"
    note = "note"


class Stage(StrEnum):
    """How far a record has got."""

    draft = "draft"
    final = "final"


class JsonOnly(StrEnum):
    """How a result is shown that is JSON in any case."""

    json = "json"


def known_forms(incomplete: str) -> list[str]:
    """Ids of the installed forms, for shell completion."""
    from frameworks_core.host.registry import load_registry

    return [form_id for form_id in load_registry().form_ids() if form_id.startswith(incomplete)]


Format = Annotated[TextOrJson, typer.Option("--output-format", help="Text for people, or JSON for programs.")]
Json = Annotated[JsonOnly, typer.Option("--output-format", help="What it is in any case.")]
Form = Annotated[
    str,
    typer.Argument(
        metavar="FORM",
        help="Id of a form, which `frameworks forms list` shows, or the file of a blend.",
        autocompletion=known_forms,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the output file if it is already there.")]
Full = Annotated[bool, typer.Option("--full", help="Name every question; without it they are counted.")]
ShowValues = Annotated[
    bool, typer.Option("--show-values", help="Show the words of answers too. They are personal data.")
]
Blends = Annotated[
    list[str] | None,
    typer.Option(
        "--blend",
        metavar="FILE",
        help="The blend that a document was made with, again for more; or set FRAMEWORKS_BLENDS to their folder.",
    ),
]
Document = Annotated[str, typer.Argument(metavar="FILE", help="A document; - reads standard input.")]
