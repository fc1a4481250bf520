"""The laws of conversion, as functions that raise an AssertionError naming what broke."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from frameworks_core.checks.structure import Structure
from frameworks_core.exchange.conversion import Conversion, Converter
from frameworks_core.exchange.fidelity import CLASSES, Report
from frameworks_core.exchange.reading import Reader
from frameworks_core.forms.form import Form

ACCOUNTED = ("people", "relationships", "agencies", "chronology", "answers", "carried", "history")
"""The parts of a document that hold what somebody said; the rest says which document it is."""


def scalars(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every scalar in a JSON value with its pointer."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from scalars(inner, f"{at}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from scalars(inner, f"{at}/{index}")
    else:
        yield at, value


class Classes:
    """The class of every scalar of a source: that of the item with the longest pointer leading to it."""

    def __init__(self, report: Report) -> None:
        self._by_pointer = {item.source: item.outcome for item in report.items}

    def of(self, pointer: str) -> str:
        place = pointer
        while place:
            if place in self._by_pointer:
                return self._by_pointer[place]
            place = place.rpartition("/")[0]
        raise AssertionError(f"{pointer} is in no class")


def assert_conserves(document: dict[str, Any], report: Report) -> None:
    """Law 1: every answer of the source is in exactly one class, and every item is about something in the source."""
    pointers = [item.source for item in report.items]
    assert len(pointers) == len(set(pointers)), "an answer is in two classes"
    classes = Classes(report)
    for part in ACCOUNTED:
        for pointer, _ in scalars(document.get(part, []), f"/{part}"):
            assert classes.of(pointer) in CLASSES
    for pointer in pointers:
        assert _stands_in(document, pointer), f"{pointer} is in the report and not in the source"
    assert sum(report.counts.values()) == len(report.items)


def assert_targets_exist(conversion: Conversion) -> None:
    """Every answer that is said to have a place stands at that place."""
    for item in conversion.report.items:
        if item.outcome == "withheld":
            assert not item.targets
            continue
        assert item.targets, f"{item.source} is {item.outcome} and nowhere"
        for target in item.targets:
            node: Any = conversion.document
            for step in target.split("/")[1:]:
                node = node[int(step)] if isinstance(node, list) else node[step]


def assert_keeps_words(document: dict[str, Any], conversion: Conversion) -> None:
    """Law 1, seen from the words: every text of the source that is not withheld stands in the target, verbatim."""
    held = {value for _, value in scalars(conversion.document)}
    classes = Classes(conversion.report)
    for part in ACCOUNTED:
        for pointer, value in scalars(document.get(part, []), f"/{part}"):
            if classes.of(pointer) != "withheld":
                assert value in held, f"{pointer} did not arrive"


def assert_invents_nothing(document: dict[str, Any], conversion: Conversion, labels: set[str]) -> None:
    """Law 4: every text in the target's own parts is in the source, or is a label of a form."""
    known = {value for _, value in scalars(document) if isinstance(value, str)} | labels
    known |= {
        piece for label in labels for piece in label.split("; ")
    }  # several codes are shown joined by this
    for part in ACCOUNTED:
        for pointer, value in scalars(conversion.document.get(part, []), f"/{part}"):
            is_machinery = pointer.split("/")[-1] in {"from", "shape", "class", "field", "column"} or (
                "/candidates/" in pointer
            )
            if isinstance(value, str) and not is_machinery:
                assert value in known or all(piece in known for piece in value.split("; ")), (
                    f"{pointer} is neither in the source nor a label"
                )


def assert_valid(conversion: Conversion, structure: Structure) -> None:
    """Law 5: the output has the shape of the target form."""
    findings = structure.findings(conversion.document)
    assert not findings, [(finding.at, finding.message) for finding in findings]


def assert_comes_home(source: Form, document: dict[str, Any], there: Conversion, back: Conversion) -> None:
    """Law 2: every answer that policy let cross is back in its own field, byte for byte; history stays history."""
    withheld = {item.source for item in (*there.report.items,) if item.outcome == "withheld"}
    returned = {item.source: item for item in back.report.items}
    for item in there.report.items:
        if item.source in withheld or not item.source.startswith("/answers/"):
            continue
        arrived = [returned[target].outcome for target in item.targets if target in returned]
        if arrived and all(outcome == "withheld" for outcome in arrived):
            continue
        field = source.fields[item.source.split("/")[2]]
        if item.outcome == "history" or (field.slot is not None and field.slot.is_history):
            value = at(document, item.source)
            assert any(value == entry["value"] for entry in back.document["history"]), (
                f"{item.source}: not in history"
            )
            continue
        assert _is_back(document, back.document, item.source), f"{item.source} did not come home"


def converted_lawfully(
    converter: Converter,
    structure: Structure,
    document: dict[str, Any],
    child: str | None,
    purpose: str = "record",
) -> Conversion:
    """The conversion of a document, with laws 1, 3, 4 and 5 asserted.

    Args:
        converter: From the document's form to another.
        structure: The schema of the other.
        document: The document.
        child: The child the result is to be about.
        purpose: What the result is for.
    """
    before = copy.deepcopy(document)
    first = converter.convert(document, child=child, purpose=purpose)
    second = converter.convert(document, child=child, purpose=purpose)
    assert document == before, "the source was touched"
    assert first == second, "the same input gave two outputs"
    assert_conserves(document, first.report)
    assert_targets_exist(first)
    assert_keeps_words(document, first)
    assert_invents_nothing(document, first, labels_of(converter.source))
    assert_valid(first, structure)
    return first


def labels_of(form: Form) -> set[str]:
    """Every label a conversion from this form may write beside an answer."""
    return {text for field in form for text in (field.label, *(code.label for code in field.codes))}


def _stands_in(document: dict[str, Any], pointer: str) -> bool:
    try:
        at(document, pointer)
    except (KeyError, IndexError):
        return False
    return True


def at(document: dict[str, Any], pointer: str) -> Any:
    """What stands at a pointer; fails where nothing does."""
    node: Any = document
    for step in pointer.split("/")[1:]:
        node = node[int(step)] if isinstance(node, list) else node[step]
    return node


def _is_back(document: dict[str, Any], back: dict[str, Any], pointer: str) -> bool:
    """Whether an answer stands in the same field, for the same child; neighbours in its list may have been withheld."""
    value = at(document, pointer)
    steps = pointer.split("/")[1:]
    field_value = back["answers"].get(steps[1])
    if isinstance(field_value, dict) and len(steps) > 2:
        field_value = field_value.get(steps[2])
    if isinstance(field_value, list) and field_value != value:
        column = (
            steps[-1]
            if isinstance(at(document, pointer.rpartition("/")[0]), dict) and len(steps) > 3
            else None
        )
        entries = [
            entry.get(column) if column and isinstance(entry, dict) else entry for entry in field_value
        ]
        return value in entries or {"text": value} in entries or value in field_value
    return bool(field_value == value)


def follow(legs: Sequence[Conversion], pointer: str) -> list[str] | None:
    """Where an answer stands after these conversions; None where one of them withheld it."""
    places = [pointer]
    for leg in legs:
        items = {item.source: item for item in leg.report.items}
        found = [items[place] for place in places]
        if any(item.outcome == "withheld" for item in found):
            return None
        places = [target for item in found for target in item.targets]
    return places


def assert_arrives_as_directly(
    legs: Sequence[Conversion], direct: Conversion, *, except_for: Collection[str]
) -> None:
    """By way of other forms every answer arrives as it would have directly, and in one place.

    Args:
        legs: The conversions one after the other; the last is to the form that `direct` is to.
        direct: The conversion of the first source to that form.
        except_for: Ids of fields that a form on the way turns into history.
    """
    taken: set[str] = set()
    for item in direct.report.items:
        steps = item.source.split("/")
        is_cell = len(steps) > 4 and not steps[-1].isdigit()
        if steps[1] != "answers" or is_cell or (arrived := follow(legs, item.source)) is None:
            continue  # cells join their rows again: they are seen with them
        assert taken.isdisjoint(arrived), f"{item.source} shares its place with another answer"
        taken.update(arrived)
        if steps[2] not in except_for:
            assert _held(legs[-1], arrived) == _held(direct, item.targets), f"{item.source} arrived otherwise"


def _held(conversion: Conversion, pointers: Iterable[str]) -> list[Any]:
    """What stands at these places: the field and child, or the part of the document, and the words."""
    held = []
    for pointer in pointers:
        value = at(conversion.document, pointer)
        part, *rest = pointer.split("/")[1:]
        if part in {"carried", "history"}:
            held.append((part, value.get("class"), value.get("candidates"), value["value"]))
        else:
            held.append((part, [step for step in rest if not step.isdigit()], value))
    return sorted(held, key=repr)


def assert_nothing_unaccounted(form: Form, conversion: Conversion) -> None:
    """Every answer of the target is one the report tells of: nothing came from nowhere, nothing stands there twice."""
    targets = {target for item in conversion.report.items for target in item.targets}
    for answer in Reader(form).read(conversion.document).answers:
        assert answer.pointer in targets, f"{answer.pointer} came from nowhere"
