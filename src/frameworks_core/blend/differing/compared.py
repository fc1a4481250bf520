"""The two that are compared: blends, or forms of frameworks."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from frameworks_core.blend.blend import Blend
from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.blend.rules import rules_of
from frameworks_core.forms.form import Field, Form
from frameworks_core.host.contributions import Rule


@frozen
class Compared:
    """One of the two.

    Attributes:
        name: What one types for it.
        form: Its form.
        blend: The blend that makes the form; None where a framework does.
        rules: Codes of the rules that look at its documents.
    """

    name: str
    form: Form
    blend: Blend | None
    rules: tuple[str, ...] = ()

    def asked(self, field: Field) -> frozenset[str]:
        """The names by which a question is known as the very question, on either side."""
        return field.marked().questions(self.form.id)


def compared(catalogue: Catalogue, name: str) -> Compared:
    """The side of this name: a blend's file, or the id of a form.

    Raises:
        UserError: There is none, or it cannot be used.
    """
    form = catalogue.form_called(name)
    blend = catalogue.blend_of(form)
    rules = catalogue.rules_for(form) if blend is None else rules_of(blend.composed, catalogue.registry)
    return Compared(name, form, blend, _codes(rules))


def _codes(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(rule.code for rule in rules)
