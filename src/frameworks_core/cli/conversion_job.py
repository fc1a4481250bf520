"""One run of `frameworks convert`: read, check, convert, deliver."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.cli.checked import load_sound
from frameworks_core.cli.destinations import is_folder, make_folder, refuse_sources, write_together
from frameworks_core.cli.documents import Loaded
from frameworks_core.cli.handover_files import STREAM, handover_files, handover_in_words
from frameworks_core.cli.results import json_for_a_stream, say, width, write, write_json, write_text
from frameworks_core.errors import UserError
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.file_writing import dumps
from frameworks_core.exchange.report_brief import reports_in_brief
from frameworks_core.exchange.report_text import report_as_text
from frameworks_core.exchange.siblings.joining import Joiner
from frameworks_core.forms.form import Form


@frozen(kw_only=True)
class Asked:
    """What a user asks for.

    Attributes:
        to: Id of the form to convert to.
        child: The one child the result is to be about.
        same: Pairs of people of two documents that are one person.
        purpose: `record` or `share`.
    """

    to: str
    child: str | None = None
    same: tuple[str, ...] = ()
    purpose: str = "record"

    def check(self, names: Sequence[str]) -> None:
        """Refuse what does not go together, before anything is read.

        Raises:
            UserError: An option is for one document and several are named, or the other way round.
        """
        if len(names) == 1 and self.same:
            raise UserError("--same is for people of several documents, and one was named")
        if len(names) > 1 and self.child is not None:
            raise UserError(
                f"--child is for one document, and {len(names)} were named; join them without it, "
                "and convert what they become to the child's form"
            )
        if list(names).count(STREAM) > 1:
            raise UserError(
                "only one of the documents can come from standard input; name files for the others"
            )


@frozen
class ConversionJob:
    """The conversions of one document, or of siblings' documents into one, ready to be delivered.

    Attributes:
        sources: The documents as the user named them.
        target: The form converted to.
        conversions: By the file name each has in a folder.
        folder: The folder the files go to, where there is one per child.
        output: The one file the document goes to; None for standard output.
    """

    sources: tuple[str, ...]
    target: Form
    conversions: dict[str, Conversion]
    folder: Path | None
    output: Path | None

    @classmethod
    def prepare(
        cls, catalogue: Catalogue, names: Sequence[str], asked: Asked, *, output: str | None
    ) -> ConversionJob:
        """Read the documents called `names` and convert them as asked.

        Raises:
            UserError: It cannot be read, has faults that make converting it a guess, or the conversion is refused.
        """
        asked.check(names)
        target = catalogue.form_called(asked.to)
        loaded = [load_sound(name, catalogue) for name in names]
        if output == "":
            raise UserError("-o names no file; name one, or leave -o out for standard output")
        path = None if output in {None, STREAM} else Path(output)
        folder = path if path and (str(output).endswith(("/", os.sep)) or is_folder(path)) else None
        each = _converted(loaded, target, catalogue, asked, in_folder=folder is not None)
        family = target.is_about_family and asked.child is None
        named = {"family.json" if family else f"{about}.json": done for about, done in each.items()}
        return cls(tuple(names), target, named, folder, None if folder else path)

    @property
    def loss(self) -> float:
        """The largest loss of any of the conversions."""
        return max(conversion.report.loss for conversion in self.conversions.values())

    def deliver(
        self,
        *,
        report: Path | None,
        handover: str | None,
        dry_run: bool,
        as_json: bool,
        full: bool,
        force: bool,
    ) -> None:
        """Write documents, reports and handover pages to where they belong, all of them or none.

        Of several children's reports only the essence is shown, unless they are asked for in `full`; a file and JSON
        always hold all of them. The report goes to standard output, unless the document itself does; then it goes to standard error.

        Raises:
            UserError: A file cannot or must not be written.
        """
        files = {} if dry_run else dict(self._documents())
        if report is not None:
            if str(report) == STREAM or report in files:
                raise UserError(
                    "--report needs the name of a file of its own; without it the report is shown"
                )
            files[report] = dumps(self._report())
        folders = [] if dry_run or self.folder is None else [self.folder]
        on_screen = handover == STREAM
        if on_screen and as_json:
            raise UserError("--handover - shows a page for people; leave it or --output-format json out")
        if handover is not None and not on_screen:
            pages = handover_files(handover, self.conversions, self.target, full=full)
            if not files.keys().isdisjoint(pages.files):
                raise UserError("--handover needs the name of a file of its own")
            files |= pages.files
            folders.extend(filter(None, [pages.folder]))
        refuse_sources(files, self.sources)
        for folder in folders:
            make_folder(folder)
        write_together(files, force=force)
        beside = not dry_run and self.folder is None and self.output is None
        if beside:
            [conversion] = self.conversions.values()
            write_json(conversion.document)
        if on_screen:
            page = handover_in_words(self.conversions, self.target, width(), full=full)
            (say if beside else write_text)(page)
        else:
            self._show(as_json=as_json, full=full, beside=beside, pointer=handover is None)

    def _documents(self) -> Iterator[tuple[Path, bytes]]:
        """The documents that go to files."""
        for name, conversion in self.conversions.items():
            path = self.folder / name if self.folder else self.output
            if path is not None:
                yield path, dumps(conversion.document)

    def _report(self) -> Any:
        reports = [conversion.report.as_json() for conversion in self.conversions.values()]
        return reports[0] if len(reports) == 1 else {"reports": reports}

    def _show(self, *, as_json: bool, full: bool, beside: bool, pointer: bool) -> None:
        """Show the report: on standard error where the document stands on standard output."""
        if as_json:
            (say if beside else write)(json_for_a_stream(self._report()))
        else:
            (say if beside else write_text)(self._in_words(full=full, pointer=pointer))

    def _in_words(self, *, full: bool, pointer: bool) -> str:
        reports = [conversion.report for conversion in self.conversions.values()]
        hints = []
        if pointer:
            hints.append(
                "For whoever takes over, what not to ask again and who said it when: add --handover FILE."
            )
        if full or len(reports) == 1:
            text = "\n\n".join(report_as_text(report, self.target, width()) for report in reports)
        else:
            text = reports_in_brief(reports, self.target, width())
            hints.append(
                "What each answer is and where it may go: add --full, or --report FILE for all of it as JSON."
            )
        return "\n\n".join((text, *("\n".join(textwrap.wrap(hint, width())) for hint in hints)))


def _converted(
    loaded: Sequence[Loaded], target: Form, catalogue: Catalogue, asked: Asked, *, in_folder: bool
) -> dict[str, Conversion]:
    """What the documents become, by the child each is about; in a folder there is room for one per child."""
    if len(loaded) > 1:
        joiner = Joiner([one.form for one in loaded], target, catalogue.registry.forms())
        documents = [one.document for one in loaded]
        return {"": joiner.join(documents, same=asked.same, purpose=asked.purpose)}
    [one] = loaded
    converter = Converter(one.form, target)
    if in_folder and asked.child is None:
        return converter.convert_each(one.document, purpose=asked.purpose)
    return {asked.child or "": converter.convert(one.document, child=asked.child, purpose=asked.purpose)}
