"""Places in a document in the form's own words, without personal data: labels, positions and ids, never names."""

from __future__ import annotations

from frameworks_core.forms.form import Form

_TABLES = {
    "people": "People",
    "relationships": "Family map",
    "agencies": "Agencies",
    "chronology": "Chronology",
    "carried": "Carried",
    "history": "History",
    "provenance": "Provenance",
    "about": "Children this is about",
    "recorded": "Recorded by and on",
    "answers": "Answers",
}


def place_of(form: Form, pointer: str) -> str:
    """The words for a JSON pointer: `Agreed actions, row 2, Who`.

    Args:
        form: The document's form.
        pointer: A JSON pointer into a document of it.
    """
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    if not steps:
        return "the document"
    if steps[0] != "answers" or len(steps) == 1:
        words = [_TABLES.get(steps[0], steps[0])]
        words.extend(f"row {int(step) + 1}" if step.isdecimal() else _words(step) for step in steps[1:])
        return ", ".join(words)
    field = form.fields.get(steps[1])
    if field is None:
        return f"answer {steps[1]!r}"
    words = [field.label]
    rest = steps[2:]
    if rest and field.per_child and not rest[0].isdigit():
        words.append(f"for {rest.pop(0)}")
    for step in rest:
        column = field.column(step)
        if column is not None:
            words.append(column.label)
        elif step.isdecimal():
            words.append(f"{'row' if field.type == 'table' else 'entry'} {int(step) + 1}")
        else:
            words.append(_words(step))
    return ", ".join(words)


def _words(step: str) -> str:
    return step.replace("_", " ")
