"""Whose view an answer is, in a record of any form, and that view in its own words.

A view belongs to whoever the record names. Where it names nobody, a child's view belongs to the only child of the record, and
any other to nobody. What somebody guesses about another is never that person's view.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.host.contributions import Entry
from frameworks_core.model import Answer, Assessment, Conversation
from frameworks_core.model.wording import names_of, words_of
from frameworks_reclaiming_social_work.lenses.family import children
from frameworks_reclaiming_social_work.lenses.showing import (
    Part,
    cell_of,
    earlier,
    entry,
    in_words,
    is_own,
    shown,
    text_of,
)

_KINDS = frozenset({"view", "comment"})
_HOW = {
    "shown": "shown without words",
    "reported": "somebody else says so",
}
_BESIDE_THE_VIEW = (
    Part("hopes", "Hopes"),
    Part("view_of_help", "Of the help"),
)
_INSTEAD_OF_A_VIEW = (
    Part("why_not", "Not asked"),
    Part("our_guess", "Our guess, and not their view"),
)


def is_view(answer: Answer) -> bool:
    """Whether an answer stands where a form asks how somebody sees it."""
    slot = answer.origin.field.slot
    return slot is not None and slot.kind in _KINDS


def is_said(answer: Answer) -> bool:
    """Whether it holds what somebody said or showed, and not only that they were not asked or what is guessed."""
    if not is_own(answer, "perspectives"):
        return True
    said = any(cell_of(answer, cell) for cell in ("text", "hopes", "view_of_help"))
    return said and cell_of(answer, "known_from") != "not_asked"


def owners(assessment: Assessment, answer: Answer) -> tuple[str, ...]:
    """Ids of those whose view an answer is; empty where the record names nobody."""
    if answer.origin.child:
        return (answer.origin.child,)
    named = named_in(answer, "who") or named_in(answer, "source") or named_in(answer, "child")
    slot = answer.origin.field.slot
    if slot is None or slot.whose != "child":
        return named
    young = children(assessment)
    theirs = tuple(one for one in (*named, *named_in(answer, "about")) if one in young)
    return theirs or (assessment.about if len(assessment.about) == 1 else ())


def quoted(assessment: Assessment, person: str) -> Iterator[Entry]:
    """What a record has somebody say in other places than views, and what they said back in a conversation."""
    for answer in assessment.answers:
        if is_view(answer):
            continue
        if person in named_in(answer, "source"):
            yield entry(assessment, answer)
        elif isinstance(answer.content, Conversation) and person in named_in(answer, "with_whom"):
            for part in shown(assessment, answer, (Part("came_back", "What came back"),)):
                names = in_words(assessment, answer.content.with_whom)
                yield Entry(part.text, "; ".join(filter(None, (names, part.said))), part.places)


def named_in(answer: Answer, cell: str) -> tuple[str, ...]:
    """Ids in a cell that names people or services."""
    named = answer.value.get(cell) if isinstance(answer.value, dict) else None
    if isinstance(named, str):
        return (named,)
    return tuple(map(str, named)) if isinstance(named, list) else ()


def view(assessment: Assessment, answer: Answer) -> Iterator[Entry]:
    """A view in its own words, with whose it is, who passed it on, of which day, and how it is known."""
    whose = owners(assessment, answer)
    others = [one for one in named_in(answer, "source") if one not in whose]
    told = [
        names_of(assessment, whose) if whose else "nobody is named",
        f"told by {names_of(assessment, others)}" if others else "",
        in_words(assessment, answer.value.get("on")) if isinstance(answer.value, dict) else "",
        _HOW.get(str(cell_of(answer, "known_from")), ""),
        earlier(assessment, answer),
    ]
    said = "; ".join(filter(None, told))
    own = is_own(answer, "perspectives")
    text = text_of(answer)
    if text or not own:
        yield Entry(text or words_of(assessment, answer), said, (answer.pointer,))
    if own:
        for part in shown(assessment, answer, _BESIDE_THE_VIEW + _INSTEAD_OF_A_VIEW):
            yield Entry(part.text, said, part.places)
