"""Writing the canonical assessment into a form, with a report of what happened to each answer.

One generic writer, compiled once per form. What goes home goes first: an answer that was first given on the target form goes
back to its own field. Everything else is placed by its slot, and what has no place is carried, shown as history, or
withheld - never dropped, never reworded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from frameworks_core.exchange.answered import Arrived, answered_in, questions_of
from frameworks_core.exchange.core_tables import write_core_tables
from frameworks_core.exchange.document_ids import derived_id
from frameworks_core.exchange.fidelity import Item, Report
from frameworks_core.exchange.filling import Contribution, Filling
from frameworks_core.exchange.fitting import Fitting
from frameworks_core.exchange.for_whom import Unsaid, left_unsaid
from frameworks_core.exchange.labels import Labels
from frameworks_core.exchange.missing import missing_from
from frameworks_core.exchange.people_answers import into_people
from frameworks_core.exchange.placement import Placement, Placements
from frameworks_core.exchange.pointers import document_of
from frameworks_core.exchange.reading import rename_columns
from frameworks_core.exchange.remembering import Remembering
from frameworks_core.exchange.source_records import source_records
from frameworks_core.exchange.withholding import WHY, Withholding
from frameworks_core.forms.form import Field, Form
from frameworks_core.forms.variants import worded_by
from frameworks_core.model import Answer, Assessment, FieldMark

PURPOSES = ("record", "share")
_HOME = Placement(outcome="kept", why="it goes back to its own field")
_SHARED = "several answers share this field; each is labelled with its origin"
_SAME = "another record's answer here is the same; this one is kept beside it, and needs no sorting"


@frozen
class Conversion:
    """A converted document (JSON values) and the report of its conversion."""

    document: dict[str, Any]
    report: Report


class Writer:
    """Writes documents of one form; where each source field goes is decided once."""

    def __init__(self, form: Form, source: Form | Mapping[int, Form]) -> None:
        """Prepare a writer for `form`, of what was read from documents of `source`: one form, or one by document number."""
        self.form = form
        self.sources = {1: source} if isinstance(source, Form) else dict(source)
        self.placements = Placements(form)
        self.questions = questions_of(form)
        self.labels = Labels(*self.sources.values(), form)
        self.marks = {field.id: field.marked() for field in form}

    def write(
        self, assessment: Assessment, *, purpose: str = "record", child: str | None = None
    ) -> Conversion:
        """Write `assessment` as a document of the form.

        Args:
            assessment: What was read.
            purpose: `record` for the receiving professionals' record; `share` for a copy that leaves it.
            child: The one subject child a document about one child is to be about.
        """
        return _Writing(self, assessment, purpose, child).run()


def _is_cell(answer: Answer) -> bool:
    """Whether it is one cell of a row, carried apart from it."""
    return answer.origin.shape == "cell"


def _asks_the_same(field: FieldMark, answer: Answer) -> bool:
    """Whether a field, and every column of it that an answer needs, means what it meant when the answer was given."""
    then = answer.origin.field
    if not field.is_still(then):
        return False
    if answer.origin.shape not in {"row", "cell"}:
        return True
    cells = answer.value if isinstance(answer.value, dict) else (answer.origin.column or "",)
    return field.columns_of(cells) == then.columns_of(cells)


def _worded_labels(writer: Writer, assessment: Assessment) -> Labels:
    """Labels in the words of the variants that the documents read use."""
    chosen = {
        (document_of(answer.pointer), answer.origin.field.id): answer.value
        for answer in assessment.answers
        if answer.standing == "live"
    }
    worded = {
        number: worded_by(form, chosen.get((number, form.variant_field or "")))
        for number, form in writer.sources.items()
    }
    by_record = {record.id: worded[number] for number, record in enumerate(assessment.documents, start=1)}
    return Labels(*worded.values(), writer.form, by_record=by_record)


class _Writing:
    """One conversion under way."""

    def __init__(self, writer: Writer, assessment: Assessment, purpose: str, child: str | None) -> None:
        self.form = writer.form
        self.sources = writer.sources
        self.placements = writer.placements
        self.marks = writer.marks
        self.questions = writer.questions
        has_variants = any(form.variants for form in writer.sources.values())
        self.labels = _worded_labels(writer, assessment) if has_variants else writer.labels
        self.assessment = assessment
        self.children = (child,) if child else assessment.about
        self.child = child
        self.withholding = Withholding(assessment, self.form, purpose=purpose, child=child)
        self.known = {
            *(person.id for person in assessment.people),
            *(agency.id for agency in assessment.agencies),
        }
        self.filling = Filling(Fitting(self.known))
        self.remembering = Remembering(assessment)
        self.items: dict[str, Item] = {}
        self.put: list[tuple[Answer, Contribution, str, str]] = []
        self.in_people: dict[str, Answer] = {}
        self.rows_home: set[tuple[object, ...]] = set()

    def run(self) -> Conversion:
        tables = write_core_tables(self.assessment, self.withholding)
        people = tables.rows["people"]
        going_home: list[Answer] = []
        answering: list[Answer] = []  # the very question of a field, so that no other answer takes its place
        others: list[Answer] = []
        for answer in self.assessment.answers:
            if self._home_of(answer):
                going_home.append(answer)
            else:
                (answering if self._place(answer).same_question else others).append(answer)
        # Rows before their cells: a cell that was carried apart goes home to its row, and to nothing else.
        going_home.sort(key=_is_cell)
        for answer in (*going_home, *answering, *others):
            self._send(answer, people)
        document = self._document(tables.rows)
        self._report_placed()
        in_order = (self.items[pointer] for pointer in self._pointers())
        # An answer that stands in the people table is accounted for as that answer, not twice.
        in_tables = (item for item in tables.items if item.source not in self.items)
        answered = answered_in(self.questions, document, self.children, self._arrived())
        return Conversion(
            document,
            Report(
                source=(self.assessment.record.form, self.assessment.record.version),
                target=(self.form.id, self.form.version),
                items=(*in_tables, *in_order),
                missing=missing_from(self.form, document, self.children),
                answered=answered,
                records=source_records(
                    document,
                    self.remembering.records(),
                    answered,
                    ((answer, self.items[answer.pointer]) for answer in self.assessment.answers),
                    self.labels,
                    self.withholding.whole,
                ),
                unsaid=tuple(self._unsaid()),
                child=self.child,
            ),
        )

    def _home_of(self, answer: Answer) -> Field | None:
        """The very field of the target form this answer was first given in, if it was and is no history."""
        origin = answer.origin
        if origin.record.form != self.form.id or answer.standing == "history":
            return None
        field = self.form.fields.get(origin.field.id)
        if field is None or (field.slot and field.slot.is_history):
            return None
        if not _asks_the_same(self.marks[field.id], answer):
            return None
        if origin.child is not None and not (field.per_child and origin.child in self.children):
            return None
        return field

    def _send(self, answer: Answer, people: list[dict[str, Any]]) -> None:
        if (category := self.withholding.of_answer(answer)) is not None:
            self._note(answer, "withheld", WHY[category])
            return
        if answer.standing == "history":
            self._keep_as_history(answer, "it was already history in the source")
            return
        home = self._home_of(answer)
        if home is not None and not (_is_cell(answer) and answer.origin.row not in self.rows_home):
            self._put(answer, home, answer.origin.child, _HOME, own=True)
            return
        placement = self._place(answer)
        if placement.field is not None:
            child, found = self._child_for(placement, placement.field, answer)
            if found:
                self._put(answer, placement.field, child, placement)
            else:
                self._carry(
                    answer, "needs_sorting", (placement.field.id,), "it does not say which child it is about"
                )
        elif placement.outcome == "table":
            target, why = into_people(answer, people, self.children)
            if target is None:
                self._carry(answer, "carried", (), why)
            else:
                self._note(answer, "kept", why, target)
                self.remembering.place(answer, target, answer.value)
                self.in_people[target] = answer
        elif placement.outcome == "history":
            self._keep_as_history(answer, placement.why)
        else:
            self._carry(answer, placement.outcome, placement.candidates, placement.why)

    def _place(self, answer: Answer) -> Placement:
        origin = answer.origin
        return self.placements.place(origin.field, origin.shape, origin.record.basis, origin.record.form)

    def _child_for(self, placement: Placement, field: Field, answer: Answer) -> tuple[str | None, bool]:
        """The child a field asked child by child is answered for, and whether the answer says enough to place it."""
        child = answer.origin.child
        if not field.per_child:
            return None, child is None or len(self.children) == 1
        if child is None:
            child = self.children[0] if len(self.children) == 1 else answer.origin.record.only_child
        for_all = child is None and placement.same_question  # the very question was answered for all children
        return child, for_all or child in self.children

    def _put(
        self, answer: Answer, field: Field, child: str | None, placement: Placement, *, own: bool = False
    ) -> None:
        contribution = self.filling.put(field, child, answer, own=own, same_question=placement.same_question)
        if isinstance(contribution, str):
            self._put_aside(answer, field, child, contribution)
            return
        self.put.append((answer, contribution, placement.outcome, placement.why))
        if own and answer.origin.shape == "row":
            self.rows_home.add(answer.origin.row)
        for column in contribution.left_over:
            self._carry_cell(answer, column)

    def _put_aside(self, answer: Answer, field: Field, child: str | None, why: str) -> None:
        """An answer that cannot stand in its field: to be sorted, unless another record's says the very same."""
        at = self.filling.same_answer(field, child, answer)
        if at is None:
            self._carry(answer, "needs_sorting", (field.id,), why)
        else:
            self._note(answer, "kept", _SAME, at, self.remembering.carry(answer, "carried", ()))

    def _note(
        self, answer: Answer, outcome: str, why: str, *targets: str, candidates: tuple[str, ...] = ()
    ) -> None:
        self.items[answer.pointer] = Item(
            source=answer.pointer,
            outcome=outcome,
            label=self.labels.of(answer.origin),
            why=why,
            targets=targets,
            candidates=candidates,
        )

    def _carry(self, answer: Answer, outcome: str, candidates: tuple[str, ...], why: str) -> None:
        at = self.remembering.carry(answer, outcome, candidates)
        self._note(answer, outcome, why, at, candidates=candidates)

    def _carry_cell(self, answer: Answer, column: str) -> None:
        at = self.remembering.carry_cell(answer, column)
        pointer = f"{_leaf_of(answer)}/{self._column_here(answer, column)}"
        self.items[pointer] = Item(
            source=pointer,
            outcome="carried",
            label=self.labels.of(answer.origin),
            why="the target's table has no column for this",
            targets=(at,),
        )

    def _column_here(self, answer: Answer, column: str) -> str:
        """What the table of the source calls a column of the row's first table."""
        if answer.standing != "live":
            return column
        form = self.sources[document_of(answer.pointer)]
        here = form.fields[answer.pointer.split("/")[2]].marked()
        if here == answer.origin.field:
            return column
        return next(iter(rename_columns({column: ""}, answer.origin.field, here)), column)

    def _keep_as_history(self, answer: Answer, why: str) -> None:
        self._note(answer, "history", why, self.remembering.keep_as_history(answer))

    def _document(self, tables: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
        answers, placed = self.filling.finish()
        for contribution in placed:
            self.remembering.place(
                contribution.answer, contribution.at, contribution.leaf, headed=contribution.headed
            )
        made: dict[str, Any] = {"form": self.form.id, "version": self.form.version, "status": "draft"}
        if document_id := derived_id(self.assessment, self.form.id, self.child):
            made["id"] = document_id
        if self.assessment.invented:
            made["invented"] = True
        events = frozenset(event["id"] for event in tables["chronology"])
        return {
            **made,
            "about": list(self.children),
            **tables,
            "answers": {field.id: answers[field.id] for field in self.form if field.id in answers},
            **self.remembering.finish(events, self.children),
        }

    def _report_placed(self) -> None:
        shared = {id(entry) for entries in self.filling.sharing() for entry in entries if not entry.own}
        for answer, contribution, outcome, why in self.put:
            if id(contribution) in shared:
                self._note(answer, "merged", _SHARED, contribution.at)
            else:
                self._note(answer, outcome, why, contribution.at)

    def _unsaid(self) -> Iterator[Unsaid]:
        placed = ((one.at, one.leaf, answer) for answer, one, _, _ in self.put)
        return left_unsaid(placed, self.form, self.children)

    def _arrived(self) -> Arrived:
        """The answers by where they stand now; a row and the cells that joined it again are one."""
        placed = {contribution.at: contribution.answer for _, contribution, _, _ in self.put}
        return Arrived(
            at=placed | self.in_people,
            whole=self.withholding.whole,
            id_of=self.remembering.id_of,
            only_record=None if self.assessment.records else self.assessment.record,
        )

    def _pointers(self) -> list[str]:
        """The pointers of the report's answers in the order of the source, each row before its cells."""
        ordered: list[str] = []
        cells: dict[str, list[str]] = {}
        for pointer in self.items:
            cells.setdefault(pointer.rpartition("/")[0], []).append(pointer)
        for answer in self.assessment.answers:
            ordered.append(answer.pointer)
            ordered.extend(cells.get(_leaf_of(answer), ()))
        return ordered


def _leaf_of(answer: Answer) -> str:
    """The pointer of the very value: an answer that waits in `carried` is an item that holds it."""
    return answer.pointer if answer.standing == "live" else f"{answer.pointer}/value"
