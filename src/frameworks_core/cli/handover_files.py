"""The handover pages of a run of `frameworks convert`: one file, or one for each child in a folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from frameworks_core.cli.destinations import is_folder
from frameworks_core.errors import UserError
from frameworks_core.exchange.conversion import Conversion
from frameworks_core.forms.form import Form
from frameworks_core.functions.handover.page import handover_page
from frameworks_core.functions.outline import as_markdown, as_text

STREAM = "-"


@frozen
class HandoverFiles:
    """Handover pages and where they go.

    Attributes:
        folder: The folder they go to, where there is one for each child; it may have to be made.
        files: The pages in Markdown by their path.
    """

    folder: Path | None
    files: dict[Path, bytes]


def handover_files(
    to: str, conversions: Mapping[str, Conversion], target: Form, *, full: bool
) -> HandoverFiles:
    """The pages of conversions, each by the file name its document has in a folder.

    Args:
        to: The file or folder the user named.
        conversions: The conversions by the file name of their document.
        target: The form converted to.
        full: Whether every answer is listed.

    Raises:
        UserError: It names no file, or one file for several children.
    """
    if to == "":
        raise UserError("--handover names no file; name one, or - to show the page")
    pages = {
        _stem(name, conversion): as_markdown(handover_page(conversion.report, target, full=full)).encode()
        for name, conversion in conversions.items()
    }
    path = Path(to)
    if to.endswith(("/", os.sep)) or is_folder(path):
        return HandoverFiles(path, {path / f"{stem}.md": page for stem, page in pages.items()})
    if len(pages) > 1:
        raise UserError(
            "there is one handover page for each child; name a folder with --handover, with / at its end, "
            "such as the folder of their documents"
        )
    [page] = pages.values()
    return HandoverFiles(None, {path: page})


def handover_in_words(conversions: Mapping[str, Conversion], target: Form, width: int, *, full: bool) -> str:
    """The pages as text for a screen."""
    return "\n\n".join(
        as_text(handover_page(conversion.report, target, full=full), width)
        for conversion in conversions.values()
    )


def _stem(name: str, conversion: Conversion) -> str:
    """The name of the document's file, or where it has none the id of its child: never the name of a person."""
    return name.removesuffix(".json") or str(conversion.document["about"][0])
