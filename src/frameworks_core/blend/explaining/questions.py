"""One question of a blend explained: what it asks for, who changed it, why it is needed, and which duty wants it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from frameworks_core.blend.blend import Blend
from frameworks_core.blend.composition.asking_once import Question
from frameworks_core.blend.composition.changing import changes_of
from frameworks_core.blend.composition.choosing import Taken
from frameworks_core.blend.composition.statutory_floor import pack_of
from frameworks_core.blend.explaining.origins import Said, Setting, said_at, settings
from frameworks_core.exchange.matrix import usual_place
from frameworks_core.exchange.placement import Placements
from frameworks_core.forms.form import Field, Section, Wording
from frameworks_core.forms.statutory import statutory_fields
from frameworks_core.statute.items import Item, items_for

SAME_PLACE = "they have the same place in the shared model, so one answer answers all"


@frozen
class Change:
    """One thing that the authority changes about a question.

    Attributes:
        name: The key.
        old: What the form says, None where it says nothing or the key is the blend's own.
        setting: What the blend says, and where.
    """

    name: str
    old: object
    setting: Setting


@frozen
class Joined:
    """Why several questions are asked as one, or why two are not.

    Attributes:
        why: A clause.
        said: Where a file says so; None where it follows from the questions.
    """

    why: str
    said: Said | None = None


@frozen(kw_only=True)
class QuestionOfBlend:
    """One question of a blend.

    Attributes:
        field: The question as the blend asks it.
        section: The section it stands in.
        position: Its place there, from 1.
        asks: The questions of forms it asks for; none where it is the authority's own.
        taken: Where the files take each of them, or where they make the question.
        joined: Why they are asked as one.
        apart: What they are kept apart from by the files.
        changes: What the authority changes.
        needed: Why it is required, a clause for each who wants it.
        minutes: Minutes that the authority gives it.
        variants: Its words in each variant that documents may choose.
        items: What law or guidance wants that it surely asks.
    """

    field: Field
    section: Section
    position: int
    asks: tuple[Taken, ...]
    taken: tuple[Said, ...]
    joined: tuple[Joined, ...]
    apart: tuple[Joined, ...]
    changes: tuple[Change, ...]
    needed: tuple[str, ...]
    minutes: float | None
    variants: dict[str, Wording]
    items: tuple[Item, ...]


@frozen
class HiddenQuestion:
    """A question of a form that the blend does not ask.

    Attributes:
        taken: The question.
        said: The line that hides it.
        outcome: What becomes of an answer that a record brings along.
        why: The reason, as a conversion reports it.
    """

    taken: Taken
    said: Said
    outcome: str
    why: str


def question_of_blend(blend: Blend, field_id: str) -> QuestionOfBlend:
    """Explain a question of a blend by its id."""
    field = blend.form.fields[field_id]
    section = next(section for section in blend.form.sections if field in section.fields)
    question = blend.composed.questions.get(field_id)
    changes = tuple(_changes(blend, question)) if question else ()
    return QuestionOfBlend(
        field=field,
        section=section,
        position=section.fields.index(field) + 1,
        asks=question.asks if question else (),
        taken=tuple(dict.fromkeys(_taken(blend, question, field_id))),
        joined=tuple(dict.fromkeys(_joined(blend, question))) if question else (),
        apart=tuple(_apart(blend, question)) if question else (),
        changes=changes,
        needed=tuple(_needed(field, question, changes)),
        minutes=blend.composed.minutes.get(field_id),
        variants={
            variant.title: variant.labels[field_id]
            for variant in blend.form.variants
            if field_id in variant.labels
        },
        items=_items(blend).get(field_id, ()),
    )


def hidden_questions(blend: Blend) -> Iterator[HiddenQuestion]:
    """The questions that the blend hides, and what becomes of answers to them."""
    placements = Placements(blend.form)
    for taken in blend.composed.choice.hidden:
        path = ("gather", "fields", taken.form.id, taken.field.id, "hide")
        placement = usual_place(taken.field, taken.form, placements)
        outcome = "withheld" if placement is None else placement.outcome
        why = "the blend may not hold this kind of information" if placement is None else placement.why
        yield HiddenQuestion(taken, said_at(blend.effective, path, value=True), outcome, why)


def _taken(blend: Blend, question: Question | None, field_id: str) -> Iterator[Said]:
    if question is not None:
        yield from (said_at(blend.effective, one.path, one.name) for one in question.asks)
        return
    for index, local in enumerate(blend.file.gather.local):
        if local.question.id == field_id:
            yield said_at(blend.effective, ("gather", "local", index), field_id)


def _joined(blend: Blend, question: Question) -> Iterator[Joined]:
    for one, other in pairwise(question.asks):
        yield next(_pairs(blend, "together", one, other), Joined(SAME_PLACE))


def _pairs(blend: Blend, key: str, one: Taken, other: Taken) -> Iterator[Joined]:
    for index, names in enumerate(getattr(blend.file.gather, key)):
        if {one.name, other.name} <= set(names):
            yield Joined(
                f"the blend says so in gather.{key}", said_at(blend.effective, ("gather", key, index))
            )


def _apart(blend: Blend, question: Question) -> Iterator[Joined]:
    own = {one.name for one in question.asks}
    for index, names in enumerate(blend.file.gather.apart):
        if not own.isdisjoint(names):
            others = ", ".join(name for name in names if name not in own)
            yield Joined(others, said_at(blend.effective, ("gather", "apart", index)))


def _changes(blend: Blend, question: Question) -> Iterator[Change]:
    by_path = {setting.path: setting for setting in settings(blend.effective)}
    for name, said in changes_of(question, blend.file.gather, []).items():
        if said.path in by_path:  # `when` is told whole
            yield Change(name, _before(question, name), by_path[said.path])


def _before(question: Question, name: str) -> object:
    """What the first of the questions says itself."""
    first = question.first
    match name:
        case "section":
            return first.section.id
        case "when":
            return first.field.when.text if first.field.when else None
        case _:
            return getattr(first.field, name, None)


def _needed(field: Field, question: Question | None, changes: tuple[Change, ...]) -> Iterator[str]:
    """Whose requirement it is."""
    said = next((change.setting.said for change in changes if change.name in {"required", "when"}), None)
    if said is not None:
        yield f"the blend says so ({said.where})"
        return
    if question is None:
        if field.required != "never":
            yield "the authority's own question says so"
        return
    for one in question.asks:
        if one.field.required == "always":
            yield f"{one.name} needs it"
        elif one.field.when is not None:
            text = one.field.when.text
            yield f"{one.name} needs it{'' if field.when and field.when.text == text else f' {text}'}"


def _items(blend: Blend) -> dict[str, tuple[Item, ...]]:
    """What law or guidance wants, by the question that surely asks it, under the edition the blend works to."""
    return statutory_fields(blend.form, items_for(pack_of(blend.file), blend.form.basis))
