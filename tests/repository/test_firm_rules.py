"""The firm rules that can be seen in the source itself."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = sorted(path.name for path in (ROOT / "plugins").iterdir() if (path / "pyproject.toml").is_file())
TEXT_FILES = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    if (ROOT / name).is_file()
]


def naming(names: list[str], folder: Path) -> list[str]:
    """Places in a folder's code and data that hold one of the names as a word."""
    word = re.compile(rf"\b({'|'.join(names)})\b", re.IGNORECASE)
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in TEXT_FILES
        if path.is_relative_to(folder) and path.suffix in {".py", ".toml"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if word.search(line)
    ]


def test_core_names_no_framework() -> None:
    assert naming(PLUGINS, ROOT / "src" / "frameworks_core") == []


@pytest.mark.parametrize("plugin", PLUGINS)
def test_no_plugin_names_another_in_its_code(plugin: str) -> None:
    others = [rf"frameworks_{other}" for other in PLUGINS if other != plugin]
    assert (
        naming(
            [*others, *(rf"{other}/[a-z_]+" for other in PLUGINS if other != plugin)],
            ROOT / "plugins" / plugin,
        )
        == []
    )


@pytest.mark.parametrize("plugin", PLUGINS)
def test_every_plugin_is_a_whole_distribution(plugin: str) -> None:
    folder = ROOT / "plugins" / plugin
    for needed in ("pyproject.toml", "README.md", "tests", f"src/frameworks_{plugin}/plugin.py"):
        assert (folder / needed).exists(), needed


def test_no_package_index_is_named() -> None:
    host = re.compile(r"https?://[^\s\"']*(pypi|pythonhosted|index-url|npmjs)", re.IGNORECASE)
    binary = {".png", ".gz"}
    named = [
        str(path.relative_to(ROOT))
        for path in TEXT_FILES
        if path.suffix not in binary
        and path != Path(__file__)
        and host.search(path.read_text(encoding="utf-8"))
    ]
    assert named == []


def test_every_example_is_marked_as_invented() -> None:
    examples = [
        path for path in TEXT_FILES if path.is_relative_to(ROOT / "examples") and path.suffix == ".json"
    ]
    assert examples
    for path in examples:
        assert json.loads(path.read_text(encoding="utf-8")).get("invented") is True, path.name
