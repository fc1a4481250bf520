"""What holds for the people in every document, whatever the form: born or due, and addresses that must not be known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frameworks_core.checks import codes
from frameworks_core.checks.references import Fault
from frameworks_core.exchange.whereabouts import asks_whereabouts, texts_in, whereabouts_of
from frameworks_core.forms.filled import FilledForm
from frameworks_core.model.person import WHEREABOUTS


def people_faults(filled: FilledForm) -> Iterator[Fault]:
    """Faults of the people table: birth dates, sex of the unborn, protected addresses in texts."""
    for index, person in enumerate(filled.document["people"]):
        at = f"/people/{index}"
        if "dob" in person and "edd" in person:
            yield codes.BORN_OR_DUE, f"{at}/edd", "a date of birth and an expected date are both given"
        unborn = "edd" in person and "dob" not in person
        if person["id"] in filled.children and unborn and person.get("sex", "U") != "U":
            yield codes.UNBORN_SEX, f"{at}/sex", "the child is not yet born and a sex is given"
    yield from _addresses(filled)


def _addresses(filled: FilledForm) -> Iterator[Fault]:
    people = filled.document["people"]
    if not any(map(_is_hidden, people)):
        return
    whereabouts = whereabouts_of([*people, *_answered_whereabouts(filled)])
    if whereabouts is None:
        return
    # Provenance says where answers stand and holds none of them.
    document = {name: part for name, part in filled.document.items() if name != "provenance"}
    boxes = tuple(_boxes(filled))
    for at, text in texts_in(document):
        if whereabouts.are_in(text) and not any(f"{at}/".startswith(f"{box}/") for box in boxes):
            yield codes.ADDRESS_IN_TEXT, at, "this text gives a protected address away"


def _is_hidden(person: dict[str, Any]) -> bool:
    return person.get("address_protected") == "yes"


def _answered_whereabouts(filled: FilledForm) -> Iterator[dict[str, Any]]:
    """Whereabouts that stand in answers; conversion too counts them as protected where anybody's are."""
    for field in filled.form:
        if field.slot is not None and field.slot.person_property and asks_whereabouts(field.slot):
            for given in filled.texts(field.id):
                yield {"address_protected": "yes", field.slot.person_property: given.value}


def _boxes(filled: FilledForm) -> Iterator[str]:
    """Pointers of the boxes for addresses that are kept back by themselves, here and in earlier records."""
    document = filled.document
    for index, person in enumerate(document["people"]):
        if _is_hidden(person):
            yield from (f"/people/{index}/{name}" for name in WHEREABOUTS)
    yield from (f"/answers/{field.id}" for field in filled.form if asks_whereabouts(field.slot))
    for name in ("carried", "history"):
        for index, item in enumerate(document.get(name, [])):
            if _was_address_box(document, item):
                yield f"/{name}/{index}"


def _was_address_box(document: dict[str, Any], item: dict[str, Any]) -> bool:
    """Whether an item was given in the address box of the earlier record it comes from."""
    for record in document.get("provenance", []):
        if record["id"] == item["from"]:
            slot = record["fields"].get(item["field"], {}).get("slot", {})
            return slot.get("kind") == "person" and slot.get("person_property") in WHEREABOUTS
    return False
