"""The example authorities: their blends, their records, and children who move between them."""

from __future__ import annotations

import itertools
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from frameworks_core.blend.blend import Blend, load_blend
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.forms.form import Form

from .conftest import REGISTRY

AUTHORITIES = Path(__file__).parents[2] / "examples" / "authorities"
BASES = ("national.toml", "northmeres.toml", "dunmarrow/shared.toml")
BLENDS = sorted(
    {str(path.relative_to(AUTHORITIES)) for path in AUTHORITIES.rglob("*.toml")}.difference(BASES)
)
RECORDS = {
    "dunmarrow/harper_assessment.json": "dunmarrow/assessment.toml",
    "dunmarrow/harper_front_door.json": "dunmarrow/front_door.toml",
    "emberholm/lukas_2011.json": "emberholm/initial_and_core.toml",
    "larkfathom/pia.json": "larkfathom/short_breaks.toml",
    "quillhaven/tobi.json": "quillhaven/assessment.toml",
    "thistlemere/harper.json": "thistlemere/assessment.toml",
}


@frozen(kw_only=True)
class Move:
    """A child's record that goes from one authority to another, and what is expected of it (`authorities.toml`)."""

    id: str
    name: str
    record: str
    source: str
    target: str
    expected: dict[str, Any]

    @property
    def document(self) -> dict[str, Any]:
        return record(self.record)

    def there(self) -> Conversion:
        return moved(self.document, self.source, self.target)


def moves() -> list[Move]:
    cases = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["moves"]
    return [
        Move(
            id=case["id"],
            name=case["name"],
            record=case["record"],
            source=case["from"],
            target=case["to"],
            expected=case,
        )
        for case in cases
    ]


@cache
def blend(name: str) -> Blend:
    return load_blend(AUTHORITIES / name, REGISTRY)


def form(name: str) -> Form:
    return blend(name).form


@cache
def converter(source: str, target: str) -> Converter:
    return Converter(form(source), form(target))


def record(name: str) -> dict[str, Any]:
    """One record, freshly read."""
    document: dict[str, Any] = json.loads((AUTHORITIES / name).read_text(encoding="utf-8"))
    return document


def moved(document: dict[str, Any], *names: str, child: str | None = None) -> Conversion:
    """The last of several moves in a row, from the first blend named to the last."""
    for source, target in itertools.pairwise(names):
        done = converter(source, target).convert(
            document, child=None if form(target).is_about_family else child
        )
        document = done.document
    return done
