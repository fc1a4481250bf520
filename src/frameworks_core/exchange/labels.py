"""The words a question is named by in reports: those of its form where that is at hand, never those of a changed document."""

from __future__ import annotations

from frameworks_core.exchange.plain_text import safe_and_short
from frameworks_core.forms.form import Form
from frameworks_core.model import Origin


class Labels:
    """Labels of the questions that answers were first given to."""

    def __init__(self, *forms: Form) -> None:
        """Prepare for records of these forms; of any other, a document itself says what its questions were called."""
        self._forms = {form.id: form for form in forms}

    def of(self, origin: Origin) -> str:
        """The label of the question the answer was first given to."""
        form = self._forms.get(origin.record.form)
        field = form.fields.get(origin.field.id) if form else None
        return field.label if field else safe_and_short(origin.field.label)
