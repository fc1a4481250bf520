"""Hypotheses as ideas: about several people, more than one, tied to something, and never turned into fact."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm, Row
from frameworks_core.host.contributions import Hit, Rule
from frameworks_reclaiming_social_work import CASE_SUMMARY, HYPOTHESES, UNIT_MEETING
from frameworks_reclaiming_social_work.rules.reading import labels_in, named_in
from frameworks_reclaiming_social_work.rules.words import normal, uses

_ALL = (CASE_SUMMARY, UNIT_MEETING, HYPOTHESES)
_DILEMMA = frozenset({"dilemma", "the dilemma"})
_AT_LEAST = 2
_FACTS = {
    "family_story": ("what",),
    "beliefs": ("text",),
    "strengths": ("text",),
    "vulnerabilities": ("text",),
    "risk_statement": ("behaviour", "feared", "impact_now"),
}
"""Tables, and the columns of each, in which a reader takes what stands there for so."""
_COMPARED_FROM = 20
"""Shorter ideas are not looked for elsewhere: two or three words may stand anywhere."""


def tied_to_nothing(filled: FilledForm) -> Iterator[Hit]:
    """Hypotheses without a link."""
    for row in filled.rows("hypotheses"):
        if "links" not in row.cells:
            yield Hit(f"{row.at}/links", "this hypothesis is tied to no risk, pattern or dilemma")


TIED = Rule(
    code="RSW001",
    severity="error",
    title="A hypothesis is tied to a risk, a pattern or the dilemma",
    why="An idea that explains nothing the unit is stuck with, or worried about, is only interesting.",
    fix="Write the short label of the risk or pattern it helps to understand, or 'dilemma'.",
    authority="D rule T1; S cc-2018: hypotheses tied to the dilemma",
    stage="final",
    forms=_ALL,
    check=tied_to_nothing,
)


def tied_to_nobody_knows_what(filled: FilledForm) -> Iterator[Hit]:
    """Links that name no risk and no pattern of this summary."""
    known = labels_in(filled, "risk_statement", "patterns") | _DILEMMA
    for row in filled.rows("hypotheses"):
        if any(label not in known for label in named_in(row.cells.get("links"))):
            yield Hit(f"{row.at}/links", "no risk or pattern of this summary has this short label")


TIED_TO_A_ROW = Rule(
    code="RSW101",
    severity="error",
    title="What a hypothesis is tied to is in the summary",
    why="A reader has to find the risk or pattern that the idea is about.",
    fix="Write short labels as they stand under risk and patterns, or 'dilemma', with commas between them.",
    authority="D rule T1. Meeting records and the living list may name rows of the summary and are not checked",
    stage="final",
    forms=(CASE_SUMMARY,),
    check=tied_to_nobody_knows_what,
)


def about_one_person(filled: FilledForm) -> Iterator[Hit]:
    """Hypotheses that take in fewer than two people."""
    for row in filled.rows("hypotheses"):
        if len(row.cells.get("includes", ())) < _AT_LEAST:
            yield Hit(f"{row.at}/includes", "this hypothesis takes in fewer than two people")


RELATIONAL = Rule(
    code="RSW002",
    severity="warning",
    title="A hypothesis takes in several people",
    why="An idea about one person easily becomes a verdict on that person; what can change lies between people.",
    fix="Ask what the others do, before and after, professionals among them, and name them too.",
    authority="D rule T2; S sponte: a hypothesis covers the relationships of the whole family",
    stage="final",
    forms=_ALL,
    check=about_one_person,
)


def _wording(filled: FilledForm, words: str, message: str) -> Iterator[Hit]:
    for row in filled.rows("hypotheses"):
        if uses(row.cells.get("idea", ""), words):
            yield Hit(f"{row.at}/idea", message)


def names_a_cause(filled: FilledForm) -> Iterator[Hit]:
    """Hypotheses worded as a cause and its effect."""
    return _wording(filled, "causes", "this hypothesis is worded as one cause, or as somebody's fault")


NO_ONE_CAUSE = Rule(
    code="RSW102",
    severity="warning",
    title="A hypothesis is a loop and not a line",
    why="One cause leaves one culprit, and nothing for anybody else to do differently.",
    fix="Say what each does and how the others answer, until it comes round again.",
    authority="D rule T2; S sponte for circularity; D the word list causes.toml",
    stage="final",
    forms=_ALL,
    check=names_a_cause,
)


def names_a_diagnosis(filled: FilledForm) -> Iterator[Hit]:
    """Hypotheses with a diagnosis in them."""
    return _wording(filled, "diagnoses", "this hypothesis names a diagnosis")


NO_DIAGNOSIS = Rule(
    code="RSW202",
    severity="warning",
    title="A hypothesis is no diagnosis",
    why="A diagnosis is made by those who are trained to, and ends curiosity about what goes on between people.",
    fix=(
        "Write how people live with the condition together, or what calling it that does among them. A diagnosis "
        "that was made belongs with the facts, with who made it."
    ),
    authority="D rule T2 and pitfall 1; D the word list diagnoses.toml",
    stage="final",
    forms=_ALL,
    check=names_a_diagnosis,
)


def only_one(filled: FilledForm) -> Iterator[Hit]:
    """Lists of a single hypothesis."""
    if len(list(filled.rows("hypotheses"))) == 1:
        yield Hit("/answers/hypotheses", "there is only one hypothesis")


MORE_THAN_ONE = Rule(
    code="RSW003",
    severity="warning",
    title="There is more than one hypothesis",
    why="With one idea the unit looks for proof of it; with two it has to look at the family.",
    fix="Ask somebody who was quiet, or the family, how else it might hang together.",
    authority="D rule T3; S cc-2018: the group makes several",
    stage="final",
    forms=_ALL,
    check=only_one,
)


def untried(filled: FilledForm) -> Iterator[Hit]:
    """Active hypotheses that no conversation and no intervention tries out."""
    tried = {
        label
        for field_id in ("planned_conversations", "intervention_links")
        for row in filled.rows(field_id)
        for label in named_in(row.cells.get("hypothesis"))
    }
    for row in filled.rows("hypotheses"):
        if row.cells.get("status") == "active" and not tried.intersection(named_in(row.cells.get("ref"))):
            yield Hit(row.at, "no conversation and no intervention tries out this active hypothesis")


TRIED_OUT = Rule(
    code="RSW004",
    severity="error",
    title="Every active hypothesis leads to a conversation or an intervention",
    why=(
        "Observed supervision differed in this: where it helped, ideas became purposeful conversations with the "
        "family; elsewhere they stayed talk among professionals."
    ),
    fix="Plan what to ask, whom and by when; or link the intervention; or give the hypothesis another status.",
    authority="D rule T4; S bostock-2019",
    stage="final",
    forms=_ALL,
    check=untried,
)


def undated(filled: FilledForm) -> Iterator[Hit]:
    """Hypotheses without the day they were put forward."""
    for row in filled.rows("hypotheses"):
        if "on" not in row.cells:
            yield Hit(f"{row.at}/on", "this hypothesis has no date")


DATED = Rule(
    code="RSW005",
    severity="error",
    title="A hypothesis carries its date",
    why="Without its day and status an idea of last year is read as what is known today.",
    fix="Write when it was put forward. Label and status are asked by the form itself.",
    authority="D rule T5; S solihull: records keep hypothesis apart from fact",
    stage="final",
    forms=_ALL,
    check=undated,
)


def _history_of(filled: FilledForm, hypothesis: Row) -> Iterator[Row]:
    own = set(named_in(hypothesis.cells.get("ref")))
    for row in filled.rows("status_history"):
        if own.intersection(named_in(row.cells.get("hypothesis"))) and (
            row.cells.get("status") == hypothesis.cells.get("status")
        ):
            yield row


def without_history(filled: FilledForm) -> Iterator[Hit]:
    """Hypotheses that lost their place without a record of when and why."""
    for row in filled.rows("hypotheses"):
        if row.cells.get("status") in {"less_useful", "set_aside"} and not any(
            {"on", "why"} <= told.cells.keys() for told in _history_of(filled, row)
        ):
            yield Hit(f"{row.at}/status", "when and why this hypothesis lost its place is not said")


HISTORY_KEPT = Rule(
    code="RSW105",
    severity="error",
    title="Setting a hypothesis aside keeps its history",
    why="Being wrong is information. Without the reason, the same idea comes back next month.",
    fix="Add a row under 'How each hypothesis fared' with this status, the day and the reason.",
    authority="D rule T5; S sponte: disproving is information",
    stage="final",
    forms=(HYPOTHESES,),
    check=without_history,
)


def _said_as_fact(filled: FilledForm) -> Iterator[tuple[str, str]]:
    for field_id, columns in _FACTS.items():
        for row in filled.rows(field_id):
            yield from ((f"{row.at}/{name}", row.cells[name]) for name in columns if name in row.cells)
    yield from ((given.at, given.value) for given in filled.texts("certainty_known"))


def quoted_as_fact(filled: FilledForm) -> Iterator[Hit]:
    """Places for facts in which a hypothesis stands word for word."""
    ideas = [normal(row.cells["idea"]) for row in filled.rows("hypotheses") if "idea" in row.cells]
    for at, text in _said_as_fact(filled):
        if any(len(idea) >= _COMPARED_FROM and idea in normal(text) for idea in ideas):
            yield Hit(at, "a hypothesis stands here in the same words, as if it were known")


NEVER_A_FACT = Rule(
    code="RSW205",
    severity="error",
    title="A hypothesis is not quoted as a fact",
    why="Once it stands among the facts nobody sees that it was an idea, and it follows the family for years.",
    fix="Write here what was seen or said, and by whom. The idea stays with the hypotheses.",
    authority="D rule T5; S solihull: records keep hypothesis apart from fact. Only the same words are found",
    stage="draft",
    forms=(CASE_SUMMARY, UNIT_MEETING),
    check=quoted_as_fact,
)

RULES = (
    TIED,
    TIED_TO_A_ROW,
    RELATIONAL,
    NO_ONE_CAUSE,
    NO_DIAGNOSIS,
    MORE_THAN_ONE,
    TRIED_OUT,
    DATED,
    HISTORY_KEPT,
    NEVER_A_FACT,
)
