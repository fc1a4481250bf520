"""Small words of the handover page: numbers with their noun, spans of days, people and services by id and role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from frameworks_core.exchange.handover import Answered, Party, Record

_MOST_VOICES = 4
"""People and services that are named for a section before the rest is counted."""


def named(party: Party) -> str:
    """A person or service by id and role."""
    return f"{party.id}, {party.role}" if party.role else party.id


def few(voices: list[str]) -> str:
    """The first of several people and services, and how many more there are."""
    more = len(voices) - _MOST_VOICES
    shown = [*voices[:_MOST_VOICES], f"{more} more"] if more > 0 else voices
    return " / ".join(shown)


def span(days: list[str]) -> str:
    """The first and the last of sorted days; empty if there are none."""
    if not days:
        return ""
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"


def counted(labels: Iterable[str]) -> str:
    """Labels, each once, with its number where it stands there more often."""
    numbers = Counter(labels).items()
    return "; ".join(f"{label} ({number})" if number > 1 else label for label, number in numbers)


def in_a_row(words: list[str]) -> str:
    """Several words as a sentence holds them."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def number(count: int, noun: str, several: str | None = None) -> str:
    """A number with its noun."""
    return f"{count} {noun if count == 1 else several or f'{noun}s'}"


def is_or_are(count: int) -> str:
    """The verb that goes with a number."""
    return "is" if count == 1 else "are"


def questions(answered: Iterable[Answered]) -> set[tuple[str, str | None]]:
    """The questions that answers stand under, for each child where they are asked so."""
    return {(entry.field, entry.child) for entry in answered}


def gave_something(record: Record) -> bool:
    """Whether anything here was first said in this record; a record may only have been on the way."""
    return bool(record.answered or record.waiting or record.history or record.events)
