"""From an entry point to the functions that implement its hooks.

pluggy is silent about several slips of a plugin writer: a misspelt hook, a hook without its mark. Here each
of them is a fault, because a plugin that is quietly ignored loses a family's words.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

from pluggy import HookimplOpts, PluginManager, PluginValidationError

from frameworks_core.host.broken import IMPORT, PluginError, in_words
from frameworks_core.host.discovery import Found
from frameworks_core.host.hookspecs import HookSpecs
from frameworks_core.host.plugin_output import printing_aside
from frameworks_core.nearest import nearest

PREFIX = "frameworks_"
HOOKS = tuple(name for name in vars(HookSpecs) if name.startswith(PREFIX))
"""Names of all hooks."""

Implementations = dict[str, Callable[[], object]]
"""The functions of one plugin, by the hook they implement."""


def import_plugin(found: Found) -> ModuleType:
    """Import a plugin's module.

    Raises:
        PluginError: Whatever the import did but succeed, even if it tried to end the program.
    """
    if ":" in found.module:
        raise PluginError(
            IMPORT, f"its entry point names {found.module!r}, and a plugin is a module, without a colon"
        )
    try:
        with printing_aside():
            return import_module(found.module)
    except (Exception, SystemExit) as error:  # a stranger's code: nothing it does may stop the others
        raise PluginError(IMPORT, f"importing {found.module} raises {in_words(error)}") from error


def register(module: ModuleType, found: Found, manager: PluginManager) -> Implementations:
    """Register a plugin's module and give the functions that implement its hooks.

    Raises:
        PluginError: A function is marked but is no hook, is a hook but not marked, or has not a hook's shape.
    """
    names = [hook for hook, function, options in _marked(module, manager) if _accept(hook, function, options)]
    for hook in HOOKS:
        if names.count(hook) > 1:
            raise PluginError(hook, f"{hook} is implemented {names.count(hook)} times")
        if hook not in names and inspect.isfunction(getattr(module, hook, None)):
            raise PluginError(hook, f"{hook} is not marked with @hookimpl, so it would never be called")
    try:
        manager.register(module, f"{found.distribution}:{found.name}")
    except (PluginValidationError, ValueError) as error:
        raise PluginError(IMPORT, f"pluggy does not accept it: {in_words(error)}") from error
    return {
        caller.name: implementation.function
        for caller in manager.get_hookcallers(module) or ()
        for implementation in caller.get_hookimpls()
        if implementation.plugin is module and caller.name in HOOKS
    }


def unmarked(module: ModuleType, manager: PluginManager) -> list[str]:
    """Names of the module's own functions that are named like a hook but lack the mark."""
    return [
        name
        for name, value in sorted(vars(module).items())
        if name.startswith(PREFIX)
        and inspect.isfunction(value)
        and manager.parse_hookimpl_opts(module, name) is None
    ]


def _marked(
    module: ModuleType, manager: PluginManager
) -> Iterator[tuple[str, Callable[..., object], HookimplOpts]]:
    for name in sorted(dir(module)):
        options = manager.parse_hookimpl_opts(module, name)
        if options is not None:
            yield options.get("specname") or name, getattr(module, name), options


def _accept(hook: str, function: Callable[..., object], options: HookimplOpts) -> bool:
    """Whether the host knows this hook; a plugin may mark a hook as optional to work with newer hosts too."""
    if hook not in HOOKS:
        if options.get("optionalhook"):
            return False
        raise PluginError(
            hook, f"{hook} is marked with @hookimpl, but there is no such hook{nearest(hook, HOOKS)}"
        )
    if inspect.signature(function).parameters:
        raise PluginError(hook, f"{hook} takes arguments; hooks take none")
    if options.get("wrapper") or options.get("hookwrapper"):
        raise PluginError(hook, f"{hook} is a wrapper around other plugins; a hook yields data, not control")
    return True
