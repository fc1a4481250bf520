"""What the checks of a blend look at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from frameworks_core.blend.composition.composing import Composed
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.forms.form import Field, Form
from frameworks_core.host.registry import Registry
from frameworks_core.statute.packs import Pack

OWN = "your own"
"""Where questions come from that no form has."""

_NAMED = 4


@frozen(eq=False)
class Subject:
    """A blend that makes a form, with what it is held against.

    Attributes:
        file: The blend file.
        composed: What it composes to.
        registry: The installed frameworks.
        pack: The statute pack it works to.
        today: The day of the check.
    """

    file: BlendFile
    composed: Composed
    registry: Registry
    pack: Pack
    today: date

    @property
    def form(self) -> Form:
        """The form it makes."""
        return self.composed.form

    def asked_for(self, question: Field) -> frozenset[str]:
        """Ids of the forms a question comes from."""
        return frozenset(name.partition("#")[0] for name in question.serves) or frozenset({OWN})

    def taking(self, form_id: str) -> KeyPath:
        """The key that first takes something from a form."""
        return next((one.path for one in self.composed.choice.taken if one.form.id == form_id), ("gather",))

    def key_of(self, question: Field) -> KeyPath:
        """The key that takes a question, or that asks it where it is the authority's own."""
        asked = self.composed.questions.get(question.id)
        if asked is not None:
            return asked.first.path
        for index, local in enumerate(self.file.gather.local):
            if local.question.id == question.id:
                return ("gather", "local", index)
        return ("gather",)


def name_of(question: Field) -> str:
    """A question as a blend file names it; one of the authority's own by its id."""
    return question.serves[0] if question.serves else question.id


def named(questions: Iterable[Field]) -> str:
    """Several questions as a blend file names them, without the form where it is that of the one before."""
    names = []
    before = ""
    for question in questions:
        form, separator, own = name_of(question).rpartition("#")
        names.append(f"#{own}" if separator and form == before else name_of(question))
        before = form
    return listed(names)


def listed(words: Iterable[str], most: int = _NAMED) -> str:
    """`a, b, c and 12 more`; reports for programs have them all."""
    known = list(words)
    if len(known) > most + 1:
        return f"{', '.join(known[:most])} and {len(known) - most} more"
    return " and ".join(filter(None, (", ".join(known[:-1]), known[-1]))) if known else ""
