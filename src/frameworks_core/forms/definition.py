"""From parsed TOML to typed definitions: the shape of a form file, checked by cattrs.

Every key is known, every text is a text: a misspelt key or a number for a text is an error with its path, never ignored
and never coerced.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from attrs import fields, has
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from frameworks_core.forms.form import YES_NO, Code, Column, Field, Form, Section, When
from frameworks_core.model import Slot
from frameworks_core.statute.codes import code_list

_T = TypeVar("_T")
_TOML_NAMES = {
    "minimum": "min",
    "maximum": "max",
    "codes": "is",
    "senses": "sense",
    "person_property": "property",
}


def structure_form(raw: dict[str, Any]) -> Form:
    """Turn parsed, expanded TOML into a `Form`.

    Raises:
        cattrs.BaseValidationError: With the path of every fault.
    """
    return _converter().structure(raw, Form)


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for primitive in (str, bool):
        converter.register_structure_hook(primitive, _exactly)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(Code, lambda raw, _: _code(raw))
    converter.register_structure_hook_func(lambda cls: cls == tuple[Code, ...], lambda raw, _: _codes(raw))
    for cls, renamed in (
        (When, {"codes"}),
        (Slot, {"senses", "person_property"}),
        (Column, set()),
        (Field, {"minimum", "maximum"}),
        (Section, set()),
        (Form, set()),
    ):
        renames = {name: override(rename=_TOML_NAMES[name]) for name in renamed}
        converter.register_structure_hook(cls, _hook(cls, converter, renames))
    return converter


def _hook(cls: Any, converter: Converter, renames: dict[str, Any]) -> Any:
    structure = make_dict_structure_fn(cls, converter, **renames)  # type: ignore[arg-type]  # overrides by name

    def from_table(raw: Any, target: Any) -> Any:
        if not isinstance(raw, dict):
            raise TypeError(f"a table is needed here, not {_kind_of(raw)}")
        if cls is Slot and isinstance(raw.get("sense"), str):
            raw = {**raw, "sense": [raw["sense"]]}
        if cls in (Field, Column) and raw.get("type") == "yes_no" and "codes" not in raw:
            raw = {**raw, "codes": YES_NO}
        return structure(raw, target)

    return from_table


def _exactly(raw: Any, cls: type[_T]) -> _T:
    if type(raw) is not cls:
        raise TypeError(f"{'a text' if cls is str else 'true or false'} is needed here, not {_kind_of(raw)}")
    return raw


def _number(raw: Any, _: Any) -> float:
    if type(raw) not in (int, float):
        raise TypeError(f"a number is needed here, not {_kind_of(raw)}")
    return float(raw) if isinstance(raw, float) else raw


def _codes(raw: Any) -> tuple[Code, ...]:
    if isinstance(raw, str):
        usable = (code for code in code_list(raw).codes if not code.withdrawn)
        return tuple(Code(code=code.code, label=code.label, plain=code.plain) for code in usable)
    if not isinstance(raw, list | tuple):
        raise TypeError(f"codes are a list, or the name of a shared code list, not {_kind_of(raw)}")
    return tuple(entry if isinstance(entry, Code) else _code(entry) for entry in raw)


def _code(raw: Any) -> Code:
    known = {attribute.name for attribute in fields(Code)}
    if not isinstance(raw, dict) or not {"code", "label"} <= set(raw) <= known:
        raise TypeError("a code is a table with code, label and, if it differs, plain")
    texts = {name: _exactly(value, str) for name, value in raw.items()}
    return Code(code=texts["code"], label=texts["label"], plain=texts.get("plain", texts["label"]))


def _kind_of(raw: Any) -> str:
    if has(type(raw)):
        return "a table"
    names = {str: "a text", bool: "true or false", dict: "a table", list: "a list", type(None): "nothing"}
    return names.get(type(raw), "a number" if isinstance(raw, int | float) else "a date or time")
