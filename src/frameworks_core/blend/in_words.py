"""Values of a blend file, and places in the shared model, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from frameworks_core.blend.explaining.origins import Said, Setting
from frameworks_core.functions.comparing.subjects import subject_of
from frameworks_core.model import Slot
from frameworks_core.statute.dimensions import dimension

_NAMING = ("label", "title", "code", "text")
"""Keys of a table that say in a word what it is."""
_REST = ("id", "section", "severity", "reason", "by", "until", "field", "is")
"""Keys of a table that are told with their names."""


def value_words(value: Any) -> str:
    """A value of a blend file in one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(value_words, value)) or "none"
    if isinstance(value, dict):
        told = [value_words(value[name]) for name in _NAMING if name in value]
        rest = [f"{name} {value_words(value[name])}" for name in _REST if name in value]
        return ", ".join((*told, *rest))
    return "nothing" if value is None else str(value)


def setting_words(setting: Setting) -> str:
    """An effective value, and what it took the place of."""
    return f"{value_words(setting.said.value)}{instead_of(setting.instead_of)}"


def instead_of(earlier: tuple[Said, ...]) -> str:
    """What the bases said, the nearest first."""
    told = "; before that ".join(f"{value_words(said.value)} ({said.where})" for said in earlier)
    return f"; instead of {told}" if told else ""


def as_json(value: Any) -> Any:
    """A value of a TOML file as a JSON value."""
    if isinstance(value, dict):
        return {name: as_json(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def slot_words(slot: Slot | None) -> str:
    """A place in the shared model in words."""
    if slot is None:
        return "none; answers stay with the question, and are carried word for word into any form that does not ask it"
    facets = {
        "about": (*(dimension(name).label for name in sorted(slot.dimensions)), *sorted(slot.topics)),
        "of": (slot.whose,) if slot.whose else (),
    }
    told = "".join(f" {word} {' or '.join(values)}" for word, values in facets.items() if values)
    single = (slot.aspect, slot.person_property, slot.group, slot.item)
    more = ", ".join((*sorted(slot.senses), *(one for one in single if one)))
    words = f"{subject_of(slot).label}: {slot.kind}{told}{f' ({more})' if more else ''}".replace("_", " ")
    return f"{words}; each record makes its own" if slot.is_history else words
