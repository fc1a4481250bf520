"""Where an answer came from: the record, the field, and the exact place in it.

An origin travels with its answer through every conversion, so that an answer can always be attributed to the record it was
first given in, and can go back there in its own place and shape.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from frameworks_core.model.slot import Slot


@frozen(kw_only=True)
class SourceRecord:
    """One record that answers were given in.

    Attributes:
        id: Short name of the record inside one document, such as `r1`.
        form: Id of the form the record was filled in on.
        version: Version of that form.
        title: Title of that form, for people to read.
        basis: `consent` for a voluntary form, `statute` for one made under a legal duty.
        document: Id of the document, where it has one.
        recorded_by: Person id of whoever recorded it.
        recorded_on: ISO date it was recorded on.
        events: Ids of the chronology events that came with it.
        about: Ids of the children it is about.
    """

    id: str
    form: str
    version: str
    title: str
    basis: str
    document: str | None = None
    recorded_by: str | None = None
    recorded_on: str | None = None
    events: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()

    @property
    def only_child(self) -> str | None:
        """The one child the record is about; None where it is about several."""
        return self.about[0] if len(self.about) == 1 else None


@frozen(kw_only=True, cache_hash=True)
class FieldMark:
    """What is remembered of a field once its form may no longer be installed.

    `columns` lists the columns of a table that mean something in a canonical row: id, property and type, such as
    `("by", "by_when", "date")`.
    `disclosure` is the kind of information every answer to the field is, where the form says so.
    `serves` lists the questions of other forms, each `form#field`, that a field of a composed form asks for.
    """

    id: str
    label: str
    type: str
    slot: Slot | None
    columns: tuple[tuple[str, str, str], ...] = ()
    disclosure: str | None = None
    serves: tuple[str, ...] = ()

    def questions(self, form: str) -> frozenset[str]:
        """The questions the field asks, each `form#field`: its own, or those a field of a composed form asks for.

        Args:
            form: Id of the form the field stands on.
        """
        return frozenset(self.serves or (f"{form}#{self.id}",))

    def is_still(self, then: FieldMark) -> bool:
        """Whether a field of this id asks what it asked then: another version of its form may ask something else by that id.

        Args:
            then: What was remembered of the field when it was answered.
        """
        if (self.type, self.slot) != (then.type, then.slot):
            return False
        if self.serves and then.serves:
            return not frozenset(self.serves).isdisjoint(then.serves)
        return self.slot is not None or self.label == then.label

    def columns_of(self, row: Iterable[str]) -> frozenset[tuple[str, str, str]]:
        """What those columns mean that have a cell in a row."""
        names = frozenset(row)
        return frozenset(column for column in self.columns if column[0] in names)


@frozen(kw_only=True)
class Origin:
    """The exact place an answer was first given in.

    Attributes:
        record: The record.
        field: The field of its form.
        shape: `text` (a whole text), `entry` (one attributed entry of a list), `row` (one row of a table), `cell` (one
            cell of a row) or `value` (anything else).
        child: Id of the child the answer was given for, in a field answered child by child.
        index: Position in the list of entries or rows.
        column: Id of the column, for a cell.
    """

    record: SourceRecord
    field: FieldMark
    shape: str
    child: str | None = None
    index: int | None = None
    column: str | None = None

    @property
    def row(self) -> tuple[str, str, str | None, int | None]:
        """What a row and the cells that were carried apart from it have in common."""
        return self.record.id, self.field.id, self.child, self.index
