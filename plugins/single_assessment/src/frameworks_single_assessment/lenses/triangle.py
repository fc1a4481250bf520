"""The Assessment Framework triangle: its three sides with twenty dimensions, and life outside the home beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from frameworks_core.host.contributions import Analysis, Lens, Section
from frameworks_core.model import Answer, Assessment, Statement
from frameworks_core.statute.dimensions import Dimension, Domain, domains, overlaps, whole
from frameworks_single_assessment.lenses.showing import is_own, section

_STRENGTHS = frozenset({"strength", "protective"})
_NEEDS = frozenset({"need", "harm", "danger", "complicating"})


def triangle(assessment: Assessment) -> Analysis:
    """What a record says about the child's world, side by side and dimension by dimension."""
    stated = [answer for answer in assessment.answers if isinstance(answer.content, Statement)]
    sections = [part for domain in domains() for part in _side(assessment, domain, stated)]
    without = [answer for answer in stated if not _dimensions(answer)]
    if without:
        sections.append(section(assessment, "Under no dimension", without, ""))
    return Analysis(tuple(sections), _questions(stated), tuple(_unseen(stated)))


def _side(assessment: Assessment, domain: Domain, stated: Sequence[Answer]) -> Iterator[Section]:
    every = {dimension.id for dimension in domain.dimensions}
    # A box for a whole side, as on the oldest forms, is shown once and not under each of its dimensions.
    as_a_whole = [
        answer
        for answer in stated
        if len(every) > 1 and every <= {whole(name) for name in _dimensions(answer)}
    ]
    if as_a_whole:
        yield section(assessment, f"{domain.label}: the side as a whole", as_a_whole, "")
    blank = []
    for dimension in domain.dimensions:
        within = [
            answer
            for answer in stated
            if answer not in as_a_whole and overlaps(_dimensions(answer), {dimension.id})
        ]
        parts = tuple(_dimension(assessment, f"{domain.label}: {dimension.label}", dimension, within))
        yield from parts
        if not parts:
            blank.append(dimension.label)
    if blank and not as_a_whole:
        prompt = f"Nothing is recorded about: {'; '.join(blank)}. Is it not relevant, or not known yet?"
        yield Section(f"{domain.label}: what nobody has written about", (), prompt)


def _dimension(
    assessment: Assessment, title: str, dimension: Dimension, within: Sequence[Answer]
) -> Iterator[Section]:
    groups: dict[str, list[Answer]] = {
        f"{title}, {name}": [answer for answer in within if belongs(answer)]
        for name, belongs in _GROUPS.items()
    }
    groups[f"{title}, impact on each child"] = _own(assessment, dimension, "impact")
    if not any(groups.values()):
        groups[f"{title}, how far it was looked at"] = _own(assessment, dimension, "status", "status_reason")
    for name, answers in groups.items():
        if answers:
            yield section(assessment, name, answers, "")


def _dimensions(answer: Answer) -> frozenset[str]:
    return answer.content.dimensions if isinstance(answer.content, Statement) else frozenset()


def _senses(answer: Answer) -> frozenset[str]:
    return answer.content.senses if isinstance(answer.content, Statement) else frozenset()


def _only(senses: frozenset[str]) -> Callable[[Answer], bool]:
    return lambda answer: bool(_senses(answer)) and _senses(answer) <= senses


def _is_information(answer: Answer) -> bool:
    return not _senses(answer) & (_STRENGTHS | _NEEDS)


def _is_mixed(answer: Answer) -> bool:
    """Whether an answer stands in a box that asks for several of these things at once."""
    return not (_only(_STRENGTHS)(answer) or _only(_NEEDS)(answer) or _is_information(answer))


_GROUPS: dict[str, Callable[[Answer], bool]] = {
    "strengths": _only(_STRENGTHS),
    "needs": _only(_NEEDS),
    "information": _is_information,
    "strengths, needs and information in one box": _is_mixed,
}


def _own(assessment: Assessment, dimension: Dimension, *parts: str) -> list[Answer]:
    """Answers to parts of a dimension of the single assessment that are conclusions, or remarks on the record."""
    fields = [f"{dimension.id}.{part}" for part in parts]
    return [answer for answer in assessment.answers if is_own(answer, *fields)]


def _questions(stated: Sequence[Answer]) -> tuple[str, ...]:
    gaps = []
    if stated and not any(_senses(answer) & _STRENGTHS for answer in stated):
        gaps.append("No strength is recorded anywhere. What goes well, and who would say so?")
    if stated and not any(_senses(answer) & _NEEDS for answer in stated):
        gaps.append("No need is recorded anywhere. What is hard, and for whom?")
    return tuple(gaps)


def _unseen(stated: Sequence[Answer]) -> Iterator[str]:
    yield "how the sides act on each other: nobody but a reader can see that"
    yield "views, plans and conclusions: only what is said about the child's world stands here"
    if any(map(_is_mixed, stated)):
        yield "which words in a box that asks for strengths and needs together are strengths and which are needs"


LENS = Lens(
    "single_assessment/triangle",
    "The triangle: the child, parenting, family and environment",
    (
        "What does each side tell us about the child's days?",
        "Which dimensions are blank, and is that because nobody asked?",
        "What does money, housing or isolation explain that might be put down to parenting?",
    ),
    triangle,
)
