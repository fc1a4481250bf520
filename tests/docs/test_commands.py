"""Every command and option that the documentation names is there."""

from __future__ import annotations

import re
from typing import Any

import pytest
import typer.main

from frameworks_core.cli.app import command_line

from .pages import ROOT, codes

PAGES = (*sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "README.md")


def named(page) -> list[list[str]]:
    """The words of every command that a page names in its text or runs in a console block."""
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    run = re.findall(r"^\$ (frameworks .*)$", text, flags=re.MULTILINE)
    return [code.split()[1:] for code in (*codes(prose), *run) if code.startswith("frameworks ")]


def unknown(words: list[str]) -> list[str]:
    """What of a command there is not."""
    command: Any = typer.main.get_command(command_line())
    rest = list(words)
    while hasattr(command, "commands") and rest and not rest[0].startswith("-"):
        names = rest.pop(0).split("|")  # `list|show` names two
        if missing := [name for name in names if name not in command.commands]:
            return missing
        command = command.commands[names[0]]
    options = {option for parameter in command.params for option in parameter.opts}
    return [word for word in rest if re.match(r"--?[a-z]", word) and word not in options]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_commands_are_known(page):
    assert [(" ".join(words), unknown(words)) for words in named(page) if unknown(words)] == []
