"""The map: worries, what works well, what needs to happen, each in its categories; the judgement apart from all of them."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.host.contributions import Analysis, Lens, Section
from frameworks_core.model import Action, Assessment, Danger, Goal, Harm, Rating, SafetyRule
from frameworks_signs_of_safety.lenses.childrens_words import childrens_words
from frameworks_signs_of_safety.lenses.everyones_numbers import rating_entry
from frameworks_signs_of_safety.lenses.rows_shown import (
    bottom_line_entry,
    danger_entry,
    goal_entry,
    harm_entry,
    safety_entry,
    step_entry,
)
from frameworks_signs_of_safety.lenses.showing import (
    entry,
    existing_safety,
    is_of_another_form,
    not_sorted,
    only_on_the_map,
    own,
    rows,
    said_to_protect,
    section,
    stated,
)
from frameworks_signs_of_safety.lenses.words import Words, words_for


def mapping(assessment: Assessment) -> Analysis:
    """A record sorted as the map sorts it; what nobody has sorted stands by itself."""
    words = words_for(assessment)
    sections = (
        *_worried(assessment, words),
        *_working_well(assessment, words),
        *_needs_to_happen(assessment, words),
        _judgement(assessment, words),
        *childrens_words(assessment),
        *_unsorted(assessment, words),
    )
    return Analysis(sections, cannot_see=tuple(_unseen(assessment, words)))


def _worried(assessment: Assessment, words: Words) -> Iterator[Section]:
    title = "What are we worried about? {}: {}".format
    harm = [harm_entry(assessment, answer) for answer in rows(assessment, Harm)]
    harm.extend(entry(assessment, answer) for answer in stated(assessment, "harm"))
    yield section(
        title(words.labels["harm_entries"], "what has already happened"),
        harm,
        "Nothing is recorded as having happened to a child. Has it been asked, or is it only feared?",
    )
    feared = [danger_entry(assessment, answer) for answer in rows(assessment, Danger)]
    feared.extend(entry(assessment, answer) for answer in stated(assessment, "danger"))
    yield section(
        title(words.labels["danger_statements"], "what is feared"),
        feared,
        "Nobody is recorded as fearing anything. Who is worried, about what, and what may happen to which child?",
    )
    harder = [entry(assessment, answer) for answer in stated(assessment, "complicating")]
    yield section(
        title(words.labels["complicating_factors"], "what makes it harder"),
        harder,
        "Does anything make the worry harder to sort out, what services do included? There may be nothing.",
    )


def _working_well(assessment: Assessment, words: Words) -> Iterator[Section]:
    title = "What's working well? {}: {}".format
    yield section(
        title(words.labels["existing_strengths"], "good, and not yet shown to protect"),
        [entry(assessment, answer) for answer in stated(assessment, "strength")],
        "No strength is recorded. What is good in this family, and who would say so?",
    )
    yield section(
        title(words.labels["existing_safety"], f"done while the {words.worry} was there"),
        [safety_entry(assessment, answer) for answer in existing_safety(assessment)],
        f"Was there a time when the {words.worry} was there and somebody kept it from the child? Who did what?",
    )


def _needs_to_happen(assessment: Assessment, words: Words) -> Iterator[Section]:
    title = "What needs to happen? {}".format
    yield section(
        title(words.labels["safety_goals"]),
        [goal_entry(assessment, answer) for answer in rows(assessment, Goal)],
        "No goal is recorded. What will adults be doing, and what will the child live, when this is over?",
    )
    yield section(
        title(words.labels["next_steps"]),
        [step_entry(assessment, answer) for answer in rows(assessment, Action)],
        "No next step is recorded. What small thing happens next, who does it, and by when?",
    )
    lines = own(assessment, "bottom_lines")
    rules = rows(assessment, SafetyRule)
    if lines:
        yield Section(
            title(words.labels["bottom_lines"]),
            tuple(bottom_line_entry(assessment, answer) for answer in lines),
        )
    if rules:
        yield Section(title("Rules of the plan"), tuple(step_entry(assessment, answer) for answer in rules))


def _judgement(assessment: Assessment, words: Words) -> Section:
    shown = [rating_entry(assessment, answer) for answer in rows(assessment, Rating)]
    shown.extend(entry(assessment, answer) for answer in own(assessment, "judgement_narrative"))
    return section(
        "Judgement: where does everybody stand?",
        shown,
        f"Nobody has said where they stand, from 0 to 10, 10 being {words.ten}. Where is each of them, and why?",
        "Numbers open a conversation and decide nothing. What would one higher look like?",
    )


def _unsorted(assessment: Assessment, words: Words) -> Iterator[Section]:
    yield from not_sorted(
        assessment,
        "A need is neither harm nor danger. Has something happened, is something feared and by whom, or does it make "
        "things harder? Somebody sorts it with the family.",
        *("need", "harm", "danger", "complicating", "strength", "protective"),
    )
    yield from said_to_protect(
        assessment,
        f"Did somebody do this while the {words.worry} was there? If not, it is a strength.",
    )


def _unseen(assessment: Assessment, words: Words) -> Iterator[str]:
    yield "whether a child is safe: no map shows that"
    yield "what the family would call these things, where the words are a professional's"
    yield from only_on_the_map(assessment)
    if is_of_another_form(assessment):
        yield from _not_held(assessment, words)
        yield "what stands in this record as plain information, as events or as conclusions: somebody reads and sorts it"


def _not_held(assessment: Assessment, words: Words) -> Iterator[str]:
    title = assessment.record.title
    held = {
        "harm_entries": rows(assessment, Harm) or stated(assessment, "harm"),
        "danger_statements": rows(assessment, Danger) or stated(assessment, "danger"),
        "complicating_factors": stated(assessment, "complicating"),
        "existing_safety": existing_safety(assessment),
        "safety_goals": rows(assessment, Goal),
        "scale_ratings": rows(assessment, Rating),
    }
    for field_id, found in held.items():
        if not found:
            yield f"{words.labels[field_id].lower()}: nothing in this record ({title}) is recorded as such"


LENS = Lens(
    "signs_of_safety/mapping",
    "The map: worries, what works well, what needs to happen, and where everybody stands",
    (
        "What has happened, what is feared, and what only makes it harder?",
        "What is good, and what has been seen to protect?",
        "Would the family know their own life in these words?",
        "Who sees it otherwise, and is that on the map?",
    ),
    mapping,
)
