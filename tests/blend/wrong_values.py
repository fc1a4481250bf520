"""Every key of a blend file with every kind of value it must not have, made from the classes that say what the keys are."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any, get_args, get_origin

from attrs import NOTHING, fields, frozen, has, resolve_types

from frameworks_core.blend.reading.file import TABLES, BlendFile, Ignored, Regraded
from frameworks_core.blend.reading.gather_keys import LocalQuestion, LocalSection
from frameworks_core.forms.definition import toml_name
from frameworks_core.forms.form import Code, Column, When
from frameworks_core.model import Slot

for table in (*TABLES, Column, When, Slot):
    resolve_types(table)

SOUND = {
    LocalSection: {"id": "extra", "title": "T", "plain": "P"},
    LocalQuestion: {"section": "life", "id": "own", "label": "L", "plain": "P", "type": "text"},
    Ignored: {"code": "TOY101"},
    Regraded: {"code": "TOY101", "severity": "note"},
    Column: {"id": "c", "label": "L", "plain": "P", "type": "text"},
    When: {"text": "when it rains"},
    Slot: {"kind": "statement"},
}
"""What a table has to say at least."""

OF_ANOTHER_KIND: dict[Any, tuple[Any, ...]] = {
    str: (3, 1.5, True, ["x"], {"x": "y"}, "", "  \n"),
    int: ("3", 1.5, True, [], {}),
    float: ("3", True, [], {}),
    bool: ("yes", 1, [], {}),
    date: ("tomorrow", 3, True, [], datetime(2027, 6, 30, 12, tzinfo=UTC)),
}
CODES = (
    3,
    True,
    "no_such_list",
    [3],
    [{"code": "a"}],
    [{"code": "a", "label": "A", "colour": "red"}],
    [{"code": "a", "label": ""}],
)


@frozen
class Wrong:
    """A blend file, parsed, with one value that must not be there, and the key of that value."""

    path: tuple[str | int, ...]
    value: Any
    raw: dict[str, Any]

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}={self.value!r}"


def _of_table(cls: Any, path: tuple[Any, ...], put: Callable[[Any], Any]) -> Iterator[Wrong]:
    sound = SOUND.get(cls, {})
    for attribute in fields(cls):
        if attribute.name == "serves":
            continue
        name = toml_name(cls, attribute.name)
        here = (*path, name)

        def put_here(value: Any, name: str = name) -> Any:
            return put({**sound, name: value})

        yield from _of_kind(attribute.type, here, put_here)
        yield from _outside(attribute, here, put_here)
        misspelt = f"{name}x"
        yield Wrong((*path, misspelt), "misspelt", put({**sound, misspelt: "x"}))
        if attribute.default is NOTHING:
            yield Wrong(here, "missing", put({key: value for key, value in sound.items() if key != name}))


def _of_kind(kind: Any, path: tuple[Any, ...], put: Callable[[Any], Any]) -> Iterator[Wrong]:
    if kind == tuple[Code, ...]:
        yield from (Wrong(path, value, put(value)) for value in CODES)
        return
    origin, inner = get_origin(kind), get_args(kind)
    if NoneType in inner:
        kinds = [one for one in inner if one is not NoneType]
        if len(kinds) == 1:
            yield from _of_kind(kinds[0], path, put)
        else:  # true, false or a word
            yield from (Wrong(path, value, put(value)) for value in (3, 1.5, [], {}, ""))
        return
    if has(kind):
        yield from (Wrong(path, value, put(value)) for value in ("x", 3, True, ["x"]))
        yield from _of_table(kind, path, put)
    elif origin in {tuple, frozenset}:
        others = (3, True, {"x": "y"}) if path[-1] == "sense" else ("x", 3, True, {"x": "y"})
        yield from (Wrong(path, value, put(value)) for value in others)
        yield from _of_kind(inner[0], (*path, 0), lambda value: put([value]))
    elif origin is dict:
        yield from (Wrong(path, value, put(value)) for value in ("x", 3, True, ["x"]))
        yield from _of_kind(inner[1], (*path, "toy/visit"), lambda value: put({"toy/visit": value}))
    else:
        yield from (Wrong(path, value, put(value)) for value in OF_ANOTHER_KIND[kind])


def _outside(attribute: Any, path: tuple[Any, ...], put: Callable[[Any], Any]) -> Iterator[Wrong]:
    """Values of the right kind outside the limits of their key."""
    about = attribute.metadata
    least = about.get("least")
    outside = [
        *(["no such word"] if about.get("one_of") else []),
        *(["No Such/Name!", "a/b/c", "é"] if about.get("spelled") else []),
        *([least - 1] if least is not None else []),
    ]
    for value in outside:
        if get_origin(attribute.type) is tuple:
            yield Wrong((*path, 0), value, put([value]))
        else:
            yield Wrong(path, value, put(value))


WRONG_VALUES = tuple(_of_table(BlendFile, (), lambda value: value))
"""Each key with each wrong value, and each table with a key it does not have and without one it needs."""
