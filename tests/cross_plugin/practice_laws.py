"""What the practice models ask of every conversion, as functions that raise an AssertionError naming what broke.

A worry, a danger, a hypothesis, a number and a child's words each mean something that a conversion must not change. These laws
look only at what stands live in the answers of the target: what waits in `carried` or is shown as `history` is nobody's answer yet.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from frameworks_core.exchange.conversion import Conversion
from frameworks_core.exchange.reading import Reader
from frameworks_core.forms.form import Form
from frameworks_core.model import Answer, Slot

Json = dict[str, Any]

OF_THEIR_OWN = frozenset(
    {"harm", "danger", "hypothesis", "conversation", "pattern", "network", "rule", "tie"}
)
"""Kinds whose fields take in nothing else: no other words, however alike, are turned into one of these."""
RESTRICTED = frozenset({"police", "third_party", "adult_health"})


def live(form: Form, conversion: Conversion) -> Iterator[tuple[Answer, Slot | None, Slot | None]]:
    """Every live answer of the target, with the meaning it was given with and the meaning of where it stands."""
    for answer in Reader(form).read(conversion.document).answers:
        if answer.standing == "live" and answer.pointer.startswith("/answers/"):
            yield answer, answer.origin.field.slot, form.fields[answer.pointer.split("/")[2]].slot


def assert_no_dimension_is_guessed(form: Form, conversion: Conversion) -> None:
    """What was said of no dimension stands in no box of the triangle; nor does a harm or a danger."""
    for answer, given, here in live(form, conversion):
        if given and here and given.kind in {"statement", "harm", "danger"} and not given.dimensions:
            assert not here.dimensions, f"{answer.pointer} was said of no dimension"


def assert_kinds_stay_their_own(form: Form, conversion: Conversion) -> None:
    """Only a danger stands as a danger, only a hypothesis as a hypothesis, and so on; and each leaves that kind only to wait."""
    for answer, given, here in live(form, conversion):
        kinds = {given.kind if given else None, here.kind if here else None}
        if kinds & OF_THEIR_OWN:
            assert len(kinds) == 1, f"{answer.pointer} was a {given and given.kind}"


def assert_nothing_is_judged(form: Form, conversion: Conversion) -> None:
    """No conclusion, decision, threshold, agreement, score, scale or rating of another record is live."""
    for answer, given, here in live(form, conversion):
        assert not (given and given.is_history), f"{answer.pointer} was the judgement of another record"
        assert not (here and here.is_history), f"{answer.pointer} stands as a judgement of this record"


def assert_safety_is_not_strength(form: Form, conversion: Conversion) -> None:
    """What protected while the danger was there never stands as a mere strength, nor a strength as safety."""
    for answer, given, here in live(form, conversion):
        if given and here and given.kind == here.kind == "statement":
            for sense in ("protective", "strength", "harm", "danger", "complicating"):
                if given.senses == {sense}:
                    assert sense in here.senses, f"{answer.pointer} was given as {sense}"
                if here.senses == {sense}:
                    assert given.senses == {sense}, f"{answer.pointer} was not given as {sense}"


def assert_no_number_is_new(document: Json, conversion: Conversion) -> None:
    """Every number in the target is in the source, and none more often than there."""
    parts = ("people", "relationships", "agencies", "chronology", "answers", "carried", "history")
    here = Counter(number for part in parts for number in _numbers(document.get(part)))
    there = Counter(number for part in parts for number in _numbers(conversion.document.get(part)))
    assert not there - here, "a number is new"


def _numbers(value: Any) -> Iterator[float]:
    """The numbers people gave; not the `index` of a waiting row, which says where it stood."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(inner) if key != "index" or not isinstance(inner, int) else ()
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield value


def assert_a_child_is_quoted(source: Form, document: Json, conversion: Conversion) -> None:
    """A child's words and wishes arrive letter for letter, with who said it and when, as that child's and nobody else's."""
    for item in conversion.report.items:
        steps = item.source.split("/")
        if steps[1] != "answers" or item.outcome == "withheld":
            continue
        slot = source.fields[steps[2]].slot
        if not (slot and slot.kind == "view" and slot.whose == "child"):
            continue
        said = _entry(_at(document, item.source))
        for pointer in item.targets:
            arrived = _at(conversion.document, pointer)
            arrived = _entry(arrived["value"] if pointer.split("/")[1] == "carried" else arrived)
            assert said == arrived, f"{item.source} was reworded"


def _entry(value: Any) -> Json:
    """An entry without its heading, which a conversion may put over it, and takes away again when it goes home."""
    entry = value if isinstance(value, dict) else {"text": value}
    return {name: part for name, part in entry.items() if name != "heading"}


def _at(document: Json, pointer: str) -> Any:
    node: Any = document
    for step in pointer.split("/")[1:]:
        node = node[int(step)] if isinstance(node, list) else node[step]
    return node


def with_telling_words(form: Form, document: Json) -> tuple[Json, set[str]]:
    """A copy in which every restricted text can be told from all others, and those texts.

    Restricted is what is marked so, and what comes from the police or an adults' health service without being marked open.
    """
    changed = copy.deepcopy(document)
    services = {row["id"]: row.get("disclosure", row.get("service")) for row in changed.get("agencies", [])}
    words: set[str] = set()
    for field_id, answer in changed["answers"].items():
        field = form.fields[field_id]
        tells = {"view": "who", "harm": "told_by"}.get(field.slot.kind if field.slot else "", "source")
        sources = {column.id for column in field.columns if column.property == tells} or {"source"}
        for entry in _entries(answer):
            if _is_restricted(entry, sources, services):
                for name, cell in entry.items():
                    if name in {"text", "heading"} or _is_written(form, field_id, name, cell):
                        entry[name] = f"Kept back: {len(words)} of them."
                        words.add(entry[name])
    return changed, words


def _is_restricted(entry: Json, sources: set[str], services: dict[str, str | None]) -> bool:
    if "disclosure" in entry:
        return entry["disclosure"] in RESTRICTED
    told = [
        name
        for source in sources
        for name in ([entry[source]] if isinstance(entry.get(source), str) else entry.get(source, []))
    ]
    return any(services.get(name) in RESTRICTED for name in told)


def _is_written(form: Form, field_id: str, name: str, cell: Any) -> bool:
    column = form.fields[field_id].column(name)
    return column is not None and column.type in {"text", "long"} and isinstance(cell, str)


def _entries(value: Any) -> Iterator[Json]:
    """The entries and rows of an answer, for all or child by child."""
    if isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, dict))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _entries(inner)


def squeezed(text: str) -> str:
    """Letters and digits alone: an address is the same however it is written."""
    return re.sub(r"[\W_]+", "", text.casefold())
