"""What the receiving worker is told of where an answer came from: question, date, author and record, never its words.

Part of the fidelity report. Whoever takes over a child's record sees what need not be asked again, how old it is and who said
it, and judges for themselves whether it still holds; nothing is computed from the dates.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class Party:
    """A person or service by its id, with what it is to the child or in its work; never by name."""

    id: str
    role: str | None = None


@frozen(kw_only=True)
class Answered:
    """One answer that arrives under a question of the target form, so that nobody is asked it again.

    Attributes:
        field: Id of the target's field.
        label: What practitioners read there.
        plain: What the family reads there.
        section: Title of the section it stands in.
        needed: Whether the form requires an answer, always or in some condition.
        child: Id of the child it was answered for, in a field answered child by child.
        on: ISO date it was said, seen or first recorded on; None where no record says.
        by: Who said it or, where that is not told, who recorded it; several where a row names several.
        record: Id in the target's `provenance` of the record it was first given in; None for what the core tables have
            held over several moves, since they do not say since when.
        not_known: Whether the answer is that it was not known.
    """

    field: str
    label: str
    plain: str
    section: str
    needed: bool
    child: str | None = None
    on: str | None = None
    by: tuple[Party, ...] = ()
    record: str | None = None
    not_known: bool = False

    def as_json(self) -> dict[str, Any]:
        """As JSON values; what is not told is left out."""
        roles = [party.role for party in self.by if party.role]
        return {
            "field": self.field,
            "label": self.label,
            "plain": self.plain,
            "section": self.section,
            **({"child": self.child} if self.child else {}),
            **({"on": self.on} if self.on else {}),
            **({"by": [party.id for party in self.by]} if self.by else {}),
            **({"role": roles} if roles else {}),
            **({"record": self.record} if self.record else {}),
            **({"not_known": True} if self.not_known else {}),
        }


@frozen(kw_only=True)
class Past:
    """One answer that is under no question here: its own question, the kind of its slot, its date and who gave it."""

    label: str
    kind: str | None
    on: str | None = None
    by: tuple[Party, ...] = ()


@frozen(kw_only=True)
class Event:
    """One event of the chronology: when it happened, and apart from that when it was written down."""

    id: str
    on: str
    recorded: str | None = None


@frozen(kw_only=True)
class Record:
    """One record that answers of the target document were first given in.

    Attributes:
        id: Its id in the target's `provenance`.
        form: Id and version of its form.
        title: Title of that form.
        basis: `consent` for a voluntary record, `statute` for one made under a legal duty.
        on: ISO date it was recorded on.
        by: Who recorded it.
        answered: Number of its answers that stand under a question of the target.
        waiting: Number of its answers that wait for a person, or are carried.
        worries: Those of them that say what has hurt a child or is feared.
        history: Its answers that are shown as history.
        on_safety: Those of them that say how a child's safety was weighed and what was decided on it.
        events: The chronology events that came with it.
    """

    id: str
    form: tuple[str, str]
    title: str
    basis: str
    on: str | None = None
    by: Party | None = None
    answered: int = 0
    waiting: int = 0
    worries: tuple[Past, ...] = ()
    history: tuple[Past, ...] = ()
    on_safety: tuple[Past, ...] = ()
    events: tuple[Event, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As JSON values; what is not told is left out."""
        return {
            "id": self.id,
            "form": self.form[0],
            "version": self.form[1],
            "title": self.title,
            "basis": self.basis,
            **({"on": self.on} if self.on else {}),
            **({"by": self.by.id} if self.by else {}),
            **({"role": self.by.role} if self.by and self.by.role else {}),
            "answered": self.answered,
            "waiting": self.waiting,
            "history": [
                {
                    "label": past.label,
                    **({"kind": past.kind} if past.kind else {}),
                    **({"on": past.on} if past.on else {}),
                    **({"by": [party.id for party in past.by]} if past.by else {}),
                }
                for past in self.history
            ],
            "events": [
                {"id": event.id, "on": event.on, **({"recorded": event.recorded} if event.recorded else {})}
                for event in self.events
            ],
        }
