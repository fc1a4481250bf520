"""The page on `frameworks compare` shows what the command prints."""

from __future__ import annotations

from .console import as_recorded, commands, run


def test_every_command_prints_what_the_page_shows(read_page, installed, tmp_path):
    assert installed
    page = read_page("comparing.md")
    page.settle(
        (block.first + offset, output, as_recorded(output, run(command, tmp_path)))
        for block in page.blocks("console")
        for offset, command, output in commands(block.lines)
    )
