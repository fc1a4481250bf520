"""Questions that ask for the same in different words, or within one another. Reported, never merged.

What counts is the place of a question in the canonical assessment, then its label. Only questions of different forms are
compared: what one form asks in two places it does on purpose. What the blend file keeps `apart` is not reported either,
because there somebody has decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from attrs import frozen

from frameworks_core.blend.checking.subject import Subject, named
from frameworks_core.blend.composition.asking_once import joinable
from frameworks_core.blend.faults import Fault
from frameworks_core.checks.blend_codes import ASKED_TWICE
from frameworks_core.exchange.admission import Relation, relation
from frameworks_core.forms.form import Field
from frameworks_core.model import Slot

_WORD = re.compile(r"\w+")


@frozen(kw_only=True)
class Double:
    """Questions that ask for the same, or questions that others may hold wholly.

    Attributes:
        kind: `same` place in the assessment, same `label`, or `wider`.
        questions: The questions; of the wider kind those that may hold the others.
        within: Of the wider kind, the questions that they may hold.
        why: Why they are not asked as one, where that is known.
    """

    kind: str
    questions: tuple[Field, ...]
    within: tuple[Field, ...] = ()
    why: str = ""

    @property
    def severity(self) -> str:
        """A wide question beside narrow ones is often meant so, such as a summary; the same question twice is not."""
        return "note" if self.kind == "wider" else "warning"


def doubles_of(subject: Subject) -> tuple[Double, ...]:
    """What is asked twice: the same place first, then the same label, then what is wide enough to hold others."""
    pairs = _Pairs(subject)
    same = tuple(pairs.of_one_slot())
    known = {
        frozenset(pair) for one in same for pair in combinations([field.id for field in one.questions], 2)
    }
    return (*same, *pairs.of_one_label(known), *pairs.wider())


def double_faults(subject: Subject, doubles: Iterable[Double]) -> Iterator[Fault]:
    """The doubles as faults, each at the key that takes its last question."""
    for one in doubles:
        names = named(one.questions)
        if one.kind == "wider":
            count = len(one.within)
            held = "this one asks" if count == 1 else f"these {count} ask"
            message = f"{names} may hold what {held}: {named(one.within)}"
        elif one.kind == "label":
            message = f"{names} have the same label, {one.questions[0].label!r}"
        else:
            message = f"{names} ask for the same{f': {one.why}' if one.why else ''}"
        yield Fault(ASKED_TWICE, subject.key_of(one.questions[-1]), message, one.severity)


class _Pairs:
    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.fields = tuple(subject.form)
        self.forms = {field.id: subject.asked_for(field) for field in self.fields}
        self.apart = [frozenset(names) for names in subject.file.gather.apart]

    def of_one_slot(self) -> Iterator[Double]:
        """Questions of one place that were not joined; of history only where the place says more than its kind."""
        groups: dict[Slot, list[Field]] = {}
        for field in self.fields:
            if field.slot is not None and (not field.slot.is_history or field.slot != Slot(field.slot.kind)):
                groups.setdefault(field.slot, []).append(field)
        for slot, group in groups.items():
            if found := self._undecided(group):
                yield Double(kind="same", questions=found, why=self._why(slot, found))

    def of_one_label(self, known: set[frozenset[str]]) -> Iterator[Double]:
        """Questions with one label and different places, or none."""
        groups: dict[str, list[Field]] = {}
        for field in self.fields:
            groups.setdefault(" ".join(_WORD.findall(field.label.casefold())), []).append(field)
        for group in groups.values():
            found = self._undecided(group, known)
            if found:
                yield Double(kind="label", questions=found)

    def wider(self) -> Iterator[Double]:
        """Questions that hold others wholly, those together that hold the same ones; the widest first."""
        facts = [field for field in self.fields if field.slot is not None and not field.slot.is_history]
        holding: dict[tuple[str, ...], list[Field]] = {}
        for wide in facts:
            held = tuple(
                field.id for field in facts if self._may_be_two(field, wide) and _is_within(field, wide)
            )
            if held:
                holding.setdefault(held, []).append(wide)
        for held in sorted(holding, key=len, reverse=True):
            within = tuple(self.subject.form.fields[id_] for id_ in held)
            yield Double(kind="wider", questions=tuple(holding[held]), within=within)

    def _undecided(self, group: Iterable[Field], known: Iterable[frozenset[str]] = ()) -> tuple[Field, ...]:
        """The questions of a group that some other of them may double, in the order of the form."""
        met: set[str] = set()
        for one, other in combinations(group, 2):
            if self._may_be_two(one, other) and frozenset({one.id, other.id}) not in known:
                met.update((one.id, other.id))
        return tuple(field for field in self.fields if field.id in met)

    def _may_be_two(self, one: Field, other: Field) -> bool:
        """Whether nobody has decided that these are two questions: neither one form nor the authority."""
        if self.forms[one.id] & self.forms[other.id]:
            return False
        names = {*(one.serves or (one.id,))}, {*(other.serves or (other.id,))}
        return not any(kept & names[0] and kept & names[1] for kept in self.apart)

    def _why(self, slot: Slot, found: tuple[Field, ...]) -> str:
        questions = self.subject.composed.questions
        asks = [one for field in found if field.id in questions for one in questions[field.id].asks]
        if slot.is_history:
            return "agreements, comments and the like are never joined by themselves"
        if len(asks) < len(found):
            return "one of them is your own"
        if not joinable(asks):
            return "they differ in kind of answer, choices or columns"
        return "one of the forms asks it more than once"


def _is_within(narrow: Field, wide: Field) -> bool:
    """Whether the wide question may hold all that the narrow one asks, and not the other way round as well."""
    assert narrow.slot is not None
    assert wide.slot is not None
    return (
        narrow.slot != wide.slot
        and relation(narrow.slot, wide.slot) is Relation.WIDER
        and relation(wide.slot, narrow.slot) is not Relation.WIDER
    )
