"""Compiled forms: a form definition as JSON beside its TOML file, for a quick start.

Reading and checking a large TOML file takes a noticeable part of a second; reading the same form back from JSON does not.
A compiled form carries a digest of all that it was made from: the TOML file, the shared code lists, whose codes it copies,
and the version of the core. It is only used while they agree, so that editing a TOML file is always enough. The digest
covers the compiled form too, so that a damaged one is never taken for the form. `frameworks forms compile` writes them; a
missing, stale or damaged one costs time, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import orjson
from attrs import fields

from frameworks_core import __version__
from frameworks_core.forms.form import Code, Column, Field, Form, Section, When
from frameworks_core.model import Slot
from frameworks_core.statute import shipped
from frameworks_core.statute.codes import FOLDER

SUFFIX = ".compiled.json"
_SETS = frozenset({"withholds", "dimensions", "topics", "senses"})


def compiled_path(path: Path) -> Path:
    """Where the compiled form of the TOML file at `path` lives."""
    return path.with_suffix(SUFFIX)


def digest_of(source: bytes, body: bytes) -> str:
    """What ties a compiled form to all that it was made from: source, shared code lists, version of the core."""
    digest = blake2b(digest_size=16)
    for part in (source, __version__.encode(), *map(Path.read_bytes, shipped.files(FOLDER)), body):
        digest.update(len(part).to_bytes(8))  # so that nothing can move from one part into the next unseen
        digest.update(part)
    return digest.hexdigest()


def compile_form(form: Form, source: bytes) -> bytes:
    """The compiled form: every value that is not the default, and the digest."""
    body = _written(form)
    compiled = {"digest": digest_of(source, orjson.dumps(body)), "form": body}
    return orjson.dumps(compiled, option=orjson.OPT_APPEND_NEWLINE)


def read_compiled(path: Path, source: bytes) -> Form | None:
    """The form compiled from the TOML file at `path`; None if there is none, or none made from exactly this source."""
    try:
        compiled = orjson.loads(compiled_path(path).read_bytes())
        if compiled["digest"] != digest_of(source, orjson.dumps(compiled["form"])):
            return None
        return _form(compiled["form"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None  # whatever its shape, it is no compiled form of ours; the definition itself is there to be read


def _written(value: Any) -> Any:
    if isinstance(value, Form | Section | Field | Column | Code | When | Slot):
        values = ((attribute, getattr(value, attribute.name)) for attribute in fields(type(value)))
        return {attribute.name: _written(given) for attribute, given in values if given != attribute.default}
    if isinstance(value, frozenset):
        return sorted(value)
    return [_written(entry) for entry in value] if isinstance(value, tuple) else value


def _form(raw: dict[str, Any]) -> Form:
    return Form(
        **{
            **_sets(raw),
            "sections": tuple(map(_section, raw["sections"])),
            "notes": tuple(raw.get("notes", ())),
        }
    )


def _section(raw: dict[str, Any]) -> Section:
    return Section(**{**raw, "fields": tuple(map(_field, raw["fields"]))})


def _field(raw: dict[str, Any]) -> Field:
    if "codes" in raw:
        raw["codes"] = _codes(raw["codes"])
    if "columns" in raw:
        raw["columns"] = tuple(map(_column, raw["columns"]))
    if "slot" in raw:
        raw["slot"] = Slot(**_sets(raw["slot"]))
    if "when" in raw:
        raw["when"] = When(**{**raw["when"], "codes": tuple(raw["when"].get("codes", ()))})
    return Field(**raw)


def _column(raw: dict[str, Any]) -> Column:
    if "codes" in raw:
        raw["codes"] = _codes(raw["codes"])
    return Column(**raw)


def _codes(raw: Iterable[dict[str, str]]) -> tuple[Code, ...]:
    return tuple(Code(**code) for code in raw)


def _sets(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: frozenset(value) if key in _SETS else value for key, value in raw.items()}
