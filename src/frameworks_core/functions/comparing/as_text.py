"""A comparison as headings, tables and lines: counts first, the questions themselves where they are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from frameworks_core.forms.form import FUNCTIONS, MARKS
from frameworks_core.functions.comparing.comparing import Comparison
from frameworks_core.functions.comparing.plans import kept_apart, plan_parts, rated
from frameworks_core.functions.comparing.questions_text import (
    NONE,
    labels,
    moves_parts,
    questions_parts,
    subjects_part,
)
from frameworks_core.functions.comparing.sides import Side, questions
from frameworks_core.functions.outline import Line, Part

_NO_JUDGEMENT = "What each asks, rates and plans, and what has no place in the other. Neither is called better, and nothing is recommended."
_MARKS = "S2+ is seen in several sources, S in one, K is background knowledge that no source proved, D our own design."
_NO_SCALE = "No scale is turned into another, no number is averaged, and none stands for a threshold."
_PLANS = (
    "Numbers of forms that ask for it in a table or a field of its own; any plan may say it in its texts."
)
_SAME_PLACE = (
    "The same place in the shared model says what a question is about, not how, by whom or to what end it is asked. Read both "
    "questions before you treat them as one."
)
_BASIS = {"consent": "voluntary", "statute": "under a legal duty"}
_ABOUT = {"child": "about one child", "family": "about a family"}
_BRINGS = {
    "analyse": ("lens", "lenses"),
    "decide": ("guide", "guides"),
    "support": ("kind of plan", "kinds of plan"),
}
_FORM = ("form", "forms")


def comparison_as_outline(comparison: Comparison, *, full: bool = False) -> Iterator[Part]:
    """The comparison as headings, tables and lines.

    Args:
        comparison: What to show.
        full: Name every question, where otherwise they are counted.
    """
    first, second = (view.side for view in comparison.views)
    yield Part(f"{first.name} beside {second.name}", _notes(_NO_JUDGEMENT, _MARKS), level=1)
    yield from (_head(side) for side in (first, second))
    yield _functions(first, second)
    yield subjects_part(comparison, full=full)
    if full:
        yield from questions_parts(comparison)
    yield _ratings(first, second)
    yield _plans(first, second)
    for view in comparison.views:
        yield from moves_parts(view, full=full)
    yield _meaning(comparison)


def _notes(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text, kind="note") for text in texts)


def _head(side: Side) -> Part:
    asked = tuple(questions(side))
    needed = Counter(question.field.required for question in asked)
    marks = Counter(question.field.mark for question in asked)
    by_mark = ", ".join(f"{marks[mark]} {mark}" for mark in MARKS if marks[mark])
    kinds = f": {_forms_by(side, 'about', _ABOUT)}; {_forms_by(side, 'basis', _BASIS)}" if side.forms else ""
    numbers = f"{needed['always']} always needed, {needed['when']} in some cases; attested {by_mark or NONE}"
    return Part(
        f"{side.name}: {side.title}",
        (
            Line(f"{side.kind[:1].upper()}{side.kind[1:]}"),
            Line(f"Edition: {side.edition}"),
            Line(f"How well attested: {side.source}"),
            Line(f"{_counted(len(side.forms), *_FORM)}{kinds}"),
            Line(f"{_counted(len(asked), 'question', 'questions')}: {numbers}"),
        ),
    )


def _forms_by(side: Side, attribute: str, words: dict[str, str]) -> str:
    found = Counter(getattr(form, attribute) for form in side.forms)
    if len(found) == 1:
        return f"{'all ' if len(side.forms) > 1 else ''}{words[next(iter(found))]}"
    return ", ".join(f"{found[name]} {said}" for name, said in words.items() if found[name])


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _functions(first: Side, second: Side) -> Part:
    rows = [("function", "side", "questions", "brings")]
    for function in FUNCTIONS:
        for side in (first, second):
            asked = sum(question.field.function == function for question in questions(side))
            label = function if side is first else ""
            rows.append((label, side.name, str(asked or NONE), _brings(side, function)))
    title = "What each serves of the four statutory functions"
    return Part(title, tuple(_unserved(first, second)), rows=tuple(rows))


def _brought(side: Side, function: str) -> tuple[str, ...]:
    return {
        "gather": tuple(form.title for form in side.forms),
        "analyse": tuple(lens.title for lens in side.lenses),
        "decide": tuple(guide.title for guide in side.guides),
        "support": tuple(plan.title for plan in side.plans),
    }[function]


def _brings(side: Side, function: str) -> str:
    brought = _brought(side, function)
    return (
        f"{_counted(len(brought), *_BRINGS.get(function, _FORM))}: {'; '.join(brought)}" if brought else NONE
    )


def _unserved(first: Side, second: Side) -> Iterator[Line]:
    wholes = [side for side in (first, second) if not side.is_single_form]
    for function, (noun, _) in _BRINGS.items():
        without = [side.name for side in wholes if not _brought(side, function)]
        if len(without) == 2:
            yield Line(f"{function}: neither brings a {noun}")
        elif without:
            yield Line(f"{function}: {without[0]} brings no {noun}")
    if len(wholes) < 2:
        yield Line("Lenses and guides come with a whole framework, not with one form.", kind="note")


def _ratings(first: Side, second: Side) -> Part:
    lines = [Line(f"{side.name}: {labels(rated(side)) or 'nothing'}") for side in (first, second)]
    return Part("What each rates", (*lines, *_notes(_NO_SCALE)))


def _plans(first: Side, second: Side) -> Part:
    mine, theirs = plan_parts(first), plan_parts(second)
    rows = [(first.name, second.name, "asks for")]
    for part in mine:
        if mine[part] or theirs[part]:
            forms = [len({question.form.id for question in asked[part]}) for asked in (mine, theirs)]
            rows.append((str(forms[0] or NONE), str(forms[1] or NONE), part))
    absent = [part for part in mine if not mine[part] and not theirs[part]]
    lines = [Line(f"Neither asks for: {'; '.join(absent)}")] if absent and len(rows) > 1 else []
    if len(rows) == 1:
        return Part("What each plans", (Line("Neither has a plan, or a place for actions or goals."),))
    return Part("What each plans", (*lines, *_notes(_PLANS)), rows=tuple(rows))


def _meaning(comparison: Comparison) -> Part:
    first, second = comparison.views
    lines = []
    for view, other in ((first, second), (second, first)):
        known = kept_apart(other.side)
        if only := [words for words in kept_apart(view.side) if words not in known]:
            lines.append(Line(f"Only {view.side.name} keeps apart: {'; '.join(only)}"))
    for view in comparison.views:
        if wider := sum(move.outcome == "broadened" for move in view.moves):
            asked = _counted(wider, "question", "questions")
            moved = (
                f"From {view.side.name} to {view.other.name}, answers to {asked} join others in a wider one"
            )
            lines.append(Line(f"{moved}; only their provenance still says what was asked"))
    return Part("What is lost in meaning", (*lines, *_notes(_SAME_PLACE)))
