"""What a blend file says it needs: the plugins, and the edition of the guidance."""

from __future__ import annotations

from collections.abc import Iterator

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.checks.blend_codes import BAD_KEY, NOT_INSTALLED, OLDER_GUIDANCE
from frameworks_core.host.registry import Registry
from frameworks_core.statute.packs import Pack, all_packs


def older_guidance(file: BlendFile, pack: Pack) -> Iterator[Fault]:
    """An edition of the guidance that is not the newest.

    Args:
        file: The blend file.
        pack: The edition it is held against; where the file names none that there is, that is told elsewhere.
    """
    newest = all_packs()[-1]
    if file.authority.statute == pack.id and pack.effective_from < newest.effective_from:
        message = f"the blend works to {pack.title}; the newest here is {newest.title} ({newest.id})"
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
