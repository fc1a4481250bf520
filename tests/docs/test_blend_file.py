"""The page on the blend file lists every key, as the reading and the schema know them."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date
from typing import Any, Union, get_args, get_origin

from attrs import NOTHING, Attribute, has

from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.keys import ADDED, keys_of
from frameworks_core.blend.reading.schema import blend_schema
from frameworks_core.forms.definition import toml_name

from .framework_page import table

KINDS: dict[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    float: "number",
    date: "day",
}
HEADINGS = ("key", "what it is for", "kind", "otherwise", "the base's")
REPLACED_WHOLE = frozenset({"when", "slot"})
"""Tables of form files, each of which says one thing."""
NOT_TAKEN_OVER = frozenset({"extends", "without"})


def test_every_key_is_on_the_page(read_page, installed):
    read_page("blend-file.md").settle_generated(
        {"tables": [*_tables()][1:], "parts": [*_parts(blend_schema(installed))][1:]}
    )


def _tables() -> Iterator[str]:
    """A heading and a table for the file itself and every table in it, outermost first."""
    waiting: list[tuple[str, str, Any]] = [("The file", "", BlendFile)]
    while waiting:
        heading, prefix, cls = waiting.pop(0)
        keys = [one for one in keys_of(cls) if one.metadata]
        yield from ("", f"## {heading}", "")
        yield from table(HEADINGS, (_row(cls, one) for one in keys), words=len(HEADINGS))
        waiting = [*_inner(cls, prefix, keys), *waiting]


def _inner(cls: Any, prefix: str, keys: list[Attribute[Any]]) -> Iterator[tuple[str, str, Any]]:
    for one in keys:
        name = f"{prefix}{toml_name(cls, one.name)}"
        if has(one.type or str):
            yield f"`[{name}]`", f"{name}.", one.type
            continue
        inner = [
            kind for kind in _kinds(one.type) if has(kind) and any(part.metadata for part in keys_of(kind))
        ]
        for kind in inner:
            if get_origin(one.type) is tuple:
                yield f"`[[{name}]]`", f"{name}.", kind
            else:
                named = f'{name}."framework/form".question' if name.endswith("fields") else f"{name}.its_id"
                yield f"`[{named}]`", f"{named}.", kind


def _kinds(kind: Any) -> Iterator[Any]:
    """A kind of value and those inside it."""
    yield kind
    for inner in get_args(kind):
        yield from _kinds(inner)


def _row(cls: Any, key: Attribute[Any]) -> tuple[str, ...]:
    words = [f"`{word}`" for word in key.metadata.get("one_of") or ()]
    says = key.metadata["says"] + (f" One of {', '.join(words)}." if words else "")
    return f"`{toml_name(cls, key.name)}`", says, _kind(key.type), _otherwise(key), _merged(key)


def _kind(kind: Any) -> str:
    if kind in KINDS:
        return KINDS[kind]
    origin, inner = get_origin(kind), [one for one in get_args(kind) if one not in {type(None), Ellipsis}]
    if origin in {Union, types.UnionType}:
        return " or ".join(map(_kind, inner))
    if origin is tuple:
        several = _kind(inner[0])
        return (
            f"list of {several}s"
            if several in {"text", "table", "number", "whole number"}
            else f"list: {several}"
        )
    return "table"


def _otherwise(key: Attribute[Any]) -> str:
    if key.default is NOTHING:
        return "*needed*"
    simple = isinstance(key.default, str | bool | int)
    return (
        f"`{str(key.default).lower() if isinstance(key.default, bool) else key.default}`" if simple else "-"
    )


def _merged(key: Attribute[Any]) -> str:
    if key.name in NOT_TAKEN_OVER:
        return "not taken over"
    if key.metadata.get("merge") == ADDED:
        return "added"
    return "key by key" if _kind(key.type) == "table" and key.name not in REPLACED_WHOLE else "replaced"


def _parts(schema: dict[str, Any]) -> Iterator[str]:
    """The tables that a question of one's own shares with form files."""
    local = schema["properties"]["gather"]["properties"]["local"]["items"]["properties"]
    answers = next(one for one in local["codes"]["anyOf"] if one.get("type") == "array")
    for name, shape in (
        ("slot", local["slot"]),
        ("when", local["when"]),
        ("codes", answers["items"]),
        ("columns", local["columns"]["items"]),
    ):
        yield from ("", f"### `{name}`", "")
        needed = shape.get("required", [])
        rows = (
            (f"`{key}`", part["description"], "*needed*" if key in needed else "-", _words(part))
            for key, part in shape["properties"].items()
        )
        yield from table(("key", "what it is for", "otherwise", "words"), rows, words=4)


def _words(part: dict[str, Any]) -> str:
    """The words that may stand at a key, where only some may and they are few enough to read."""
    shapes = (part, part.get("items", {}), *part.get("anyOf", ()))
    words = next((shape["enum"] for shape in shapes if "enum" in shape), ())
    return ", ".join(f"`{word}`" for word in words) if len(words) <= 50 else "-"
