"""The fidelity report: what a conversion did with each answer, and what is left to ask.

Every answer of the source is in exactly one class:

* `kept`: a field with the same meaning (exactMatch);
* `broadened`: only a wider field admits it; its original place stays in provenance (broadMatch);
* `merged`: several answers share one field, each labelled with its origin (broadMatch);
* `needs_sorting`: it fits several narrower fields, or the target asks for something it does not say (narrowMatch);
* `carried`: the target has no place for it; kept verbatim;
* `history`: a conclusion, consent, threshold, score or the like of an earlier record; shown as history;
* `withheld`: the target may not hold it, or it concerns only another child.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from frameworks_core.exchange.for_whom import Unsaid
from frameworks_core.exchange.handover import Answered, Record
from frameworks_core.exchange.siblings.report import Joined

CLASSES = ("kept", "broadened", "merged", "needs_sorting", "carried", "history", "withheld")
WITHOUT_A_PLACE = ("needs_sorting", "carried", "withheld")
"""Classes whose answers have no place of their own in the target; their share of all answers is the loss."""


@frozen(kw_only=True)
class Item:
    """What happened to one answer.

    Attributes:
        source: JSON pointer in the source document.
        outcome: One of `CLASSES`; written `class` in JSON.
        label: The source field's own label.
        why: One sentence.
        targets: JSON pointers in the target document.
        candidates: Ids of target fields a practitioner may place it in.
        document: Number of the document it is from, from 1, where several were joined.
    """

    source: str
    outcome: str
    label: str
    why: str
    targets: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    document: int | None = None


@frozen(kw_only=True)
class Missing:
    """A required field that nothing fills; `ask` says whom to ask: the `family` or the `practitioner`."""

    field: str
    label: str
    plain: str
    ask: str
    child: str | None = None


@frozen(kw_only=True)
class Report:
    """The fidelity report of one conversion.

    Attributes:
        source: Id and version of the source form.
        target: Id and version of the target form.
        items: One per answer of the source, in its order.
        missing: Required fields that nothing fills.
        answered: Answers under the target's own questions, with their first date and author.
        records: The records they came from.
        unsaid: Answers of a record about one child that do not say so in this record about several.
        child: Id of the child the target document is about, where a family document was taken apart.
        joined: What is to be said of several documents that became this one.
    """

    source: tuple[str, str]
    target: tuple[str, str]
    items: tuple[Item, ...]
    missing: tuple[Missing, ...] = ()
    answered: tuple[Answered, ...] = ()
    records: tuple[Record, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    child: str | None = None
    joined: Joined | None = None

    @property
    def counts(self) -> dict[str, int]:
        """Number of answers in each class, every class named."""
        counts = dict.fromkeys(CLASSES, 0)
        for item in self.items:
            counts[item.outcome] += 1
        return counts

    @property
    def loss(self) -> float:
        """Share of answers without a place of their own in the target, 0.0 to 1.0, to four places."""
        counts = self.counts
        without = sum(counts[name] for name in WITHOUT_A_PLACE)
        return round(without / len(self.items), 4) if self.items else 0.0

    def as_json(self) -> dict[str, Any]:
        """The report as JSON values. It names places and labels, never the words of an answer."""
        report: dict[str, Any] = {
            "source": {"form": self.source[0], "version": self.source[1], "answers": len(self.items)},
            "target": {"form": self.target[0], "version": self.target[1]},
            "items": [
                {
                    **({"document": item.document} if item.document else {}),
                    "source": item.source,
                    "class": item.outcome,
                    "label": item.label,
                    "targets": list(item.targets),
                    "candidates": list(item.candidates),
                    "why": item.why,
                }
                for item in self.items
            ],
            "missing": [
                {
                    "field": entry.field,
                    "label": entry.label,
                    "plain": entry.plain,
                    "ask": entry.ask,
                    **({"child": entry.child} if entry.child else {}),
                }
                for entry in self.missing
            ],
            "answered": [entry.as_json() for entry in self.answered],
            "records": [record.as_json() for record in self.records],
            "counts": self.counts,
            "loss": self.loss,
        }
        if self.unsaid:
            report["say_for_whom"] = [
                {"at": one.at, "label": one.label, "child": one.child} for one in self.unsaid
            ]
        if self.child:
            report["target"]["child"] = self.child
        if self.joined:
            report.update(self.joined.as_json())
        return report
