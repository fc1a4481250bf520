"""`frameworks convert`: a document becomes a document of another form, with a report of every answer."""

from __future__ import annotations

from enum import StrEnum
from math import isnan
from pathlib import Path
from typing import Annotated

import typer

from frameworks_core.cli.options import Blends, Force, Format, TextOrJson, known_forms


class Purpose(StrEnum):
    """What the converted document is for."""

    record = "record"
    share = "share"


def _share(value: float | None) -> float | None:
    """Refuse what is not a number: it would never be exceeded."""
    if value is not None and isnan(value):
        raise typer.BadParameter("it is not a number; give a share from 0 to 1, such as 0.25.")
    return value


def convert(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="A document, or several of one family's children to join; - reads standard input.",
        ),
    ],
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORM",
            help="Id of the form to convert to, or the file of a blend.",
            autocompletion=known_forms,
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File to write; or a folder, with / at its end, for one document per child.",
        ),
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Write the report here too, as JSON.")
    ] = None,
    handover: Annotated[
        str | None,
        typer.Option(
            "--handover",
            metavar="FILE",
            help="Write a page for whoever takes over: what not to ask again, who said it and when. - shows it "
            "instead of the report; a folder, with / at its end, for one page per child.",
        ),
    ] = None,
    child: Annotated[
        str | None,
        typer.Option("--child", metavar="ID", help="The child, where the form is about one child."),
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option(
            "--same",
            metavar="1:p2=2:p5",
            help="Joining: p2 of the first document and p5 of the second are one person. Repeatable.",
        ),
    ] = None,
    purpose: Annotated[
        Purpose,
        typer.Option(help="For the professionals' record, or a copy to share outside it (withholds more)."),
    ] = Purpose.record,
    max_loss: Annotated[
        float | None,
        typer.Option(
            min=0.0,
            max=1.0,
            metavar="SHARE",
            callback=_share,
            help="Exit with 3 if a larger share of answers has no place of its own.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show the report; write no document.")
    ] = False,
    full: Annotated[
        bool,
        typer.Option(
            "--full",
            help="Show every child's report in full, where there are several; list every answer of a handover page.",
        ),
    ] = False,
    blend: Blends = None,
    output_format: Format = TextOrJson.text,
    force: Force = False,
) -> None:
    """Convert a document to another form, and say what happened to every answer.

    Several documents become one about the family: everybody's answers, with people matched by
    NHS number or UPN. Who else may be the same person is listed, for you to say with --same.

    Nothing is lost: what the form has no place for is carried. Nothing is invented: conclusions,
    decisions and consent of the earlier record travel as history, and are yours to reach anew.
    """
    from frameworks_core.blend.catalogue import load_catalogue
    from frameworks_core.cli.conversion_job import Asked, ConversionJob
    from frameworks_core.cli.exit_codes import LOSS
    from frameworks_core.cli.results import say

    asked = Asked(to=to, child=child, same=tuple(same or ()), purpose=purpose.value)
    job = ConversionJob.prepare(load_catalogue([*(blend or ()), to]), files, asked, output=output)
    as_json = output_format is TextOrJson.json
    job.deliver(report=report, handover=handover, dry_run=dry_run, as_json=as_json, full=full, force=force)
    if max_loss is not None and job.loss > max_loss:
        say(f"frameworks: the loss, {job.loss:.4g}, is above --max-loss {max_loss:g}")
        raise typer.Exit(LOSS)
