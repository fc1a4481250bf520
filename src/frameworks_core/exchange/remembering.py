"""Writing down where answers came from: the `carried`, `history` and `provenance` lists of a document."""

from __future__ import annotations

from typing import Any

from frameworks_core.exchange.provenance import digest_of, write_mark
from frameworks_core.model import Answer, Assessment, Leaf, Origin, SourceRecord


class Remembering:
    """Collects what the target document must remember of the records before it."""

    def __init__(self, assessment: Assessment) -> None:
        """Prepare for writing `assessment`; its records keep their order, the documents read come last."""
        records = assessment.sources
        self._ids = {record.id: f"r{number}" for number, record in enumerate(records, start=1)}
        self._records = records
        self._read = frozenset(record.id for record in assessment.documents)
        self._fields: dict[str, dict[str, Any]] = {record.id: {} for record in records}
        self._placed: dict[str, list[dict[str, Any]]] = {record.id: [] for record in records}
        self._carried: list[dict[str, Any]] = []
        self._history: list[dict[str, Any]] = []

    def records(self) -> list[tuple[str, SourceRecord]]:
        """Every record, each with its id in the target document."""
        return [(self._ids[record.id], record) for record in self._records]

    def id_of(self, record: SourceRecord) -> str:
        """The id of a record in the target document."""
        return self._ids[record.id]

    def place(self, answer: Answer, at: str, leaf: Leaf, *, headed: bool = False) -> None:
        """Remember that the answer stands at `at` as `leaf`."""
        place = self._place(answer.origin)
        written = {"at": at, **place, "digest": digest_of(leaf, answer.origin.shape)}
        if headed:
            written["headed"] = True
        self._placed[answer.origin.record.id].append(written)

    def carry(self, answer: Answer, outcome: str, candidates: tuple[str, ...]) -> str:
        """Carry the answer verbatim; its pointer in the target."""
        item = {"from": self._ids[answer.origin.record.id], **self._place(answer.origin), "class": outcome}
        if candidates:
            item["candidates"] = list(candidates)
        if answer.disclosure:
            item["disclosure"] = answer.disclosure
        self._carried.append({**item, "value": _copied(answer.value)})
        at = f"/carried/{len(self._carried) - 1}"
        if outcome == "needs_sorting":
            self.place(answer, at, answer.value)  # so that it keeps its origin once somebody has sorted it
        return at

    def carry_cell(self, answer: Answer, column: str) -> str:
        """Carry one cell of a row whose other cells have a place."""
        assert isinstance(answer.value, dict)
        item = {
            "from": self._ids[answer.origin.record.id],
            **self._place(answer.origin),
            "shape": "cell",
            "column": column,
            "class": "carried",
        }
        if "disclosure" in answer.value:
            item["disclosure"] = answer.value[
                "disclosure"
            ]  # the row may be rewritten; its cells stay what they are
        self._carried.append({**item, "value": _copied(answer.value[column])})
        return f"/carried/{len(self._carried) - 1}"

    def keep_as_history(self, answer: Answer) -> str:
        """Keep the answer as history; its pointer in the target."""
        item = {
            "from": self._ids[answer.origin.record.id],
            **self._place(answer.origin),
            "label": answer.origin.field.label,
        }
        if answer.shown:
            item["shown"] = answer.shown
        self._history.append({**item, "value": _copied(answer.value)})
        return f"/history/{len(self._history) - 1}"

    def _place(self, origin: Origin) -> dict[str, Any]:
        fields = self._fields[origin.record.id]
        if origin.field.id not in fields:
            fields[origin.field.id] = write_mark(origin.field)
        place: dict[str, Any] = {"field": origin.field.id}
        if origin.child is not None:
            place["child"] = origin.child
        if origin.index is not None:
            place["index"] = origin.index
        if origin.column is not None:
            place["column"] = origin.column
        place["shape"] = origin.shape
        return place

    def finish(self, events: frozenset[str], children: tuple[str, ...]) -> dict[str, list[dict[str, Any]]]:
        """The three lists; `events` are the ids of the events the target holds, `children` whom it is about."""
        provenance = [
            self._write(record, sorted(record.events & events), children)
            for record in self._records
            if record.id in self._read or self._fields[record.id] or record.events & events
        ]
        return {"carried": self._carried, "history": self._history, "provenance": provenance}

    def _write(self, record: SourceRecord, events: list[str], children: tuple[str, ...]) -> dict[str, Any]:
        recorded = {"by": record.recorded_by, "on": record.recorded_on}
        written: dict[str, Any] = {
            "id": self._ids[record.id],
            "form": record.form,
            "version": record.version,
            "title": record.title,
            "basis": record.basis,
        }
        if record.document:
            written["document"] = record.document
        if any(recorded.values()):
            written["recorded"] = {key: value for key, value in recorded.items() if value}
        if record.about and set(record.about) != set(children):
            written["about"] = list(record.about)
        if events:
            written["events"] = events
        return {**written, "fields": self._fields[record.id], "placed": self._placed[record.id]}


def _copied(leaf: Leaf) -> Leaf:
    """A copy, so that the target shares no list or table with the source."""
    if isinstance(leaf, dict):
        return {key: list(value) if isinstance(value, list) else value for key, value in leaf.items()}
    return list(leaf) if isinstance(leaf, list) else leaf
