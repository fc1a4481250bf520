"""The page on statutory items is what the data say."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.statute.items import BASES, Item, all_items
from frameworks_core.statute.packs import pack

from .framework_page import table


def _told(item: Item) -> str:
    if item.is_held:
        return "held"
    coarse = [asking.is_coarse for asking in item.asked_by]
    return "by reading" if all(coarse) else "sometimes by reading" if any(coarse) else "by its meaning"


def _editions(item: Item) -> str:
    if item.since:
        return f"since {pack(item.since).effective_from.year}"
    return f"to {pack(item.until).id.rpartition('_')[2]}" if item.until else "all"


def _rows(basis: str) -> Iterator[tuple[str, ...]]:
    for item in all_items():
        if basis in item.basis:
            yield item.title, item.why, f"`{item.mark}`", _editions(item), _told(item)


def test_the_page_is_generated(read_page, installed):
    headings = ("what", "who wants it, and why", "mark", "editions", "how it is told")
    parts = {basis: table(headings, _rows(basis), words=5) for basis in BASES}
    rules = (
        (f"`{rule.code}`", rule.title, f"`{rule.authority.split()[0]}`", rule.severity)
        for rule in installed.rules()
        if rule.statutory
    )
    parts["rules"] = table(("code", "what is checked", "mark", "severity"), rules, words=4)
    read_page("statutory-items.md").settle_generated(parts)
