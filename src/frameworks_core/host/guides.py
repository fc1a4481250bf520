"""Guides to decisions: considerations as data, each with the entries of an assessment that bear on it.

A guide asks; it never answers. Its file is TOML:

```toml
name = "my_model/threshold"
title = "What to weigh"
source = "D our own design"

[[considerations]]
routes = ["section_17", "section_47"]      # ids of `frameworks_core.statute.routes`; [] for every route
question = "What has happened to the child, and how do we know?"
source = "S2+ where the question comes from"
bears = { kinds = ["harm"], senses = ["need"], topics = [], dimensions = [], whose = [], events = true }
```

`bears` says which entries bear on the question, in the words of slots: kinds of slot; senses, dimensions and topics of
statements; whose view; `events` for the chronology. One match is enough; but a comment that is known to be somebody's bears
only where `whose` names them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import fields, frozen

from frameworks_core.errors import UserError
from frameworks_core.forms.form import MARKS
from frameworks_core.host.contributions import GuideFile
from frameworks_core.model.slot import KINDS, SENSES, TOPICS, WHOSE
from frameworks_core.nearest import nearest
from frameworks_core.statute.dimensions import known_dimensions
from frameworks_core.statute.routes import all_routes


@frozen(kw_only=True)
class Bearing:
    """Which entries of an assessment bear on a question; one match is enough."""

    kinds: frozenset[str] = frozenset()
    senses: frozenset[str] = frozenset()
    dimensions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    events: bool = False


@frozen(kw_only=True)
class Consideration:
    """One question to weigh before a decision.

    Attributes:
        routes: Ids of the routes it belongs to.
        question: The question.
        source: How well attested it is: a mark and the source.
        bears: Which entries bear on it.
    """

    routes: frozenset[str]
    question: str
    source: str
    bears: Bearing


@frozen(kw_only=True)
class Guide:
    """A framework's considerations before a decision."""

    name: str
    title: str
    source: str
    considerations: tuple[Consideration, ...]


_MEND = "name another with --guide, and tell whoever maintains its plugin"


def load_guide(file: GuideFile) -> Guide:
    """Read a guide from its file.

    Raises:
        UserError: The file cannot be read or is no guide; every fault is named with its place.
    """
    try:
        raw = tomllib.loads(file.path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(
            f"the guide {file.name} ({file.path.name}) cannot be read: {error}; {_MEND}"
        ) from error
    faults = list(_faults(raw, file.name))
    if faults:
        raise UserError(
            f"the guide {file.name} ({file.path.name}) is not in order: {'; '.join(faults)}; {_MEND}"
        )
    considerations = tuple(map(_consideration, raw["considerations"]))
    return Guide(name=raw["name"], title=raw["title"], source=raw["source"], considerations=considerations)


def _consideration(raw: dict[str, Any]) -> Consideration:
    bears: dict[str, Any] = {
        key: value if isinstance(value, bool) else frozenset(value)
        for key, value in raw.get("bears", {}).items()
    }
    routes = raw["routes"] or [route.id for route in all_routes()]
    return Consideration(
        routes=frozenset(routes), question=raw["question"], source=raw["source"], bears=Bearing(**bears)
    )


def _faults(raw: dict[str, Any], name: str) -> Iterator[str]:
    yield from _keys(raw, {"name", "title", "source", "considerations"}, "")
    yield from _texts(raw, ("name", "title", "source"), "")
    if raw.get("name") != name:
        yield f"name: must be {name!r}, as the plugin says"
    considerations = raw.get("considerations")
    if not isinstance(considerations, list) or not considerations:
        yield "considerations: a guide needs at least one"
        return
    for number, consideration in enumerate(considerations, start=1):
        place = f"consideration {number}, "
        if not isinstance(consideration, dict):
            yield f"{place}a table is needed here"
            continue
        yield from _keys(consideration, {"routes", "question", "source", "bears"}, place)
        yield from _texts(consideration, ("question", "source"), place)
        yield from _words(consideration, "routes", [route.id for route in all_routes()], place, needed=True)
        yield from _bearing_faults(consideration.get("bears", {}), f"{place}bears, ")


def _bearing_faults(bears: Any, place: str) -> Iterator[str]:
    if not isinstance(bears, dict):
        yield f"{place}a table is needed here"
        return
    yield from _keys(bears, {attribute.name for attribute in fields(Bearing)}, place)
    vocabularies: dict[str, Iterable[str]] = {
        "kinds": KINDS,
        "senses": SENSES,
        "dimensions": known_dimensions(),
        "topics": TOPICS,
        "whose": WHOSE,
    }
    for key, words in vocabularies.items():
        yield from _words(bears, key, words, place)
    if not isinstance(bears.get("events", False), bool):
        yield f"{place}events: is true or false"


def _keys(raw: dict[str, Any], known: set[str], place: str) -> Iterator[str]:
    for key in sorted(raw.keys() - known):
        yield f"{place}there is no key {key!r}{nearest(key, known)}"


def _texts(raw: dict[str, Any], keys: Iterable[str], place: str) -> Iterator[str]:
    for key in keys:
        text = raw.get(key)
        if not isinstance(text, str) or not text.strip():
            yield f"{place}{key}: a text is needed here"
        elif key == "source" and text.split(maxsplit=1)[0] not in MARKS:
            yield f"{place}source: begins with how well attested it is, one of {', '.join(MARKS)}"


def _words(
    raw: dict[str, Any], key: str, known: Iterable[str], place: str, *, needed: bool = False
) -> Iterator[str]:
    values = raw.get(key, None if needed else [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        yield f"{place}{key}: a list of texts is needed here"
        return
    words = list(known)
    for value in values:
        if value not in words:
            yield f"{place}{key}: {value!r} is not known{nearest(value, words)}"
