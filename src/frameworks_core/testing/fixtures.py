"""Fixtures for a plugin's tests.

Name those you want in its `conftest.py`:

```python
from frameworks_core.testing.fixtures import check, convert, installed

__all__ = ["check", "convert", "installed"]
```
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from frameworks_core.checks.checking import Checker
from frameworks_core.checks.finding import Finding
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.host.registry import Registry, load_registry


@pytest.fixture(scope="session")
def installed() -> Registry:
    """Every installed plugin, yours among them."""
    return load_registry()


@pytest.fixture(scope="session")
def check(installed: Registry) -> Callable[..., tuple[Finding, ...]]:
    """Checks a document against its form and rules: `check(document, stage="final")`."""

    def check_document(document: dict[str, Any], stage: str | None = None) -> tuple[Finding, ...]:
        form = installed.form(document["form"])
        return Checker(form, installed.rules_for(form.id)).check(document, stage)

    return check_document


@pytest.fixture(scope="session")
def convert(installed: Registry) -> Callable[..., Conversion]:
    """Converts a document: `convert(document, "framework/form", child="p1")`."""

    def convert_document(document: dict[str, Any], to: str, **options: Any) -> Conversion:
        return Converter(installed.form(document["form"]), installed.form(to)).convert(document, **options)

    return convert_document
