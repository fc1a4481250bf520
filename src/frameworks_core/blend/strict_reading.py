"""From parsed TOML to a `BlendFile`: every key known, every value of its kind, every fault with its key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, get_origin

from attrs import fields, resolve_types
from cattrs import BaseValidationError, Converter, transform_error

from frameworks_core.blend.faults import Fault
from frameworks_core.blend.file import TABLES, BlendFile, LocalQuestion
from frameworks_core.blend.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import BAD_KEY
from frameworks_core.forms.definition import add_table, said, table_converter
from frameworks_core.forms.form import Field

_STEP = re.compile(r"""\.?(\w+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]""")
_UNKNOWN = "there is no key "
_NO_KEY = re.compile(rf"{_UNKNOWN}'([^']*)'")
_LOCAL = {"source": "D a question of the authority's own", "function": "gather", "about": "child"}
"""What a local question is unless it says otherwise."""


def blend_file(raw: dict[str, Any]) -> tuple[BlendFile | None, list[Fault]]:
    """The blend file that parsed TOML holds; None with every fault where it cannot be built."""
    try:
        return _converter().structure(raw, BlendFile), []
    except BaseValidationError as error:
        lines = transform_error(error, "$", format_exception=said)
        return None, [fault for line in lines for fault in _faults(line)]


def _faults(line: str) -> Iterator[Fault]:
    """The faults in one line of cattrs: `message @ $.gather.forms[2]`."""
    told, _, place = line.rpartition(" @ ")
    path: list[str | int] = []
    for name, index, quoted, doubly in _STEP.findall(place.removeprefix("$")):
        path.append(int(index) if index else name or quoted or doubly)
    first, *more = told.split(f"; {_UNKNOWN}")
    for message in (first, *(f"{_UNKNOWN}{rest}" for rest in more)):
        unknown = _NO_KEY.match(message)
        where: KeyPath = (*path, unknown[1]) if unknown else tuple(path)
        yield Fault(BAD_KEY, where, message)


@cache
def _converter() -> Converter:
    for table in TABLES:
        resolve_types(table)
    converter = table_converter()
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook(bool | str | None, _flag_or_word)
    converter.register_structure_hook_factory(_is_dict, lambda cls: _dict_hook(cls, converter))
    converter.register_structure_hook(LocalQuestion, lambda raw, _: _local(raw, converter))
    for table in TABLES:
        add_table(converter, table)
    return converter


def _local(raw: Any, converter: Converter) -> LocalQuestion:
    if not isinstance(raw, dict):
        raise TypeError("a table is needed here")
    own = {attribute.name for attribute in fields(LocalQuestion)} - {"question"}
    question = converter.structure(
        {**_LOCAL, **{name: value for name, value in raw.items() if name not in own}}, Field
    )
    section, minutes = raw.get("section"), raw.get("minutes")
    if not isinstance(section, str):
        raise TypeError(
            "section: it says in which section of the blend the question stands, and has to be a text"
        )
    if minutes is not None and type(minutes) not in (int, float):
        raise TypeError("minutes: a number is needed here")
    return LocalQuestion(section, question, minutes)


def _is_dict(cls: Any) -> bool:
    origin: Any = get_origin(cls)
    return origin is dict


def _dict_hook(cls: Any, converter: Converter) -> Any:
    from cattrs.gen import mapping_structure_factory

    structure = mapping_structure_factory(cls, converter)

    def from_table(raw: Any, target: Any) -> Any:
        if not isinstance(raw, dict):
            raise TypeError("a table is needed here")
        return structure(raw, target)

    return from_table


def _whole(raw: Any, _: Any) -> int:
    if type(raw) is not int:
        raise TypeError("a whole number is needed here")
    return raw


def _day(raw: Any, _: Any) -> date:
    if not isinstance(raw, date) or isinstance(raw, datetime):
        raise TypeError("a day is needed here, written 2027-06-30 without quotation marks")
    return raw


def _flag_or_word(raw: Any, _: Any) -> bool | str | None:
    if raw is not None and type(raw) not in (bool, str):
        raise TypeError("true, false or a word is needed here")
    return raw  # type: ignore[no-any-return]  # its type was asked just before
