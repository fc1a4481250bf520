"""Where each effective value of a blend comes from: the file and line, and what it took the place of in a base blend."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from attrs import Attribute, frozen

from frameworks_core.blend.faults import shown_path
from frameworks_core.blend.reading.effective import Effective
from frameworks_core.blend.reading.file import TABLES, BlendFile
from frameworks_core.blend.reading.keys import ADDED, keys_of
from frameworks_core.blend.reading.merging import entry_name
from frameworks_core.blend.reading.sources import Place, Source
from frameworks_core.blend.reading.toml_lines import KeyPath

_WHOLE = frozenset({"when"})
"""Tables that are one value, and replaced as a whole."""

_CHAIN: KeyPath = ("extends",)
"""Each file names its own base: the one does not take the place of the other."""


@frozen
class Said:
    """What one of the files says at a key.

    Attributes:
        value: The value.
        file: Name of the file; with its folder, from that of the blend, where two files have one name.
        line: The line it stands on.
    """

    value: Any
    file: str
    line: int | None

    @property
    def where(self) -> str:
        """File and line in short: `national.toml:7`."""
        return f"{self.file}:{self.line}" if self.line else self.file


@frozen
class Setting:
    """One effective value of a blend.

    Attributes:
        path: Its key; an entry of a list that goes on from the base's is a value of its own.
        said: What it is, and where that stands.
        instead_of: What the bases say there that it took the place of, the nearest base first.
    """

    path: KeyPath
    said: Said
    instead_of: tuple[Said, ...] = ()

    @property
    def key(self) -> str:
        """The key as one writes it in the file."""
        return shown_path(self.path)


@frozen
class LeftOut:
    """An entry of a base blend that a file takes out by `without`.

    Attributes:
        table: The table of the file.
        name: What is taken out.
        said: Where that is said.
    """

    table: str
    name: str
    said: Said


def settings(effective: Effective) -> tuple[Setting, ...]:
    """Every effective value of the files, in the order in which the tables of a blend file are documented."""
    return tuple(_setting(effective, path, value) for path, value in _values(effective.raw, ()))


def said_at(effective: Effective, path: KeyPath, value: Any = None) -> Said:
    """What the files together say at a key, and where."""
    return _said(effective, value, effective.place(path))


def files(effective: Effective) -> tuple[str, ...]:
    """Names of the files, the one that all others go on from first."""
    chain = (*reversed(effective.bases), effective.source)
    return tuple(_file(effective, source) for source in chain)


def left_out(effective: Effective) -> tuple[LeftOut, ...]:
    """What is taken out of base blends and nowhere put in again."""
    kept = {
        (path[0], entry_name(value, _by(path)))
        for path, value in _values(effective.raw, ())
        if _is_entry(path)
    }
    return tuple(
        LeftOut(table, name, _said(effective, name, Place(source, (table, "without", index))))
        for source in (effective.source, *effective.bases)
        for table in source.raw
        if isinstance(source.raw[table], dict)
        for index, name in enumerate(source.raw[table].get("without", ()))
        if (table, name) not in kept
    )


def keys() -> dict[str, str]:
    """Every key that a blend file may have, as one writes it, and what it is for; not those named by forms and questions."""
    known: dict[str, str] = {}
    for attribute in keys_of(BlendFile):
        known[attribute.name] = attribute.metadata["says"]
        inner = attribute.type
        if inner in TABLES:
            for one in keys_of(inner):
                known[f"{attribute.name}.{one.name}"] = one.metadata["says"]
    return known


def _values(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    if isinstance(value, dict) and not _is_entry(path) and path[-1:] not in {(name,) for name in _WHOLE}:
        for name in _in_order(value, path):
            if name != "without":
                yield from _values(value[name], (*path, name))
    elif isinstance(value, list) and _is_added(path):
        for index, entry in enumerate(value):
            yield (*path, index), entry
    else:
        yield path, value


def _in_order(table: dict[str, Any], path: KeyPath) -> list[str]:
    """Keys in their documented order; names as the files have them."""
    cls = BlendFile if not path else _class_at(path)
    known = [attribute.name for attribute in keys_of(cls)] if cls else []
    return sorted(table, key=lambda name: known.index(name) if name in known else len(known))


def _class_at(path: KeyPath) -> type | None:
    types = {attribute.name: attribute.type for attribute in keys_of(BlendFile)}
    found = types.get(str(path[0])) if len(path) == 1 else None
    return found if found in TABLES else None


def _attribute(path: KeyPath) -> Attribute[Any] | None:
    cls = _class_at(path[:1])
    return next((one for one in keys_of(cls) if one.name == path[1]), None) if cls and path[1:] else None


def _is_added(path: KeyPath) -> bool:
    attribute = _attribute(path)
    return len(path) == 2 and attribute is not None and attribute.metadata.get("merge") == ADDED


def _is_entry(path: KeyPath) -> bool:
    return len(path) == 3 and _is_added(path[:2])


def _by(path: KeyPath) -> str | None:
    attribute = _attribute(path)
    return attribute.metadata["by"] if attribute is not None else None


def _setting(effective: Effective, path: KeyPath, value: Any) -> Setting:
    place = effective.place(path)
    chain = (effective.source, *effective.bases)
    below = () if path == _CHAIN else chain[chain.index(place.source) + 1 :]
    found = (at for source in below if (at := _in(source, path, value)) is not None)
    earlier = tuple(_said(effective, old, where) for old, where in found if old != value)
    return Setting(path, _said(effective, value, place), earlier)


def _in(source: Source, path: KeyPath, value: Any) -> tuple[Any, Place] | None:
    """What one file says at a key; in a list that is added, its entry of the same name."""
    steps = path[:2] if _is_entry(path) else path
    found: Any = source.raw
    for step in steps:
        if not isinstance(found, dict) or step not in found:
            return None
        found = found[step]
    if steps == path:
        return found, Place(source, path)
    name = entry_name(value, _by(path))
    for index, known in enumerate(found):
        if name is not None and entry_name(known, _by(path)) == name:
            return known, Place(source, (*steps, index))
    return None


def _said(effective: Effective, value: Any, place: Place) -> Said:
    return Said(value, _file(effective, place.source), place.source.line(place.path))


def _file(effective: Effective, source: Source) -> str:
    names = [one.path.name for one in (effective.source, *effective.bases)]
    if names.count(source.path.name) == 1:
        return source.path.name
    return os.path.relpath(source.path, effective.source.path.parent)
