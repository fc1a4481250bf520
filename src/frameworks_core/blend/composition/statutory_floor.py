"""What an authority may not take away: questions that law or statutory guidance wants asked.

A question that alone surely asks for an attested statutory item is not hidden. Where a form needs it answered always, it is
not made optional either, unless another question that perhaps asks for the item has to be answered: an item that nobody has
to answer is in practice not asked. A condition (`required = "when"`) is allowed, because it says of whom the question is
asked. Items that are only background knowledge (K) are reported by `blend check` and not insisted on, and nor is a question
that asks for an item only perhaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from frameworks_core.blend.composition.choosing import Choice, Taken
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.checks.blend_codes import BAD_CHANGE
from frameworks_core.errors import UserError
from frameworks_core.forms.form import Field, Form, Section
from frameworks_core.forms.statutory import statutory_fields, unserved
from frameworks_core.statute.items import Item, items_for
from frameworks_core.statute.packs import Pack, all_packs, pack

ATTESTED = frozenset({"S2+", "S"})
"""Marks of items that a source shows."""


def pack_of(file: BlendFile) -> Pack:
    """The statute pack a blend works to: the one it names, or else the newest."""
    try:
        return pack(file.authority.statute) if file.authority.statute else all_packs()[-1]
    except UserError:
        return all_packs()[-1]  # `blend check` tells that there is none of that name


def taken_away(file: BlendFile, choice: Choice, form: Form) -> Iterator[Fault]:
    """Changes of a blend file that would take a statutory item out of its records.

    Args:
        file: The blend file.
        choice: What it takes.
        form: The form it makes.
    """
    if choice.hidden:
        still_asked = _asked(form, form, _items(file, form))
        for one in choice.hidden:
            if lost := _asked(form, [one.field], _items(file, form)) - still_asked:
                path = ("gather", "fields", one.form.id, one.field.id, "hide")
                message = f"only this question asks for {_named(lost)}; it cannot be hidden"
                yield Fault(BAD_CHANGE, path, message)
    optional = [one for one in choice.taken if one.field.required == "always" and _is_optional(file, one)]
    if not optional:
        return
    needed = _with(form, (field for field in form if field.required == "always"))
    unneeded = frozenset(unserved(needed, _items(file, form)))
    for one in optional:
        if lost := _asked(form, [one.field], _items(file, form)) & unneeded:
            path = ("gather", "fields", one.form.id, one.field.id, "required")
            message = (
                f"only this question has to be answered for {_named(lost)}; leave it required, or say in `when` of"
                " whom it is asked"
            )
            yield Fault(BAD_CHANGE, path, message)


def _items(file: BlendFile, form: Form) -> list[Item]:
    return [item for item in items_for(pack_of(file), form.basis) if item.mark in ATTESTED]


def _asked(form: Form, fields: Iterable[Field], items: Iterable[Item]) -> frozenset[Item]:
    """The items that questions surely ask."""
    served = statutory_fields(_with(form, fields), items)
    return frozenset(item for asked in served.values() for item in asked)


def _with(form: Form, fields: Iterable[Field]) -> Form:
    """The form with these questions only."""
    return evolve(form, sections=(Section(id="asked", title="Asked", plain="Asked", fields=tuple(fields)),))


def _is_optional(file: BlendFile, one: Taken) -> bool:
    change = file.gather.fields.get(one.form.id, {}).get(one.field.id)
    return change is not None and change.required in (False, "never")


def _named(items: Iterable[Item]) -> str:
    return "; ".join(f"{item.title} ({item.source})" for item in sorted(items, key=lambda item: item.id))
