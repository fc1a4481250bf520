"""Two blends, or a blend and a form: what differs in what they ask and use, and what becomes of a record that moves.

For an authority that thinks of changing, and for a child who moves. Two questions are the same where they ask for the same
question of a form; what they are called does not decide it. Nothing is scored, and neither side is called better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from frameworks_core.blend.differing.compared import Compared
from frameworks_core.blend.differing.questions import Changed, changed
from frameworks_core.blend.differing.values import ValueDiffers, values_that_differ
from frameworks_core.exchange.missing import whom_to_ask
from frameworks_core.forms.form import Field, Form
from frameworks_core.functions.comparing.moves import Move, moves
from frameworks_core.functions.comparing.sides import Side
from frameworks_core.model.slot import TABLE_KINDS

_FILLING = ("kept", "broadened", "needs_sorting")
"""Fates of answers that may fill a question of the other side, by themselves or by a practitioner's hand."""


@frozen
class Regrouped:
    """Questions that one side asks as one and the other apart."""

    first: tuple[Field, ...]
    second: tuple[Field, ...]


@frozen
class Arriving:
    """What becomes of a record of one side on the form of the other.

    Attributes:
        moves: Where answers to each question go, by the engine that converts.
        to_ask: The required questions that nothing of the record can fill.
    """

    moves: tuple[Move, ...]
    to_ask: tuple[Field, ...]

    def count(self, outcome: str) -> int:
        """How many questions' answers have this fate."""
        return sum(move.outcome == outcome for move in self.moves)

    def ask(self, whom: str) -> tuple[Field, ...]:
        """Those to ask of the `family` or the `practitioner`."""
        return tuple(field for field in self.to_ask if whom_to_ask(field) == whom)


@frozen(kw_only=True)
class Differing:
    """Two sides and what differs between them.

    Attributes:
        first: One side.
        second: The other.
        only_first: Questions that only the first asks.
        only_second: Questions that only the second asks.
        alike: How many questions both ask just alike.
        changed: Questions that both ask, differently.
        regrouped: Questions that are joined differently.
        reordered: Titles of the second's sections in which the same questions have another order; `None` for the sections
            themselves.
        values: What differs apart from questions.
        there: A record of the first on the form of the second.
        back: A record of the second on the form of the first.
    """

    first: Compared
    second: Compared
    only_first: tuple[Field, ...]
    only_second: tuple[Field, ...]
    alike: int
    changed: tuple[Changed, ...]
    regrouped: tuple[Regrouped, ...]
    reordered: tuple[str | None, ...]
    values: tuple[ValueDiffers, ...]
    there: Arriving
    back: Arriving

    @property
    def is_none(self) -> bool:
        """Whether nothing differs."""
        found = (self.only_first, self.only_second, self.changed, self.regrouped, self.reordered, self.values)
        return not any(found)


def differ(first: Compared, second: Compared) -> Differing:
    """What differs between two sides. Pure: the same two give the same answer."""
    only_first, only_second, pairs, regrouped = _matched(first, second)
    shared = _shared_sections(first, second)
    found = tuple(changed(first, second, one, other) for one, other in pairs)
    return Differing(
        first=first,
        second=second,
        only_first=tuple(only_first),
        only_second=tuple(only_second),
        alike=sum(not one.parts for one in found),
        changed=tuple(one for one in found if one.parts),
        regrouped=tuple(regrouped),
        reordered=tuple(_reordered(first.form, second.form, pairs, shared)),
        values=tuple(values_that_differ(first, second, shared)),
        there=_arriving(first, second),
        back=_arriving(second, first),
    )


_Pairs = list[tuple[Field, Field]]


def _matched(first: Compared, second: Compared) -> tuple[list[Field], list[Field], _Pairs, list[Regrouped]]:
    """Questions of one side alone, pairs of the same question, and groups that are joined differently."""
    groups = list(_groups(first, second))
    return (
        [one for mine, theirs in groups if not theirs for one in mine],
        [one for mine, theirs in groups if not mine for one in theirs],
        [(mine[0], theirs[0]) for mine, theirs in groups if len(mine) == len(theirs) == 1],
        [
            Regrouped(tuple(mine), tuple(theirs))
            for mine, theirs in groups
            if mine and theirs and len(mine) + len(theirs) > 2
        ],
    )


def _groups(first: Compared, second: Compared) -> Iterator[tuple[list[Field], list[Field]]]:
    """Questions of both sides that hang together because they ask for the same, in the order of the first side."""
    mine = [(field, first.asked(field)) for field in first.form]
    theirs = [(field, second.asked(field)) for field in second.form]
    done: set[str] = set()
    for field, names in mine:
        if field.id in done:
            continue
        here, there, reach = [field], list[Field](), set(names)
        grew = True
        while grew:
            grew = False
            for group, known in ((there, theirs), (here, mine)):
                for one, asked in known:
                    if one not in group and not asked.isdisjoint(reach):
                        group.append(one)
                        reach |= asked
                        grew = True
        done.update(one.id for one in here)
        yield here, there
    reached = {name for _, names in mine for name in names}
    for field, names in theirs:
        if names.isdisjoint(reached):
            yield [], [field]


def _shared_sections(first: Compared, second: Compared) -> frozenset[str]:
    """Ids of the sections in which both ask at least one question that is the same."""
    asked = [
        {
            section.id: {name for field in section.fields for name in side.asked(field)}
            for section in side.form.sections
        }
        for side in (first, second)
    ]
    return frozenset(id_ for id_, names in asked[0].items() if not names.isdisjoint(asked[1].get(id_, ())))


def _reordered(first: Form, second: Form, pairs: _Pairs, shared: frozenset[str]) -> Iterator[str | None]:
    """Where the same questions, or sections, stand in another order."""
    other = {one.id: two.id for one, two in pairs}
    after = [section.id for section in second.sections if section.id in shared]
    if not _in_order([section.id for section in first.sections], after):
        yield None
    by_id = {section.id: section for section in first.sections}
    for section in second.sections:
        if section.id in by_id:
            before = [other[field.id] for field in by_id[section.id].fields if field.id in other]
            if not _in_order(before, [field.id for field in section.fields]):
                yield section.title


def _in_order(before: Iterable[str], after: list[str]) -> bool:
    places = [after.index(name) for name in before if name in after]
    return places == sorted(places)


def _arriving(source: Compared, target: Compared) -> Arriving:
    found = tuple(moves(_side(source), _side(target)))
    filled = {field for move in found if move.outcome in _FILLING for field in move.fields}
    to_ask = (
        field
        for field in target.form.required
        if field.id not in filled and not (field.slot and field.slot.kind in TABLE_KINDS)
    )
    return Arriving(found, tuple(to_ask))


def _side(one: Compared) -> Side:
    form = one.form
    return Side(
        name=one.name,
        title=form.title,
        kind="form",
        edition=f"version {form.version}",
        source=form.source,
        forms=(form,),
        is_single_form=True,
    )
