"""From parsed TOML to typed definitions: the shape of a form file, checked by cattrs.

Every key is known, every text is a text: a misspelt key or a number for a text is an error with its path, never ignored
and never coerced.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from math import isfinite
from types import MappingProxyType
from typing import Any, TypeVar, get_origin

from attrs import fields, has
from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError, transform_error
from cattrs.cols import list_structure_factory
from cattrs.gen import make_dict_structure_fn, override
from cattrs.v import format_exception

from frameworks_core.errors import UserError
from frameworks_core.forms.blocks import expand_blocks
from frameworks_core.forms.form import YES_NO, Code, Column, Field, Form, Section, Variant, When, Wording
from frameworks_core.forms.form_checks import faults_of
from frameworks_core.model import Slot
from frameworks_core.nearest import nearest
from frameworks_core.statute.codes import code_list

_T = TypeVar("_T")
_IN_FIELD = re.compile(r" @ \$\.sections\[(\d+)\]\.fields\[(\d+)\]")
_STEP = re.compile(r"\.?(\w+)|\[(\d+)\]|\['([^']*)'\]")
"""One step of a place as cattrs writes it: a name, a number in a list, a key of a table."""
_TOML_NAMES: dict[type, dict[str, str]] = {
    When: {"codes": "is"},
    Slot: {"senses": "sense", "person_property": "property"},
    Column: {},
    Field: {"minimum": "min", "maximum": "max"},
    Section: {},
    Variant: {},
    Wording: {},
    Form: {},
}
"""The tables of a form definition, each with the keys that a form file calls otherwise."""

_NOT_IN_FILES = frozenset({"serves"})
"""What only composing forms gives a field."""

_TABLES = {
    "sections": Section,
    "fields": Field,
    "columns": Column,
    "when": When,
    "slot": Slot,
    "variants": Variant,
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
    except RecursionError:
        return None, ["is not usable TOML: its lists or tables are nested too deeply"]
    faults: list[str] = []
    expanded = expand_blocks(raw, faults)
    try:
        form = _converter().structure(expanded, Form)
    except BaseValidationError as error:
        lines = transform_error(error, "$", format_exception=said)
        told = [_in_words(line, expanded) for line in lines]
        return None, [*faults, *told, *_faults_beside(lines, expanded)]
    return (None, faults) if faults else (form, faults_of(form))


def _faults_beside(lines: list[str], raw: dict[str, Any]) -> list[str]:
    """Faults of the fields whose shape is in order, where only fields are out of shape and as far as they do not matter."""
    if not all(_IN_FIELD.search(line) for line in lines):
        return []
    faulty = {tuple(map(int, found)) for line in lines for found in _IN_FIELD.findall(line)}
    fields = {
        (i, j): field
        for i, section in enumerate(raw["sections"])
        for j, field in enumerate(section["fields"])
    }
    gone = [field.get("id") for place, field in fields.items() if place in faulty and isinstance(field, dict)]
    sound = {
        place: field
        for place, field in fields.items()
        if place not in faulty and field.get("when", {}).get("field", "") not in gone
    }
    sections = [
        {**section, "fields": [field for (at, _), field in sound.items() if at == number]}
        for number, section in enumerate(raw["sections"])
    ]
    return faults_of(_converter().structure({**raw, "sections": sections}, Form))


def said(error: BaseException, _type: type | None) -> str:
    """What is wrong with one value of a TOML table, in a clause (for `cattrs.transform_error`)."""
    match error:
        case KeyError():
            return "is missing"
        case ForbiddenExtraKeysError():
            names = {attribute.name for attribute in fields(error.cl)} - _NOT_IN_FILES
            known = {toml_name(error.cl, name) for name in names}
            known |= {"blocks"} if error.cl is Section else set()
            return "; ".join(
                f"there is no key {key!r}{nearest(key, known)}" for key in sorted(error.extra_fields)
            )
        case TypeError() | ValueError() | UserError():
            return str(error)
        case _:
            return format_exception(error, _type)


def toml_name(table: type, attribute: str) -> str:
    """What a file calls an attribute of one of its tables."""
    for cls in table.__mro__:
        if attribute in _TOML_NAMES.get(cls, {}):
            return _TOML_NAMES[cls][attribute]
    return attribute


def _in_words(line: str, raw: dict[str, Any]) -> str:
    """Turn `message @ $.sections[2].fields[0].type` into `section 'x', field 'y', type: message`."""
    message, _, place = line.rpartition(" @ ")
    words: list[str] = []
    node: Any = raw
    table: type = Form
    for name, index, key in _STEP.findall(place.removeprefix("$")):
        if name:
            words.append(_TOML_NAMES[table].get(name, name))
            table = _TABLES.get(words[-1], table)
            node = node.get(words[-1]) if isinstance(node, dict) else None
        elif key:
            node = node.get(key) if isinstance(node, dict) else None
            words[-1] = f"{words[-1]} {key!r}"
        elif isinstance(node, list):
            node = node[int(index)]
            known = node.get("id") or node.get("code") if isinstance(node, dict) else None
            words[-1] = f"{words[-1].rstrip('s')} {known!r}" if known else f"{words[-1]}[{index}]"
    return f"{', '.join(words) or 'top level'}: {message}"


@cache
def _converter() -> Converter:
    return table_converter()


def table_converter(text: Callable[[Any, Any], str] | None = None) -> Converter:
    """A converter from parsed TOML to the tables of a form definition that refuses unknown keys and coerces nothing.

    Args:
        text: How to read a text, where not every text will do.
    """
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, text or _exactly)
    converter.register_structure_hook(bool, _exactly)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook_factory(_is_list, lambda cls: _list_hook(cls, converter))
    converter.register_structure_hook(Code, lambda raw, _: _code(raw, converter))
    converter.register_structure_hook_func(
        lambda cls: cls == tuple[Code, ...], lambda raw, _: _codes(raw, converter)
    )
    for cls in _TOML_NAMES:
        add_table(converter, cls)
    return converter


def add_table(
    converter: Converter, cls: Any, hooks: Mapping[str, Callable[[Any, Any], Any]] = MappingProxyType({})
) -> None:
    """Let a converter know one more table, after those it is made of.

    Args:
        converter: One made by `table_converter`.
        cls: The attrs class of the table.
        hooks: How to read some of its attributes otherwise than their types say.
    """
    overrides = {
        attribute.name: override(
            rename=toml_name(cls, attribute.name),
            omit=attribute.name in _NOT_IN_FILES,
            struct_hook=hooks.get(attribute.name),
        )
        for attribute in fields(cls)
    }
    converter.register_structure_hook(cls, _hook(cls, converter, overrides))


def _hook(cls: Any, converter: Converter, renames: dict[str, Any]) -> Any:
    structure = make_dict_structure_fn(cls, converter, **renames)

    def from_table(raw: Any, target: Any) -> Any:
        if not isinstance(raw, dict):
            raise TypeError(f"a table is needed here, not {kind_of(raw)}")
        if cls is Slot and isinstance(raw.get("sense"), str):
            raw = {**raw, "sense": [raw["sense"]]}
        if issubclass(cls, Field | Column) and raw.get("type") == "yes_no" and "codes" not in raw:
            raw = {**raw, "codes": YES_NO}
        return structure(raw, target)

    return from_table


def _is_list(cls: Any) -> bool:
    origin: Any = get_origin(cls)
    return origin in {tuple, frozenset}


def _list_hook(cls: Any, converter: Converter) -> Any:
    structure = list_structure_factory(cls, converter)

    def from_list(raw: Any, target: Any) -> Any:
        if not isinstance(raw, list):
            raise TypeError(f"a list is needed here, not {kind_of(raw)}")
        return get_origin(cls)(structure(raw, target))

    return from_list


def _exactly(raw: Any, cls: type[_T]) -> _T:
    if type(raw) is not cls:
        raise TypeError(f"{'a text' if cls is str else 'true or false'} is needed here, not {kind_of(raw)}")
    return raw


def _number(raw: Any, _: Any) -> float:
    if type(raw) not in (int, float):
        raise TypeError(f"a number is needed here, not {kind_of(raw)}")
    if isinstance(raw, float) and not isfinite(raw):
        raise ValueError(f"{raw} is no number that an answer could be compared with")
    return float(raw) if isinstance(raw, float) else raw


def _codes(raw: Any, converter: Converter) -> tuple[Code, ...]:
    if isinstance(raw, str):
        usable = (code for code in code_list(raw).codes if not code.withdrawn)
        return tuple(Code(code=code.code, label=code.label, plain=code.plain) for code in usable)
    if not isinstance(raw, list | tuple):
        raise TypeError(f"codes are a list, or the name of a shared code list, not {kind_of(raw)}")
    return tuple(entry if isinstance(entry, Code) else _code(entry, converter) for entry in raw)


def _code(raw: Any, converter: Converter) -> Code:
    known = {attribute.name for attribute in fields(Code)}
    if not isinstance(raw, dict) or not {"code", "label"} <= set(raw) <= known:
        raise TypeError("a code is a table with code, label and, if it differs, plain")
    texts = {name: converter.structure(value, str) for name, value in raw.items()}
    return Code(code=texts["code"], label=texts["label"], plain=texts.get("plain", texts["label"]))


def kind_of(raw: Any) -> str:
    """What kind of TOML value this is, for a message."""
    if has(type(raw)):
        return "a table"
    names = {str: "a text", bool: "true or false", dict: "a table", list: "a list", type(None): "nothing"}
    return names.get(type(raw), "a number" if isinstance(raw, int | float) else "a date or time")
