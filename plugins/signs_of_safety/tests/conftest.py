"""Fixtures: those of the kit, and the Harper family's records on these forms."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from frameworks_core.testing.fixtures import check, convert, installed

__all__ = ["check", "convert", "installed"]

HARPERS = Path(__file__).parents[3] / "examples" / "harper_family"


@pytest.fixture
def harper() -> Callable[[str], dict[str, Any]]:
    """A fresh copy of one of the Harpers' records: `harper("mapping")`."""

    def read(name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            (HARPERS / f"signs_of_safety_{name}.json").read_text(encoding="utf-8")
        )
        return found

    return read
