"""What holds for the people in every document, whatever the form: born or due, and addresses that must not be known."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.checks import codes
from frameworks_core.checks.references import Fault
from frameworks_core.exchange.whereabouts import whereabouts_of
from frameworks_core.forms.filled import FilledForm


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
    whereabouts = whereabouts_of(filled.document["people"])
    if whereabouts is None:
        return
    fields = filled.form.fields
    for field_id in filled.answers:
        if fields[field_id].type == "long":
            for given in filled.texts(field_id):
                if whereabouts.search(given.value):
                    yield codes.ADDRESS_IN_TEXT, given.at, "this text gives a protected address away"
    for index, event in enumerate(filled.chronology):
        if whereabouts.search(event["what"]):
            yield codes.ADDRESS_IN_TEXT, f"/chronology/{index}", "this event gives a protected address away"
