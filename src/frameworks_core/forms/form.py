"""What a form is: sections of fields, each with its slot in the canonical assessment.

A `Form` is plain data, read from a TOML file by `frameworks_core.forms.loading`. Everything else (schema, validation,
conversion, the blank document) is derived from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, field, frozen

from frameworks_core.model import FieldMark, Slot

TYPES = (
    "text",
    "long",
    "date",
    "choice",
    "multi",
    "yes_no",
    "number",
    "scale",
    "person",
    "persons",
    "table",
)
COLUMN_TYPES = tuple(name for name in TYPES if name not in {"scale", "table"})
FUNCTIONS = ("gather", "analyse", "decide", "support")
"""The four statutory functions; every field serves one."""

ENDS = ("high", "low")
"""The ends of a scale, a score or a rating, one of which may be the good one."""

SUBJECTS = ("child", "parent", "family", "professional", "record")
REQUIRED = ("always", "when", "never")
MARKS = ("S2+", "S", "K", "D")
"""How well attested a field is: several sources, one source, background knowledge, our own design."""

WITHHOLDABLE = ("protected_address", "third_party", "police", "adult_health", "statutory_only")
"""Kinds of information a form may refuse to take in."""


@frozen(kw_only=True)
class Code:
    """One answer of a choice: the code stored, what practitioners read, what the family reads."""

    code: str
    label: str
    plain: str


YES_NO = (
    Code(code="yes", label="Yes", plain="Yes"),
    Code(code="no", label="No", plain="No"),
    Code(code="not_known", label="Not known", plain="We do not know yet"),
)


@frozen(kw_only=True)
class Column:
    """One column of a table. `property` is what the column means in the canonical row, if it has a meaning there."""

    id: str
    label: str
    plain: str
    type: str
    codes: tuple[Code, ...] = ()
    required: bool = False
    property: str | None = None


@frozen(kw_only=True)
class When:
    """When a conditional field is needed.

    `text` completes "needed ..."; where another field's answer decides, `field` and `codes` say which.
    """

    text: str
    field: str | None = None
    codes: tuple[str, ...] = ()


@frozen(kw_only=True)
class Field:
    """One question of a form.

    Attributes:
        id: Unique in the form; dots group related fields.
        label: What practitioners read.
        plain: What the family reads.
        type: One of `TYPES`.
        function: Which statutory function it serves.
        about: Whom it is about (`SUBJECTS`).
        source: How well attested it is: a mark of `MARKS`, then the source.
        required: `always`, `when` (see `when`) or `never`.
        when: The condition, with `required = "when"`.
        added: Whether it is ours and not on the historical form; such fields can be hidden.
        per_child: Whether a family form asks it for each child separately.
        born_only: Whether it can only be asked of a child who has been born.
        guidance: A prompt for the practitioner.
        codes: Answers of a choice.
        columns: Columns of a table.
        minimum: Least number.
        maximum: Greatest number.
        whole: Whether the number must be whole.
        better: Which end of a scale, score or rating is the good one (`ENDS`); None where the form does not say.
        slot: Its place in the canonical assessment; None where it has no home there.
        disclosure: The kind of information (`WITHHOLDABLE`) every answer to it is, such as `statutory_only`.
        serves: In a form composed of others, the questions this one asks for, each `form#field`; of a question that a
            base blend brings, its name there. No form file has it.
    """

    id: str
    label: str
    plain: str
    type: str
    function: str
    about: str
    source: str
    required: str = "never"
    when: When | None = None
    added: bool = False
    per_child: bool = False
    born_only: bool = False
    guidance: str | None = None
    codes: tuple[Code, ...] = ()
    columns: tuple[Column, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = False
    better: str | None = None
    slot: Slot | None = None
    disclosure: str | None = None
    serves: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """How well attested the field is (one of `MARKS`)."""
        return self.source.split(maxsplit=1)[0]

    def label_of(self, code: str) -> str:
        """The label of one of the field's codes, or the code itself where the form does not know it."""
        return next((known.label for known in self.codes if known.code == code), code)

    def column(self, column_id: str) -> Column | None:
        """The column with this id, or None."""
        return next((column for column in self.columns if column.id == column_id), None)

    def marked(self) -> FieldMark:
        """What a document remembers of this field when it hands on one of its answers."""
        columns = tuple(
            (column.id, column.property, column.type) for column in self.columns if column.property
        )
        return FieldMark(
            id=self.id,
            label=self.label,
            type=self.type,
            slot=self.slot,
            columns=columns,
            disclosure=self.disclosure,
            serves=self.serves,
        )


@frozen(kw_only=True)
class Section:
    """A part of a form, in the order it is filled in."""

    id: str
    title: str
    plain: str
    fields: tuple[Field, ...]
    guidance: str | None = None


@frozen(kw_only=True)
class Wording:
    """Other words for a section, a field or a column."""

    label: str
    plain: str
    guidance: str | None = None


@frozen(kw_only=True)
class Variant:
    """Another set of labels over the same questions (`frameworks_core.forms.variants`).

    Attributes:
        code: The answer to the form's `variant_field` that chooses it.
        title: What the variant is called.
        labels: Other words, by id of a field, or `field.column`.
        sections: Other words, by id of a section.
    """

    code: str
    title: str
    labels: dict[str, Wording]
    sections: dict[str, Wording] = field(factory=dict)


@frozen(kw_only=True)
class Form:
    """One form of one framework.

    Attributes:
        id: `<framework>/<name>`.
        version: Version of the form; a document names it.
        title: What practitioners call it.
        plain_title: What the family is told it is.
        about: `child` for a form about one child, `family` for one about several.
        basis: `consent` for a voluntary form, `statute` for one made under a legal duty.
        source: How well attested the form as a whole is.
        sections: Its parts.
        withholds: Kinds of information that may not be brought into it (`WITHHOLDABLE`); a voluntary form takes in none
            of them, whether it names them or not.
        notes: Caveats a reader must see.
        variant_field: The choice whose answer says which variant's labels a document uses.
        variants: Other sets of labels over the same questions.
    """

    id: str
    version: str
    title: str
    plain_title: str
    about: str
    basis: str
    source: str
    sections: tuple[Section, ...]
    withholds: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    variant_field: str | None = None
    variants: tuple[Variant, ...] = ()

    @property
    def framework(self) -> str:
        """The framework the form belongs to."""
        return self.id.partition("/")[0]

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields.values())

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every field by id, in the order of the form."""
        return {field.id: field for section in self.sections for field in section.fields}

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields that are needed always or in some condition, in the order of the form."""
        return tuple(field for field in self if field.required != "never")

    @property
    def is_about_family(self) -> bool:
        """Whether one document of this form is about several children."""
        return self.about == "family"

    def without_added(self) -> Form:
        """The form as it was on paper: without the fields we added."""
        kept = (
            evolve(section, fields=tuple(field for field in section.fields if not field.added))
            for section in self.sections
        )
        return evolve(self, sections=tuple(section for section in kept if section.fields))
