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


class Stage(StrEnum):
    """How far a record has got."""

    draft = "draft"
    final = "final"


Format = Annotated[TextOrJson, typer.Option("--output-format", help="Text for people, or JSON for programs.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace the output file if it is already there.")]
ShowValues = Annotated[
    bool, typer.Option("--show-values", help="Show the words of answers too. They are personal data.")
]
Document = Annotated[str, typer.Argument(metavar="FILE", help="A document; - reads standard input.")]
