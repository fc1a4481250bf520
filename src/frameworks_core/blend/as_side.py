"""A blend as one of the two sides that are compared: its form, and the lenses, guides and plans it uses."""

from __future__ import annotations

from pathlib import Path

from frameworks_core.blend.blend import Blend
from frameworks_core.blend.catalogue import Catalogue, is_blend_file
from frameworks_core.functions.comparing.sides import Side, refuse_twice, side_named
from frameworks_core.host.registry import Registry


def sides(catalogue: Catalogue, first: str, second: str) -> tuple[Side, Side]:
    """The two sides with these names: frameworks, forms, or files of blends.

    Raises:
        UserError: They are one and the same, or one of them is not there or cannot be used.
    """
    refuse_twice(first, second)
    return _side(catalogue, first), _side(catalogue, second)


def _side(catalogue: Catalogue, name: str) -> Side:
    if is_blend_file(name):
        return side_of_blend(catalogue.load(Path(name)), name, catalogue.registry)
    return side_named(catalogue.registry, name)


def side_of_blend(blend: Blend, name: str, registry: Registry) -> Side:
    """The side.

    Args:
        blend: The blend.
        name: What one types for it.
        registry: The installed frameworks.

    Raises:
        UserError: A lens, guide or plan that it uses is not installed or cannot be used.
    """
    form, file = blend.form, blend.file
    return Side(
        name=name,
        title=form.title,
        kind=f"blend of {', '.join(dict.fromkeys(member.framework for member in blend.composed.choice.forms))}",
        edition=f"version {form.version}",
        source=form.source,
        forms=(form,),
        lenses=tuple(map(registry.lens, file.analyse.lenses)),
        guides=tuple(map(registry.guide, file.decide.guides)),
        plans=tuple(map(registry.plan_template, file.support.plans)),
    )
