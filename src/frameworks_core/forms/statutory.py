"""Which questions of a form ask what law or statutory guidance wants asked (`frameworks_core.statute.items`).

Where the meaning of a question alone tells that it asks an item, it surely serves it. Where the kind of its slot is too
coarse for that, it may: `uncertain` names the items of which nobody can say more without reading the form.
"""

from __future__ import annotations

from collections.abc import Iterable

from frameworks_core.forms.form import Field, Form
from frameworks_core.model import Slot
from frameworks_core.statute.dimensions import overlaps
from frameworks_core.statute.items import Asking, Item


def fields_serving(item: Item, form: Form) -> tuple[Field, ...]:
    """The questions of a form that surely ask the item; where none does, those that may."""
    return _matching(item, form, coarsely=False) or _matching(item, form, coarsely=True)


def unserved(form: Form, items: Iterable[Item]) -> tuple[Item, ...]:
    """The items that no question of the form asks, and that the tables of a document do not hold either."""
    return tuple(item for item in items if not item.is_held and not fields_serving(item, form))


def uncertain(form: Form, items: Iterable[Item]) -> tuple[Item, ...]:
    """The items that some question of the form may ask, and none surely does."""
    return tuple(
        item
        for item in items
        if not _matching(item, form, coarsely=False) and _matching(item, form, coarsely=True)
    )


def statutory_fields(form: Form, items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    """The items that each question of a form surely asks, by the question's id, in the order of the form."""
    wanted = tuple(items)
    served = {
        field.id: tuple(item for item in wanted if _asks(field, item, coarsely=False)) for field in form
    }
    return {field_id: asked for field_id, asked in served.items() if asked}


def _matching(item: Item, form: Form, *, coarsely: bool) -> tuple[Field, ...]:
    return tuple(field for field in form if _asks(field, item, coarsely=coarsely))


def _asks(field: Field, item: Item, *, coarsely: bool) -> bool:
    return any(_fits(field, asking) for asking in item.asked_by if asking.is_coarse == coarsely)


def _fits(field: Field, asking: Asking) -> bool:
    return (
        field.slot is not None
        and _admits(asking.slot, field.slot)
        and (not asking.types or field.type in asking.types)
        and asking.function in (None, field.function)
        and asking.columns <= {column.property for column in field.columns}
    )


def _admits(wanted: Slot, given: Slot) -> bool:
    """Whether a question of one slot asks what the other wants: the same kind, and each facet that is wanted."""
    single = (
        (wanted.whose, given.whose),
        (wanted.aspect, given.aspect),
        (wanted.person_property, given.person_property),
        (wanted.group, given.group),
        (wanted.item, given.item),
    )
    return (
        wanted.kind == given.kind
        and all(facet in (None, own) for facet, own in single)
        and (not wanted.dimensions or overlaps(wanted.dimensions, given.dimensions))
        and (not wanted.topics or not wanted.topics.isdisjoint(given.topics))
        and (not wanted.senses or not wanted.senses.isdisjoint(given.senses))
    )
