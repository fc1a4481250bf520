"""What a new blend is to be: the choices made, and what there is to choose from."""

from __future__ import annotations

from attrs import frozen

from frameworks_core.blend.composition.choosing import SEPARATOR


@frozen(kw_only=True)
class Start:
    """What a new blend begins with. What is None is not said in the file.

    Attributes:
        name: The authority's name.
        id: Id of the form it makes.
        version: Its version.
        title: What practitioners call the record.
        plain_title: What the family is told it is.
        about: `child` or `family`.
        basis: `consent` or `statute`.
        statute: Id of a statute pack.
        extends: The base blend's file, as named from where the command runs.
        forms: Whole forms.
        sections: Single sections.
        lenses: Ways of looking.
        guides: Guides to decisions.
        plans: Kinds of plan.
    """

    name: str | None = None
    id: str | None = None
    version: str = "1"
    title: str | None = None
    plain_title: str | None = None
    about: str | None = None
    basis: str | None = None
    statute: str | None = None
    extends: str | None = None
    forms: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    lenses: tuple[str, ...] | None = None
    guides: tuple[str, ...] | None = None
    plans: tuple[str, ...] | None = None

    @property
    def frameworks(self) -> tuple[str, ...]:
        """The frameworks it asks the questions of, in order."""
        names = (*self.forms, *(section.partition(SEPARATOR)[0] for section in self.sections))
        return tuple(dict.fromkeys(name.partition("/")[0] for name in names))


@frozen(kw_only=True)
class Offer:
    """What is installed and may be chosen: names with titles, in order."""

    forms: dict[str, str]
    lenses: dict[str, str]
    guides: dict[str, str]
    plans: dict[str, str]
    statutes: dict[str, str]
