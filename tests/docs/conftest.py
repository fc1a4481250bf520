"""Fixtures for the tests of the documentation."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from frameworks_core.exchange.matrix import Fate, matrix
from frameworks_core.host.registry import Registry, load_registry

from .pages import ROOT, Page


@pytest.fixture(scope="session")
def read_page(pytestconfig: pytest.Config) -> Callable[[str], Page]:
    """A page of `docs/` by its name."""
    record = bool(pytestconfig.getoption("update_snapshots", default=False))

    def read(name: str) -> Page:
        return Page(ROOT / "docs" / name, record=record)

    return read


@pytest.fixture(scope="session")
def installed() -> Registry:
    """The installed frameworks; a page that speaks of them cannot be checked without."""
    registry = load_registry()
    needed = {
        "caf/assessment",
        "reclaiming_social_work/case_summary",
        "signs_of_safety/mapping",
        "single_assessment/assessment",
    }
    if not needed <= set(registry.form_ids()):
        pytest.skip("needs the plugins of this repository")
    return registry


@pytest.fixture(scope="session")
def fates(installed: Registry) -> Sequence[Fate]:
    """What becomes of the questions of each installed form in every other one."""
    return matrix(installed.forms())


@pytest.fixture(scope="session")
def harper() -> Callable[[str], dict[str, Any]]:
    """Documents of the invented family, freshly read."""

    def read(name: str) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(
            (ROOT / "examples" / "harper_family" / f"{name}.json").read_text(encoding="utf-8")
        )
        return document

    return read
