"""What arrives answered: every question of the target form that need not be asked again, with its first date and author."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from frameworks_core.exchange.first_said import first_said
from frameworks_core.exchange.handover import Answered, Party
from frameworks_core.exchange.parties import Parties
from frameworks_core.exchange.pointers import pointer
from frameworks_core.exchange.reading import by_child, leaves
from frameworks_core.forms.form import Field, Form
from frameworks_core.forms.held import held_in_tables
from frameworks_core.model import Answer, Leaf, SourceRecord
from frameworks_core.model.slot import TABLE_KINDS


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


@frozen
class Question:
    """A question of the target form; `in_tables` says whether the core tables may hold its answer."""

    section: str
    field: Field
    in_tables: bool

    def answered(
        self,
        child: str | None,
        leaf: Leaf | None,
        *,
        on: str | None = None,
        by: tuple[Party, ...] = (),
        record: str | None = None,
    ) -> Answered:
        """The question with one answer to it, as far as its date, author and record are told."""
        return Answered(
            field=self.field.id,
            label=self.field.label,
            plain=self.field.plain,
            section=self.section,
            needed=self.field.required != "never",
            child=child,
            on=on,
            by=by,
            record=record,
            not_known=leaf in ("not_known", ["not_known"]),
        )


def questions_of(form: Form) -> tuple[Question, ...]:
    """The questions of a form, in its order."""
    return tuple(
        Question(section.title, field, bool(field.slot and field.slot.kind in TABLE_KINDS))
        for section in form.sections
        for field in section.fields
    )


def answered_in(
    questions: Sequence[Question], document: dict[str, Any], children: Sequence[str], arrived: Arrived
) -> tuple[Answered, ...]:
    """Every answer that stands under a question of the target form, in the order of the form.

    Args:
        questions: The questions of the form (`questions_of`).
        document: The target document.
        children: Ids of the subject children.
        arrived: Where the answers were placed.
    """
    return tuple(_Answered(document, tuple(children), arrived).all(questions))


class _Answered:
    def __init__(self, document: dict[str, Any], children: tuple[str, ...], arrived: Arrived) -> None:
        self.document = document
        self.children = children
        self.arrived = arrived
        self.parties = Parties(document["people"], document["agencies"])
        self.people = {person["id"]: index for index, person in enumerate(document["people"])}

    def all(self, questions: Iterable[Question]) -> Iterator[Answered]:
        answers = self.document["answers"]
        for question in questions:
            given = answers.get(question.field.id)
            if given is not None:
                yield from self._placed(question, given)
            if question.in_tables and (
                given is None or (question.field.per_child and isinstance(given, dict))
            ):
                yield from self._held(question, given or {})

    def _placed(self, question: Question, given: Any) -> Iterator[Answered]:
        for child, value in by_child(question.field, given):
            base = pointer("answers", question.field.id, child)
            for index, _, leaf in leaves(question.field, value):
                at = base if index is None else f"{base}/{index}"
                yield self._said(question, self.arrived.at[at], child, leaf)

    def _held(self, question: Question, given: dict[str, Any]) -> Iterator[Answered]:
        """What the core tables answer, for those children for whom no answer stands in the field itself."""
        if not question.field.per_child:
            if held_in_tables(question.field, self.document, self.children):
                yield self._in_tables(question, None)
            return
        for child in self.children:
            if child not in given and held_in_tables(question.field, self.document, (child,)):
                yield self._in_tables(question, child)

    def _in_tables(self, question: Question, child: str | None) -> Answered:
        slot, value = question.field.slot, None
        whose = child or (self.children[0] if len(self.children) == 1 else None)
        if slot is not None and slot.person_property and whose in self.people:
            value = self.document["people"][self.people[whose]][slot.person_property]
            answer = self.arrived.at.get(pointer("people", self.people[whose], slot.person_property))
            if answer is not None:
                return self._said(question, answer, child, value)
        record = self.arrived.only_record
        if record is None:
            return question.answered(child, value)
        return question.answered(
            child,
            value,
            on=record.recorded_on,
            by=self.parties.named([record.recorded_by] if record.recorded_by else []),
            record=self.arrived.id_of(record),
        )

    def _said(self, question: Question, answer: Answer, child: str | None, leaf: Leaf) -> Answered:
        said = first_said(answer, self.arrived.whole(answer))
        return question.answered(
            child,
            leaf,
            on=said.on,
            by=self.parties.named(said.by),
            record=self.arrived.id_of(answer.origin.record),
        )
