"""An explained question as headings, tables and lines."""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.blend.explaining.origins import Said
from frameworks_core.blend.explaining.questions import Change, HiddenQuestion, QuestionOfBlend
from frameworks_core.blend.in_words import instead_of, slot_words, value_words
from frameworks_core.forms.listing import TYPE_WORDS
from frameworks_core.functions.outline import Line, Part

_NEEDED = {"always": "always", "when": "in some cases", "never": "no, only if there is something to say"}
_WORDS = frozenset({"label", "plain", "guidance"})
_REQUIRED = {True: "always", False: "never"}
_OUTCOMES = {
    "kept": "has its own place",
    "table": "stands in the people table",
    "broadened": "goes into a wider question",
    "needs_sorting": "waits for a practitioner to place it",
    "carried": "is carried along, word for word",
    "history": "is shown as history",
    "withheld": "is withheld, and the report says so",
}


def question_parts(part: QuestionOfBlend) -> Iterator[Part]:
    """A question: where it comes from, what the blend changes, how it is asked."""
    field = part.field
    lines = (
        Line(f"The question {field.id}", kind="note"),
        Line(f"The family reads: {field.plain}", kind="note"),
    )
    yield Part(field.label, lines, level=1)
    yield _comes_from(part)
    if part.changes:
        yield Part("What the blend changes", tuple(map(_change, part.changes)))
    yield Part("How it is asked", tuple(_asked(part)))


def hidden_parts(part: HiddenQuestion) -> Iterator[Part]:
    """A question that is not asked."""
    field = part.taken.field
    lines = (
        Line(f"The question {part.taken.name} is not asked: {part.said.where} hides it.", kind="note"),
        Line(
            f"Nothing is lost: an answer that a record brings along {_OUTCOMES[part.outcome]} ({part.why}).",
            kind="note",
        ),
    )
    yield Part(field.label, lines, level=1)


def _comes_from(part: QuestionOfBlend) -> Part:
    if not part.asks:
        where = f"A question of the authority's own, made by {_places(part.taken)}"
        return Part("Where it comes from", (Line(where),))
    rows = [("question", "mark", "its own words")]
    rows.extend((one.name, one.field.mark, one.field.label) for one in part.asks)
    frameworks = dict.fromkeys(one.form.framework for one in part.asks)
    lines = [
        Line(f"Serves {', '.join(frameworks)}; taken by {_places(part.taken)}"),
        *(Line(f"Asked once: {joined.why}{_at(joined.said)}") for joined in part.joined),
        *(Line(f"Kept apart from {apart.why}{_at(apart.said)}") for apart in part.apart),
    ]
    return Part("Where it comes from", tuple(lines), rows=tuple(rows))


def _places(said: tuple[Said, ...]) -> str:
    return ", ".join(dict.fromkeys(one.where for one in said))


def _at(said: Said | None) -> str:
    return f" ({said.where})" if said else ""


def _change(change: Change) -> Line:
    said = change.setting.said
    value = _REQUIRED.get(said.value, said.value) if change.name == "required" else said.value
    old = f", where the form says {_said(change, change.old)}" if change.old else ""
    if value == change.old:
        old = ", as the form does"
    earlier = instead_of(change.setting.instead_of)
    return Line(f"{change.name}: {_said(change, value)}{old}{earlier}", said.where)


def _said(change: Change, value: object) -> str:
    """A value; words that people read are told from ours by quotation marks."""
    return f'"{value}"' if change.name in _WORDS else value_words(value)


def _asked(part: QuestionOfBlend) -> Iterator[Line]:
    field = part.field
    of = len(part.section.fields)
    yield Line(f"Where: question {part.position} of {of} in section {part.section.id} ({part.section.title})")
    needed = f"{field.when.text}" if field.when else _NEEDED[field.required]
    why = f"; {'; '.join(part.needed)}" if part.needed else ""
    yield Line(f"Required: {needed}{why}")
    yield Line(f"Answer: {TYPE_WORDS[field.type]}{', for each child' if field.per_child else ''}")
    yield Line(f"Place in the shared model: {slot_words(field.slot)}")
    for title, words in part.variants.items():
        yield Line(f"In the words of {title}: {words.label}")
    if part.minutes is not None:
        yield Line(f"Minutes: {part.minutes:g}, as the blend says")
    for item in part.items:
        yield Line(f"Wanted by law or guidance: {item.title}. {item.why} [{item.mark}]")
