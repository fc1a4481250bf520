"""What the tests across plugins share: every installed form, and the invented family."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from frameworks_core.forms.form import Form
from frameworks_core.host.registry import load_registry
from frameworks_core.testing.fixtures import check, convert, installed

__all__ = ["EXAMPLES", "FORMS", "PAIRS", "check", "convert", "example", "installed"]

EXAMPLES = Path(__file__).parents[2] / "examples" / "harper_family"
REGISTRY = load_registry()
FORMS: dict[str, Form] = {form_id: REGISTRY.form(form_id) for form_id in REGISTRY.form_ids()}
PAIRS = [(source, target) for source in FORMS for target in FORMS if source != target]


def example(name: str) -> dict[str, Any]:
    """One document of the invented family, freshly read."""
    document: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return document
