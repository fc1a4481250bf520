"""The words a question is named by in reports: those of its form where that is at hand, never those of a changed document."""

from __future__ import annotations

from collections.abc import Mapping

from frameworks_core.exchange.plain_text import safe_and_short
from frameworks_core.forms.form import Form
from frameworks_core.model import Origin


class Labels:
    """Labels of the questions that answers were first given to."""

    def __init__(self, *forms: Form, by_record: Mapping[str, Form] | None = None) -> None:
        """Prepare for records of these forms; of any other, a document itself says what its questions were called.

        Args:
            forms: The forms.
            by_record: By record id, the form in the words of the variant that this very record uses.
        """
        self._forms = {form.id: form for form in forms}
        self._by_record = dict(by_record or {})

    def of(self, origin: Origin) -> str:
        """The label of the question the answer was first given to."""
        form = self._by_record.get(origin.record.id) or self._forms.get(origin.record.form)
        field = form.fields.get(origin.field.id) if form else None
        return field.label if field else safe_and_short(origin.field.label)
