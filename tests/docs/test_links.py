"""Every link of the documentation leads to something that is there, down to the heading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .pages import ROOT, codes

PAGES = (
    *sorted((ROOT / "docs").rglob("*.md")),
    *(ROOT / name for name in ("CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md")),
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def anchors(page: Path) -> set[str]:
    """The anchors a page's headings get where it is shown."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_every_link_leads_somewhere(page):
    lost = []
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert not lost


def test_the_index_names_every_page():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    docs = [page.relative_to(ROOT / "docs") for page in PAGES if page.is_relative_to(ROOT / "docs")]
    names = [page.as_posix() for page in docs if page.name != "README.md"]
    assert not [name for name in names if f"]({name})" not in index]


def test_every_folder_contributors_are_sent_to_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {name for name in codes(text) if name.endswith("/") and "<" not in name}
    core = ROOT / "src" / "frameworks_core"
    assert named
    assert sorted(name for name in named if not (ROOT / name).is_dir() and not (core / name).is_dir()) == []
