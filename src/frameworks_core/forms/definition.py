"""From parsed TOML to typed definitions: the shape of a form file, checked by cattrs.

Every key is known, every text is a text: a misspelt key or a number for a text is an error with its path, never ignored
and never coerced.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, TypeVar

from attrs import fields, has
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn, override
from cattrs.v import format_exception

from frameworks_core.errors import UserError
from frameworks_core.forms.blocks import expand_blocks
from frameworks_core.forms.form import YES_NO, Code, Column, Field, Form, Section, When
from frameworks_core.forms.form_checks import faults_of
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


def faults_and_form(source: bytes) -> tuple[Form | None, list[str]]:
    """Read a form definition.

    Args:
        source: The bytes of its TOML file.

    Returns:
        The form, its repeated blocks expanded, or None where it cannot be built; and every fault with its place.
    """
    try:
        raw = tomllib.loads(source.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, [f"is not UTF-8 text (byte {error.start})"]
    except tomllib.TOMLDecodeError as error:
        return None, [f"is not valid TOML: {error}"]
    faults: list[str] = []
    expanded = expand_blocks(raw, faults)
    if faults:
        return None, faults
    try:
        form = _converter().structure(expanded, Form)
    except BaseValidationError as error:
        lines = transform_error(error, "$", format_exception=_said)
        return None, [_in_words(line, expanded) for line in lines]
    return form, faults_of(form)


def _said(error: BaseException, _type: type | None) -> str:
    match error:
        case KeyError():
            return "is missing"
        case TypeError() | ValueError() | UserError():
            return str(error)
        case _:
            return format_exception(error, _type)


def _in_words(line: str, raw: dict[str, Any]) -> str:
    """Turn `message @ $.sections[2].fields[0].type` into `section 'x', field 'y', type: message`."""
    message, _, place = line.rpartition(" @ ")
    words: list[str] = []
    node: Any = raw
    for step in place.removeprefix("$").lstrip(".").split("."):
        name, _, index = step.partition("[")
        node = node.get(name) if isinstance(node, dict) else None
        if index and isinstance(node, list):
            node = node[int(index.rstrip("]"))]
            known = node.get("id") or node.get("code") if isinstance(node, dict) else None
            words.append(f"{name.rstrip('s')} {known!r}" if known else f"{name}[{index}")
        elif name:
            words.append(name)
    return f"{', '.join(words) or 'top level'}: {message}"


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
    structure = make_dict_structure_fn(cls, converter, **renames)

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
