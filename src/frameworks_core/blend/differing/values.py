"""What differs between two blends or forms apart from their questions: names, lenses, guides, plans, days, edition, rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from frameworks_core.blend.blend import Blend
from frameworks_core.blend.explaining.origins import settings
from frameworks_core.blend.in_words import value_words
from frameworks_core.forms.form import Form

if TYPE_CHECKING:
    from frameworks_core.blend.differing.compared import Compared

_TABLES = ("authority", "plugins", "analyse", "decide", "support", "rules")
_OF_GATHER = ("versions", "variants")
"""Keys of `gather` that the composed form does not show, or only in its words."""


@frozen
class ValueDiffers:
    """One value, as each side has it; of lists only what the other side has not."""

    key: str
    first: tuple[str, ...]
    second: tuple[str, ...]


def values_that_differ(first: Compared, second: Compared, shared: frozenset[str]) -> Iterator[ValueDiffers]:
    """What differs apart from questions; what only blends have is compared between blends.

    Args:
        first: One side.
        second: The other.
        shared: Ids of the sections that both have.
    """
    here, there = _of_form(first.form, shared), _of_form(second.form, shared)
    if first.blend is not None and second.blend is not None:
        here, there = {**here, **_of_blend(first.blend)}, {**there, **_of_blend(second.blend)}
    here["rules that look at it"], there["rules that look at it"] = first.rules, second.rules
    for key in dict.fromkeys((*here, *there)):
        one, other = here.get(key, ()), there.get(key, ())
        if one != other:
            yield ValueDiffers(key, *_apart(one, other))


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if sorted(one) == sorted(other):
        return one, other  # they differ in order alone
    return _without(one, other), _without(other, one)


def _without(words: tuple[str, ...], others: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in others)


def _of_form(form: Form, sections_of_both: frozenset[str]) -> dict[str, tuple[str, ...]]:
    sections: dict[str, tuple[str, ...]] = {
        f"words of section {section.id}": (section.title, section.plain, section.guidance or "")
        for section in form.sections
        if section.id in sections_of_both
    }
    return {
        **{name: (str(getattr(form, name)),) for name in _IDENTITY},
        "withholds": tuple(sorted(form.withholds)),
        "notes": form.notes,
        "variants": tuple(f"{variant.code} ({variant.title})" for variant in form.variants),
        "words of variants": tuple(
            f"{variant.code}, {name}: {words.label} ({words.plain})"
            for variant in form.variants
            for name, words in (*variant.sections.items(), *variant.labels.items())
        ),
        **sections,
    }


_IDENTITY = ("id", "version", "title", "plain_title", "about", "basis")


def _of_blend(blend: Blend) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for setting in settings(blend.effective):
        table = setting.path[0]
        if table in _TABLES or (table == "gather" and setting.path[1] in _OF_GATHER):
            key = setting.key.partition("[")[0]
            found[key] = (*found.get(key, ()), *_words(setting.said.value))
    return found


def _words(value: Any) -> tuple[str, ...]:
    return (value_words(value),)
