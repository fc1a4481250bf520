"""Children's drawings and stories: their words, shown when they say so; a story with all its parts."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_signs_of_safety import FAIRY_WIZARD, SAFETY_HOUSE, THREE_HOUSES, WORDS_AND_PICTURES
from frameworks_signs_of_safety.rules.reading import day

DRAWINGS = (THREE_HOUSES, FAIRY_WIZARD, SAFETY_HOUSE)


def _put_by_adults(filled: FilledForm) -> Iterator[Hit]:
    if filled.value("exact_words") == "no":
        yield Hit("/answers/exact_words", "these are not the child's exact words")


SOS038 = Rule(
    code="SOS038",
    severity="warning",
    title="The child's own words, not an adult's summary",
    why="What a child meant is for the child to say. A summary cannot be checked with them, or used again.",
    fix="Write each thing as it was said, drawn or shown, also where it is not clear what it means.",
    authority="S sos-houses",
    stage="draft",
    forms=DRAWINGS,
    check=_put_by_adults,
)


def _shown_before_asked(filled: FilledForm) -> Iterator[Hit]:
    for row in filled.rows("child_tool_permission"):
        shown, asked = day(row.cells.get("shown_on")), day(row.cells.get("asked_on"))
        if shown and row.cells.get("child_says") not in {"yes", "part"}:
            yield Hit(f"{row.at}/shown_on", "this was shown without the child's yes")
        elif shown and asked and shown < asked:
            yield Hit(f"{row.at}/shown_on", "this was shown before the child was asked")


SOS039 = Rule(
    code="SOS039",
    severity="warning",
    title="The child is asked before the drawing is shown",
    why="It is the child's. Shown without asking, the next one will be empty, and somebody may be in trouble at home.",
    fix="Correct the days if they are wrong. If it was shown, tell the child, and agree what happens now.",
    authority="S sos-houses",
    stage="draft",
    forms=DRAWINGS,
    check=_shown_before_asked,
)


def _part_missing(filled: FilledForm) -> Iterator[Hit]:
    field = filled.form.fields["words_and_pictures"]
    part = field.column("part")
    told = {row.cells.get("part") for row in filled.rows("words_and_pictures")}
    for code in part.codes if part and told else ():
        if code.code not in told:
            yield Hit("/answers/words_and_pictures", f"a panel is missing: {code.label.lower()}")


SOS040 = Rule(
    code="SOS040",
    severity="warning",
    title="The story has all its parts",
    why="A story that stops at what happened leaves a child alone with it. What is being done comes last.",
    fix="Add the panel that is missing, in a sentence the child can follow.",
    authority="S sos-words",
    stage="final",
    forms=(WORDS_AND_PICTURES,),
    check=_part_missing,
)

RULES = (SOS038, SOS039, SOS040)
