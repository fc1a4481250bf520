"""The page on a child's moves between authorities shows what the commands print, one after the other in one folder."""

from __future__ import annotations

from .console import as_recorded, commands, run
from .pages import ROOT


def test_every_command_prints_what_the_page_shows(read_page, installed, tmp_path):
    assert installed
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    page = read_page("moving-between-authorities.md")
    page.settle(
        (block.first + offset, output, as_recorded(output, run(command, tmp_path)))
        for block in page.blocks("console")
        for offset, command, output in commands(block.lines)
    )


def test_the_page_names_the_records_and_blends_there_are(read_page):
    text = "\n".join(read_page("moving-between-authorities.md").lines)
    named = {word for word in text.split() if word.startswith("examples/authorities/")}
    assert named
    assert all((ROOT / name).exists() for name in named)
