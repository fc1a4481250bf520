"""What a blend file may say: its tables and keys, each with what it is for.

Every key may be left out of a file that extends another. From these classes come the strict reading of the file, the JSON
Schema that editors complete it by, and the list of keys in the guide.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from frameworks_core.blend.reading.gather_keys import (
    Change,
    Gather,
    LocalQuestion,
    LocalSection,
    SectionChange,
)
from frameworks_core.blend.reading.keys import FORM_NAME, added, key, needed
from frameworks_core.forms.form import WITHHOLDABLE


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
    statute: str | None = key(
        "The edition of the statutory guidance the blend is held against: what it must ask, and its longest limit. "
        "A record is held against the edition of its own day."
    )


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
