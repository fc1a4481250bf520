"""Risk, however curious the unit is: for each child, by name, in plain words, and not as a hypothesis."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import CASE_SUMMARY, UNIT_MEETING
from frameworks_reclaiming_social_work.rules.reading import place_in_people
from frameworks_reclaiming_social_work.rules.words import uses

_BOTH = (CASE_SUMMARY, UNIT_MEETING)
_SAID = ("behaviour", "feared", "impact_now")


def _children_of_risks(filled: FilledForm) -> set[str]:
    return {child for row in filled.rows("risk_statement") for child in row.cells.get("children", ())}


def child_without_a_word(filled: FilledForm) -> Iterator[Hit]:
    """Children of whom neither a risk is stated nor that none is feared."""
    named = _children_of_risks(filled)
    for child in filled.children:
        if child not in named and not filled.is_answered("risk_none", child):
            yield Hit(
                place_in_people(filled, child),
                "no risk is stated for this child, nor that none is feared",
            )


SAID_FOR_EACH_CHILD = Rule(
    code="RSW006",
    severity="error",
    title="Risk is stated for each child, however curious the unit is",
    why="Hypotheses say how things may hang together. A reader tonight must see what may happen, and to whom.",
    fix=(
        "Name the child in a row of the risk statement, with what may happen and how soon. If no harm is feared for "
        "this child now, say that, and why, in the field for it."
    ),
    authority="D rule T6 and pitfall 5",
    stage="final",
    forms=_BOTH,
    check=child_without_a_word,
)


def wondered_about(filled: FilledForm) -> Iterator[Hit]:
    """Risks worded as something the unit wonders about."""
    for row in filled.rows("risk_statement"):
        for column in _SAID:
            if uses(row.cells.get(column, ""), "tentative"):
                yield Hit(f"{row.at}/{column}", "this risk is worded as a hypothesis")


STATED = Rule(
    code="RSW106",
    severity="warning",
    title="A risk is stated and not wondered about",
    why="What the unit is unsure of has its own place; a risk that is only an idea is passed over.",
    fix="Say what may happen to the child. How sure you are belongs under how likely, and under what is not known.",
    authority="D rule T6; D the word list tentative.toml",
    stage="draft",
    forms=_BOTH,
    check=wondered_about,
)


def office_words(filled: FilledForm) -> Iterator[Hit]:
    """Risks in words that a family would have to have explained."""
    for row in filled.rows("risk_statement"):
        for column in _SAID:
            if uses(row.cells.get(column, ""), "jargon"):
                yield Hit(
                    f"{row.at}/{column}", "an office word stands here in place of what someone does or feels"
                )


PLAIN = Rule(
    code="RSW206",
    severity="warning",
    title="A risk is put in plain words",
    why="A word such as these covers very different things. The family has to know which is meant.",
    fix="Say who does what, and what the child would see, hear, feel or go without.",
    authority="D rule T6; D the word list jargon.toml",
    stage="final",
    forms=_BOTH,
    check=office_words,
)


def risk_and_none(filled: FilledForm) -> Iterator[Hit]:
    """Children for whom a risk is stated and none is feared."""
    named = _children_of_risks(filled)
    for given in filled.given("risk_none"):
        if named.intersection(filled.children if given.child is None else (given.child,)):
            yield Hit(
                given.at, "that no harm is feared is written here, and a risk is stated for the same child"
            )


ONE_OR_THE_OTHER = Rule(
    code="RSW306",
    severity="error",
    title="A risk is stated for a child, or none is feared",
    why="Of two statements that exclude each other the reader picks one.",
    fix="Take away the one that is not so, or say for which child it is.",
    authority="D rule T6",
    stage="draft",
    forms=_BOTH,
    check=risk_and_none,
)


def nothing_reduces_it(filled: FilledForm) -> Iterator[Hit]:
    """Summaries with a risk and nothing about what reduces it."""
    if filled.is_answered("risk_statement") and not filled.is_answered("risk_protective"):
        yield Hit("/answers/risk_protective", "a risk is stated; what reduces it now is not said")


WHAT_REDUCES_IT = Rule(
    code="RSW406",
    severity="warning",
    title="Where a risk is stated, so is what reduces it now",
    why="Somebody is usually doing something. Missing it wrongs them, and hides what the plan can build on.",
    fix="Ask who did what the last time. If nothing was found yet, write a row that says so.",
    authority="D table C2",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=nothing_reduces_it,
)

RULES = (SAID_FOR_EACH_CHILD, STATED, PLAIN, ONE_OR_THE_OTHER, WHAT_REDUCES_IT)
