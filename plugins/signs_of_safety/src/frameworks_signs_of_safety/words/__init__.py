"""Word lists of the advisory rules, as data: each TOML file in here is one list.

An authority that agrees other words changes the lists, not the rules.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def _patterns(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    listed = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["entries"]
    return tuple(
        (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, entry['words']))})(?!\w)", re.IGNORECASE),
            entry["say"],
        )
        for entry in listed
    )


def found_in(text: str, name: str) -> tuple[str, ...]:
    """What to say instead of each listed word that stands in a text, in the order of the list.

    Args:
        text: The words of an answer. They are compared, and never given back.
        name: The list: the name of a file in this folder.
    """
    return tuple(say for pattern, say in _patterns(name) if pattern.search(text))
