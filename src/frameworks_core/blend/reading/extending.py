"""A blend file and the blends it extends, read and put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.effective import Effective, keys_in
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.merging import extended
from frameworks_core.blend.reading.sources import Place, Source, chain_of
from frameworks_core.blend.reading.strict_reading import blend_file
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import BAD_CHANGE


def read_effective(path: Path, text: str | None = None) -> tuple[Effective, BlendFile | None, list[Fault]]:
    """Read a blend file and those it extends.

    Args:
        path: The file.
        text: What it will hold, where it is not written yet.

    Returns:
        What they say together; it as a `BlendFile`, None where one of them has a fault; and the faults.

    Raises:
        UserError: A file cannot be read or is not TOML, or they extend each other in a circle.
    """
    source, *bases = chain = list(chain_of(path, text))
    faults: list[Fault] = []
    places: dict[KeyPath, Place] = {}
    for one in chain:
        _, found = blend_file(one.raw)
        new = [
            fault for fault in found if fault.path not in places
        ]  # the base's turn comes when ours is mended
        places |= {fault.path: Place(one, fault.path) for fault in new}
        faults.extend(new)
    if faults:
        return Effective(source, tuple(bases), source.raw, places), None, faults
    effective = _alone(chain[-1])
    faults.extend(_without_base(chain[-1]))
    for one in reversed(chain[:-1]):
        effective = extended(effective, one, faults)
    file, more = blend_file(effective.raw)
    return effective, file, [*faults, *more]


def _alone(source: Source) -> Effective:
    places = {path: Place(source, path) for path in keys_in(source.raw, ())}
    return Effective(source, (), source.raw, places)


def _without_base(source: Source) -> Iterator[Fault]:
    """A file that extends nothing has nothing to leave out."""
    for name, table in source.raw.items():
        if isinstance(table, dict) and table.get("without") and name != "plugins":
            message = "this blend extends no other, so there is nothing to leave out"
            yield Fault(BAD_CHANGE, (name, "without"), message)
