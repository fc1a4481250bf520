"""What `[gather]` of a blend file may say: what is asked, what is changed about it, and what the authority asks besides."""

from __future__ import annotations

from attrs import fields, frozen

from frameworks_core.blend.reading.keys import NAME, added, key, needed
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
