"""Blends written for these tests, each of another kind, beside the forms they are composed of."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from frameworks_core.blend.blend import Blend, load_blend
from frameworks_core.checks.structure import Structure
from frameworks_core.exchange.conversion import Converter
from frameworks_core.forms.filled import subject_children
from frameworks_core.forms.form import Form

from .conftest import FORMS, REGISTRY

BLENDS: dict[str, Blend] = {
    (blend := load_blend(path, REGISTRY)).form.id: blend
    for path in sorted((Path(__file__).parent / "blends").glob("*.toml"))
}
EVERY_FORM: dict[str, Form] = {**FORMS, **{form_id: blend.form for form_id, blend in BLENDS.items()}}
"""The installed forms and those that the blends make, by id."""


@cache
def converter(source: str, target: str) -> Converter:
    """One converter per ordered pair, used for every generated document."""
    return Converter(EVERY_FORM[source], EVERY_FORM[target])


@cache
def structure(form_id: str) -> Structure:
    """One schema per form."""
    return Structure(EVERY_FORM[form_id])


def one_child(target: Form, document: dict[str, Any]) -> str | None:
    """The last of the document's children, where the target is about one."""
    return None if target.is_about_family else subject_children(document)[-1]
