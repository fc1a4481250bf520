"""The core tables of a document as typed objects, and back again, by cattrs.

A property that was not given is left out when writing: optional means absent, never null.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from attrs import fields
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from frameworks_core.model import Agency, Event, Person, Relationship

_T = TypeVar("_T", Person, Relationship, Agency, Event)
_RENAMED: dict[type, dict[str, str]] = {Relationship: {"source": "from", "target": "to"}}


def read_table(rows: list[dict[str, Any]], cls: type[_T]) -> tuple[_T, ...]:
    """Rows of a core table as typed objects.

    Raises:
        cattrs.BaseValidationError: A row does not have the shape the document schema gives it.
    """
    converter = table_converter()
    return tuple(converter.structure(row, cls) for row in rows)


def write_row(row: Person | Relationship | Agency | Event) -> dict[str, Any]:
    """One typed row as JSON values."""
    written: dict[str, Any] = table_converter().unstructure(row)
    return written


@cache
def table_converter() -> Converter:
    """The converter for the core tables; its hooks are generated once."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook_func(lambda cls: cls == tuple[str, ...], lambda value, _: tuple(value))
    converter.register_unstructure_hook(tuple, list)
    for cls in (Person, Relationship, Agency, Event):
        renamed = _RENAMED.get(cls, {})
        reading = {name: override(rename=key) for name, key in renamed.items()}
        writing = {
            attribute.name: override(
                rename=renamed.get(attribute.name), omit_if_default=attribute.default is None
            )
            for attribute in fields(cls)
        }
        converter.register_structure_hook(cls, make_dict_structure_fn(cls, converter, **reading))  # type: ignore[arg-type]  # overrides by name
        converter.register_unstructure_hook(cls, make_dict_unstructure_fn(cls, converter, **writing))  # type: ignore[arg-type]  # overrides by name
    return converter
