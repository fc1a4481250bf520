"""What a blend file and the blends it extends say together, with the place in a file that every value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from frameworks_core.blend.reading.sources import Place, Source
from frameworks_core.blend.reading.toml_lines import KeyPath


@frozen(eq=False)
class Effective:
    """What the files say together.

    Attributes:
        source: The file itself.
        bases: The files it extends, from the one next to it to the last.
        raw: The joined tables.
        places: Where each key of them stands.
    """

    source: Source
    bases: tuple[Source, ...]
    raw: dict[str, Any]
    places: dict[KeyPath, Place]

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the files take out of what their bases ask, be it taken in again or not."""
        files = (self.source, *self.bases)
        return tuple(name for one in files for name in one.raw.get("gather", {}).get("without", ()))

    def place(self, path: KeyPath) -> Place:
        """Where a key stands, or else the nearest table around it; the file itself where none does."""
        for length in range(len(path), 0, -1):
            if (found := self.places.get(path[:length])) is not None:
                return Place(found.source, (*found.path, *path[length:]))
        return Place(self.source, path)


def keys_in(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Every key below a value that stands at a key."""
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, entry in entries:
        yield (*path, step)
        yield from keys_in(entry, (*path, step))
