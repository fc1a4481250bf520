"""A new blend: what is chosen for it, what is offered, and the file that it becomes."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from frameworks_core.blend.blend import Blend, examine
from frameworks_core.blend.composition.choosing import SEPARATOR
from frameworks_core.blend.reading.file import Identity
from frameworks_core.blend.reading.keys import keys_of
from frameworks_core.blend.starting.choices import Offer, Start
from frameworks_core.blend.starting.text import blend_text
from frameworks_core.errors import UserError
from frameworks_core.host.registry import Registry
from frameworks_core.nearest import nearest
from frameworks_core.statute.packs import all_packs, pack


def offer(registry: Registry) -> Offer:
    """What the installed frameworks offer."""
    return Offer(
        forms={form.id: form.title for form in registry.forms()},
        lenses={lens.name: lens.title for lens in registry.lenses()},
        guides={name: registry.guide(name).title for name in registry.guide_names()},
        plans={plan.name: plan.title for plan in registry.plan_templates()},
        statutes={edition.id: edition.title for edition in all_packs()},
    )


def with_defaults(start: Start, offered: Offer) -> Start:
    """What was chosen, with sensible defaults for what was not: the lenses, guides and plans of the frameworks chosen."""
    name = start.name or ""
    return evolve(
        start,
        id=start.id or suggested_id(name),
        title=start.title or (f"{name} assessment" if name else None),
        plain_title=start.plain_title or "Your assessment",
        statute=start.statute or (None if start.extends else all_packs()[-1].id),
        lenses=of_frameworks(offered.lenses, start) if start.lenses is None else start.lenses,
        guides=of_frameworks(offered.guides, start) if start.guides is None else start.guides,
        plans=of_frameworks(offered.plans, start) if start.plans is None else start.plans,
    )


def of_frameworks(names: Iterable[str], start: Start) -> tuple[str, ...]:
    """Those names that belong to the frameworks chosen."""
    return tuple(name for name in names if name.partition("/")[0] in start.frameworks)


def suggested_id(name: str) -> str | None:
    """An id made of the authority's name; None where its letters give none."""
    apart = unicodedata.normalize("NFKD", name).lower()
    letters = "".join(char for char in apart if not unicodedata.combining(char))
    slug = re.sub(r"[\W_]+", "_", letters).strip("_")
    return f"{slug}/assessment" if slug.isascii() and slug[:1].isalpha() else None


def check_choices(start: Start, registry: Registry) -> None:
    """Refuse what is missing or not installed.

    Raises:
        UserError: The first thing that has to be said or cannot be used, and how to say it.
    """
    if not start.name or not start.name.strip():
        raise UserError("a new blend needs the authority's name: give --name")
    if not start.id:
        raise UserError("a new blend needs an id such as my_borough/assessment: give --id")
    if not (start.forms or start.sections or start.extends):
        raise UserError(
            "a new blend asks nothing yet: give --form, --section, or --extends with a base blend"
        )
    if start.extends and not Path(start.extends).is_file():
        raise UserError(f"{start.extends}: there is no such file; --extends names the file of a base blend")
    _refuse_unknown(start, registry)


def _refuse_unknown(start: Start, registry: Registry) -> None:
    """Look up every name that was chosen; the registry says what is wrong with one that leads nowhere."""
    for names, known in (
        (start.forms, registry.form),
        ((section.partition(SEPARATOR)[0] for section in start.sections), registry.form),
        (start.lenses or (), registry.lens),
        (start.guides or (), registry.guide),
        (start.plans or (), registry.plan_template),
        ((start.statute,) if start.statute else (), pack),
    ):
        for name in names:
            known(name)
    words = {attribute.name: attribute.metadata["one_of"] for attribute in keys_of(Identity)}
    for key, word in (("about", start.about), ("basis", start.basis)):
        if word is not None and word not in words[key]:
            raise UserError(f"--{key}: {word!r} is not known{nearest(word, words[key])}")


def started(start: Start, path: Path, registry: Registry) -> tuple[str, Blend]:
    """The text of the new blend's file, and the blend it makes.

    Args:
        start: What is chosen.
        path: The file it will be.
        registry: The installed frameworks.

    Raises:
        UserError: It makes no blend that can be used.
    """
    if start.extends:
        base = os.path.relpath(start.extends, path.parent)
        start = evolve(start, extends=Path(base).as_posix())
    text = blend_text(start, offer(registry), _plugins(start, registry))
    examined = examine(path, registry, text)
    if examined.blend is None:
        faults = dict.fromkeys(fault.message for fault in examined.faults if fault.severity == "error")
        raise UserError(f"nothing is written, because this would be no blend: {'; '.join(faults)}")
    return text, examined.blend


def _plugins(start: Start, registry: Registry) -> dict[str, str]:
    """Where the frameworks chosen come from, as pip takes it."""
    named = (*(start.lenses or ()), *(start.guides or ()), *(start.plans or ()))
    wanted = {*start.frameworks, *(name.partition("/")[0] for name in named)}
    return {
        plugin.framework.name: f"{plugin.distribution}>={plugin.version}"
        for plugin in sorted(registry.plugins, key=lambda plugin: plugin.framework.name)
        if plugin.framework.name in wanted
    }
