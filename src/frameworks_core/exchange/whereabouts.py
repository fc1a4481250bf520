"""Finding a protected address wherever it is written.

A refuge named in a sentence is as dangerous as one in a field, so every text is searched, not only the address box.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from frameworks_core.model import Slot
from frameworks_core.model.person import WHEREABOUTS

_LEAST = 5
"""Letters and digits a piece of an address needs before it is looked for: those of the shortest postcodes, as in M1 1AA."""


@frozen
class Whereabouts:
    """Pieces of protected addresses, telephone numbers and e-mail addresses, as they are looked for in a text."""

    pieces: tuple[str, ...]

    def are_in(self, text: str) -> bool:
        """Whether a text gives one of them away."""
        plain = _plain(text)
        return any(piece in plain for piece in self.pieces)


def whereabouts_of(people: Iterable[dict[str, Any]]) -> Whereabouts | None:
    """What finds every protected whereabouts in a text, however it is spaced, punctuated, capitalised or encoded.

    Looked for are the whole address, its first line and each line with a number in it, the postcode, phone and e-mail of
    everybody whose address is protected. None where nobody's is.
    """
    pieces: dict[str, None] = {}
    for person in people:
        if person.get("address_protected") == "yes":
            for name in WHEREABOUTS:
                value = person.get(name) or ""
                lines = value.replace("\n", ",").split(",") if name == "address" else []
                known = [value, *lines[:1], *(line for line in lines if any(map(str.isdigit, line)))]
                pieces.update(dict.fromkeys(map(_plain, known)))
    found = tuple(piece for piece in pieces if len(piece) >= _LEAST)
    return Whereabouts(found) if found else None


def _plain(text: str) -> str:
    """The letters and digits of a text, without accents and in one case: digits are those of any script."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(str(unicodedata.decimal(char, char)) for char in text)
    return "".join(filter(str.isalnum, text.casefold()))


def texts_in(value: object, at: str = "") -> list[tuple[str, str]]:
    """Every text in a JSON value, however deep it stands, each with its pointer below `at`."""
    texts: list[tuple[str, str]] = []
    _collect(value, at, texts)
    return texts


def _collect(value: object, at: str, texts: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        texts.append((at, value))
    elif isinstance(value, dict):
        for key, part in value.items():
            _collect(part, f"{at}/{key}", texts)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _collect(part, f"{at}/{index}", texts)


def asks_whereabouts(slot: Slot | None) -> bool:
    """Whether a question with this slot is itself the box for the child's address, postcode, phone or e-mail."""
    return slot is not None and slot.kind == "person" and slot.person_property in WHEREABOUTS
