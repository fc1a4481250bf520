"""Names of lenses, guides, plans and the statute pack that a blend file gives, and the plugins it says it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from frameworks_core.blend.composition.choosing import missing
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import BAD_KEY, NOT_INSTALLED, OLDER_GUIDANCE, UNKNOWN_PART
from frameworks_core.errors import UserError
from frameworks_core.host.registry import Registry
from frameworks_core.statute.packs import all_packs, pack


def unknown_parts(file: BlendFile, registry: Registry) -> Iterator[Fault]:
    """Lenses, guides and plans that are not to be had: misspelt, or of a plugin that is missing or broken."""
    wanted: tuple[tuple[KeyPath, Iterable[str], Callable[[str], object]], ...] = (
        (("analyse", "lenses"), file.analyse.lenses, registry.lens),
        (("decide", "guides"), file.decide.guides, registry.guide),
        (("support", "plans"), file.support.plans, registry.plan_template),
    )
    for path, names, find in wanted:
        for index, name in enumerate(names):
            try:
                find(name)
            except UserError as error:
                yield missing(name, (*path, index), error, file.plugins, registry)


def statute_faults(file: BlendFile) -> Iterator[Fault]:
    """A statute pack that there is not, or that is not the newest."""
    if file.authority.statute is None:
        return
    try:
        named = pack(file.authority.statute)
    except UserError as error:
        yield Fault(UNKNOWN_PART, ("authority", "statute"), str(error))
        return
    newest = all_packs()[-1]
    if named.effective_from < newest.effective_from:
        message = f"the blend works to {named.title}; the newest here is {newest.title} ({newest.id})"
        yield Fault(OLDER_GUIDANCE, ("authority", "statute"), message)


def requirement_faults(file: BlendFile, registry: Registry) -> Iterator[Fault]:
    """Plugins that the blend says it needs and that are not installed, in another version, or without the framework."""
    versions = {canonicalize_name(one.distribution): one.version for one in registry.broken}
    versions |= {canonicalize_name(one.distribution): one.version for one in registry.plugins}
    brings = {one.framework.name: canonicalize_name(one.distribution) for one in registry.plugins}
    broken = {one.framework: one for one in registry.broken if one.framework not in brings}
    for framework, text in file.plugins.items():
        path = ("plugins", framework)
        try:
            wanted = Requirement(text)
        except InvalidRequirement:
            message = f"{text!r} is no requirement as pip takes it, such as frameworks-my-model>=0.1"
            yield Fault(BAD_KEY, path, message)
            continue
        version = versions.get(canonicalize_name(wanted.name))
        remedy = f"pip install '{text}'"
        if version is None:
            yield Fault(NOT_INSTALLED, path, f"{wanted.name} is not installed, or switched off: {remedy}")
        elif not wanted.specifier.contains(version, prereleases=True):
            message = f"{text} is needed, and version {version} is installed: {remedy}"
            yield Fault(NOT_INSTALLED, path, message)
        elif framework in broken:
            yield Fault(NOT_INSTALLED, path, str(broken[framework].error()))
        elif brings.get(framework) != canonicalize_name(wanted.name):
            message = f"{wanted.name} {version} is installed and brings no framework {framework!r}"
            yield Fault(NOT_INSTALLED, path, message)
