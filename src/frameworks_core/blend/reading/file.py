"""What a blend file may say: its tables and keys, each with what it is for.

Every key may be left out of a file that extends another. From these classes come the strict reading of the file, the JSON
Schema that editors complete it by, and the list of keys in the guide.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import NOTHING, Attribute, field, fields, frozen, resolve_types

from frameworks_core.forms.form import (
    ENDS,
    FUNCTIONS,
    REQUIRED,
    SUBJECTS,
    TYPES,
    WITHHOLDABLE,
    Code,
    Column,
    Field,
    When,
)
from frameworks_core.model import Slot

ADDED = "added"
"""A list of this kind goes on from the base blend's; `without` takes entries out. Any other value replaces the base's."""


@frozen
class Spelling:
    """How a name has to be spelled.

    Attributes:
        pattern: A regular expression for the whole name.
        says: The same in words.
    """

    pattern: str
    says: str


_WORD = "[a-z][a-z0-9_]*"
FORM_NAME = Spelling(
    f"{_WORD}/{_WORD}", "two lower-case words with a slash between them, such as my_borough/assessment"
)
NAME = Spelling(f"{_WORD}([.]{_WORD})*", "lower-case words joined by _ and grouped by dots")


def key(
    says: str,
    *,
    default: Any = None,
    one_of: tuple[str, ...] = (),
    by: str | None = None,
    spelled: Spelling | None = None,
    least: int | None = None,
) -> Any:
    """A key of a blend file.

    Args:
        says: What it is for, in a sentence for a practice lead.
        default: What is so where no file says anything; `NOTHING` where the table has to say it.
        one_of: The words it may be, where only some are allowed.
        by: For a list of tables: the key of its entries that names each.
        spelled: For a name: how it has to be spelled.
        least: For a number, or a list of them: the least it may be.
    """
    about = {"says": says, "one_of": one_of, "by": by, "spelled": spelled, "least": least}
    return field(default=default, metadata=about)


def needed(says: str, *, one_of: tuple[str, ...] = (), spelled: Spelling | None = None) -> Any:
    """A key without which its table says nothing."""
    return key(says, default=NOTHING, one_of=one_of, spelled=spelled)


def added(says: str, *, by: str | None = None, one_of: tuple[str, ...] = ()) -> Any:
    """A list that goes on from the base blend's."""
    return field(
        default=(),
        metadata={"says": says, "merge": ADDED, "by": by, "one_of": one_of, "spelled": None, "least": None},
    )


@frozen(kw_only=True)
class Identity:
    """What the blend is called as a form."""

    id: str | None = key(
        "Id of the form it makes: your authority, a slash, the record: `my_borough/assessment`.",
        spelled=FORM_NAME,
    )
    version: str | None = key("Its version; documents name it. Raise it whenever the questions change.")
    title: str | None = key("What practitioners call the record.")
    plain_title: str | None = key("What the family is told it is.")
    about: str | None = key(
        "Whether one document is about one child or a family.", one_of=("child", "family")
    )
    basis: str | None = key(
        "Whether the record is voluntary or made under a legal duty.", one_of=("consent", "statute")
    )
    withholds: tuple[str, ...] = added(
        "Kinds of information that may not be brought into it.", one_of=WITHHOLDABLE
    )
    notes: tuple[str, ...] = added("Caveats a reader must see.")


@frozen(kw_only=True)
class Authority:
    """Whose blend it is, and under which guidance."""

    name: str | None = key("The authority's name.")
    statute: str | None = key("The edition of the statutory guidance it works to: a statute pack.")


@frozen(kw_only=True)
class Change:
    """What the authority changes about one question."""

    label: str | None = key("What practitioners read.")
    plain: str | None = key("What the family reads.")
    guidance: str | None = key("A prompt for the practitioner.")
    required: bool | str | None = key(
        "`true` or `always`, `false` or `never`, or `when` with `when` beside it.", one_of=REQUIRED
    )
    when: When | None = key("When it is needed: `text`, and `field` with `is` where an answer decides it.")
    hide: bool = key("Whether it is not asked. A statutory item is never hidden.", default=False)
    section: str | None = key("Id of the section it moves to.")
    after: str | None = key("Id of the question it follows.")
    minutes: float | None = key("How many minutes answering it takes, where the estimate is wrong.", least=0)


@frozen(kw_only=True)
class SectionChange:
    """What the authority changes about one section."""

    title: str | None = key("What practitioners read.")
    plain: str | None = key("What the family reads.")
    guidance: str | None = key("A prompt for the practitioner.")
    order: tuple[str, ...] = key("Ids of its questions that come first, in this order.", default=())


@frozen(kw_only=True)
class LocalSection:
    """A section of the authority's own."""

    id: str = needed("Its id.", spelled=NAME)
    title: str = needed("What practitioners read.")
    plain: str = needed("What the family reads.")
    guidance: str | None = key("A prompt for the practitioner.")


@frozen(kw_only=True)
class LocalQuestion(Field):
    """A question of the authority's own: the keys of a question in a form file, and the section it stands in."""

    section: str = needed("Id of the section of the blend it stands in.")
    minutes: float | None = key("How many minutes answering it takes.", least=0)
    id: str = needed("Its id, under which documents hold the answer.", spelled=NAME)
    label: str = needed("What practitioners read.")
    plain: str = needed("What the family reads.")
    type: str = needed("The kind of answer.", one_of=TYPES)
    guidance: str | None = key("A prompt for the practitioner.")
    required: str = key("Whether a final record needs it.", default="never", one_of=REQUIRED)
    when: When | None = key("When it is needed: `text`, and `field` with `is` where an answer decides it.")
    codes: tuple[Code, ...] = key(
        "For a choice: its answers, or the name of a shared list of codes.", default=()
    )
    columns: tuple[Column, ...] = key("For a table: its columns.", default=())
    minimum: float | None = key("For a number or a scale: the least.")
    maximum: float | None = key("For a number or a scale: the greatest.")
    whole: bool = key("For a number or a scale: whether it has to be whole.", default=False)
    better: str | None = key("For a number or a scale: which end is the good one.", one_of=ENDS)
    slot: Slot | None = key(
        "Its place in the canonical assessment; without one the answer is carried, never converted."
    )
    function: str = key("The statutory function it serves.", default="gather", one_of=FUNCTIONS)
    about: str = key("Whom it is about.", default="child", one_of=SUBJECTS)
    per_child: bool = key("In a family's record: whether each child is asked.", default=False)
    born_only: bool = key("Whether only a child who has been born can be asked.", default=False)
    disclosure: str | None = key(
        "The kind of information every answer is, where it may not go everywhere.", one_of=WITHHOLDABLE
    )
    source: str = key(
        "How well attested it is: S2+, S, K or D, a space, and the source.",
        default="D a question of the authority's own",
    )
    added: bool = key("Whether it may be hidden with `--as-on-paper`.", default=False)

    @property
    def question(self) -> Field:
        """The question alone, as any form asks it."""
        return Field(**{attribute.name: getattr(self, attribute.name) for attribute in fields(Field)})


@frozen(kw_only=True)
class Gather:
    """What is asked."""

    forms: tuple[str, ...] = added("Whole forms, in the order they are asked.")
    sections: tuple[str, ...] = added("Single sections, each `framework/form#section`.")
    questions: tuple[str, ...] = added("Single questions, each `framework/form#question`.")
    without: tuple[str, ...] = key(
        "Forms, sections, questions or local questions of the base blend to leave out.", default=()
    )
    versions: dict[str, str] = key("The version wanted of a form, by its id.", default={})
    variants: dict[str, str] = key("The label variant to use of a form, by its id.", default={})
    order: tuple[str, ...] = key("Ids of the sections that come first, in this order.", default=())
    together: tuple[tuple[str, ...], ...] = added(
        "Questions to be asked as one although their slots differ, each `framework/form#question`. One answer has to fit all."
    )
    apart: tuple[tuple[str, ...], ...] = added(
        "Questions to be asked separately although they ask for the same: each `framework/form#question`, or the id of one of your own."
    )
    fields: dict[str, dict[str, Change]] = key("Changes, by form and question.", default={})
    section: dict[str, SectionChange] = key("Changes, by section of the blend.", default={})
    local_sections: tuple[LocalSection, ...] = added("Sections of your own.", by="id")
    local: tuple[LocalQuestion, ...] = added("Questions of your own.", by="id")


@frozen(kw_only=True)
class Analyse:
    """How it is thought through."""

    lenses: tuple[str, ...] = added("The lenses `frameworks analyse` looks through.")
    without: tuple[str, ...] = key("Lenses of the base blend to leave out.", default=())


@frozen(kw_only=True)
class Decide:
    """What bears on decisions, and when a manager looks in."""

    guides: tuple[str, ...] = added("The guides `frameworks decide` asks by.")
    without: tuple[str, ...] = key("Guides of the base blend to leave out.", default=())
    checkpoints: tuple[int, ...] = key("Working days on which a manager looks in.", default=(), least=1)
    limit: int | None = key("Working days within which it is finished.", least=1)
    counted_from: str | None = key(
        "The question whose date they are counted from, `framework/form#question`."
    )
    finished_on: str | None = key("The question whose date says that it is finished.")


@frozen(kw_only=True)
class Support:
    """What plans are made."""

    plans: tuple[str, ...] = added("The plans `frameworks plan` drafts.")
    without: tuple[str, ...] = key("Plans of the base blend to leave out.", default=())


@frozen(kw_only=True)
class Ignored:
    """A rule the authority does not use."""

    code: str = needed("The rule's code.")
    reason: str | None = key("Why.")
    by: str | None = key("Who decided it, by role.")
    until: date | None = key("The last day on which it is so.")


@frozen(kw_only=True)
class Regraded:
    """A rule the authority takes more or less seriously."""

    code: str = needed("The rule's code.")
    severity: str = needed("How serious it is here.", one_of=("error", "warning", "note"))
    reason: str | None = key("Why.")
    by: str | None = key("Who decided it, by role.")
    until: date | None = key("The last day on which it is so.")


@frozen(kw_only=True)
class RuleChanges:
    """Which rules are used, and how serious they are."""

    ignore: tuple[Ignored, ...] = added("Rules that are not used.", by="code")
    severity: tuple[Regraded, ...] = added("Rules that are more or less serious here.", by="code")
    without: tuple[str, ...] = key("Codes for which the base blend's choice does not hold.", default=())


@frozen(kw_only=True)
class BlendFile:
    """A blend file."""

    extends: str | None = key("The base blend this one extends: a file, named from the folder of this one.")
    blend: Identity = key("What the blend is called as a form.", default=Identity())
    authority: Authority = key("Whose blend it is, and under which guidance.", default=Authority())
    plugins: dict[str, str] = key(
        "Where each framework comes from: its distribution, with a version if it matters, as pip takes it.",
        default={},
    )
    gather: Gather = key("What is asked.", default=Gather())
    analyse: Analyse = key("How it is thought through.", default=Analyse())
    decide: Decide = key("What bears on decisions, and when a manager looks in.", default=Decide())
    support: Support = key("What plans are made.", default=Support())
    rules: RuleChanges = key("Which rules are used, and how serious they are.", default=RuleChanges())


TABLES: tuple[type, ...] = (
    Identity,
    Authority,
    Change,
    SectionChange,
    LocalSection,
    LocalQuestion,
    Gather,
    Analyse,
    Decide,
    Support,
    Ignored,
    Regraded,
    RuleChanges,
    BlendFile,
)
"""The tables of a blend file, each after those it is made of."""


def keys_of(table: type) -> tuple[Attribute[Any], ...]:
    """The keys of one of the tables, each with what is known of it; types are types, and not their names."""
    resolve_types(table)
    known: tuple[Attribute[Any], ...] = fields(table)
    return known
