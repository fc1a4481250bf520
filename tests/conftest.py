"""Fixtures for all tests: a framework that exists for tests only, and nothing else installed."""

import sys
from pathlib import Path

import pytest

from frameworks_core.host.discovery import DISABLE, installed
from frameworks_core.host.registry import Registry, load_registry

TOY = Path(__file__).parent / "toy"


@pytest.fixture(autouse=True)
def _nothing_switched_off(monkeypatch):
    monkeypatch.delenv(DISABLE, raising=False)


@pytest.fixture(scope="session")
def toy_folder() -> Path:
    """A folder that, on `sys.path` or in `PYTHONPATH`, is an installed toy framework."""
    return TOY


@pytest.fixture(scope="session")
def toy_registry(toy_folder) -> Registry:
    """A registry of the toy framework alone, whatever else is installed; the toy stays out of `sys.path`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(toy_folder), *sys.path])
        registry = load_registry(installed([str(toy_folder)]))
    assert not registry.broken  # its package is imported now, so that its hooks work without the path
    return registry
