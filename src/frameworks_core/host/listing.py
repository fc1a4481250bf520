"""The capability grid: which framework serves which statutory function, and what of them is broken.

Blanks are honest: a practice model need not invent a national form, a format need not invent an analysis.
"""

from __future__ import annotations

import textwrap
from typing import Any

from frameworks_core.host.broken import Broken
from frameworks_core.host.contributions import Framework
from frameworks_core.host.discovery import DISABLE
from frameworks_core.host.registry import Registry

FUNCTIONS = ("gather", "analyse", "decide", "support")
_BLANK = "-"
_INSTALL = (
    "No framework is installed. Install a plugin into this environment, such as: pip install ./plugins/NAME"
)


def plugins_as_json(registry: Registry) -> dict[str, Any]:
    """The grid as JSON values."""
    serves = registry.serves()
    return {
        "frameworks": [
            {
                "name": plugin.framework.name,
                "title": plugin.framework.title,
                "kind": plugin.framework.kind,
                "edition": plugin.framework.edition,
                "source": plugin.framework.source,
                "rights": plugin.framework.rights,
                "distribution": plugin.distribution,
                "version": plugin.version,
                "serves": {
                    function: list(names) for function, names in serves[plugin.framework.name].items()
                },
            }
            for plugin in registry.plugins
        ],
        "broken": [
            {
                "distribution": broken.distribution,
                "version": broken.version,
                "hook": broken.hook,
                **({"form": broken.form} if broken.form else {}),
                "reason": broken.reason,
            }
            for broken in registry.broken
        ],
    }


def plugins_as_text(registry: Registry, width: int) -> str:
    """The grid in lines of at most `width` characters."""
    serves = registry.serves()
    lines: list[str] = []
    if registry.plugins:
        longest = max(len(plugin.framework.name) for plugin in registry.plugins)
        lines.append("  ".join((" " * longest, *(function.ljust(9) for function in FUNCTIONS))).rstrip())
        for plugin in registry.plugins:
            served = serves[plugin.framework.name]
            cells = (_cell(served[function]).ljust(9) for function in FUNCTIONS)
            lines.append("  ".join((plugin.framework.name.ljust(longest), *cells)).rstrip())
        for plugin in registry.plugins:
            lines.extend(
                ("", *_described(plugin.framework, f"{plugin.distribution} {plugin.version}", width))
            )
            served = serves[plugin.framework.name]
            for function, names in _CONTRIBUTIONS.items():
                if served[function]:
                    lines.extend(_wrapped(f"{names}: {', '.join(served[function])}", width, "  "))
    elif not registry.broken:
        lines.extend(textwrap.wrap(_INSTALL, width))
    for broken in registry.broken:
        lines.extend(("", *_put_aside(broken, width)))
    return "\n".join(lines).strip("\n")


_CONTRIBUTIONS = {"gather": "Forms", "analyse": "Lenses", "decide": "Guides", "support": "Plans"}
"""What a framework contributes to each function."""


def _cell(names: tuple[str, ...]) -> str:
    return str(len(names)) if names else _BLANK


def _described(framework: Framework, distribution: str, width: int) -> list[str]:
    return [
        *_wrapped(f"{framework.name}: {framework.title} ({framework.kind}, {framework.edition})", width, ""),
        *_wrapped(f"Attested: {framework.source}", width, "  "),
        *_wrapped(f"Rights: {framework.rights}", width, "  "),
        *_wrapped(f"Installed as: {distribution}", width, "  "),
    ]


def _put_aside(broken: Broken, width: int) -> list[str]:
    where = f"form {broken.form}" if broken.form else broken.hook
    fault = f"BROKEN  {broken.distribution} {broken.version}, {where}: {broken.reason}"
    switch = f"{DISABLE}={broken.distribution}"
    remedy = f"To switch it off: {switch}"
    if broken.form:
        remedy = f"Only this form cannot be used. To switch the whole plugin off: {switch}"
    return [*_wrapped(fault, width, ""), *_wrapped(remedy, width, "        ")]


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_on_hyphens=False,
        break_long_words=False,  # a path is to be copied
    )
