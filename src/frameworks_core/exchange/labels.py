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
        self._forms = {(form.id, form.version): form for form in forms}
        self._by_record = dict(by_record or {})

    def of(self, origin: Origin) -> str:
        """The label of the question the answer was first given to."""
        record = origin.record
        form = self._by_record.get(record.id) or self._forms.get((record.form, record.version))
        field = form.fields.get(origin.field.id) if form else None
        if field is None or (field.type, field.slot) != (origin.field.type, origin.field.slot):
            return safe_and_short(origin.field.label)  # the form asks something else by that id
        return field.label
