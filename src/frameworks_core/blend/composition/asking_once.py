"""Questions of several forms that become one.

Two questions of two forms are one where they have the same slot, and answering one answers the other: the same kind of answer,
the same choices, the same columns. History has no such slots: two reasons for two decisions are two. What is only nearly
equal is never joined silently; `blend check` reports it, and the file may join it (`together`) or keep it `apart`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from frameworks_core.blend.composition.choosing import Taken
from frameworks_core.forms.form import Column, Field

_TEXTS = frozenset({"text", "long"})


@frozen(eq=False)
class Question:
    """One question of the blend, for one question of a form or several.

    Attributes:
        asks: The questions of forms it asks for, the first of which gives it its words.
        columns: Its columns, where it is a table.
        ours: For each of `asks`, its columns' ids in that form, by the blend's ids.
    """

    asks: tuple[Taken, ...]
    columns: tuple[Column, ...]
    ours: tuple[dict[str, str], ...]

    @property
    def first(self) -> Taken:
        """The question that gives it its words."""
        return self.asks[0]


def joined(
    taken: Sequence[Taken], together: Sequence[Iterable[str]], apart: Sequence[Iterable[str]]
) -> list[Question]:
    """Questions joined where they ask for the same.

    Args:
        taken: The questions of forms, in order.
        together: Names of questions that the authority wants as one.
        apart: Names of questions that it wants apart.
    """
    unique = _alone_in_their_forms(taken)
    wanted = [frozenset(names) for names in together]
    unwanted = [frozenset(names) for names in apart]
    asked_together = frozenset[str]().union(*wanted)
    groups: list[list[Taken]] = []
    by_slot: dict[object, list[list[Taken]]] = {}
    for one in taken:
        # Only questions that the file names are ever joined to one with another slot.
        near = groups if one.name in asked_together else by_slot.get(one.field.slot, [])
        group = next((group for group in near if _belongs(one, group, wanted, unwanted, unique)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(one)
        known = by_slot.setdefault(one.field.slot, [])
        if not any(group is other for other in known):
            known.append(group)
    return [question_of(group) for group in groups]


def _alone_in_their_forms(taken: Iterable[Taken]) -> frozenset[str]:
    """Names of the questions whose slot no other question of their form has."""
    found = [(one.form.id, one.field.slot) for one in taken]
    counts = Counter(found)
    return frozenset(one.name for one in taken if counts[one.form.id, one.field.slot] == 1)


def _belongs(
    one: Taken,
    group: Sequence[Taken],
    wanted: Sequence[frozenset[str]],
    unwanted: Sequence[frozenset[str]],
    unique: frozenset[str],
) -> bool:
    for other in group:
        pair = {one.name, other.name}
        if any(pair <= names for names in wanted):
            continue
        same_slot = one.field.slot is not None and one.field.slot == other.field.slot
        if not same_slot or other.form.id == one.form.id or not pair <= unique:
            return False
        if one.field.slot is not None and one.field.slot.is_history:
            return False
        if any(pair <= names for names in unwanted):
            return False
    return joinable([*group, one])


def joinable(group: Sequence[Taken]) -> bool:
    """Whether one answer can answer all of these questions."""
    first, *others = (one.field for one in group)
    return all(_alike(first, other) for other in others) and _joined_columns(group) is not None


def _alike(first: Field, other: Field) -> bool:
    return (
        (first.type, first.per_child, first.disclosure) == (other.type, other.per_child, other.disclosure)
        and (first.minimum, first.maximum, first.whole) == (other.minimum, other.maximum, other.whole)
        and _codes(first) == _codes(other)
    )


def _codes(question: Field | Column) -> frozenset[str]:
    return frozenset(code.code for code in question.codes)


def question_of(group: Sequence[Taken]) -> Question:
    """One question for several that can be joined."""
    columns = _joined_columns(group)
    assert columns is not None
    return Question(tuple(group), *columns)


def _joined_columns(
    group: Sequence[Taken],
) -> tuple[tuple[Column, ...], tuple[dict[str, str], ...]] | None:
    """The columns of all the tables, and for each table its own ids by ours; None where two contradict each other."""
    ours: list[Column] = []
    ids: list[dict[str, str]] = []
    for one in group:
        mine: dict[str, str] = {}
        for column in one.field.columns:
            same = next((known for known in ours if known.id not in mine and _is_same(known, column)), None)
            if same is None:
                if column.property and any(known.property == column.property for known in ours):
                    return None
                if not column.property and any(known.id == column.id for known in ours):
                    return (
                        None  # it means nothing elsewhere: rows know it by its name alone, so it keeps that
                    )
                same = evolve(column, id=_free(column.id, {known.id for known in ours}))
                ours.append(same)
            else:
                ours[ours.index(same)] = _stricter(same, column)
            mine[same.id] = column.id
        ids.append(mine)
    return tuple(ours), tuple(ids)


def _is_same(ours: Column, theirs: Column) -> bool:
    """Whether two columns ask for the same: by what they mean in a canonical row, or by their name where they mean nothing there."""
    known = (
        ours.property == theirs.property if theirs.property else not ours.property and ours.id == theirs.id
    )
    return (
        known
        and (ours.type == theirs.type or {ours.type, theirs.type} <= _TEXTS)
        and _codes(ours) == _codes(theirs)
    )


def _stricter(ours: Column, theirs: Column) -> Column:
    type_ = "long" if {ours.type, theirs.type} == _TEXTS else ours.type
    return evolve(ours, type=type_, required=ours.required or theirs.required)


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    name = wanted
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name
