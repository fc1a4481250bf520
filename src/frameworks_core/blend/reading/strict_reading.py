"""From parsed TOML to a `BlendFile`: every key known, every value of its kind, every fault with its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, get_origin

from attrs import Attribute, fields, resolve_types
from cattrs import (
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import mapping_structure_factory

from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import TABLES, BlendFile
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import BAD_KEY
from frameworks_core.forms.definition import add_table, kind_of, said, table_converter, toml_name
from frameworks_core.nearest import nearest

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Characters that nobody sees and a screen may obey; line ends and tabs are not among them."""

_MARKS_AWAY = "; take the quotation marks away"
_HOW_TO_WRITE = {
    "a text is needed here, not a number": "; put it in quotation marks",
    "a text is needed here, not a date or time": "; put it in quotation marks",
    "a text is needed here, not a list": "; take the square brackets away",
    "a list is needed here, not a text": "; put square brackets around it",
    "a list is needed here, not a number": "; put square brackets around it",
    "a number is needed here, not a text": _MARKS_AWAY,
    "a whole number is needed here, not a text": _MARKS_AWAY,
    "true or false is needed here, not a text": _MARKS_AWAY,
    "a table is needed here, not a text": "; it is written { key = value }",
    "a table is needed here, not a list": "; its name stands in single brackets",
}
"""What is said of a value of the wrong kind -> how to write one of the right kind."""


def blend_file(raw: dict[str, Any]) -> tuple[BlendFile | None, list[Fault]]:
    """The blend file that parsed TOML holds; None with every fault where it cannot be built."""
    try:
        return _converter().structure(raw, BlendFile), []
    except BaseValidationError as error:
        return None, list(_faults(error, ()))


def _faults(error: BaseException, path: KeyPath) -> Iterator[Fault]:
    """The faults in what cattrs raised, each with the key it is about."""
    match error:
        case ClassValidationError():
            of_keys, others = error.group_exceptions()
            for inner, note in of_keys:
                yield from _faults(inner, (*path, toml_name(error.cl, note.name)))
        case IterableValidationError():
            of_entries, others = error.group_exceptions()
            for inner, entry in of_entries:
                yield from _faults(inner, (*path, entry.index))
        case ForbiddenExtraKeysError():
            others = []
            for name in sorted(error.extra_fields):
                alone = ForbiddenExtraKeysError("", error.cl, {name})
                message = said(alone, None)
                hint = "" if "did you mean" in message else _dotted(path, name)
                yield Fault(BAD_KEY, (*path, name), f"{message}{hint}")
        case _:
            others = []
            message = said(error, None)
            yield Fault(BAD_KEY, path, f"{message}{_HOW_TO_WRITE.get(message, '')}")
    for inner in others:
        yield from _faults(inner, path)


def _dotted(path: KeyPath, name: str) -> str:
    """What else an unknown key of a question may be: the second half of the question's id."""
    match path:
        case ("gather", "fields", _, str(first)):
            return f'; a question\'s id that has a dot in it stands in quotation marks: "{first}.{name}"'
        case _:
            return ""


@cache
def _converter() -> Converter:
    converter = table_converter(_text)
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook(bool | str | None, _flag_or_word)
    converter.register_structure_hook_factory(_is_dict, lambda cls: _dict_hook(cls, converter))
    for table in TABLES:
        resolve_types(table)
        checked = {one.name: _checked(one, converter) for one in fields(table) if _has_limits(one)}
        add_table(converter, table, checked)
    return converter


def _has_limits(attribute: Attribute[Any]) -> bool:
    about = attribute.metadata
    return bool(about.get("one_of") or about.get("spelled")) or about.get("least") is not None


def _checked(attribute: Attribute[Any], converter: Converter) -> Callable[[Any, Any], Any]:
    """How to read a key whose values have limits: of its type first, then within them; of a list, each entry."""
    kind: Any = attribute.type

    def read(raw: Any, _: Any) -> Any:
        value = converter.structure(raw, kind)
        if not isinstance(value, tuple):
            _check(value, attribute)
            return value
        outside: list[Exception] = []
        for index, entry in enumerate(value):
            try:
                _check(entry, attribute)
            except ValueError as error:
                error.add_note(IterableValidationNote("", index, kind))
                outside.append(error)
        if outside:
            raise IterableValidationError("outside the limits", outside, tuple)
        return value

    return read


def _check(value: Any, attribute: Attribute[Any]) -> None:
    """Refuse a value outside the limits of its key."""
    words, spelled, least = (attribute.metadata[name] for name in ("one_of", "spelled", "least"))
    if isinstance(value, str):
        if words and value not in words:
            raise ValueError(f"{value!r} is not known{nearest(value, words)}")
        if spelled and not re.fullmatch(spelled.pattern, value):
            raise ValueError(f"{value!r} is no name; use {spelled.says}")
    elif least is not None and value is not None and value < least:
        raise ValueError(f"it has to be {least} or more")


def _is_dict(cls: Any) -> bool:
    origin: Any = get_origin(cls)
    return origin is dict


def _dict_hook(cls: Any, converter: Converter) -> Any:
    structure = mapping_structure_factory(cls, converter)

    def from_table(raw: Any, target: Any) -> Any:
        if not isinstance(raw, dict):
            raise TypeError("a table is needed here")
        return structure(raw, target)

    return from_table


def _text(raw: Any, _: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError(f"a text is needed here, not {kind_of(raw)}")
    if not raw.strip():
        raise ValueError("it is empty; write something, or take the key out")
    if unseen := _UNSEEN.search(raw):
        raise ValueError(f"it holds the character U+{ord(unseen[0]):04X}, which nobody sees; take it out")
    return raw


def _whole(raw: Any, _: Any) -> int:
    if type(raw) is not int:
        raise TypeError(f"a whole number is needed here, not {kind_of(raw)}")
    return raw


def _day(raw: Any, _: Any) -> date:
    if not isinstance(raw, date) or isinstance(raw, datetime):
        raise TypeError("a day is needed here, written 2027-06-30 without quotation marks")
    return raw


def _flag_or_word(raw: Any, target: Any) -> bool | str:
    return raw if isinstance(raw, bool) else _text(raw, target)
