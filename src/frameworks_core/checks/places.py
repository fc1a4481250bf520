"""Places in a document in the form's own words, without personal data: labels, positions and ids, never names."""

from __future__ import annotations

from frameworks_core.forms.form import Column, Field, Form

_ENVELOPE = {
    "form": "Form",
    "version": "Version of the form",
    "status": "Status",
    "id": "Id of the document",
    "invented": "Whether the family is invented",
    "about": "Children this is about",
    "recorded": "Recorded",
    "people": "People",
    "relationships": "Family map",
    "agencies": "Agencies",
    "chronology": "Chronology",
    "answers": "Answers",
    "carried": "Carried",
    "history": "History",
    "provenance": "Provenance",
}
_TABLES = frozenset({"people", "relationships", "agencies", "chronology", "carried", "history", "provenance"})
_PROPERTIES = {
    "dob": "date of birth",
    "edd": "expected date of delivery",
    "address_protected": "whether the address is protected",
    "disabled": "whether disabled",
    "nhs_number": "NHS number",
    "upn": "unique pupil number",
}
_PROPERTIES_OF = {
    "recorded": {"by": "by whom", "on": "on which day"},
    "relationships": {"from": "who", "to": "of whom", "kind": "how related"},
    "chronology": {
        "on": "when it happened",
        "what": "what happened",
        "recorded": "when it was written down",
        "source": "who says so",
        "affects": "whom it affects",
        "significance": "what it meant",
        "response": "what was done",
    },
}
"""Words for properties whose name alone does not say what they are; of some tables, for those in that table."""


def place_of(form: Form, pointer: str) -> str:
    """The words for a JSON pointer: `Agreed actions, row 2, Who` or `People, row 1: date of birth`.

    Args:
        form: The document's form.
        pointer: A JSON pointer into a document of it.
    """
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    if not steps:
        return "the document"
    if steps[0] != "answers" or len(steps) == 1:
        return _in_envelope(*steps)
    field = form.fields.get(steps[1])
    return f"answer {steps[1]!r}" if field is None else _in_answer(field, steps[2:])


def property_words(table: str, name: str) -> str:
    """What a property of one of the core's own tables is called."""
    return _PROPERTIES_OF.get(table, {}).get(name) or _PROPERTIES.get(name) or name.replace("_", " ")


def _in_envelope(table: str, *steps: str) -> str:
    words = _ENVELOPE.get(table, table)
    rest = list(steps)
    if rest and table in _TABLES and rest[0].isdecimal():
        words += f", row {int(rest.pop(0)) + 1}"
    if not rest:
        return words
    inner = [f"entry {int(step) + 1}" if step.isdecimal() else property_words(table, step) for step in rest]
    return f"{words}{', ' if rest[0].isdecimal() else ': '}{', '.join(inner)}"


def _in_answer(field: Field, steps: list[str]) -> str:
    words = [field.label]
    rest = list(steps)
    if rest and field.per_child and not rest[0].isdecimal():
        words.append(f"for {rest.pop(0)}")
    counted = "row" if field.type == "table" else "entry"
    for step in rest:
        column: Column | None = field.column(step)
        if column is not None:
            words.append(column.label)
        elif step.isdecimal():
            words.append(f"{counted} {int(step) + 1}")
            counted = "entry"  # what is listed inside a row
        else:
            words.append(step.replace("_", " "))
    return ", ".join(words)
