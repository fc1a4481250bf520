"""What a target may not hold: the disclosure policy at work.

The policy comes from the target form (`withholds`) and the purpose. A protected address is searched for in every text, not
only in the address box: a refuge named in a sentence is as dangerous as one in a field. Where there is doubt, the whole
answer is withheld and the report says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from frameworks_core.exchange.hidden_people import hidden_people
from frameworks_core.exchange.tables import write_row
from frameworks_core.exchange.whereabouts import asks_whereabouts, texts_in, whereabouts_of
from frameworks_core.forms.form import WITHHOLDABLE, Form
from frameworks_core.model import (
    Agency,
    Answer,
    Assessment,
    Event,
    FieldMark,
    Leaf,
    Person,
    SourceRecord,
    Value,
)
from frameworks_core.model.person import WHEREABOUTS

FOR_SHARING = frozenset({"protected_address", "third_party", "police", "adult_health"})
"""Withheld from every copy that leaves the professionals' record, whatever the form."""

SERVICE_CATEGORIES = {"police": "police", "adult_health": "adult_health"}
"""What an agency says is this kind of information unless the entry is marked open."""

WHY = {
    "protected_address": "it gives away a protected address",
    "third_party": "it is information about or from a third party, who has not agreed to share it here",
    "police": "it is police information, which this form may not hold",
    "adult_health": "it is an adult's health information, which this form may not hold",
    "statutory_only": "it belongs to the statutory record and is not handed to a voluntary form",
    "another_child": "it concerns only another child and stays in that child's document",
}
"""Category -> the clause the report gives as its reason."""

AGENCY_CONTENT = ("summary", "detail", "contribution_reason")
"""What an agency told us, apart from the fact that it is involved."""


class Withholding:
    """Decides for one conversion what may not cross, and why."""

    def __init__(self, assessment: Assessment, target: Form, *, purpose: str, child: str | None) -> None:
        """Prepare for converting `assessment` to `target`; `child` is the one child it is to be about, if only one."""
        self.categories = target.withholds | (FOR_SHARING if purpose == "share" else frozenset())
        if target.basis == "consent":
            self.categories |= frozenset(WITHHOLDABLE)  # whatever a plugin forgot to name
        self._others = frozenset(assessment.about) - {child} if child else frozenset()
        self._agencies = {agency.id: agency for agency in assessment.agencies}
        self._hidden = (
            hidden_people(assessment.people) if "protected_address" in self.categories else frozenset[str]()
        )
        self._hides = bool(self._hidden)
        self._rows = _whole_rows(assessment.answers)
        self._whereabouts = (
            whereabouts_of(_known_whereabouts(assessment, self._hidden)) if self._hides else None
        )
        self._voluntary_events = frozenset[str]().union(
            *(record.events for record in assessment.sources if record.basis == "consent")
        )
        self._others_events = self._events_of_others(assessment)

    def of_answer(self, answer: Answer) -> str | None:
        """The category that keeps this answer back, or None."""
        origin = answer.origin
        leaf = self.whole(answer)
        if self._is_about_others(answer, leaf):
            return "another_child"
        if self._is_whereabouts(answer):
            return "protected_address"
        for marked in (origin.field.disclosure, answer.disclosure):
            if marked in self.categories:
                return marked
        if isinstance(leaf, dict):
            disclosure = leaf.get("disclosure") or _agency_category(origin.field, leaf)
            for source in said_by(origin.field, leaf) or (None,):
                if category := self._category(disclosure, source):
                    return category
        if self._whereabouts is None:
            return None
        return self.of_text(*(text for part in (leaf, answer.value) for _, text in texts_in(part)))

    def whole(self, answer: Answer) -> Leaf:
        """The answer; for a part of a row the whole row, since who may see it may stand in another part."""
        if answer.origin.shape not in {"row", "cell"}:
            return answer.value
        return {**self._rows[answer.origin.row], **_cells(answer)}

    def of_event(self, event: Event) -> str | None:
        """The category that keeps this chronology event back, or None."""
        if self._others.issuperset(event.affects) if event.affects else event.id in self._others_events:
            return "another_child"
        if "statutory_only" in self.categories and event.id not in self._voluntary_events:
            return "statutory_only"
        texts = (event.what, event.significance, event.response)
        return self._category(event.disclosure, event.source) or self.of_text(*texts)

    def of_person(self, person: Person, name: str, value: object) -> str | None:
        """The category that keeps this property of a person back, or None."""
        if person.id in self._hidden and name in WHEREABOUTS:
            return "protected_address"
        return self.of_text(value)

    def of_agency(self, agency: Agency, name: str, value: object) -> str | None:
        """The category that keeps this property of an agency back, or None."""
        if name in AGENCY_CONTENT and (category := self._category(agency.disclosure, agency.id)):
            return category
        return self.of_text(value)

    def of_text(self, *texts: object) -> str | None:
        """`protected_address` where one of the texts gives one away."""
        if self._whereabouts is None:
            return None
        found = any(isinstance(text, str) and self._whereabouts.are_in(text) for text in texts)
        return "protected_address" if found else None

    def _category(self, disclosure: object, source: str | None) -> str | None:
        if disclosure is None and source in self._agencies:
            agency = self._agencies[source]
            disclosure = agency.disclosure or SERVICE_CATEGORIES.get(agency.service or "")
        return disclosure if isinstance(disclosure, str) and disclosure in self.categories else None

    def _is_whereabouts(self, answer: Answer) -> bool:
        """Whether the answer is the address box itself, of a child whose address is protected."""
        return self._hides and asks_whereabouts(answer.origin.field.slot)

    def _is_record_of_others(self, record: SourceRecord) -> bool:
        """Whether a record is about other children only: a sibling's own, whatever it says of this child."""
        return bool(record.about) and self._others.issuperset(record.about)

    def _events_of_others(self, assessment: Assessment) -> frozenset[str]:
        """Ids of the events that only records about other children hold."""
        theirs, ours = set[str](), set[str]()
        for record in assessment.sources:
            (theirs if self._is_record_of_others(record) else ours).update(record.events)
        return frozenset(theirs - ours)

    def _is_about_others(self, answer: Answer, leaf: Leaf) -> bool:
        if not self._others:
            return False
        if self._is_record_of_others(answer.origin.record):
            return True
        if answer.origin.child is not None:
            return answer.origin.child in self._others
        about = _about(answer.origin.field, leaf)
        return bool(about) and self._others.issuperset(about)


def _known_whereabouts(assessment: Assessment, hidden: frozenset[str]) -> Iterator[dict[str, Any]]:
    """The people as in their table whose whereabouts are hidden, and whereabouts that only an answer holds."""
    for person in assessment.people:
        if person.id in hidden:
            yield {**write_row(person), "address_protected": "yes"}
    for answer in assessment.answers:
        slot = answer.origin.field.slot
        if slot is not None and slot.person_property and asks_whereabouts(slot):
            text = answer.value.get("text") if isinstance(answer.value, dict) else answer.value
            yield {"address_protected": "yes", slot.person_property: str(text)}


def _whole_rows(answers: Iterable[Answer]) -> dict[_RowKey, dict[str, Value]]:
    """Every row with the cells that were carried apart from it."""
    rows: dict[_RowKey, dict[str, Value]] = {}
    for answer in answers:
        if answer.origin.shape in {"row", "cell"}:
            rows.setdefault(answer.origin.row, {}).update(_cells(answer))
    return rows


def _cells(answer: Answer) -> dict[str, Value]:
    if isinstance(answer.value, dict):
        return answer.value
    return {answer.origin.column or "": answer.value}


_RowKey = tuple[str, str, str | None, int | None]


_SAID_BY = {"view": "who", "harm": "told_by"}
"""The column of a row that says who told it, where that is not its `source`."""


def said_by(field: FieldMark, leaf: dict[str, Value]) -> tuple[str, ...]:
    """The ids of whoever an entry or row comes from: one person or agency, or several."""
    meaning = _SAID_BY.get(field.slot.kind, "source") if field.slot else "source"
    columns = [column for column, stands_for, _ in field.columns if stands_for == meaning]
    said_by = leaf.get(columns[0] if columns else "source")
    return (said_by,) if isinstance(said_by, str) else tuple(said_by) if isinstance(said_by, list) else ()


def _agency_category(field: FieldMark, row: dict[str, Value]) -> str | None:
    """The kind of information a row about an agency is by its service, where the form holds agencies as answers."""
    if field.slot is None or field.slot.kind != "agency":
        return None
    services = (row.get(column) for column, meaning, _ in field.columns if meaning == "service")
    return next((SERVICE_CATEGORIES[name] for name in map(str, services) if name in SERVICE_CATEGORIES), None)


_ABOUT = frozenset({"about", "for_whom", "children", "child"})
"""Parts of an entry or row that say whom it is about, by what a column stands for or, where it stands for nothing, its name."""


def _about(field: FieldMark, leaf: Leaf) -> set[str]:
    """The ids an entry or row says it is about, or whose view it is; empty where it does not say."""
    if not isinstance(leaf, dict):
        return set()
    names = _ABOUT | {"who"} if field.slot and field.slot.kind == "view" else _ABOUT
    known = {
        column: meaning if type_ in {"person", "persons"} else "" for column, meaning, type_ in field.columns
    }
    about: set[str] = set()
    for name, cell in leaf.items():
        if known.get(name, name if name in _ABOUT else "") in names:
            about.update([cell] if isinstance(cell, str) else cell if isinstance(cell, list) else ())
    return about
