"""The names in a blend file outside what is gathered: each lens, guide, plan, edition and date has to exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from frameworks_core.blend.composition.choosing import missing
from frameworks_core.blend.composition.composing import Composed
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import UNKNOWN_PART
from frameworks_core.errors import UserError
from frameworks_core.host.registry import Registry
from frameworks_core.nearest import nearest
from frameworks_core.statute.packs import pack

_SHOWN = 5
"""Questions named in one message."""


def unknown_names(file: BlendFile, registry: Registry) -> Iterator[Fault]:
    """Every lens, guide, plan and edition of the guidance that does not exist or cannot be used."""
    if file.authority.statute is not None:
        try:
            pack(file.authority.statute)
        except UserError as error:
            yield Fault(UNKNOWN_PART, ("authority", "statute"), str(error))
    named: tuple[tuple[KeyPath, tuple[str, ...], Callable[[str], object]], ...] = (
        (("analyse", "lenses"), file.analyse.lenses, registry.lens),
        (("decide", "guides"), file.decide.guides, registry.guide),
        (("support", "plans"), file.support.plans, registry.plan_template),
    )
    for path, names, find in named:
        for index, name in enumerate(names):
            try:
                find(name)
            except UserError as error:
                yield missing(name, (*path, index), error, file.plugins, registry)


def unknown_dates(file: BlendFile, composed: Composed) -> Iterator[Fault]:
    """What is wrong with the questions whose dates the working days are counted between."""
    for key in ("counted_from", "finished_on"):
        name = getattr(file.decide, key)
        if name is None:
            continue
        path: KeyPath = ("decide", key)
        form, id_ = composed.form, composed.id_of(name)
        dates = [asked for field in form if field.type == "date" for asked in field.serves or (field.id,)]
        if id_ is None:
            message = f"{name!r} is no question of this blend{nearest(name, dates)}"
            yield Fault(UNKNOWN_PART, path, message)
        elif form.fields[id_].type != "date":
            yield Fault(UNKNOWN_PART, path, f"{name!r} does not ask for a date{_asking(dates)}")


def _asking(dates: list[str]) -> str:
    """The questions that do ask for a date, as far as a message holds them."""
    more = f" and {len(dates) - _SHOWN} more" if len(dates) > _SHOWN else ""
    return f"; these do: {', '.join(dates[:_SHOWN])}{more}" if dates else ""


def absent_frameworks(file: BlendFile, registry: Registry) -> list[str]:
    """The frameworks that a blend needs and that are not installed or cannot be used, in the order they are named."""
    gather = file.gather
    names = (
        *file.plugins,
        *(*gather.forms, *gather.sections, *gather.questions),
        *(*file.analyse.lenses, *file.decide.guides, *file.support.plans),
    )
    here = {framework.name for framework in registry.frameworks()} - {
        one.framework for one in registry.broken
    }
    return list(dict.fromkeys(name for one in names if (name := one.partition("/")[0]) not in here))
