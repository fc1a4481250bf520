"""Where everybody stands on a scale: each number beside the others, with its reason, and each person's over time.

Nothing here makes one number of several, orders people by theirs, or turns a scale round: that is for those who gave them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frameworks_core.host.contributions import Entry, Section
from frameworks_core.model import Answer, Assessment, Rating, Scale
from frameworks_signs_of_safety.lenses.showing import (
    cell,
    entry,
    is_professional,
    named_person,
    own,
    parts,
    section,
    short_names,
)
from frameworks_signs_of_safety.lenses.words import Words


def on_scales(
    assessment: Assessment, words: Words, name: str, scales: Sequence[Answer], none: str
) -> Iterator[Section]:
    """Scales with their two ends, and everybody's numbers on them.

    Args:
        assessment: The record.
        words: The words of its variant.
        name: What the scales are about, as it stands in the titles.
        scales: The scales.
        none: What to ask where there is no scale.
    """
    yield Section(
        f"{name}: the scale",
        tuple(_scale(assessment, answer) for answer in scales),
        _about_the_ends(words, scales) if scales else none,
    )
    if scales:
        refs = {ref for answer in scales for ref in short_names(getattr(answer.content, "ref", None))}
        yield from _numbers(assessment, name, ratings_on(assessment, refs))
        yield from _better(assessment, name, refs)


def ratings_on(assessment: Assessment, refs: set[str]) -> list[Answer]:
    """The ratings on scales of these short names, in the order of the record."""
    return [
        answer
        for answer in assessment.answers
        if isinstance(answer.content, Rating) and refs.intersection(short_names(answer.content.scale))
    ]


def rating_entry(assessment: Assessment, answer: Answer) -> Entry:
    """One person's number on one day, why, and what one higher would look like."""
    rating = answer.content
    if not isinstance(rating, Rating):
        return entry(assessment, answer)
    text = parts(
        (_rater(assessment, answer), _number(rating)),
        ("why", rating.reason),
        ("one higher", rating.one_higher),
    )
    capacity = str(rating.capacity or "").replace("_", " ")
    told = (capacity, str(rating.on or "no day"), f"on {rating.scale}" if rating.scale else "")
    return entry(assessment, answer, text, ", ".join(filter(None, told)))


def _number(rating: Rating) -> str:
    return "no number" if rating.number is None else str(rating.number)


def _rater(assessment: Assessment, answer: Answer) -> str:
    rating = answer.content
    if not isinstance(rating, Rating):
        return ""
    return (
        named_person(assessment, rating.rater) or str(rating.capacity or "").replace("_", " ") or "somebody"
    )


def _scale(assessment: Assessment, answer: Answer) -> Entry:
    scale = answer.content
    if not isinstance(scale, Scale):
        return entry(assessment, answer)
    text = parts(("", scale.ref), ("0 means", scale.low), ("10 means", scale.high))
    turned = "0 is said to be the good end" if cell(answer, "safe_end") == "zero" else ""
    return entry(assessment, answer, text, turned)


def _about_the_ends(words: Words, scales: Sequence[Answer]) -> str:
    if any(cell(answer, "safe_end") == "zero" for answer in scales):
        return f"In this model 10 is always the {words.ten} end. Who turns the two ends round, and asks everybody again?"
    contents = [answer.content for answer in scales if isinstance(answer.content, Scale)]
    if any(not (scale.low and scale.high) for scale in contents):
        return f"10 is always the {words.ten} end. What do 0 and 10 mean here, for this child?"
    return ""


def _numbers(assessment: Assessment, name: str, ratings: Sequence[Answer]) -> Iterator[Section]:
    latest: dict[str, Answer] = {}
    for answer in sorted(ratings, key=_day):
        latest[_rater_key(answer)] = answer
    last = [answer for answer in ratings if latest[_rater_key(answer)] is answer]
    yield section(
        f"{name}: everybody's number, side by side",
        _beside_each_other(assessment, last),
        "Nobody has given a number. Where does each child, parent, relative and worker stand, and why?",
        _who_is_missing(assessment, last),
    )
    if ratings:
        reasons = (rating_entry(assessment, answer) for answer in sorted(ratings, key=_day))
        yield Section(f"{name}: each number with its reason", tuple(reasons))
        yield section(
            f"{name}: each person's number over time",
            _over_time(assessment, ratings),
            "Nobody's number is here for two days. What did each say on the map before, and what is different since?",
            "What was different between those days, and who saw it?",
        )


def _beside_each_other(assessment: Assessment, ratings: Sequence[Answer]) -> Iterator[Entry]:
    """All numbers in one line, in the order of the record; each with its day where they are of different days."""
    if ratings:
        one_day = len({_day(answer) for answer in ratings}) == 1
        numbers = (
            f"{_rater(assessment, answer)} {_number(answer.content)}"
            + ("" if one_day else f" ({answer.content.on or 'no day'})")
            for answer in ratings
            if isinstance(answer.content, Rating)
        )
        yield Entry(", ".join(numbers), "", tuple(answer.pointer for answer in ratings))


def _over_time(assessment: Assessment, ratings: Sequence[Answer]) -> Iterator[Entry]:
    each: dict[str, list[Answer]] = {}
    for answer in sorted(ratings, key=_day):
        each.setdefault(_rater_key(answer), []).append(answer)
    for answers in each.values():
        if len(answers) > 1:
            days = (
                f"{_number(answer.content)} on {answer.content.on or 'no day'}"
                for answer in answers
                if isinstance(answer.content, Rating)
            )
            text = f"{_rater(assessment, answers[0])}: {', '.join(days)}"
            yield Entry(text, "", tuple(answer.pointer for answer in answers))


def _day(answer: Answer) -> str:
    return str(getattr(answer.content, "on", None) or "")


def _rater_key(answer: Answer) -> str:
    """Whose number it is; two numbers of nobody in particular are two people's."""
    rater = getattr(answer.content, "rater", None)
    return rater if isinstance(rater, str) else answer.pointer


def _who_is_missing(assessment: Assessment, ratings: Sequence[Answer]) -> str:
    raters = {_rater_key(answer) for answer in ratings}
    asked = "What does each of them see that the others do not?"
    if all(is_professional(assessment, rater) for rater in raters):
        return (
            "Only professionals have given a number. Where do each child, parent and relative stand, and why?"
        )
    silent = [child for child in assessment.about if child not in raters]
    if silent:
        names = " and of ".join(named_person(assessment, child) for child in silent)
        return f"{asked} No number of {names} is here: how else is shown where they stand?"
    return asked


def _better(assessment: Assessment, name: str, refs: set[str]) -> Iterator[Section]:
    changes = [
        answer
        for answer in own(assessment, "review_changes")
        if refs.intersection(short_names(cell(answer, "scale")))
    ]
    if changes:
        yield Section(
            f"{name}: what is better, and what is not",
            tuple(entry(assessment, answer) for answer in changes),
        )
