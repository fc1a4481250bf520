"""Words a family would use. Advice only: lists of words cannot read, and each list is data to be changed."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm, Given
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import MAPPING, NETWORK_MEETING, SAFETY_PLAN, WORDS_AND_PICTURES
from frameworks_signs_of_safety.rules.reading import text_of
from frameworks_signs_of_safety.words import found_in

MOST_DANGERS = 3
"""How many danger statements a family can keep in mind (S sos-howto: try for at most three)."""

WORKERS_WORDS = {
    "harm_entries": ("kind", "behaviour", "frequency", "severity", "impact"),
    "danger_statements": ("opening", "behaviour", "feared", "impact_now", "impact_later"),
    "safety_goals": ("difference", "outcome", "measure"),
    "complicating_factors": ("factor",),
    "existing_strengths": ("strength",),
    "bottom_lines": ("requirement", "why"),
    "safety_plan_rules": ("rule", "trigger", "action"),
    "immediate_safety_plan": ("rule", "trigger", "action"),
    "next_steps": ("action",),
    "told_dangers": ("words",),
    "words_and_pictures": ("words",),
}
"""Tables and columns in which a worker chooses the words. What somebody said is never looked at."""

STORIES = ("harm_statement", "child_version_plan")


def _workers_words(filled: FilledForm) -> Iterator[Given]:
    for table, columns in WORKERS_WORDS.items():
        for row in filled.rows(table):
            for column in columns:
                if column in row.cells:
                    yield Given(f"{row.at}/{column}", row.child, text_of(row.cells[column]))
    for field_id in STORIES:
        yield from filled.texts(field_id)


def _jargon(filled: FilledForm) -> Iterator[Hit]:
    for given in _workers_words(filled):
        for say in found_in(given.value, "jargon"):
            yield Hit(given.at, f"a word stands here that a family would not use; {say}")


SOS008 = Rule(
    code="SOS008",
    severity="warning",
    title="Words the family would use",
    why="A label such as a worker would use tells a family what they are called, not what was seen.",
    fix="Read it aloud to a member of the family, and write what was seen or done. The list of words can be changed.",
    authority="S sos-york, sos-howto; the words listed D",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN, NETWORK_MEETING, WORDS_AND_PICTURES),
    check=_jargon,
)


def _many(filled: FilledForm) -> Iterator[Hit]:
    if len(list(filled.rows("danger_statements"))) > MOST_DANGERS:
        yield Hit(
            "/answers/danger_statements", f"there are more than {MOST_DANGERS}, which is hard to keep in mind"
        )


SOS007 = Rule(
    code="SOS007",
    severity="warning",
    title="No more than about three danger statements",
    why="A family can work on a few worries. A long list says that everything is wrong.",
    fix="See which belong together and which matter most. More than three may be right.",
    authority="S sos-howto",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN),
    check=_many,
)


def _two_in_one(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("danger_statements"):
        for column in ("behaviour", "feared"):
            text = text_of(row.cells.get(column))
            if ";" in text or found_in(text, "two_worries"):
                yield Hit(f"{row.at}/{column}", "this may hold two worries in one")


SOS107 = Rule(
    code="SOS107",
    severity="warning",
    title="One worry in each danger statement",
    why="Two worries in one get one goal and one number, and one of them is lost.",
    fix="Write a statement for each, with its own goal and scale.",
    authority="S sos-howto",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN),
    check=_two_in_one,
)


def _what_will_be_gone(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("safety_goals"):
        for column in ("difference", "outcome"):
            for say in found_in(text_of(row.cells.get(column)), "absence"):
                yield Hit(f"{row.at}/{column}", f"this says what will be gone; {say}")


SOS009 = Rule(
    code="SOS009",
    severity="warning",
    title="A goal says what will be there",
    why="Nobody can see something not happening. What adults do instead can be seen, and can be praised.",
    fix="Say what adults will be doing and what the child will live.",
    authority="S sos-nyorks, sos-howto; the words listed D",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN),
    check=_what_will_be_gone,
)


def _a_service(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("safety_goals"):
        for say in found_in(text_of(row.cells.get("difference")), "service"):
            yield Hit(f"{row.at}/difference", f"this may be a service and not a goal; {say}")


SOS109 = Rule(
    code="SOS109",
    severity="warning",
    title="A service is not a goal",
    why="Somebody can come to every session and nothing at home be different for the child.",
    fix="Move the service to the next steps, and say here what it is to change.",
    authority="K, A3 of the notes; the words listed D",
    stage="draft",
    forms=(MAPPING, SAFETY_PLAN),
    check=_a_service,
)

RULES = (SOS007, SOS107, SOS008, SOS009, SOS109)
