"""Which entries of two versions of a list are the same entry.

Entries are matched by the keys given, strictest first; what is left over is matched by position: beside the
same matched neighbour. The result does not depend on which version is called the old one, but for the choice
of which of two entries that changed places is the one that moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from attrs import frozen

Key = Callable[[Any], Hashable]


@frozen
class Pair:
    """One entry: its position in the old list and in the new one (None: not there), and whether it moved."""

    old: int | None
    new: int | None
    moved: bool = False


def match(old: Sequence[Any], new: Sequence[Any], keys: Iterable[Key], *, by_position: bool) -> list[Pair]:
    """Match the entries of two lists.

    Args:
        old: The list before.
        new: The list after.
        keys: What makes entries the same, strictest first. Those with equal keys are matched in order.
        by_position: Match what no key matched by position; otherwise it was removed and added.

    Returns:
        Entries of the new list in its order, each followed by the removed ones that stood after it.
    """
    partner: dict[int, int] = {}  # position in old -> position in new
    for key in keys:
        _match_by_key(old, new, key, partner)
    moved = _moved(partner)
    if by_position:
        _match_by_neighbour(len(old), len(new), partner)
    return _in_order(len(old), len(new), partner, moved)


def same(value: Any) -> Hashable:
    """A key under which only equal JSON values are the same, whatever the order of their keys."""
    if isinstance(value, dict):
        return "object", frozenset((name, same(part)) for name, part in value.items())
    if isinstance(value, list):
        return "list", tuple(same(part) for part in value)
    hashable: Hashable = value
    return hashable


def _match_by_key(old: Sequence[Any], new: Sequence[Any], key: Key, partner: dict[int, int]) -> None:
    taken = set(partner.values())
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for position, entry in enumerate(new):
        if position not in taken:
            waiting[key(entry)].append(position)
    for position, entry in enumerate(old):
        if position not in partner and (found := waiting.get(key(entry))):
            partner[position] = found.popleft()


def _match_by_neighbour(old: int, new: int, partner: dict[int, int]) -> None:
    """Match what is left by the nearest matched entry before it, then by the nearest one after it."""
    matched = dict(partner)
    back = {there: here for here, there in matched.items()}
    for forwards in (True, False):
        waiting: defaultdict[int | None, deque[int]] = defaultdict(deque)
        taken = set(partner.values())
        for position, anchor in _anchors(new, back.keys(), forwards=forwards):
            if position not in taken:
                waiting[anchor].append(position)
        for position, anchor in _anchors(old, matched.keys(), forwards=forwards):
            known = None if anchor is None else matched[anchor]
            if position not in partner and waiting[known]:
                partner[position] = waiting[known].popleft()


def _anchors(length: int, matched: Iterable[int], *, forwards: bool) -> Iterable[tuple[int, int | None]]:
    """Unmatched positions, each with the nearest matched one before it (or after it), or None."""
    known = set(matched)
    anchor = None
    for position in range(length) if forwards else reversed(range(length)):
        if position in known:
            anchor = position
        else:
            yield position, anchor


def _moved(partner: dict[int, int]) -> set[int]:
    """Old positions outside the longest run that kept its order: the fewest that can have moved."""
    positions = sorted(partner)
    ends: list[int] = []  # ends[n]: the smallest last new position of a run of n + 1 entries
    last: list[int] = []  # the old position it belongs to
    before: dict[int, int | None] = {}
    for position in positions:
        there = partner[position]
        at = bisect_left(ends, there)
        before[position] = last[at - 1] if at else None
        ends[at : at + 1] = [there]
        last[at : at + 1] = [position]
    kept = set()
    step: int | None = last[-1] if last else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return set(positions) - kept


def _in_order(old: int, new: int, partner: dict[int, int], moved: set[int]) -> list[Pair]:
    back = {there: here for here, there in partner.items()}
    removed: dict[int | None, list[Pair]] = defaultdict(list)
    for position, anchor in _anchors(old, partner, forwards=True):
        removed[anchor].append(Pair(position, None))
    pairs = list(removed[None])
    for position in range(new):
        here = back.get(position)
        pairs.append(Pair(here, position, moved=here in moved))
        if here is not None:
            pairs.extend(removed[here])
    return pairs
