"""What is wrong with a blend, each fault with the key it is about."""

from __future__ import annotations

import json
import re

from attrs import field, frozen

from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.codes import CoreCode
from frameworks_core.exchange.plain_text import safe_text

_BARE = re.compile("[A-Za-z0-9_-]+")
"""What TOML takes as a key without quotation marks."""


@frozen
class Fault:
    """One thing that is wrong with a blend or worth knowing about it.

    Attributes:
        code: What kind of fault it is.
        path: The key it is about, from the top of the blend; empty for the blend as a whole.
        message: One sentence that says what, and where it helps how to mend it.
        severity: How serious it is; that of the code if left out.
    """

    code: CoreCode
    path: KeyPath
    message: str
    severity: str = field(default="")

    def __attrs_post_init__(self) -> None:
        if not self.severity:
            object.__setattr__(self, "severity", self.code.severity)


def shown_path(path: KeyPath) -> str:
    """A key as one would write it in the file: `gather.fields."my_model/form".religion`."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1] += f"[{step}]"
        else:
            words.append(step if _BARE.fullmatch(step) else safe_text(json.dumps(step, ensure_ascii=False)))
    return ".".join(words)
