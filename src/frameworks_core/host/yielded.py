"""Calling one hook of one plugin: everything it yields, checked, or a fault that names the hook.

A hook is usually a generator, and a generator fails late. So its result is exhausted here, inside the guard,
and not where it happens to be used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_origin

from attrs import fields, resolve_types

from frameworks_core.host.broken import PluginError, in_words
from frameworks_core.host.contributions import Lens
from frameworks_core.host.plugin_output import printing_aside

_T = TypeVar("_T")


def everything_from(function: Callable[[], object], hook: str, kind: type[_T]) -> tuple[_T, ...]:
    """Call a hook and exhaust what it yields.

    Args:
        function: The plugin's implementation.
        hook: The hook's name.
        kind: The kind of contribution the hook yields.

    Raises:
        PluginError: It raises, then or later, or yields something else than well-formed records of that kind.
    """
    try:
        with printing_aside():
            result = function()
            items = tuple(result) if isinstance(result, Iterable) else None
    except (Exception, SystemExit) as error:  # a stranger's code: nothing it does may stop the others
        raise PluginError(hook, f"{hook} raises {in_words(error)}") from error
    if items is None:
        what = "nothing" if result is None else _a(result)
        raise PluginError(hook, f"{hook} returns {what}; it must yield {kind.__name__} records")
    for item in items:
        if not isinstance(item, kind):
            raise PluginError(hook, f"{hook} yields {_a(item)}; it must yield {kind.__name__} records")
        for fault in _faults(item, kind):
            raise PluginError(hook, f"{hook} yields a {kind.__name__} whose {fault}")
    return items


def _faults(record: object, kind: Any) -> Iterator[str]:
    for name, expected in _types(kind):
        value = getattr(record, name)
        if expected is str:
            if not _is_text(value):
                yield f"{name} is not a text, or is blank"
        elif expected == tuple[str, ...]:
            # A text in place of a tuple of texts would be read letter by letter.
            if not isinstance(value, tuple) or not all(_is_text(text) for text in value):
                yield f"{name} is not a tuple of texts, none of them blank"
        elif expected in (int, bool, Path):
            if not isinstance(value, expected):
                yield f"{name} is {_a(value)}, not {_article(expected.__name__)}"
        elif not callable(value):
            yield f"{name} is {_a(value)}, not a function"


@cache
def _types(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Name and type of each attribute of a kind of contribution."""
    names: dict[str, Any] = {}
    if kind is Lens:
        from frameworks_core.model import Assessment  # most of the model, which only a lens needs

        names["Assessment"] = Assessment
    known = tuple((attribute.name, attribute.type) for attribute in fields(resolve_types(kind, None, names)))
    unknown = [name for name, type_ in known if not _is_known(type_)]
    assert not unknown, f"say how to check {kind.__name__}.{', '.join(unknown)}"  # our own slip
    return known


def _is_known(type_: Any) -> bool:
    return type_ in (str, int, bool, Path) or type_ == tuple[str, ...] or get_origin(type_) is _CALLABLE


_CALLABLE = get_origin(Callable[[], object])


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _a(value: object) -> str:
    return "nothing" if value is None else _article(type(value).__name__)


def _article(noun: str) -> str:
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"
