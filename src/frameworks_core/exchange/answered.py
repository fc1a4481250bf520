"""What arrives answered: every question of the target form that need not be asked again, with its first date and author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from frameworks_core.exchange.first_said import first_said
from frameworks_core.exchange.handover import Answered
from frameworks_core.exchange.parties import Parties
from frameworks_core.exchange.pointers import pointer
from frameworks_core.exchange.reading import by_child, leaves
from frameworks_core.forms.form import Field, Form
from frameworks_core.forms.held import held_in_tables
from frameworks_core.model import Answer, Leaf, SourceRecord


@frozen(kw_only=True)
class Arrived:
    """What the writer knows of the answers it has placed.

    Attributes:
        at: The answers by their pointer in the target document.
        whole: An answer with the parts of it that were carried apart.
        id_of: The id of a source record in the target's provenance.
        only_record: The document read, where it remembers no earlier record; what the core tables hold is then its own.
    """

    at: Mapping[str, Answer]
    whole: Callable[[Answer], Leaf]
    id_of: Callable[[SourceRecord], str]
    only_record: SourceRecord | None


def answered_in(
    form: Form, document: dict[str, Any], children: Sequence[str], arrived: Arrived
) -> tuple[Answered, ...]:
    """Every answer that stands under a question of `form`, in the order of the form.

    Args:
        form: The target form.
        document: The target document.
        children: Ids of the subject children.
        arrived: Where the answers were placed.
    """
    return tuple(_Answered(form, document, tuple(children), arrived).all())


class _Answered:
    def __init__(
        self, form: Form, document: dict[str, Any], children: tuple[str, ...], arrived: Arrived
    ) -> None:
        self.form = form
        self.document = document
        self.children = children
        self.arrived = arrived
        self.parties = Parties(document["people"], document["agencies"])
        self.people = {person["id"]: index for index, person in enumerate(document["people"])}

    def all(self) -> Iterator[Answered]:
        answers = self.document["answers"]
        for section in self.form.sections:
            for field in section.fields:
                question = Answered(
                    field=field.id,
                    label=field.label,
                    plain=field.plain,
                    section=section.title,
                    needed=field.required != "never",
                )
                given = answers.get(field.id)
                if given is not None:
                    yield from self._placed(question, field, given)
                if given is None or (field.per_child and isinstance(given, dict)):
                    yield from self._held(question, field, given or {})

    def _placed(self, question: Answered, field: Field, given: Any) -> Iterator[Answered]:
        for child, value in by_child(field, given):
            base = pointer("answers", field.id, child)
            for index, _, leaf in leaves(field, value):
                at = base if index is None else f"{base}/{index}"
                yield self._said(question, self.arrived.at[at], child, leaf)

    def _held(self, question: Answered, field: Field, given: dict[str, Any]) -> Iterator[Answered]:
        """What the core tables answer, for those children for whom no answer stands in the field itself."""
        if not field.per_child:
            if held_in_tables(field, self.document, self.children):
                yield self._in_tables(question, field, None)
            return
        for child in self.children:
            if child not in given and held_in_tables(field, self.document, (child,)):
                yield self._in_tables(question, field, child)

    def _in_tables(self, question: Answered, field: Field, child: str | None) -> Answered:
        whose = child or (self.children[0] if len(self.children) == 1 else None)
        if field.slot is not None and field.slot.person_property and whose in self.people:
            name = field.slot.person_property
            value = self.document["people"][self.people[whose]][name]
            answer = self.arrived.at.get(pointer("people", self.people[whose], name))
            if answer is not None:
                return self._said(question, answer, child, value)
            question = evolve(question, not_known=_is_not_known(value))
        record = self.arrived.only_record
        if record is None:
            return evolve(question, child=child)
        return evolve(
            question,
            child=child,
            on=record.recorded_on,
            by=self.parties.named([record.recorded_by] if record.recorded_by else []),
            record=self.arrived.id_of(record),
        )

    def _said(self, question: Answered, answer: Answer, child: str | None, leaf: Leaf) -> Answered:
        said = first_said(answer, self.arrived.whole(answer))
        return evolve(
            question,
            child=child,
            on=said.on,
            by=self.parties.named(said.by),
            record=self.arrived.id_of(answer.origin.record),
            not_known=_is_not_known(leaf),
        )


def _is_not_known(leaf: Leaf) -> bool:
    return leaf in ("not_known", ["not_known"])
