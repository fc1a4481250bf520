"""Where each child's own voice is: what it said and what it wants, to be read before it is asked anything."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.handover import Answered
from frameworks_core.forms.form import Form
from frameworks_core.functions.handover.words import counted, questions, span
from frameworks_core.functions.outline import Line, Part

_OWN = frozenset({"words", "wants", "views", "session", "session_wants"})
"""Aspects of a view that are the child's own; what a worker saw of its days is not."""

_NONE = (
    "No words under a question here. Look among what waits, what travels along and the history before you take it that "
    "nobody asked."
)


def childrens_words(report: Report, target: Form) -> Iterator[Part]:
    """The questions under which a child's own words arrive; or that none do, lest somebody think that nobody asked."""
    asked = [field for field in target if _is_own(target, field.id)]
    if not asked or not report.answered:
        return
    own = [entry for entry in report.answered if not entry.not_known and _is_own(target, entry.field)]
    heard: list[str | None] = list(dict.fromkeys(entry.child for entry in own))
    silent: list[str | None] = [child for child in _children(report) if child not in heard]
    if None in heard:
        silent = []  # the form is about one child, or asks all of them at once
    elif not heard and not silent:
        silent = [None]
    several = len(heard) + len(silent) > 1
    lines = [
        *(
            _line([entry for entry in own if entry.child == child], child if several else None)
            for child in heard
        ),
        *(Line(f"{child}: {_NONE}" if several else _NONE) for child in silent),
    ]
    title = "In the child's own words: read it before you ask" if own else "In the child's own words"
    yield Part(f"{title} ({len(questions(own))})", tuple(lines))


def _children(report: Report) -> list[str]:
    """The children that anything was answered for, or is to be asked for, in questions put child by child."""
    answered = {entry.child for entry in report.answered if entry.child}
    return sorted(answered | {entry.child for entry in report.missing if entry.child})


def _is_own(target: Form, field: str) -> bool:
    slot = target.fields[field].slot
    return slot is not None and slot.kind == "view" and slot.whose == "child" and slot.aspect in _OWN


def _line(entries: list[Answered], child: str | None) -> Line:
    about = f"{child}: " if child else ""
    labels = (entry.label for entry in entries)
    return Line(f"{about}{counted(labels)}", span(sorted(entry.on for entry in entries if entry.on)))
