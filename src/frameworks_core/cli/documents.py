"""Documents as the command line names them: parsed, with the form they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.exchange.json_reading import parse, read_bytes
from frameworks_core.forms.form import Form
from frameworks_core.forms.variants import worded_for

if TYPE_CHECKING:
    from frameworks_core.blend.catalogue import Catalogue


@frozen
class Loaded:
    """A document with its form: parsed, but not yet checked."""

    name: str
    document: dict[str, Any]
    form: Form

    @property
    def worded(self) -> Form:
        """The form in the words of the variant that the document uses."""
        return worded_for(self.form, self.document)


def load(name: str, catalogue: Catalogue) -> Loaded:
    """Read a document and find the form it names.

    Raises:
        UserError: It cannot be read, is not JSON, or names no form that is installed or made by a blend at hand.
    """
    document = parse(read_bytes(name), name)
    try:
        form = catalogue.form(_named(document, "form"), _named(document, "version"))
    except UserError as error:
        raise UserError(f"{shown(name)}: {error}") from error
    return Loaded(name, document, form)


def shown(name: str) -> str:
    """The document's name in a sentence."""
    return "standard input" if name == "-" else name


def _named(document: dict[str, Any], part: str) -> str:
    """The form or version that a document names."""
    if part not in document:
        raise UserError(
            f'the document does not say its {part}; a document begins like "form": "framework/name", "version": "1"'
        )
    if not isinstance(name := document[part], str):
        raise UserError(f"the {part} of the document is not a text; put it in quotation marks")
    return name
