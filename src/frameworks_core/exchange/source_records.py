"""The records behind a converted document: which they were, what came from each, and what of it is history now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from frameworks_core.exchange.fidelity import Item
from frameworks_core.exchange.first_said import first_said
from frameworks_core.exchange.handover import Answered, Event, Past, Record
from frameworks_core.exchange.labels import Labels
from frameworks_core.exchange.parties import Parties
from frameworks_core.exchange.plain_text import safe_and_short
from frameworks_core.model import Answer, Leaf, SourceRecord

_WAITING = frozenset({"needs_sorting", "carried"})
_WORRIES = frozenset({"harm", "danger"})
"""What has hurt a child, and what is feared: kinds of slot, and senses of a statement."""
_WEIGHING = frozenset({"conclusion", "decision", "threshold"})
"""Kinds of history that weigh or decide; where only a statutory record may hold them, they are about safety."""


def source_records(
    document: dict[str, Any],
    records: Iterable[tuple[str, SourceRecord]],
    answered: Iterable[Answered],
    moved: Iterable[tuple[Answer, Item]],
    labels: Labels,
    whole: Callable[[Answer], Leaf],
) -> tuple[Record, ...]:
    """The records that the target document remembers, in its order.

    Args:
        document: The target document.
        records: Every record the answers came from, each with its id in the target.
        answered: What arrived under a question.
        moved: Every answer, with what happened to it.
        labels: The words questions are named by.
        whole: An answer with the parts of it that were carried apart.
    """
    parties = Parties(document["people"], document["agencies"])
    arrived = Counter(entry.record for entry in answered)
    waiting: Counter[SourceRecord] = Counter()
    worries: dict[SourceRecord, list[Past]] = {}
    history: dict[SourceRecord, list[Past]] = {}
    on_safety: dict[SourceRecord, list[Past]] = {}

    def past(answer: Answer) -> Past:
        slot, said = answer.origin.field.slot, first_said(answer, whole(answer))
        return Past(
            label=labels.of(answer.origin),
            kind=slot.kind if slot else None,
            on=said.on,
            by=parties.named(said.by),
        )

    for answer, item in moved:
        record = answer.origin.record
        if item.outcome in _WAITING:
            waiting[record] += 1
            if _is_worry(answer):
                worries.setdefault(record, []).append(past(answer))
        elif item.outcome == "history":
            history.setdefault(record, []).append(past(answer))
            if _is_on_safety(answer):
                on_safety.setdefault(record, []).append(past(answer))
    remembered = {written["id"] for written in document["provenance"]}
    return tuple(
        Record(
            id=id_,
            form=(record.form, record.version),
            title=safe_and_short(record.title),
            basis=record.basis,
            on=record.recorded_on,
            by=next(iter(parties.named([record.recorded_by] if record.recorded_by else [])), None),
            answered=arrived[id_],
            waiting=waiting[record],
            worries=tuple(worries.get(record, ())),
            history=tuple(history.get(record, ())),
            on_safety=tuple(on_safety.get(record, ())),
            events=tuple(
                Event(id=event["id"], on=event["on"], recorded=event.get("recorded"))
                for event in document["chronology"]
                if event["id"] in record.events
            ),
        )
        for id_, record in records
        if id_ in remembered
    )


def _is_worry(answer: Answer) -> bool:
    """Whether a whole answer, not a cell of a row that has its place, says what has hurt a child or is feared."""
    slot = answer.origin.field.slot
    if slot is None or answer.origin.shape == "cell":
        return False
    return slot.kind in _WORRIES or (bool(slot.senses) and slot.senses <= _WORRIES)


def _is_on_safety(answer: Answer) -> bool:
    """Whether history says how safety was weighed or what it came to: an enquiry, a protection plan, an alarm raised.

    No answer is looked at: "no reasonable cause" is read before the first visit as well as its opposite.
    """
    field, slot = answer.origin.field, answer.origin.field.slot
    if slot is None or answer.origin.shape == "cell":
        return False
    raised = (
        slot.kind == "consent" and slot.item == "exception"
    )  # shared without agreement, for a child's sake
    weighed = slot.kind in _WEIGHING and field.disclosure == "statutory_only"
    return raised or weighed or slot.kind == "outcome"
