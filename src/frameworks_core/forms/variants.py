"""Label variants: one form, one data model, other words for it.

A practice model may be used along the whole continuum of help under other names: what is a danger statement in child
protection is a worry statement in early help. A variant changes what practitioners and families read, and nothing
else: ids, codes, slots and history stay, so that switching loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from frameworks_core.errors import UserError
from frameworks_core.forms.form import Column, Field, Form, Section, Variant
from frameworks_core.nearest import nearest


def worded_for(form: Form, document: dict[str, Any]) -> Form:
    """The form in the words of the variant this document says it uses; the form itself where it says none."""
    answers = document.get("answers")
    return worded_by(form, answers.get(form.variant_field) if isinstance(answers, dict) else None)


def worded_by(form: Form, answer: object) -> Form:
    """The form in the words of the variant that this answer to its `variant_field` chooses; the form itself for any other."""
    variant = next((known for known in form.variants if known.code == answer), None)
    return in_words_of(form, variant) if variant else form


def in_variant(form: Form, code: str) -> Form:
    """The form in the words of the variant of this code.

    Raises:
        UserError: The form has no such variant.
    """
    for variant in form.variants:
        if variant.code == code:
            return in_words_of(form, variant)
    codes = [variant.code for variant in form.variants]
    if not codes:
        raise UserError(f"{form.id} has one set of words only; leave out --variant")
    hint = nearest(code, codes) or f"; it has {', '.join(codes)}"
    raise UserError(f"{form.id} has no variant {code!r}{hint}")


def in_words_of(form: Form, variant: Variant) -> Form:
    """The form with the labels of a variant."""
    return evolve(form, sections=tuple(_section(section, variant) for section in form.sections))


def variant_faults(form: Form) -> Iterator[str]:
    """What is wrong with the variants of a form definition, each with its place."""
    if form.variant_field is None:
        if form.variants:
            yield "variants: variant_field must say which question chooses between them"
        return
    chooser = form.fields.get(form.variant_field)
    if chooser is None:
        yield f"variant_field: there is no field {form.variant_field!r}{nearest(form.variant_field, form.fields)}"
        return
    codes = [code.code for code in chooser.codes]
    for number, variant in enumerate(form.variants):
        place = f"variant {variant.code!r}"
        if variant.code not in codes:
            yield f"{place}, code: is no answer of {form.variant_field!r}{nearest(variant.code, codes)}"
        if variant.code in [earlier.code for earlier in form.variants[:number]]:
            yield f"{place}, code: there are two variants of this code"
        yield from (f"{place}, {fault}" for fault in _wording_faults(variant, form))


def _wording_faults(variant: Variant, form: Form) -> Iterator[str]:
    sections = [section.id for section in form.sections]
    for key, wordings, known in (
        ("sections", variant.sections, sections),
        ("labels", variant.labels, _names(form)),
    ):
        for name, words in wordings.items():
            if name not in known:
                yield f"{key}: there is no {name!r} in this form{nearest(name, known)}"
            if not words.label.strip() or not words.plain.strip():
                yield f"{key} {name!r}: label and plain must not be empty"


def _names(form: Form) -> list[str]:
    columns = [f"{field.id}.{column.id}" for field in form for column in field.columns]
    return [*form.fields, *columns]


def _section(section: Section, variant: Variant) -> Section:
    words = variant.sections.get(section.id)
    fields = tuple(_field(field, variant) for field in section.fields)
    if words is None:
        return evolve(section, fields=fields)
    return evolve(section, title=words.label, plain=words.plain, fields=fields)


def _field(field: Field, variant: Variant) -> Field:
    columns = tuple(_column(field, column, variant) for column in field.columns)
    words = variant.labels.get(field.id)
    if words is None:
        return evolve(field, columns=columns) if columns != field.columns else field
    guidance = words.guidance or field.guidance
    return evolve(field, label=words.label, plain=words.plain, guidance=guidance, columns=columns)


def _column(field: Field, column: Column, variant: Variant) -> Column:
    words = variant.labels.get(f"{field.id}.{column.id}")
    return evolve(column, label=words.label, plain=words.plain) if words else column
