"""What holds for blends beyond the laws of conversion: asked once, an answer answers every question its question asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from frameworks_core.blend.composition.composing import Composed
from frameworks_core.exchange.admission import Relation, relation
from frameworks_core.exchange.conversion import Conversion
from frameworks_core.forms.envelope import is_one_line
from frameworks_core.forms.form import Column, Form
from frameworks_core.model.slot import PLAN_KINDS

from .laws import at

Json = dict[str, Any]


@frozen(eq=False)
class Crossing:
    """The way of the questions of one form into those of another that ask the same, where a blend is one of the two.

    Attributes:
        source: The form answers come from.
        target: The form they go to.
        questions: Id of the question there, by id of the question here.
        columns: By the same id, the columns there, by those here.
    """

    source: Form
    target: Form
    questions: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]


def to_member(composed: Composed, member: Form) -> Crossing:
    """From a blend to one of its forms; not the questions that ask for two of that form at once."""
    questions: dict[str, str] = {}
    columns: dict[str, dict[str, str]] = {}
    for id_, question in composed.questions.items():
        asks = [
            (one, ours)
            for one, ours in zip(question.asks, question.ours, strict=True)
            if one.form.id == member.id
        ]
        if len(asks) == 1:
            [(one, ours)] = asks
            questions[id_], columns[id_] = one.field.id, dict(ours)
    return Crossing(composed.form, member, questions, columns)


def from_member(composed: Composed, member: Form) -> Crossing:
    """From one of its forms to the blend."""
    questions: dict[str, str] = {}
    columns: dict[str, dict[str, str]] = {}
    for id_, question in composed.questions.items():
        for one, ours in zip(question.asks, question.ours, strict=True):
            if one.form.id == member.id:
                questions[one.field.id] = id_
                columns[one.field.id] = {theirs: our for our, theirs in ours.items()}
    return Crossing(member, composed.form, questions, columns)


def assert_asked_once_answers(crossing: Crossing, document: Json, done: Conversion) -> int:
    """Every answer to a question that both ask stands as it was given; how many there were.

    Not what is history anywhere, what policy withholds, hopes of a voluntary plan in a statutory record, and answers to a
    question asked instead of several different ones, which a person sorts.
    """
    found = 0
    outcomes = {item.source: item for item in done.report.items}
    for source, item in outcomes.items():
        steps = source.split("/")[1:]
        is_cell = source.rpartition("/")[0] in outcomes and not steps[-1].isdigit()
        if steps[0] != "answers" or is_cell or item.outcome == "withheld":
            continue
        there = crossing.questions.get(steps[1])
        if there is None or not _is_fact(crossing, steps[1]) or not _is_held(crossing, steps[1]):
            continue
        columns, given = crossing.columns[steps[1]], at(document, source)
        if columns and not given.keys() & columns.keys():
            continue  # a row of nothing that the table there has a column for
        found += 1
        assert item.outcome in {"kept", "merged"}, f"{source} is {item.outcome}: {item.why}"
        [target] = item.targets
        assert target.split("/")[1:3] == ["answers", there], f"{source} went to {target}"
        arrived = at(done.document, target)
        if columns:
            _assert_same_row(crossing, steps[1], given, arrived, source, done)
        else:
            _assert_same_answer(given, arrived, source, headed=item.outcome == "merged")
    return found


def _is_fact(crossing: Crossing, field_id: str) -> bool:
    slots = (
        crossing.source.fields[field_id].slot,
        crossing.target.fields[crossing.questions[field_id]].slot,
    )
    voluntary = (crossing.source.basis, crossing.target.basis) == ("consent", "statute")
    return not any(slot and (slot.is_history or (voluntary and slot.kind in PLAN_KINDS)) for slot in slots)


def _is_held(crossing: Crossing, field_id: str) -> bool:
    """Whether the question there holds all that the one here may mean; asked instead of several it may mean more."""
    here = crossing.source.fields[field_id].slot
    there = crossing.target.fields[crossing.questions[field_id]].slot
    return here == there or bool(here and there and relation(here, there) in {Relation.SAME, Relation.WIDER})


def _assert_same_answer(given: Any, arrived: Any, source: str, *, headed: bool) -> None:
    """A lone text stays a plain text; where several answers share the field each is an entry with a heading."""
    if headed and isinstance(arrived, dict) and not (isinstance(given, dict) and "heading" in given):
        arrived = {name: part for name, part in arrived.items() if name != "heading"}
    assert arrived == given or (headed and arrived == {"text": given}), f"{source} was changed"


def _assert_same_row(
    crossing: Crossing, field_id: str, row: Json, arrived: Json, source: str, done: Conversion
) -> None:
    """Every cell stands under the same column, or waits where the table there has no such column."""
    names = {**crossing.columns[field_id], "disclosure": "disclosure"}
    there = crossing.target.fields[crossing.questions[field_id]]
    crossed = {
        column: cell
        for column, cell in row.items()
        if column in names and _has_room(there.column(names[column]), cell)
    }
    assert arrived == {names[column]: cell for column, cell in crossed.items()}, f"{source} was changed"
    told = {item.source: item.outcome for item in done.report.items}
    for column in row.keys() - crossed.keys():
        assert told[f"{source}/{column}"] == "carried", f"{source}/{column} has no place"


def _has_room(column: Column | None, cell: Any) -> bool:
    """A column of one line takes no text of several, which a joint question may have where another form wants them."""
    return column is None or column.type != "text" or is_one_line(cell)
