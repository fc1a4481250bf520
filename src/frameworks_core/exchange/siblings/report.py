"""What the report says of documents that were joined: what each of them was, who was matched, and who may be the same.

People are named by document and id (`2:p5`), never by name.
"""

from __future__ import annotations

from typing import Any

from attrs import field, frozen


@frozen(order=True)
class Row:
    """A row of one document's people table: the number of the document, from 1, and the person's id there."""

    document: int
    id: str

    @property
    def name(self) -> str:
        """As `--same` names it: `2:p5`."""
        return f"{self.document}:{self.id}"

    @property
    def in_words(self) -> str:
        """As a sentence names it."""
        return f"{self.id} of document {self.document}"


Pair = tuple[Row, Row]


@frozen
class Doubt:
    """Two rows that may be one person, and why nobody but a person can say.

    Attributes:
        one: The row of the earlier document.
        other: The row of the later one.
        why: What they share, and what speaks against it, in words without a value.
        differs: Whether the two rows say different things; then they stay two.
    """

    one: Row
    other: Row
    why: str
    differs: bool

    @property
    def in_words(self) -> str:
        """The pair in a sentence."""
        return f"{self.one.in_words} and {self.other.in_words}: {self.why}"

    @property
    def confirmed_by(self) -> str:
        """What says that the two are one person."""
        return f"--same {self.one.name}={self.other.name}"


@frozen(kw_only=True)
class Source:
    """One of the documents.

    Attributes:
        form: Id of its form.
        version: Version of that form.
        answers: How many answers it has.
        renamed: Ids of people and services that others have too, and what they are in the joined document.
        renamed_events: Likewise ids of events.
    """

    form: str
    version: str
    answers: int
    renamed: dict[str, str] = field(factory=dict)
    renamed_events: dict[str, str] = field(factory=dict)


@frozen(kw_only=True)
class Joined:
    """What is to be said of the documents together.

    Attributes:
        sources: The documents, in the order they were given.
        matched: The rows of each person who stands in several documents.
        confirmed: How many of those were matched because a person said so.
        doubtful: Pairs that may be one person.
    """

    sources: tuple[Source, ...]
    matched: tuple[tuple[Row, ...], ...] = ()
    confirmed: int = 0
    doubtful: tuple[Doubt, ...] = ()

    @property
    def how_to_say(self) -> str:
        """What to do about the pairs in doubt; there must be some."""
        first = min(self.doubtful, key=lambda doubt: doubt.differs)
        return (
            f"Where two are one person, join again with --same for each such pair ({first.confirmed_by}). Rows that "
            "differ stay two until a slip, or what is out of date, is put right in its document. Nothing is lost while "
            "they stay two."
        )

    def as_json(self) -> dict[str, Any]:
        """What stands beside the parts that every report has."""
        return {
            "sources": [
                {
                    "document": number,
                    "form": source.form,
                    "version": source.version,
                    "answers": source.answers,
                    "renamed": source.renamed,
                    "renamed_events": source.renamed_events,
                }
                for number, source in enumerate(self.sources, start=1)
            ],
            "matched": [[row.name for row in rows] for rows in self.matched],
            "doubtful": [
                {
                    "people": [doubt.one.name, doubt.other.name],
                    "why": doubt.why,
                    "differs": doubt.differs,
                    "confirm": doubt.confirmed_by,
                }
                for doubt in self.doubtful
            ],
        }

    def listed(self) -> list[str]:
        """A line for each document, for people."""
        return [
            f"document {number}: {source.form} {source.version}, {source.answers} answers"
            for number, source in enumerate(self.sources, start=1)
        ]

    def counted(self) -> str:
        """How many people were matched, and by what, in a sentence."""
        number = len(self.matched) - self.confirmed
        matched = {0: "Nobody was", 1: "1 person was"}.get(number, f"{number} people were")
        by_you = f", and {self.confirmed} because you said so" if self.confirmed else ""
        return f"{matched} matched by NHS number or UPN{by_you}; everybody else has a row from each document."
