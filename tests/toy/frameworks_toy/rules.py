"""The toy rule: a form about a child holds the child's own words, or says why there are none."""

from collections.abc import Iterator

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import Hit, Rule


def _no_words(filled: FilledForm) -> Iterator[Hit]:
    if not filled.is_answered("child_words") and not filled.is_answered("why_no_words"):
        yield Hit("/answers/child_words", "the child's own words are not here, and no reason is given")


RULES = (
    Rule(
        code="TOY101",
        severity="warning",
        title="The child's own words",
        why="A record without them is about the child and not with the child.",
        fix="Write what the child said, or why the child could not be asked.",
        authority="D for tests",
        stage="final",
        forms=("toy/visit",),
        check=_no_words,
    ),
)
