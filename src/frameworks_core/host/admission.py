"""Taking in a plugin: import, hooks, description, forms. It is taken in whole, or put aside with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

from attrs import field, frozen
from pluggy import PluginManager

from frameworks_core.host.broken import IMPORT, Broken, PluginError
from frameworks_core.host.contributions import FormFile, Framework, GuideFile, Lens, PlanTemplate, Rule
from frameworks_core.host.discovery import Found
from frameworks_core.host.hookspecs import PROJECT, HookSpecs
from frameworks_core.host.implementations import Implementations, import_plugin, register
from frameworks_core.host.vetting import the_one_framework, vetted
from frameworks_core.host.yielded import everything_from

DESCRIBE = "frameworks_describe"
GATHER = "frameworks_gather"

_C = TypeVar("_C", bound=Lens | GuideFile | PlanTemplate | Rule)


@frozen(eq=False)
class Member:
    """A plugin that was taken in. Its other hooks are called when something asks for them, each once."""

    found: Found
    framework: Framework
    forms: dict[str, Path]
    implementations: Implementations
    module: str
    _yielded: dict[str, Any] = field(init=False, repr=False, factory=dict)

    def yields(self, hook: str, kind: type[_C]) -> tuple[_C, ...]:
        """What one of its other hooks contributes, sorted by name; nothing if it does not have the hook.

        Raises:
            PluginError: The hook fails, or yields what the host does not accept.
        """
        if hook not in self._yielded:
            self._yielded[hook] = self._ask(hook, kind)
        if isinstance(yielded := self._yielded[hook], PluginError):
            raise yielded
        return cast(tuple[_C, ...], yielded)

    def _ask(self, hook: str, kind: type[_C]) -> tuple[_C, ...] | PluginError:
        if hook not in self.implementations:
            return ()
        try:
            contributions = everything_from(self.implementations[hook], hook, kind)
            return vetted(contributions, hook, self.framework.name, self.forms)
        except PluginError as fault:
            return fault


def admit_all(found: Iterable[Found]) -> tuple[tuple[Member, ...], tuple[Broken, ...]]:
    """Take in plugins, in the order of their distributions' names whatever order they come in."""
    manager = PluginManager(PROJECT)
    manager.add_hookspecs(HookSpecs)
    members: list[Member] = []
    broken: list[Broken] = []
    for plugin in sorted(found):
        admitted = _admit(plugin, manager, members)
        if isinstance(admitted, Member):
            members.append(admitted)
        else:
            broken.append(admitted)
    return tuple(members), tuple(broken)


def clash(hook: str, what: str, first: Found, second: Found) -> PluginError:
    """The fault of the second of two plugins with a contribution of one name; both are named."""
    return PluginError(
        hook,
        f"{what} comes from {first.distribution} {first.version} and from "
        f"{second.distribution} {second.version}; the first is used",
    )


def _admit(found: Found, manager: PluginManager, members: list[Member]) -> Member | Broken:
    framework_name = found.name
    try:
        if other := _first(members, lambda member: member.module == found.module):
            raise clash(IMPORT, f"the module {found.module}", other.found, found)
        implementations = register(import_plugin(found), found, manager)
        framework = _describe(implementations)
        framework_name = framework.name
        if other := _first(members, lambda member: member.framework.name == framework_name):
            raise clash(DESCRIBE, f"the framework {framework_name!r}", other.found, found)
        forms = _gather(implementations, framework_name)
    except PluginError as fault:
        return Broken.by(fault, found, framework_name)
    return Member(found, framework, forms, implementations, found.module)


def _first(members: list[Member], condition: Callable[[Member], bool]) -> Member | None:
    return next((member for member in members if condition(member)), None)


def _describe(implementations: Implementations) -> Framework:
    if DESCRIBE not in implementations:
        raise PluginError(DESCRIBE, f"it has no {DESCRIBE}, which every plugin needs")
    return the_one_framework(everything_from(implementations[DESCRIBE], DESCRIBE, Framework), DESCRIBE)


def _gather(implementations: Implementations, framework: str) -> dict[str, Path]:
    if GATHER not in implementations:
        return {}
    files = everything_from(implementations[GATHER], GATHER, FormFile)
    return {file.id: file.path for file in vetted(files, GATHER, framework)}
