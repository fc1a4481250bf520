"""Needs and strengths element by element, what the actions do not name, and what nobody has written about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from frameworks_caf.lenses.elements import DOMAINS, Element
from frameworks_core.host.contributions import Analysis, Entry, Lens, Section
from frameworks_core.model import Action, Answer, Assessment, Statement
from frameworks_core.model.wording import attribution_of, names_of, said, words_of
from frameworks_core.statute.dimensions import covers, overlaps

_Stated = tuple[Answer, Statement]

_NEEDS = frozenset({"need", "harm", "danger", "complicating"})
_STRENGTHS = frozenset({"strength", "protective"})
_EVIDENCE = frozenset({"evidence"})


def needs_and_strengths(assessment: Assessment) -> Analysis:
    """What a record holds about each element: what goes well, what is hard, what is not sorted into either."""
    stated = [
        (answer, answer.content) for answer in assessment.answers if isinstance(answer.content, Statement)
    ]
    actions = [answer.content for answer in assessment.answers if isinstance(answer.content, Action)]
    links = [action for action in actions if action.need is not None or action.dimension is not None]
    sections = [
        section
        for domain, elements in DOMAINS.items()
        for section in _domain(assessment, domain, elements, stated, links)
    ]
    across = [one for one in stated if _place(one[1]) is None]
    if across:
        sections.append(
            Section("Across several elements, or outside them", tuple(_entries(assessment, across)))
        )
    return Analysis(
        tuple(sections),
        tuple(_questions(stated, actions, links)),
        tuple(_unseen(across)),
    )


def _place(statement: Statement) -> Element | None:
    """The one element a statement belongs to; None where it is about more than one, or about none."""
    elements = [element for elements in DOMAINS.values() for element in elements]
    touched = [element for element in elements if overlaps(statement.dimensions, element.dimensions)]
    within = [element for element in touched if covers(element.dimensions, statement.dimensions)]
    return touched[0] if len(touched) == 1 else within[0] if len(within) == 1 else None


def _domain(
    assessment: Assessment,
    domain: str,
    elements: Iterable[Element],
    stated: Sequence[_Stated],
    links: Sequence[Action],
) -> Iterator[Section]:
    blank = []
    for element in elements:
        here = [one for one in stated if _place(one[1]) == element]
        strengths = [one for one in here if _is_only(one[1], _STRENGTHS)]
        needs = [one for one in here if _is_only(one[1], _NEEDS)]
        known_by = [one for one in here if _is_only(one[1], _EVIDENCE)]
        sorted_ones = (*strengths, *needs, *known_by)
        unsorted = [one for one in here if one not in sorted_ones]
        title = f"{domain}: {element.label}"
        if strengths:
            yield Section(f"{title}, strengths", tuple(_entries(assessment, strengths)))
        if needs:
            named = not links or any(_names(action, element, needs) for action in links)
            prompt = "" if named else "No action names this. Which one answers it, or why is there none?"
            yield Section(f"{title}, needs", tuple(_entries(assessment, needs)), prompt)
        if unsorted:
            yield Section(
                f"{title}, not sorted into strengths and needs", tuple(_entries(assessment, unsorted))
            )
        if known_by:
            yield Section(f"{title}, how it is known", tuple(_entries(assessment, known_by)))
        if not here:
            blank.append(element.label)
    if blank:
        prompt = f"Nothing is written about: {'; '.join(blank)}. Does it not apply, or has nobody asked?"
        yield Section(f"{domain}: what nobody has written about", (), prompt)


def _is_only(statement: Statement, senses: frozenset[str]) -> bool:
    return bool(statement.senses) and statement.senses <= senses


def _names(action: Action, element: Element, needs: Iterable[_Stated]) -> bool:
    """Whether an action names an element: by its dimension, by the element's name, or by the need in its own words."""
    if isinstance(action.dimension, str) and overlaps({action.dimension}, element.dimensions):
        return True
    if not isinstance(action.need, str) or not (words := action.need.casefold().rstrip(".")):
        return False
    texts = [statement.text.casefold() for _, statement in needs]
    return element.label.casefold() in words or any(words in text or text in words for text in texts)


def _entries(assessment: Assessment, stated: Iterable[_Stated]) -> Iterator[Entry]:
    people = {person.id for person in assessment.people}
    for answer, statement in stated:
        about = (answer.origin.child, *(statement.attribution.about or ()))
        named = [one for one in dict.fromkeys(about) if one in people]
        record = answer.origin.record
        told = (
            said(assessment, attribution_of(answer.content)),
            f"about {names_of(assessment, named)}" if named else "",
            ""
            if record == assessment.record
            else ", ".join(filter(None, (f"from {record.title}", record.recorded_on))),
        )
        yield Entry(words_of(assessment, answer), "; ".join(filter(None, told)), (answer.pointer,))


def _questions(
    stated: Sequence[_Stated], actions: Sequence[Action], links: Sequence[Action]
) -> Iterator[str]:
    needs = [statement for _, statement in stated if _is_only(statement, _NEEDS)]
    if needs and not actions:
        yield "Needs are recorded, and no action. What has been agreed, by whom?"
    elif needs and not links:
        yield "No action says which need it answers. Which need has none?"
    if needs and not any(statement.senses & _STRENGTHS for _, statement in stated):
        yield "No strength is recorded. What goes well, and who would say so?"


def _unseen(across: Sequence[_Stated]) -> Iterator[str]:
    yield "how much any need matters: that is for the child, the family and you to say"
    yield "needs written down only as a view, an event or a conclusion"
    if across:
        yield "to which element a text belongs that was written about several at once"


LENS = Lens(
    "caf/needs_and_strengths",
    "Needs and strengths, element by element",
    (
        "Which strengths could help with which needs?",
        "Which needs has the child named, and which the parents?",
        "Which need has no action, and why?",
    ),
    needs_and_strengths,
)
