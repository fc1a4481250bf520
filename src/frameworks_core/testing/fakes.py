"""Stand-ins for installed plugins, so that tests need no pip."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from itertools import count
from pathlib import Path

_NUMBERS = count(1)


def fake_distribution(
    folder: Path,
    name: str,
    version: str,
    module_source: str,
    extra_files: Mapping[str, str] | None = None,
) -> Path:
    """Write a plugin into `folder` as pip would install it.

    With `folder` on `sys.path` the plugin is installed. Its module has a name that no other has, because
    Python imports a module of one name only once.

    Args:
        folder: A folder that becomes an entry of `sys.path`; several distributions may share it.
        name: Name of the distribution. Its entry point is named like it, without `frameworks-` before it.
        version: Its version.
        module_source: Source of the plugin's module, `<package>/plugin.py`.
        extra_files: Texts of more files, by their path below the package.

    Returns:
        The folder of the package. Its name is the package's, and the plugin's module is `<package>.plugin`.
    """
    plain = re.sub(r"[-_.]+", "_", name).lower()
    package = folder / f"{plain}_{next(_NUMBERS)}"
    entry = plain.removeprefix("frameworks_")
    metadata = folder / f"{plain}-{version}.dist-info"
    files = {
        package / "__init__.py": "",
        package / "plugin.py": module_source,
        metadata / "METADATA": f"Metadata-Version: 2.3\nName: {name}\nVersion: {version}\n",
        metadata / "entry_points.txt": f"[frameworks]\n{entry} = {package.name}.plugin\n",
        **{package / path: text for path, text in (extra_files or {}).items()},
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    importlib.invalidate_caches()  # Python remembers what a folder held
    return package
