"""Which plugins are installed: the entry points in the group `frameworks`, found without importing them.

Reading the `entry_points.txt` of each installed distribution costs a fraction of importing
`importlib.metadata`, and every command starts here. Only what is not a plain folder (a zip file, an egg) is
left to `importlib.metadata`.

The stages are values: `installed` finds, `enabled` leaves out what the user switched off, `find_plugins` does
both.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

GROUP = "frameworks"
"""The entry-point group of plugins."""

DISABLE = "FRAMEWORKS_DISABLE"
"""Environment variable that switches plugins off: distributions or entry points, separated by commas."""

_METADATA_SUFFIXES = (".dist-info", ".egg-info")
_METADATA_FILES = ("METADATA", "PKG-INFO")


@frozen(order=True)
class Found:
    """One entry point of an installed distribution.

    Attributes:
        distribution: Name of the distribution, as pip shows it.
        version: Its version.
        name: Name of the entry point.
        module: Dotted name of the plugin's module.
    """

    distribution: str
    version: str
    name: str
    module: str


def find_plugins() -> tuple[Found, ...]:
    """Every installed plugin that is not switched off, sorted by distribution."""
    return enabled(installed(sys.path), os.environ.get(DISABLE, ""))


def installed(path: Iterable[str]) -> tuple[Found, ...]:
    """Every plugin installed in the folders of a search path, sorted by distribution.

    Args:
        path: Folders, zip files and eggs, as in `sys.path`. Of a distribution that is there twice the first
            counts, as it does for imports, even if only the second is a plugin.
    """
    found: list[Found] = []
    seen: set[str] = set()
    for entry in path:
        place = Path(entry)  # the empty entry is the current folder
        if place.is_dir() and place.suffix != ".egg":
            found.extend(_in_folder(place, seen))
        elif place.exists():
            found.extend(_elsewhere(entry, seen))
    return tuple(sorted(found))


def enabled(found: Iterable[Found], disabled: str) -> tuple[Found, ...]:
    """The plugins that are not switched off.

    Args:
        found: Plugins in any order; their order is kept.
        disabled: Names of distributions or entry points, separated by commas. Case and the choice between
            `-`, `_` and `.` do not matter, as they do not for pip.
    """
    off = {_comparable(name) for name in disabled.split(",")}
    return tuple(
        plugin
        for plugin in found
        if off.isdisjoint({_comparable(plugin.distribution), _comparable(plugin.name)})
    )


def _in_folder(folder: Path, seen: set[str]) -> Iterator[Found]:
    try:
        with os.scandir(
            folder
        ) as listing:  # a site-packages has thousands of entries; this reads only their names
            names = sorted(entry.name for entry in listing if entry.name.endswith(_METADATA_SUFFIXES))
    except OSError:
        return  # a folder that may not be read holds nothing that could be imported
    for name in names:
        distribution, _, version = name.rpartition(".")[0].partition("-")
        if distribution.startswith("~") or not _is_first(distribution, seen):
            continue  # pip renames what it could not remove to ~ame
        metadata = folder / name
        if points := _entry_points(metadata / "entry_points.txt"):
            real_name, real_version = _name_and_version(metadata)
            for point, module in points:
                yield Found(real_name or distribution, real_version or version, point, module)


def _entry_points(file: Path) -> list[tuple[str, str]]:
    """Name and module of each entry point of our group."""
    points: list[tuple[str, str]] = []
    group = ""
    for line in _lines(file):
        if line.startswith("["):
            group = line.strip("[]").strip()
        elif group == GROUP and "=" in line:
            name, _, value = line.partition("=")
            points.append((name.strip(), value.partition("[")[0].strip()))  # behind [ stand extras
    return points


def _name_and_version(folder: Path) -> tuple[str | None, str | None]:
    """As written in the metadata; in the folder's name both are mangled."""
    said: dict[str, str] = {}
    for file in _METADATA_FILES:
        for line in _lines(folder / file):
            key, colon, value = line.partition(":")
            if colon:
                said.setdefault(key.lower(), value.strip())
            if {"name", "version"} <= said.keys():
                break
    return said.get("name"), said.get("version")


def _lines(file: Path) -> list[str]:
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []  # most distributions have no entry points, and an interrupted removal leaves empty folders
    return [line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith(("#", ";"))]


def _elsewhere(entry: str, seen: set[str]) -> Iterator[Found]:
    from importlib.metadata import distributions  # five times the start-up floor, and seldom needed

    for distribution in distributions(path=[entry]):
        name = distribution.metadata["Name"]
        if name and _is_first(name, seen):
            for point in distribution.entry_points.select(group=GROUP):
                yield Found(name, distribution.version, point.name, point.value.partition("[")[0].strip())


def _is_first(distribution: str, seen: set[str]) -> bool:
    name = _comparable(distribution)
    is_first = name not in seen
    seen.add(name)
    return is_first


def _comparable(name: str) -> str:
    return name.strip().lower().replace("_", "-").replace(".", "-")
