"""Two frameworks that exist for tests only, and blends of them."""

import sys
from datetime import date
from pathlib import Path

import pytest

from frameworks_core.blend.checking.checked import check
from frameworks_core.host.discovery import installed
from frameworks_core.host.registry import load_registry
from frameworks_core.testing import fake_distribution

HERE = Path(__file__).parent
TODAY = date(2026, 3, 2)
HEAD = """\
[blend]
id = "borough/record"
version = "1"
title = "Borough record"
plain_title = "Your record"
"""


@pytest.fixture(scope="session")
def registry(toy_folder, tmp_path_factory):
    """The toy framework and the folk framework, whatever else is installed."""
    folder = tmp_path_factory.mktemp("site")
    source = (HERE / "folk_plugin.py").read_text()
    fake_distribution(
        folder, "frameworks-folk", "1.2", source, {"talk.toml": (HERE / "talk.toml").read_text()}
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(toy_folder), str(folder), *sys.path])
        found = load_registry(installed([str(toy_folder), str(folder)]))
        assert found.form_ids() == ("folk/talk", "toy/family", "toy/visit")
    assert not found.broken
    return found


@pytest.fixture
def checked(registry, tmp_path):
    """Check a blend, given as the text of its file; its id and titles go before it unless it has its own."""

    def check_text(text, name="borough.toml", today=TODAY):
        path = tmp_path / name
        path.write_text(text if "[blend]" in text else f"{HEAD}{text}", encoding="utf-8")
        return check(str(path), registry, today)

    return check_text
