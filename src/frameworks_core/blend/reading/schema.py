"""The JSON Schema of a blend file, by which editors complete it and point at what is wrong.

It is made from the same classes as the strict reading, and says the same as far as JSON Schema can: a day has no type of its own
there and is a text, as editors of TOML hand it on, and characters that nobody sees are left to the reading. What frameworks contribute stands as examples and not as the only
words allowed, because others may be installed where the file is used. It is in the draft that those editors know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import NOTHING, Attribute, fields, has, resolve_types

from frameworks_core.blend.reading.file import TABLES, Analyse, Authority, BlendFile, Decide, Support
from frameworks_core.blend.reading.gather_keys import Gather
from frameworks_core.blend.reading.keys import NAME
from frameworks_core.forms.definition import toml_name
from frameworks_core.forms.form import COLUMN_TYPES, Code, Column, When
from frameworks_core.forms.slot_checks import facet_words
from frameworks_core.host.registry import Registry
from frameworks_core.model import Slot
from frameworks_core.model.slot import KINDS
from frameworks_core.statute.codes import code_list_names
from frameworks_core.statute.packs import all_packs

DIALECT = "http://json-schema.org/draft-04/schema#"
"""The newest draft that the common editors of TOML know."""

_ABOUT = (
    "What a blend file may say. Generated from the definition of a blend file; do not edit. To have an editor complete a"
    " blend, write `#:schema` and the path or address of this file on its first line, as Even Better TOML and taplo read it."
    " A day has no type in JSON Schema: it stands here as a text, and in the file without quotation marks."
)
_END = "$(?!\\n)"
"""The end of a text, for every validator alike."""

_TEXT = {"type": "string", "pattern": "[^ \\t\\n\\r]"}
_DAY = {"type": "string", "format": "date", "pattern": f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_END}"}
_SIMPLE: dict[Any, dict[str, Any]] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: _DAY,
}


def blend_schema(registry: Registry) -> dict[str, Any]:
    """The JSON Schema of a blend file, with what is installed as examples."""
    for table in TABLES:
        resolve_types(table)
    return {
        "$schema": DIALECT,
        "title": "Blend",
        "description": _ABOUT,
        **_Schema(_offered(registry)).table(BlendFile),
    }


def _offered(registry: Registry) -> dict[tuple[type, str], dict[str, Any]]:
    """What can be written at a key because it is installed or shipped."""
    return {
        (Authority, "statute"): {"enum": [pack.id for pack in all_packs()]},
        (Gather, "forms"): {"examples": list(registry.form_ids())},
        (Analyse, "lenses"): {"examples": [lens.name for lens in registry.lenses()]},
        (Decide, "guides"): {"examples": list(registry.guide_names())},
        (Support, "plans"): {"examples": [plan.name for plan in registry.plan_templates()]},
    }


class _Schema:
    def __init__(self, offered: Mapping[tuple[type, str], dict[str, Any]]) -> None:
        self.offered = offered

    def table(self, cls: Any) -> dict[str, Any]:
        """A table of the file."""
        keys = [one for one in fields(cls) if one.metadata]
        return _object(
            {toml_name(cls, one.name): self._key(cls, one) for one in keys},
            [toml_name(cls, one.name) for one in keys if one.default is NOTHING],
        )

    def _key(self, cls: Any, attribute: Attribute[Any]) -> dict[str, Any]:
        shape = self._shape(attribute.type)
        target = shape["items"] if shape.get("type") == "array" else shape
        target |= self.offered.get((cls, attribute.name), {})
        about = attribute.metadata
        if about.get("one_of"):
            _narrow(target, {"enum": list(about["one_of"])})
        if about.get("spelled"):
            target["pattern"] = f"^{about['spelled'].pattern}{_END}"
        if about.get("least") is not None:
            target["minimum"] = about["least"]
        default = {} if attribute.default in (NOTHING, None) else {"default": attribute.default}
        simple = isinstance(attribute.default, str | bool | int)
        return {"description": about["says"], **shape, **(default if simple else {})}

    def _shape(self, kind: Any) -> dict[str, Any]:
        if special := _SPECIAL.get(kind):
            return special()
        if kind in _SIMPLE:
            return dict(_SIMPLE[kind])
        if has(kind):
            return self.table(kind)
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            shapes = [self._shape(one) for one in inner if one is not NoneType]
            return shapes[0] if len(shapes) == 1 else {"anyOf": shapes}
        if origin is tuple:
            return {"type": "array", "items": self._shape(inner[0])}
        return {"type": "object", "additionalProperties": self._shape(inner[1])}


def _narrow(shape: dict[str, Any], words: dict[str, Any]) -> None:
    """Allow only some words where a text may stand."""
    for one in shape.get("anyOf", [shape]):
        if one.get("type") == "string":
            one.pop("pattern", None)
            one.update(words)


def _object(properties: dict[str, Any], required: Iterable[str] = ()) -> dict[str, Any]:
    needed = list(required)
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def _said(says: str, shape: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": says, **shape}


def _list_of(shape: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(shape)}


def _when() -> dict[str, Any]:
    keys = {
        "text": _said("Completes the sentence `needed ...`.", _TEXT),
        "field": _said("Id of the question of the blend whose answer decides.", _TEXT),
        "is": _said("The answers with which it is needed.", _list_of(_TEXT)),
    }
    return _object(keys, ["text"])


def _codes() -> dict[str, Any]:
    keys = {
        "code": _said("What documents hold.", _TEXT),
        "label": _said("What practitioners read.", _TEXT),
        "plain": _said("What the family reads, where it differs.", _TEXT),
    }
    return {"anyOf": [{"enum": list(code_list_names())}, _list_of(_object(keys, ["code", "label"]))]}


def _columns() -> dict[str, Any]:
    keys = {
        "id": _said("Its id.", {"type": "string", "pattern": f"^{NAME.pattern}{_END}"}),
        "label": _said("What practitioners read.", _TEXT),
        "plain": _said("What the family reads.", _TEXT),
        "type": _said("The kind of answer.", {"enum": list(COLUMN_TYPES)}),
        "codes": _said("For a choice: its answers, or the name of a shared list of codes.", _codes()),
        "required": _said("Whether every row needs it.", {"type": "boolean"}),
        "property": _said("What it means in a row of the canonical assessment.", _TEXT),
    }
    return _list_of(_object(keys, ["id", "label", "plain", "type"]))


def _slot() -> dict[str, Any]:
    keys: dict[str, Any] = {"kind": _said("What kind of thing the answer is.", {"enum": sorted(KINDS)})}
    for facet, by_kind in facet_words().items():
        words = {"enum": sorted(frozenset().union(*by_kind.values()))}
        kinds = ", ".join(by_kind)
        shape: dict[str, Any] = words
        if facet in {"dimensions", "topics"}:
            shape = _list_of(words)
        elif facet == "sense":
            shape = {"anyOf": [words, _list_of(words)]}
        keys[facet] = _said(
            f"Belongs to the kind {kinds}." if len(by_kind) == 1 else f"Belongs to the kinds {kinds}.", shape
        )
    return _object(keys, ["kind"])


_SPECIAL = {When: _when, Slot: _slot, tuple[Code, ...]: _codes, tuple[Column, ...]: _columns}
"""Tables of form files, which have their own names and words there."""
