"""One blend file going on from its base: tables are joined key by key.

A list that is `added` goes on from the base's, any other value replaces the base's, and `without` takes entries of the base's
lists out.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from attrs import fields_dict, has

from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.effective import Effective, keys_in
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.keys import ADDED
from frameworks_core.blend.reading.sources import Place, Source
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import UNKNOWN_PART
from frameworks_core.nearest import nearest


def extended(base: Effective, source: Source, faults: list[Fault]) -> Effective:
    """A file going on from its base; names that lead nowhere there are appended to `faults`."""
    merging = _Merging(base, source)
    raw = merging.table(BlendFile, base.raw, source.raw, ())
    faults.extend(merging.faults)
    return Effective(source, (base.source, *base.bases), raw, merging.places)


class _Merging:
    """One file going on from its base."""

    def __init__(self, base: Effective, source: Source) -> None:
        self.base = base
        self.source = source
        self.places: dict[KeyPath, Place] = {}
        self.faults: list[Fault] = []
        self._gone = _forms_of(base.raw) - (_forms_of(source.raw) | self._forms_kept())

    def _forms_kept(self) -> set[str]:
        """The forms from which something is left of what the base takes."""
        out = self.source.raw.get("gather", {}).get("without", [])
        return _forms_of(self.base.raw, without=out)

    def _is_gone(self, name: str, path: KeyPath) -> bool:
        """Whether a change of the base is about a form of which nothing is left."""
        return path in _BY_FORM and name in self._gone

    def table(
        self, cls: type | None, base: dict[str, Any], own: dict[str, Any], path: KeyPath
    ) -> dict[str, Any]:
        """Two tables joined; `cls` says what their keys are, None that they are names."""
        known = fields_dict(cls) if cls else {}
        if path[:2] == ("gather", "fields"):
            base = _without_condition(base, own)
        out = self._taken_out(known, base, own, path)
        joined: dict[str, Any] = {}
        for name in dict.fromkeys((*base, *own)):
            here = (*path, name)
            if name not in own and self._is_gone(name, path):
                continue
            attribute = known.get(name)
            if name == "without" and cls is not None:
                if name in own:
                    joined[name] = own[name]
                    self._own(own[name], here, here)
            elif attribute is not None and attribute.metadata.get("merge") == ADDED:
                joined[name] = self._list(
                    base.get(name, []), own.get(name, []), here, out, attribute.metadata["by"]
                )
            elif isinstance(base.get(name), dict) and isinstance(own.get(name, {}), dict):
                inner = attribute.type if attribute is not None and has(attribute.type or str) else None
                joined[name] = self.table(inner, base[name], own.get(name, {}), here)
                self.places[here] = Place(self.source, here) if name in own else self.base.place(here)
            elif name in own:
                joined[name] = own[name]
                self._own(own[name], here, here)
            else:
                joined[name] = base[name]
                self._inherited(base[name], here, here)
        return joined

    def _taken_out(
        self, known: dict[str, Any], base: dict[str, Any], own: dict[str, Any], path: KeyPath
    ) -> frozenset[str]:
        """What `without` takes out of the base's lists, each of which the base has to have."""
        if "without" not in known:
            return frozenset()
        lists = {
            name: known[name].metadata["by"] for name in known if known[name].metadata.get("merge") == ADDED
        }
        there = {
            named
            for name, by in lists.items()
            for entry in base.get(name, [])
            if (named := entry_name(entry, by)) is not None
        }
        names = own.get("without", [])
        for index, name in enumerate(names):
            if name not in there:
                where = (*path, "without", index)
                self.faults.append(
                    Fault(UNKNOWN_PART, where, f"the base blend has no {name!r} here{nearest(name, there)}")
                )
        return frozenset(names)

    def _list(
        self, base: list[Any], own: list[Any], path: KeyPath, out: frozenset[str], by: str | None
    ) -> list[Any]:
        """The base's entries that were not taken out or replaced, then the file's own."""
        replaced = {entry_name(entry, by) for entry in own} - {None}
        joined: list[Any] = []
        for index, entry in enumerate(base):
            name = entry_name(entry, by)
            if name in out or (name is not None and name in replaced) or entry in own:
                continue
            kept = self._still_named(entry)
            if kept is None:
                continue
            self._inherited(kept, (*path, index), (*path, len(joined)))
            self.places[(*path, len(joined))] = self.base.place((*path, index))
            joined.append(kept)
        for index, entry in enumerate(own):
            self._own(entry, (*path, index), (*path, len(joined)))
            joined.append(entry)
        if joined:
            self.places.setdefault(path, Place(self.source, path) if own else self.base.place(path))
        return joined

    def _still_named(self, entry: Any) -> Any:
        """An entry of the base; of questions asked together or apart, those whose form is not left out, None if just one is."""
        if not isinstance(entry, list):
            return entry
        kept = [name for name in entry if _form_of(name) not in self._gone]
        return kept if len(kept) >= min(2, len(entry)) else None

    def _own(self, value: Any, there: KeyPath, here: KeyPath) -> None:
        self.places[here] = Place(self.source, there)
        for key in keys_in(value, ()):
            self.places[(*here, *key)] = Place(self.source, (*there, *key))

    def _inherited(self, value: Any, there: KeyPath, here: KeyPath) -> None:
        self.places[here] = self.base.place(there)
        for key in keys_in(value, ()):
            self.places[(*here, *key)] = self.base.place((*there, *key))


def _without_condition(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """What the base changes about a question, less what it says of when it is needed where the file says that anew."""
    anew = (
        {"required", "when"}
        if "when" in own
        else {"when"}
        if own.get("required", "when") != "when"
        else set()
    )
    return {name: value for name, value in base.items() if name not in anew}


_BY_FORM: tuple[KeyPath, ...] = tuple(("gather", name) for name in ("fields", "versions", "variants"))
"""The tables whose keys are forms."""


def _forms_of(raw: dict[str, Any], without: Container[str] = ()) -> set[str]:
    """The forms a blend takes something from."""
    gather = raw.get("gather", {})
    names = (name for key in ("forms", "sections", "questions") for name in gather.get(key, []))
    return {_form_of(name) for name in names if name not in without}


def _form_of(name: str) -> str:
    return name.partition("#")[0]


def entry_name(entry: Any, by: str | None) -> str | None:
    """What names an entry of a list: the text itself, or the key that names its table."""
    if isinstance(entry, str):
        return entry
    name = entry.get(by) if isinstance(entry, dict) and by else None
    return name if isinstance(name, str) else None
