"""What a form asks, listed: as JSON for programs, as text for people, and all forms in one table.

Everything here is read off the definition; nothing about it is personal. The text ends with a legend that
explains only the marks this form uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from frameworks_core.forms.form import MARKS, Code, Column, Field, Form, Section, When
from frameworks_core.forms.text_lines import table, wrapped
from frameworks_core.model import Slot

__all__ = ["form_as_json", "form_as_text", "forms_as_json", "forms_as_text", "heading"]

_HELD = {"person": "people", "people": "people", "agency": "agencies", "event": "chronology"}
"""Kind of slot -> the table of the document that normally holds the answer."""

_ABOUT = {"child": "one child", "family": "a family"}
_BASIS = {"consent": "voluntary, with the family's agreement", "statute": "under a legal duty"}
TYPE_WORDS = {
    "text": "one line of text",
    "long": "text, or attributed entries",
    "date": "date",
    "choice": "one choice",
    "multi": "one choice or several",
    "yes_no": "yes, no or not known",
    "number": "number",
    "scale": "scale",
    "person": "one person",
    "persons": "people or agencies",
    "table": "table",
}
_COLUMN_TYPES = {**TYPE_WORDS, "long": "text"}
_HEADINGS = ("id", "version", "questions", "required", "about", "basis", "title")
_MARKS = {
    "S2+": "seen in two or more independent sources",
    "S": "seen in one source",
    "K": "background knowledge that no source proved",
    "D": "our own design",
}


def form_as_json(form: Form) -> dict[str, Any]:
    """The form as JSON values, in the order of the form; what a field does not have is left out or empty."""
    return {
        "id": form.id,
        "version": form.version,
        "title": form.title,
        "plain_title": form.plain_title,
        "framework": form.framework,
        "about": form.about,
        "basis": form.basis,
        "source": form.source,
        "notes": list(form.notes),
        "withholds": sorted(form.withholds),
        "variants": [{"code": variant.code, "title": variant.title} for variant in form.variants],
        "sections": [_section_as_json(section) for section in form.sections],
    }


def forms_as_json(forms: Iterable[Form]) -> list[dict[str, Any]]:
    """One short entry per form."""
    return [
        {
            "id": form.id,
            "version": form.version,
            "title": form.title,
            "plain_title": form.plain_title,
            "framework": form.framework,
            "about": form.about,
            "basis": form.basis,
            "source": form.source,
            "questions": len(form.fields),
            "required": _always_needed(form),
        }
        for form in forms
    ]


def form_as_text(form: Form, width: int, *, plain: bool = False, without_added: bool = False) -> str:
    """The form in lines of at most `width` characters.

    Args:
        form: The form.
        width: Characters a line may have; a long id may still run over.
        plain: Use the family's wording instead of the practitioner's.
        without_added: Leave out the questions that were not on the historical form.
    """
    if without_added:
        form = form.without_added()
    blocks = [
        heading(form, width, plain=plain),
        *(_section_as_text(section, width, plain=plain) for section in form.sections),
        _legend(form, width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def forms_as_text(forms: Sequence[Form], width: int) -> str:
    """All forms in one table; titles come last, or below where `width` leaves them no room."""
    if not forms:
        return "No form is installed.\n"
    return "\n".join(table([_HEADINGS, *(_row(form) for form in forms)], width)) + "\n"


def _always_needed(form: Form) -> int:
    return sum(field.required == "always" for field in form)


def _row(form: Form) -> tuple[str, ...]:
    questions, required = str(len(form.fields)), str(_always_needed(form))
    return form.id, form.version, questions, required, form.about, form.basis, form.title


def _section_as_json(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "plain": section.plain,
        **_given(guidance=section.guidance),
        "fields": [_field_as_json(field) for field in section.fields],
    }


def _field_as_json(field: Field) -> dict[str, Any]:
    return {
        "id": field.id,
        "label": field.label,
        "plain": field.plain,
        "type": field.type,
        "codes": _codes_as_json(field.codes),
        "columns": [_column_as_json(column) for column in field.columns],
        "required": field.required,
        **_given(when=_when_as_json(field.when)),
        "function": field.function,
        "about": field.about,
        "slot": _slot_as_json(field.slot),
        "source": field.source,
        "added": field.added,
        "per_child": field.per_child,
        "born_only": field.born_only,
        **_given(
            guidance=field.guidance,
            min=field.minimum,
            max=field.maximum,
            whole=field.whole or None,
            better=field.better,
            disclosure=field.disclosure,
            held=_held(field),
        ),
    }


def _column_as_json(column: Column) -> dict[str, Any]:
    return {
        "id": column.id,
        "label": column.label,
        "plain": column.plain,
        "type": column.type,
        "codes": _codes_as_json(column.codes),
        "required": column.required,
        "property": column.property,
    }


def _codes_as_json(codes: Iterable[Code]) -> list[dict[str, str]]:
    return [{"code": code.code, "label": code.label, "plain": code.plain} for code in codes]


def _when_as_json(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {"text": when.text, **_given(field=when.field), **({"is": list(when.codes)} if when.codes else {})}


def _slot_as_json(slot: Slot | None) -> dict[str, Any] | None:
    """A slot with the names a form definition uses; facets that are not set are left out."""
    if slot is None:
        return None
    facets = {"dimensions": slot.dimensions, "topics": slot.topics, "sense": slot.senses}
    return {
        "kind": slot.kind,
        **{name: sorted(values) for name, values in facets.items() if values},
        **_given(
            whose=slot.whose,
            aspect=slot.aspect,
            property=slot.person_property,
            group=slot.group,
            item=slot.item,
        ),
    }


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _held(field: Field) -> str | None:
    return _HELD.get(field.slot.kind) if field.slot else None


def heading(form: Form, width: int, *, plain: bool) -> list[str]:
    """What a form is, in lines: title, version, whom it is about, how well it is attested, its caveats."""
    about = f"About {_ABOUT[form.about]}; {_BASIS[form.basis]}."
    lines = [form.plain_title if plain else form.title, f"{form.id}, version {form.version}"]
    lines.extend(wrapped(about, width))
    lines.extend(wrapped(f"How well attested: {form.source}", width, hanging="  "))
    if form.withholds:
        kinds = ", ".join(name.replace("_", " ") for name in sorted(form.withholds))
        lines.extend(wrapped(f"Takes in no information of these kinds: {kinds}.", width, hanging="  "))
    for note in form.notes:
        lines.extend(wrapped(note, width, first="  - ", hanging="    "))
    return lines


def _section_as_text(section: Section, width: int, *, plain: bool) -> list[str]:
    title = section.plain if plain else section.title
    lines = wrapped(title, width)
    lines.append("-" * min(len(title), width))
    for field in section.fields:
        lines.extend(wrapped(field.plain if plain else field.label, width, first="  ", hanging="  "))
        lines.extend(wrapped(_particulars(field), width, first="      ", hanging="        "))
        if len(field.serves) > 1:
            asked = f"asked once, for {' and '.join(field.serves)}"
            lines.extend(wrapped(asked, width, first="      ", hanging="        "))
        if field.codes and field.type != "yes_no":
            lines.extend(wrapped(_choices(field, plain=plain), width, first="      ", hanging="        "))
        for column in field.columns:
            lines.extend(wrapped(_column(column, plain=plain), width, first="      - ", hanging="          "))
    return lines


def _particulars(field: Field) -> str:
    """Id, type, when it is needed, where it is held, and the evidence mark, in one line."""
    words = [f"{field.id}: {TYPE_WORDS[field.type]}{_limits(field)}"]
    if field.required == "always":
        words.append("always needed")
    elif field.when is not None:
        words.append(f"needed {field.when.text}")
    if field.better:
        words.append(f"the {field.better} end is the good one")
    if field.per_child:
        words.append("for each child")
    if field.born_only:
        words.append("once born")
    if held := _held(field):
        words.append(f"held in {held}")
    if field.disclosure:
        words.append(f"disclosure {field.disclosure.replace('_', ' ')}")
    words.append(field.mark)
    if field.added:
        words.append("added")
    return "; ".join(words)


def _limits(field: Field) -> str:
    whole = ", whole" if field.whole else ""
    match field.minimum, field.maximum:
        case None, None:
            return whole
        case low, None:
            return f" of at least {low:g}{whole}"
        case None, high:
            return f" of at most {high:g}{whole}"
        case low, high:
            return f" from {low:g} to {high:g}{whole}"


def _choices(question: Field | Column, *, plain: bool) -> str:
    named = ((code.code, code.plain if plain else code.label) for code in question.codes)
    return "choices: " + "; ".join(f"{code} = {words}" for code, words in named)


def _column(column: Column, *, plain: bool) -> str:
    words = [f"{column.plain if plain else column.label} ({column.id}): {_COLUMN_TYPES[column.type]}"]
    if column.required:
        words.append("always needed")
    if column.codes and column.type != "yes_no":
        words.append(_choices(column, plain=plain))
    return "; ".join(words)


def _legend(form: Form, width: int) -> list[str]:
    fields = list(form)
    marks = {field.mark for field in fields}
    entries = [(mark, _MARKS[mark]) for mark in MARKS if mark in marks]
    entries.extend(_legend_of_words(fields))
    lines = ["What the marks mean"]
    for mark, meaning in entries:
        lines.extend(wrapped(f"{mark}: {meaning}", width, first="  ", hanging="      "))
    return lines


def _legend_of_words(fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    if any(field.added for field in fields):
        yield "added", "not on the historical form"
    if any(field.per_child for field in fields):
        yield "for each child", "answered child by child, or once for all of them"
    if any(field.born_only for field in fields):
        yield "once born", "not asked about an unborn child"
    if any(_held(field) for field in fields):
        yield "held in", "the answer normally stands in that table of the document, and is asked once"
    if any(field.disclosure for field in fields):
        yield "disclosure", "a form that does not take in this kind of information never receives the answer"
    types = {field.type for field in fields} | {column.type for field in fields for column in field.columns}
    if "yes_no" in types:
        yield "yes, no or not known", "written yes, no or not_known"
