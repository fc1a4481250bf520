"""What a document remembers of the records its answers came from.

A document's `provenance` holds one source record per earlier record, each with the fields its answers came from and where
each answer was placed. A digest ties a remembered place to the answer that stands there: an answer that somebody has
rewritten since is theirs, and is never attributed to the earlier record; one that somebody has moved keeps its origin.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

from attrs import frozen

from frameworks_core.model import FieldMark, Leaf, Origin, Slot, SourceRecord

_MOVABLE = 20
"""Characters a text needs before an identical text elsewhere counts as the same answer, moved."""


def digest_of(leaf: Leaf, shape: str = "entry") -> str:
    """A short digest of an answer: of an entry's text, so that attribution may be added to it; of all of a row."""
    if isinstance(leaf, dict) and "text" in leaf and shape != "row":
        leaf = leaf["text"]
    content = leaf if isinstance(leaf, str) else json.dumps(leaf, sort_keys=True, ensure_ascii=False)
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@frozen(kw_only=True)
class Placed:
    """Where one answer of an earlier record stands in this document."""

    at: str
    origin: Origin
    digest: str
    headed: bool = False


class Remembered:
    """The provenance of one document, ready for looking answers up."""

    def __init__(self, provenance: list[dict[str, Any]], about: tuple[str, ...] = ()) -> None:
        """Read the `provenance` list of a document about these children."""
        self._about = about
        self.records: dict[str, SourceRecord] = {}
        self._marks: dict[tuple[str, str], FieldMark] = {}
        self._by_place: dict[tuple[str, str], list[Placed]] = {}
        self._by_digest: dict[str, list[Placed]] = {}
        for raw in provenance:
            self._remember(raw)

    def _remember(self, raw: dict[str, Any]) -> None:
        recorded = raw.get("recorded", {})
        record = SourceRecord(
            id=raw["id"],
            form=raw["form"],
            version=raw["version"],
            title=raw["title"],
            basis=raw["basis"],
            document=raw.get("document"),
            recorded_by=recorded.get("by"),
            recorded_on=recorded.get("on"),
            events=frozenset(raw.get("events", ())),
            about=tuple(raw.get("about", self._about)),
        )
        self.records[record.id] = record
        for field_id, mark in raw["fields"].items():
            self._marks[record.id, field_id] = read_mark(field_id, mark)
        for raw_placed in raw["placed"]:
            placed = Placed(
                at=raw_placed["at"],
                origin=self.origin({**raw_placed, "from": record.id}),
                digest=raw_placed["digest"],
                headed=raw_placed.get("headed", False),
            )
            self._by_place.setdefault((_list_place(placed.at), placed.digest), []).append(placed)
            self._by_digest.setdefault(placed.digest, []).append(placed)

    def origin(self, item: dict[str, Any]) -> Origin:
        """The origin of a carried, history or placed item; its record and field must be remembered."""
        record = self.records[item["from"]]
        mark = self._marks.get((record.id, item["field"]))
        return Origin(
            record=record,
            field=mark
            or FieldMark(id=item["field"], label=item.get("label", item["field"]), type="text", slot=None),
            shape=item["shape"],
            child=item.get("child"),
            index=item.get("index"),
            column=item.get("column"),
        )

    def placed(self, pointer: str, leaf: Leaf, shape: str = "entry") -> Placed | None:
        """The remembered place of the answer at `pointer`, each used once; None if it is this document's own."""
        if not self._by_digest:
            return None
        digest = digest_of(leaf, shape)
        found = self._take(self._by_place.get((_list_place(pointer), digest)), pointer)
        if found is None and _is_text(leaf):
            found = self._take(self._by_digest.get(digest), pointer)
        if found is not None:
            self._forget(found)
        return found

    def placed_exactly(self, pointer: str, leaf: Leaf) -> Placed | None:
        """The remembered place of the answer that stands at `pointer` itself, or None."""
        found = self._by_place.get((_list_place(pointer), digest_of(leaf))) if self._by_digest else None
        return next((placed for placed in found or () if placed.at == pointer), None)

    @staticmethod
    def _take(candidates: list[Placed] | None, pointer: str) -> Placed | None:
        if not candidates:
            return None
        return next((placed for placed in candidates if placed.at == pointer), candidates[0])

    def _forget(self, placed: Placed) -> None:
        for index in (
            self._by_place.get((_list_place(placed.at), placed.digest)),
            self._by_digest.get(placed.digest),
        ):
            if index and placed in index:
                index.remove(placed)


def _is_text(leaf: Leaf) -> bool:
    text = leaf.get("text") if isinstance(leaf, dict) else leaf
    return isinstance(text, str) and len(text) >= _MOVABLE


def _list_place(pointer: str) -> str:
    """The pointer without the position in a list, so that a reordered list is still recognised."""
    head, _, last = pointer.rpartition("/")
    return head if last.isdigit() else pointer


def read_mark(field_id: str, raw: dict[str, Any]) -> FieldMark:
    """A field mark from its JSON."""
    slot = raw.get("slot")
    return FieldMark(
        id=field_id,
        label=raw["label"],
        type=raw["type"],
        slot=_read_slot(slot) if slot else None,
        columns=tuple(
            (column, meaning["property"], meaning["type"])
            for column, meaning in raw.get("columns", {}).items()
        ),
        disclosure=raw.get("disclosure"),
        serves=tuple(raw.get("serves", ())),
    )


def write_mark(mark: FieldMark) -> dict[str, Any]:
    """A field mark as JSON; its id is the key it stands under."""
    written: dict[str, Any] = {"label": mark.label, "type": mark.type}
    if mark.slot:
        written["slot"] = _write_slot(mark.slot)
    if mark.columns:
        written["columns"] = {
            column: {"property": meaning, "type": type_} for column, meaning, type_ in mark.columns
        }
    if mark.disclosure:
        written["disclosure"] = mark.disclosure
    if mark.serves:
        written["serves"] = list(mark.serves)
    return written


_SETS = ("dimensions", "topics", "senses")
_WORDS = ("whose", "aspect", "person_property", "group", "item")


def _read_slot(raw: dict[str, Any]) -> Slot:
    facets: dict[str, Any] = {name: frozenset(raw.get(name, ())) for name in _SETS}
    facets.update({name: raw.get(name) for name in _WORDS})
    return Slot(kind=raw["kind"], **facets)


def _write_slot(slot: Slot) -> dict[str, Any]:
    written: dict[str, Any] = {"kind": slot.kind}
    for name in _SETS:
        if values := getattr(slot, name):
            written[name] = sorted(values)
    for name in _WORDS:
        if word := getattr(slot, name):
            written[name] = word
    return written
