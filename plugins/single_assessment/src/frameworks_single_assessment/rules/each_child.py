"""One account for several children is nobody's: impact, outlook and voice are each child's own.

The same text is found by comparing words, nothing more. Two accounts that differ may still say the same, and
brothers and sisters may truly share what happened; a reader has to judge that.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule
from frameworks_single_assessment import ASSESSMENT
from frameworks_single_assessment.rules.reading import text_of

MEANING = ("impact_on_child", "prognosis")
VOICE = ("child_words", "child_observed", "child_wants", "day_in_life")


def _shared(filled: FilledForm, field_ids: tuple[str, ...]) -> Iterator[Hit]:
    """Answers that are one text for several children, or the same text as an earlier child's."""
    for field_id in field_ids:
        earlier: set[str] = set()
        for given in filled.given(field_id):
            text = text_of(given.value)
            if given.child is None and len(filled.children) > 1:
                yield Hit(given.at, "one text stands here for all the children")
            elif text in earlier:
                yield Hit(given.at, "this is the same text as for another child")
            earlier.add(text)


def _same_meaning(filled: FilledForm) -> Iterator[Hit]:
    return _shared(filled, MEANING)


SGA031 = Rule(
    code="SGA031",
    severity="warning",
    title="Each child has an impact and an outlook of their own",
    why=(
        "The same event does different things to a baby and to a boy of fourteen. Inspectors looked for "
        "each child in the analysis."
    ),
    fix="Say for this child what it is like and what is likely, at this age and for this child.",
    authority="S OFS 4; pitfall 4 of the research notes",
    stage="final",
    forms=(ASSESSMENT,),
    check=_same_meaning,
)


def _same_voice(filled: FilledForm) -> Iterator[Hit]:
    return _shared(filled, VOICE)


SGA131 = Rule(
    code="SGA131",
    severity="warning",
    title="Each child has a voice of their own",
    why=(
        "What brothers and sisters said together is not what each would say alone, and a family's voice is "
        "not a child's."
    ),
    fix=(
        "Write what this child said, showed or wants. Where the children spoke together, say so and then "
        "what came from each."
    ),
    authority="S OFS 4, 10; pitfall 4 of the research notes",
    stage="final",
    forms=(ASSESSMENT,),
    check=_same_voice,
)

RULES = (SGA031, SGA131)
