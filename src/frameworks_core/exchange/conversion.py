"""Converting a document from one form to another.

No converter knows two forms: the reader of the source form and the writer of the target form meet in the canonical
assessment. A family document becomes one document per child where the target is about one child.
"""

from __future__ import annotations

from typing import Any

from frameworks_core.errors import UserError
from frameworks_core.exchange.agreement import check_agreement_to_share
from frameworks_core.exchange.reading import Reader
from frameworks_core.exchange.writing import PURPOSES, Conversion, Writer
from frameworks_core.forms.form import Form

__all__ = ["PURPOSES", "Conversion", "Converter"]


class Converter:
    """Converts documents of one form to another; both are prepared once and may be used for any number of documents."""

    def __init__(self, source: Form, target: Form) -> None:
        """Prepare for converting documents of `source` to `target`."""
        self.source = source
        self.target = target
        self._reader = Reader(source)
        self._writer = Writer(target, source)

    def convert(
        self, document: dict[str, Any], *, child: str | None = None, purpose: str = "record"
    ) -> Conversion:
        """Convert one document into one document.

        Args:
            document: A document that has the shape of the source form's schema; it is not changed.
            child: Id of the child the result is to be about; needed where the document is about several children and
                the target form about one.
            purpose: `record` for the receiving professionals' record, `share` for a copy that leaves it.

        Raises:
            UserError: The child is not one of the document's, or several are and none was named; or the family has
                not agreed to sharing.
        """
        assessment = self._reader.read(document)
        only = self._child(assessment.about, child)
        if purpose == "share":
            check_agreement_to_share(assessment, [only] if only else ())
        return self._writer.write(assessment, purpose=purpose, child=only)

    def convert_each(self, document: dict[str, Any], *, purpose: str = "record") -> dict[str, Conversion]:
        """Convert one document into one per subject child where the target form is about one child.

        Returns:
            Conversions by child id, in the document's order; a single one where the target is about a family.
        """
        assessment = self._reader.read(document)
        if purpose == "share":
            check_agreement_to_share(assessment)
        if self.target.is_about_family or len(assessment.about) < 2:
            child = self._child(assessment.about, None)
            return {assessment.about[0]: self._writer.write(assessment, purpose=purpose, child=child)}
        return {
            child: self._writer.write(assessment, purpose=purpose, child=child) for child in assessment.about
        }

    def _child(self, about: tuple[str, ...], child: str | None) -> str | None:
        if not about:
            raise UserError(
                "the document does not say which child it is about; give somebody in people the role child"
            )
        if child is not None and child not in about:
            raise UserError(f"the document is not about {child}; it is about {', '.join(about)}")
        if self.target.is_about_family:
            return child
        if child is None and len(about) > 1:
            raise UserError(
                f"{self.target.id} is about one child and the document about {len(about)}; "
                f"name one with --child ({', '.join(about)}), or give a folder with -o "
                "(one that exists, or a path ending in /) for all of them"
            )
        return child or about[0]
