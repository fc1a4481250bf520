"""What a well-shaped form definition must also get right: closed vocabularies, unique ids, slots that exist.

Every fault is found in one pass and named by section, field and key, with the nearest known word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import fields, frozen

from frameworks_core.forms.form import (
    COLUMN_TYPES,
    ENDS,
    FUNCTIONS,
    MARKS,
    REQUIRED,
    SUBJECTS,
    TYPES,
    WITHHOLDABLE,
    Code,
    Column,
    Field,
    Form,
)
from frameworks_core.forms.slot_checks import slot_faults
from frameworks_core.forms.variants import variant_faults
from frameworks_core.model import Agency
from frameworks_core.model.rows import properties_of
from frameworks_core.nearest import nearest

_FORM_ID = re.compile(r"[a-z][a-z0-9_]*/[a-z][a-z0-9_]*")
_FIELD_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
_KINDS_WITH_ENDS = frozenset({"scale", "score", "rating"})
_VIEW_ROW = frozenset({"who", "text", "on", "how"})
_STATEMENT_ROW = frozenset({"text", "about", "source", "on", "basis"})
_AGENCY_ROW = frozenset(attribute.name for attribute in fields(Agency)) - {"id", "disclosure"}
_EVENT_ROW = frozenset({"on", "what", "source", "affects", "significance", "response", "positive"})


@frozen
class FormFault:
    """One fault of a form definition.

    Attributes:
        told: What is wrong, after the key it is about where it is about one: `label: must not be empty`.
        section: Id of the section it is in; None for the form itself.
        field: Id of the field it is in; None for the form or a section.
    """

    told: str
    section: str | None = None
    field: str | None = None

    @property
    def line(self) -> str:
        """The fault with its place."""
        places = {"section": self.section, "field": self.field}
        return ", ".join((*(f"{what} {id_!r}" for what, id_ in places.items() if id_ is not None), self.told))


def faults_of(form: Form) -> list[str]:
    """Every fault of a form definition, each with its place."""
    return [fault.line for fault in form_faults(form)]


def form_faults(form: Form) -> Iterator[FormFault]:
    """Every fault of a form definition."""
    yield from map(FormFault, _form_faults(form))
    yield from _section_faults(form)
    yield from map(FormFault, variant_faults(form))


def _form_faults(form: Form) -> Iterator[str]:
    if not _FORM_ID.fullmatch(form.id):
        yield f"id: {form.id!r} is not of the shape framework/name in lower case"
    for key in ("version", "title", "plain_title"):
        yield from _words(key, getattr(form, key))
    yield from _among("about", form.about, ("child", "family"))
    yield from _among("basis", form.basis, ("consent", "statute"))
    yield from _source("source", form.source)
    for name in sorted(form.withholds):
        yield from _among("withholds", name, WITHHOLDABLE)
    if not form.sections:
        yield "sections: a form needs at least one section"


def _section_faults(form: Form) -> Iterator[FormFault]:
    seen: dict[str, str] = {}
    sections: set[str] = set()
    for section in form.sections:
        if section.id in sections:
            yield FormFault("id: there are two sections of this id", section.id)
        sections.add(section.id)
        for key in ("id", "title", "plain"):
            for fault in _words(key, getattr(section, key)):
                yield FormFault(fault, section.id)
        for field in section.fields:
            if field.id in seen:
                message = f"id: is already used in section {seen[field.id]!r}"
                yield FormFault(message, section.id, field.id)
            seen[field.id] = section.id
            for fault in _faults_of_field(field, form):
                yield FormFault(fault, section.id, field.id)


def _faults_of_field(field: Field, form: Form) -> Iterator[str]:
    yield from _wording_faults(field)
    yield from _among("required", field.required, REQUIRED)
    yield from _condition_faults(field, form)
    if field.per_child and not form.is_about_family:
        yield 'per_child: only a form with about = "family" asks child by child'
    yield from _codes("codes", field.type, field.codes)
    yield from _range_faults(field)
    yield from _direction_faults(field)
    yield from _table_faults(field)
    if field.slot:
        yield from slot_faults(field.slot)
    if field.disclosure is not None:
        yield from _among("disclosure", field.disclosure, WITHHOLDABLE)


def _wording_faults(field: Field) -> Iterator[str]:
    if not _FIELD_ID.fullmatch(field.id):
        yield "id: use lower-case words joined by _ and grouped by dots"
    for key in ("label", "plain"):
        yield from _words(key, getattr(field, key))
    texts = {"label": field.label, "plain": field.plain, "guidance": field.guidance}
    for key, text in (*texts.items(), ("when.text", field.when and field.when.text)):
        for left in _PLACEHOLDER.findall(text or ""):
            yield f"{key}: nothing stands for {left} here"
    yield from _among("type", field.type, TYPES)
    yield from _among("function", field.function, FUNCTIONS)
    yield from _among("about", field.about, SUBJECTS)
    yield from _source("source", field.source)


def _condition_faults(field: Field, form: Form) -> Iterator[str]:
    when = field.when
    if (field.required == "when") != (when is not None):
        yield 'when: belongs to required = "when", and only there'
    if when is None:
        return
    yield from _words("when.text", when.text)
    if (when.field is None) != (not when.codes):
        yield "when: field and is belong together; leave out both where only the text can say it"
    if when.field is None:
        return
    decisive = form.fields.get(when.field)
    if decisive is None:
        yield f"when.field: there is no field {when.field!r}{nearest(when.field, form.fields)}"
        return
    if not decisive.codes:
        yield f"when.field: {when.field!r} is not answered with a code"
        return
    for code in when.codes:
        yield from _among("when.is", code, [known.code for known in decisive.codes])


def _range_faults(field: Field) -> Iterator[str]:
    limits = (field.minimum, field.maximum)
    if field.type not in {"number", "scale"} and (limits != (None, None) or field.whole):
        yield "min, max, whole: only a number or a scale has them"
    if field.type == "scale" and None in limits:
        yield "min, max: a scale needs both ends"
    if field.minimum is not None and field.maximum is not None and field.minimum >= field.maximum:
        yield "min, max: the least number must be less than the greatest"


def _direction_faults(field: Field) -> Iterator[str]:
    if field.better is None:
        return
    yield from _among("better", field.better, ENDS)
    kind = field.slot.kind if field.slot else None
    if kind not in _KINDS_WITH_ENDS and field.type not in {"number", "scale"}:
        yield "better: only a scale, a score, a rating or a number has a good end"


def _table_faults(field: Field) -> Iterator[str]:
    if (field.type == "table") != bool(field.columns):
        yield "columns: a table needs columns, and only a table has them"
    for column in field.columns:
        for fault in _faults_of_column(column, field):
            yield f"column {column.id!r}, {fault}"
    if len({column.id for column in field.columns}) != len(field.columns):
        yield "columns: two columns have the same id"
    meanings = [column.property for column in field.columns if column.property]
    if len(set(meanings)) != len(meanings):
        yield "columns: two columns have the same property"


def _faults_of_column(column: Column, field: Field) -> Iterator[str]:
    yield from _among("type", column.type, COLUMN_TYPES)
    yield from _codes("codes", column.type, column.codes)
    if not _FIELD_ID.fullmatch(column.id):
        yield "id: use lower-case words joined by _ and grouped by dots"
    if column.id == "disclosure":
        yield "id: every row may carry disclosure already; choose another id"
    if column.property is not None:
        kind = field.slot.kind if field.slot else None
        allowed = _row_properties(kind)
        if kind is None:
            yield "property: only a column of a field with a slot has one"
        elif column.property not in allowed:
            yield f"property: {column.property!r} is not a property of {kind!r}{nearest(column.property, allowed)}"


def _row_properties(kind: str | None) -> frozenset[str]:
    known = {
        "view": _VIEW_ROW,
        "statement": _STATEMENT_ROW,
        "agency": _AGENCY_ROW,
        "event": _EVENT_ROW,
    }
    return known.get(kind or "", properties_of(kind or ""))


def _codes(key: str, type_: str, codes: tuple[Code, ...]) -> Iterator[str]:
    if (type_ in {"choice", "multi", "yes_no"}) != bool(codes):
        yield f"{key}: choice and multi need codes, and only they have them"
    known = [code.code for code in codes]
    for code in sorted({code for code in known if known.count(code) > 1}):
        yield f"{key}: there are two codes {code!r}"


def _words(key: str, text: str) -> Iterator[str]:
    if not text.strip():
        yield f"{key}: must not be empty"


def _source(key: str, source: str) -> Iterator[str]:
    mark = source.split(maxsplit=1)[0] if source.strip() else ""
    if mark not in MARKS:
        yield f"{key}: begins with how well attested it is, one of {', '.join(MARKS)}"


def _among(key: str, value: str, known: Iterable[str]) -> Iterator[str]:
    if value not in (words := list(known)):
        yield f"{key}: {value!r} is not known{nearest(value, words)}"
