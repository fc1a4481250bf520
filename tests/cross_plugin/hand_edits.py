"""What people and programs do to a converted document by hand, at random: what it waits with and what it remembers."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]

VALUES: tuple[Any, ...] = (
    {},
    {"text": ""},
    {"text": 7},
    {"text": "Written by hand, later."},
    {"text": "Said by nobody.", "source": "p99"},
    {"text": "y", "extra": "z"},
    {"what": "A cell of no table."},
    {"disclosure": "open"},
    1.5,
    -3,
    "",
    "  ",
    "Written by hand, later.",
    "not_a_code",
    "2024-13-45",
    "p99",
    "p1",
    [],
    ["p99"],
    ["a", "a"],
)
"""Values that the document schema lets stand in `carried` and `history`, and hardly any field in `answers`."""

SLOTS: tuple[Json, ...] = (
    *({"kind": kind} for kind in ("statement", "view", "action", "agency", "event", "people", "review")),
    *({"kind": "person", "person_property": name} for name in ("dob", "id", "roles", "religion", "nonsense")),
    {"kind": "consent", "item": "services"},
    {"kind": "statement", "dimensions": ["nonsense", "health/nowhere"], "senses": ["odd"]},
)
TYPES = ("text", "long", "table", "choice", "person", "persons", "number", "date")
SHAPES = ("text", "entry", "row", "cell", "value")
PLACES = ("/nowhere", "/answers/nothing/0", "/people/0/dob", "/carried/0")
COLUMNS = {"who": {"property": "who", "type": "persons"}, "x": {"property": "nonsense", "type": "long"}}


def edited(document: Json, chance: random.Random) -> Json:
    """A copy of a converted document with one to four changes in `carried`, `history` or `provenance`."""
    changed = copy.deepcopy(document)
    for _ in range(chance.randint(1, 4)):
        part = chance.choice(["carried", "history", "provenance", "provenance"])
        if items := changed[part]:
            edit = chance.choice(_EDITS_OF_A_RECORD if part == "provenance" else _EDITS_OF_AN_ITEM)
            edit(items, chance)
    return changed


def _in_an_item(key: str, *values: Any) -> Callable[[list[Json], random.Random], None]:
    def edit(items: list[Json], chance: random.Random) -> None:
        chance.choice(items)[key] = copy.deepcopy(chance.choice(values))

    return edit


def _in_a_place(key: str, *values: Any) -> Callable[[list[Json], random.Random], None]:
    def edit(records: list[Json], chance: random.Random) -> None:
        if placed := chance.choice(records)["placed"]:
            chance.choice(placed)[key] = chance.choice([*values, chance.choice(placed).get(key, values[0])])

    return edit


def _in_a_mark(key: str, *values: Any) -> Callable[[list[Json], random.Random], None]:
    def edit(records: list[Json], chance: random.Random) -> None:
        if marks := list(chance.choice(records)["fields"].values()):
            chance.choice(marks)[key] = copy.deepcopy(chance.choice(values))

    return edit


def _of_a_cell(items: list[Json], chance: random.Random) -> None:
    value = chance.choice(items)["value"]
    if isinstance(value, dict) and value:
        value[chance.choice(list(value))] = chance.choice([1.5, "", "p99", ["p99"], [], "not_a_code"])


def _taken_out(items: list[Json], chance: random.Random) -> None:
    items.remove(chance.choice(items))


def _copied(items: list[Json], chance: random.Random) -> None:
    items.append(copy.deepcopy(chance.choice(items)))


def _shuffled(items: list[Json], chance: random.Random) -> None:
    chance.shuffle(items)


def _forgotten(records: list[Json], chance: random.Random) -> None:
    marks = chance.choice(records)["fields"]
    if marks:
        del marks[chance.choice(list(marks))]


_EDITS_OF_AN_ITEM = (
    _in_an_item("value", *VALUES),
    _in_an_item("value", *VALUES),
    _in_an_item("shape", *SHAPES),
    _in_an_item("field", "no_such_field", "Words \u202eof somebody"),
    _in_an_item("child", "p1", "p2", "p99"),
    _in_an_item("index", 0, 1, 99),
    _in_an_item("column", "who", "nonsense"),
    _in_an_item("from", "r1", "r9", "this"),
    _of_a_cell,
    _taken_out,
    _copied,
    _shuffled,
)
_EDITS_OF_A_RECORD = (
    _in_a_mark("type", *TYPES),
    _in_a_mark("slot", *SLOTS),
    _in_a_mark("columns", COLUMNS),
    _in_a_mark("label", "Words \u202eof somebody"),
    _in_a_mark("disclosure", "police"),
    _in_a_place("at", *PLACES),
    _in_a_place("shape", *SHAPES),
    _in_a_place("field", "no_such_field"),
    _in_a_place("child", "p1", "p99"),
    _in_a_place("index", 7),
    _in_a_place("headed", True),
    _in_a_place("digest", "0" * 16),
    _in_an_item("form", "gone/form", "Not a form"),
    _in_an_item("basis", "consent", "statute"),
    _in_an_item("events", ["e1", "e9"]),
    _in_an_item("id", "r1", "r2", "this"),
    _forgotten,
    _taken_out,
    _copied,
    _shuffled,
)
