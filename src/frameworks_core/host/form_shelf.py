"""The forms of the plugins taken in: each is read when it is first asked for, and put aside alone if it is faulty."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from attrs import Factory, field, frozen

from frameworks_core.forms.form import Form
from frameworks_core.forms.loading import FormError, load_form
from frameworks_core.host.admission import GATHER, Member
from frameworks_core.host.broken import Broken

_SHOWN = 3
"""Faults of a form that are named where plugins are listed, before the rest is counted."""


@frozen(eq=False)
class FormShelf:
    """The forms that plugins contribute, by id."""

    _members: tuple[Member, ...]
    _read: dict[str, Form | FormError] = field(init=False, default=Factory(dict))

    def ids(self) -> tuple[str, ...]:
        """Ids of all forms, sorted."""
        return tuple(sorted(form_id for member in self._members for form_id in member.forms))

    def owner(self, form_id: str) -> Member | None:
        """The plugin that contributes a form, or None."""
        return next((member for member in self._members if form_id in member.forms), None)

    def form(self, form_id: str, owner: Member) -> Form:
        """One form of the plugin that contributes it.

        Raises:
            FormError: It cannot be used, and what is wrong with it.
        """
        if form_id not in self._read:
            self._read[form_id] = _form_or_fault(form_id, owner)
        form = self._read[form_id]
        if isinstance(form, FormError):
            raise form
        return form

    def usable(self) -> Iterator[Form]:
        """Every form that can be used, by id."""
        for form_id in self.ids():
            if owner := self.owner(form_id):
                with suppress(FormError):
                    yield self.form(form_id, owner)

    def faults(self) -> dict[str, FormError]:
        """What is wrong with each form that was read so far and cannot be used, by its id."""
        read = ((form_id, self._read[form_id]) for form_id in sorted(self._read))
        return {form_id: form for form_id, form in read if isinstance(form, FormError)}

    def broken(self) -> Iterator[Broken]:
        """Each form that was read so far and cannot be used, as where plugins are listed."""
        for form_id, fault in self.faults().items():
            if owner := self.owner(form_id):
                yield _put_aside(form_id, owner, fault)


def _form_or_fault(form_id: str, owner: Member) -> Form | FormError:
    path = owner.forms[form_id]
    try:
        form = load_form(path)
    except FormError as error:
        return error
    if form.id == form_id:
        return form
    plugin = f"{owner.found.distribution} {owner.found.version}"
    return FormError(path, [f"id: the file says {form.id!r}, and {plugin} contributes it as {form_id!r}"])


def _put_aside(form_id: str, owner: Member, fault: FormError) -> Broken:
    more = len(fault.faults) - _SHOWN
    rest = f"; and {more} more, which `frameworks forms show {form_id}` tells" if more > 0 else ""
    reason = f"{fault.path}: {'; '.join(fault.faults[:_SHOWN])}{rest}"
    found = owner.found
    return Broken(found.distribution, found.version, GATHER, reason, owner.framework.name, form_id, fault)
