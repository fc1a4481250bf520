"""What a base blend says of questions that the file going on from it leaves out: it no longer applies.

`without` takes a form, a section or a question out. The base may have named a question of it elsewhere, to be asked together with
another or first in its section; that was right in the base, so nobody is troubled with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from attrs import frozen

from frameworks_core.blend.composition.choosing import SEPARATOR
from frameworks_core.blend.composition.ids import longer_question_id, longer_section_id
from frameworks_core.blend.reading.gather_keys import Gather
from frameworks_core.errors import UserError
from frameworks_core.forms.form import Form, Section
from frameworks_core.host.registry import Registry


@frozen
class LeftOut:
    """What `without` takes out and nothing else takes.

    Attributes:
        questions: Names of the questions: `framework/form#question`, or the id of one of the authority's own.
        ids: Ids that they had, or may have had, in the blend.
        sections: Ids that their sections had, or may have had, in the blend.
    """

    questions: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()

    def still_named(self, names: Iterable[str]) -> list[str]:
        """Those of some names of questions that still apply."""
        return [name for name in names if name not in self.questions]


NOTHING_LEFT_OUT = LeftOut()


def left_out(names: Sequence[str], gather: Gather, registry: Registry) -> LeftOut:
    """What is left out of a blend.

    Args:
        names: What `without` of the file and its bases names.
        gather: What the blend takes nevertheless.
        registry: The installed frameworks; of a form that is not installed, the questions are not known.
    """
    if not names:
        return NOTHING_LEFT_OUT
    still = {one.id for one in gather.local} | {one.id for one in gather.local_sections}
    for name in (*gather.forms, *gather.sections, *gather.questions):
        still.update(question for _, _, question in _questions(name, registry))
    own = [name for name in names if SEPARATOR not in name and "/" not in name and name not in still]
    gone = [
        one
        for one in chain.from_iterable(_questions(name, registry) for name in names)
        if one[2] not in still
    ]
    ids: set[str] = set(own)
    sections: set[str] = set(own)
    for form, section, question in gone:
        own_id = question.partition(SEPARATOR)[2]
        ids |= {own_id, longer_question_id(form.id, own_id)}
        sections |= {section.id, longer_section_id(form.id, section.id)}
    return LeftOut(
        frozenset(own) | {question for _, _, question in gone}, frozenset(ids), frozenset(sections)
    )


def _questions(name: str, registry: Registry) -> list[tuple[Form, Section, str]]:
    """The questions that a form, a section or a question is, each with its form, its section and its name."""
    form_id, _, part = name.partition(SEPARATOR)
    if form_id not in registry.form_ids():
        return []
    try:
        form = registry.form(form_id)
    except UserError:
        return []  # told where the form is taken
    return [
        (form, section, f"{form_id}{SEPARATOR}{field.id}")
        for section in form.sections
        for field in section.fields
        if part in ("", section.id, field.id)
    ]
