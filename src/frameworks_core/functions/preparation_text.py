"""What is put before the person who decides, as headings and lines: all routes in brief, or some in full."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.checks.places import place_of
from frameworks_core.forms.form import Form
from frameworks_core.functions.analysing import entry_line
from frameworks_core.functions.deciding import Preparation, RouteView, Weighing
from frameworks_core.functions.outline import Line, Part
from frameworks_core.host.contributions import Entry

_SHOWN = 3
"""Places named under a question where all routes are shown in brief."""

_PROMPTS_ONLY = (
    "Prompts only: nothing here recommends a route. The decision, and its reasons, are a person's."
)
_LEGEND = (
    "In brackets: who said it and where it stands; or how well a line of law is attested: S2+ several sources, S one source, "
    "K background knowledge that no source proved, D our own design."
)
_FULL = (
    "One route in full, with the words of the record, its caveats and what must be recorded: add --route ID."
)


def in_brief(preparation: Preparation, form: Form) -> Iterator[Part]:
    """Every route with its test; each question once, with the places of what bears on it; what is not known.

    Args:
        preparation: What to show.
        form: The form of the document, for the words of its places.
    """
    yield Part("Before the decision", _notes(_PROMPTS_ONLY, _FULL, _LEGEND), level=1)
    for view in preparation.routes:
        yield Part(f"{view.route.title}  (--route {view.route.id})", tuple(_test(view)))
    questions = _questions(preparation)
    bearing = tuple(
        Line(question, _places(weighing.entries, form))
        for question, weighing in questions.items()
        if weighing.entries
    )
    if bearing:
        yield Part("What bears on it, and where it stands", bearing)
    if unknown := [question for question, weighing in questions.items() if not weighing.entries]:
        yield Part("Not yet known", tuple(Line(question, kind="prompt") for question in unknown))
    yield _recorded(preparation, form)


def in_full(preparation: Preparation, form: Form) -> Iterator[Part]:
    """Each route with its test and caveats, every entry that bears on it, what is not known, what must be recorded."""
    yield Part("Before the decision", _notes(_PROMPTS_ONLY, _LEGEND), level=1)
    for view in preparation.routes:
        yield Part(view.route.title, (*_test(view), *_notes(*view.route.notes)))
        above: set[Entry] = set()
        for weighing in view.weighings:
            if weighing.entries:
                yield Part(weighing.question, tuple(_entries(weighing.entries, above, form)), level=3)
                above.update(weighing.entries)
        if view.not_known:
            yield Part("Not yet known", tuple(Line(text, kind="prompt") for text in view.not_known), level=3)
        duties = (Line(f"{duty.what} ({duty.who})", _mark(duty.source)) for duty in view.route.duties)
        yield Part("To be recorded if this route is taken", tuple(duties), level=3)
    yield _recorded(preparation, form)


def _notes(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text, kind="note") for text in texts)


def _test(view: RouteView) -> Iterator[Line]:
    yield Line(view.route.test, _mark(view.route.source))
    for limb in view.route.limbs:
        yield Line(f"({limb.code}) {limb.text}", _mark(limb.source))


def _questions(preparation: Preparation) -> dict[str, Weighing]:
    """Every question once: most belong to several routes, and what bears on them is the same."""
    weighings = (weighing for view in preparation.routes for weighing in view.weighings)
    return {weighing.question: weighing for weighing in weighings}


def _places(entries: tuple[Entry, ...], form: Form) -> str:
    places = list(dict.fromkeys(place_of(form, at) for entry in entries for at in entry.places))
    more = f"; and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return f"{'; '.join(places[:_SHOWN])}{more}"


def _entries(entries: tuple[Entry, ...], above: set[Entry], form: Form) -> Iterator[Line]:
    """Entries under a question; of those that stand under an earlier question of the route only how many there are."""
    new = [entry for entry in entries if entry not in above]
    yield from (entry_line(entry, form, entry.places) for entry in new)
    if len(new) < len(entries):
        yield Line(f"{'and ' if new else ''}{len(entries) - len(new)} that stand above", kind="note")


def _mark(source: str) -> str:
    return source.split(maxsplit=1)[0].rstrip(";,")


def _recorded(preparation: Preparation, form: Form) -> Part:
    gaps = tuple(Line(gap.what, place_of(form, gap.at), "prompt") for gap in preparation.gaps)
    said = "No decision is recorded."
    if preparation.decided:
        said = "Legal basis, reasons, evidence, dissent, decider and who was told are all recorded."
    return Part("The decision that is recorded", gaps or _notes(said))
