"""One page for each installed framework; everything the plugin can say itself is generated from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from frameworks_core.exchange.matrix import Fate
from frameworks_core.host.registry import Registry, load_registry
from frameworks_core.model.slot import HISTORY_KINDS

from .framework_page import KINDS_OF_HISTORY, parts
from .pages import ROOT, Page

NAMES = [framework.name for framework in load_registry().frameworks()]
SAID = (
    "completed form is not a good assessment",
    "No claim is made that",
    "reviewed or endorsed",
    "frameworks plugins",
)
"""What a practice lead must read on every page, before anything generated."""


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    framework: str = request.param
    return framework


@pytest.fixture
def page(name: str, read_page: Callable[[str], Page]) -> Page:
    return read_page(f"frameworks/{name}.md")


def test_the_page_is_what_the_plugin_gives(
    name: str, page: Page, installed: Registry, fates: Sequence[Fate]
) -> None:
    (framework,) = (framework for framework in installed.frameworks() if framework.name == name)
    page.settle_generated(parts(installed, framework, fates))


def test_the_opening_says_what_the_framework_is_not(page: Page) -> None:
    opening = " ".join("\n".join(page.lines).partition("<!-- generated")[0].split())
    assert [words for words in SAID if words not in opening] == []


def test_the_pages_are_those_of_the_installed_frameworks(installed: Registry) -> None:
    assert installed
    assert sorted(path.stem for path in (ROOT / "docs" / "frameworks").glob("*.md")) == NAMES


def test_every_kind_that_never_converts_is_in_the_words_of_practice() -> None:
    assert set(KINDS_OF_HISTORY) == HISTORY_KINDS
