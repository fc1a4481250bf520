"""Questions to the person at the keyboard: asked on standard error, so that standard output holds the result alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from frameworks_core.cli.results import say
from frameworks_core.cli.streams import write_error
from frameworks_core.errors import UserError
from frameworks_core.exchange.plain_text import safe_text
from frameworks_core.nearest import nearest

_NONE = "none"


def can_ask() -> bool:
    """Whether somebody sits at the keyboard."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str, default: str | None = None, *, refused: Callable[[str], str] = lambda _: "") -> str:
    """Ask for a text until there is one that will do.

    Args:
        question: What is asked.
        default: What an empty answer means; None where there has to be an answer.
        refused: Why an answer will not do; empty where it does.

    Raises:
        KeyboardInterrupt: The input ended before there was an answer.
    """
    shown = f"{question} [{default or _NONE}]: " if default is not None else f"{question}: "
    while True:
        answer = _answer(shown) or (default or "")
        if answer == _NONE and default == "":
            return ""
        why = refused(answer) if answer else ("" if default is not None else "this has to be said")
        if not why:
            return answer
        say(f"  {why}")


def choose(question: str, known: Mapping[str, str], default: Sequence[str]) -> tuple[str, ...]:
    """Let somebody choose from a list, by numbers or names.

    Args:
        question: What is asked.
        known: Names with titles.
        default: What an empty answer means; `none` chooses nothing.
    """
    if not known:
        return ()
    names = list(known)
    for number, name in enumerate(names, start=1):
        say(f"  {number:>3}  {name}  {known[name]}")
    chosen = ask(
        question,
        " ".join(str(names.index(name) + 1) for name in default),
        refused=lambda text: _unknown(text, names),
    )
    return tuple(dict.fromkeys(_name(word, names) for word in _words(chosen)))


def _answer(shown: str) -> str:
    write_error(safe_text(shown), end="")
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        raise UserError("what was typed is not UTF-8 text") from None
    if not line:
        raise KeyboardInterrupt
    return line.strip()


def _words(text: str) -> list[str]:
    return [] if text == _NONE else text.replace(",", " ").split()


def _name(word: str, names: Sequence[str]) -> str:
    return names[int(word) - 1] if word.isdecimal() else word


def _unknown(text: str, names: Sequence[str]) -> str:
    for word in _words(text):
        if word.isdecimal():
            if not 1 <= int(word) <= len(names):
                return f"there is no number {word}; choose from 1 to {len(names)}"
        elif word not in names:
            return f"there is no {word!r}{nearest(word, names)}"
    return ""
