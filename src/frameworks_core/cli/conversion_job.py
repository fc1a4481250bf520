"""One run of `frameworks convert`: read, check, convert, deliver."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from frameworks_core.cli.checked import load_sound
from frameworks_core.cli.results import say, width, write, write_json
from frameworks_core.errors import UserError
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.report_text import report_as_text
from frameworks_core.forms.form import Form
from frameworks_core.host.registry import load_registry


@frozen
class ConversionJob:
    """The conversions of one document, ready to be delivered.

    Attributes:
        target: The form converted to.
        conversions: By file name, or under an empty name where the document or the report goes to one place.
        folder: The folder the files go to, where there is one per child.
        output: The one file the document goes to; None for standard output.
    """

    target: Form
    conversions: dict[str, Conversion]
    folder: Path | None
    output: Path | None

    @classmethod
    def prepare(
        cls, name: str, to: str, *, child: str | None, purpose: str, output: str | None
    ) -> ConversionJob:
        """Read and convert the document called `name`.

        Raises:
            UserError: It cannot be read, has faults that make converting it a guess, or the conversion is refused.
        """
        registry = load_registry()
        loaded = load_sound(name, registry)
        target = registry.form(to)
        converter = Converter(loaded.form, target)
        folder = (
            Path(output)
            if output and output != "-" and (output.endswith("/") or Path(output).is_dir())
            else None
        )
        if folder is not None and child is None:
            each = converter.convert_each(loaded.document, purpose=purpose)
            single = target.is_about_family
            named = {"family.json" if single else f"{about}.json": done for about, done in each.items()}
            return cls(target, named, folder, None)
        conversion = converter.convert(loaded.document, child=child, purpose=purpose)
        named = {f"{child}.json": conversion} if folder else {"": conversion}
        return cls(target, named, folder, None if folder or output in {None, "-"} else Path(output or ""))

    @property
    def loss(self) -> float:
        """The largest loss of any of the conversions."""
        return max(conversion.report.loss for conversion in self.conversions.values())

    def deliver(self, *, report: Path | None, dry_run: bool, as_json: bool, force: bool) -> None:
        """Write documents and reports to where they belong.

        The report goes to standard output, unless the document itself does; then it goes to standard error.
        """
        if not dry_run:
            self._write_documents(force=force)
        reports = [conversion.report.as_json() for conversion in self.conversions.values()]
        in_json = reports[0] if len(reports) == 1 else {"reports": reports}
        if report is not None:
            write_json(in_json, report, force=force)
        if as_json and (dry_run or self._to_files):
            write_json(in_json)
            return
        texts = (report_as_text(done.report, self.target, width()) for done in self.conversions.values())
        text = "\n\n".join(texts)
        if dry_run or self._to_files:
            write(text)
        else:
            say(text)

    @property
    def _to_files(self) -> bool:
        return self.folder is not None or self.output is not None

    def _write_documents(self, *, force: bool) -> None:
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            existing = [name for name in self.conversions if (self.folder / name).exists()]
            if existing and not force:  # refused before the first file, so that nothing is half done
                raise UserError(
                    f"{self.folder / existing[0]} already exists; choose another folder, or add --force to replace it"
                )
        for name, conversion in self.conversions.items():
            path = self.folder / name if self.folder else self.output
            write_json(conversion.document, path, force=force)
