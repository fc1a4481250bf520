"""The page on analyse, decide and plan shows what the three commands print."""

from __future__ import annotations

from frameworks_core.statute.routes import all_routes

from .console import as_recorded, commands, run
from .pages import ROOT


def test_every_command_prints_what_the_page_shows(read_page, installed, tmp_path):
    assert installed
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    page = read_page("functions.md")
    page.settle(
        (block.first + offset, output, as_recorded(output, run(command, tmp_path)))
        for block in page.blocks("console")
        for offset, command, output in commands(block.lines)
    )


def test_the_page_counts_the_routes_there_are(read_page):
    text = " ".join(read_page("functions.md").lines)
    first, *_, last = all_routes()
    assert f"There are six routes, from {first.title.lower()} to {last.title.lower()}." in text
    assert len(all_routes()) == 6
