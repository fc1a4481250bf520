"""From a blend file to a form: questions joined, changed, arranged, and the authority's own added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from attrs import evolve, frozen

from frameworks_core.blend.composition.arranging import Arranging
from frameworks_core.blend.composition.asking_once import Question, joinable, joined
from frameworks_core.blend.composition.changing import changed, changes_of
from frameworks_core.blend.composition.choosing import Choice, Taken, choose
from frameworks_core.blend.composition.form_faults import faults_in_the_form
from frameworks_core.blend.composition.joint_slots import can_be_one, joint
from frameworks_core.blend.composition.statutory_floor import taken_away
from frameworks_core.blend.composition.wording import with_variants
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import (
    BAD_CHANGE,
    CLASH,
    MISSING_KEY,
    NOT_KNOWABLE,
    UNKNOWN_PART,
)
from frameworks_core.forms.form import Field, Form, Section, When
from frameworks_core.host.registry import Registry
from frameworks_core.nearest import nearest

_NEEDED = ("id", "version", "title", "plain_title")


@frozen(eq=False)
class Composed:
    """What a blend file composes to.

    Attributes:
        form: The form.
        choice: What it takes from the installed forms.
        questions: What each of its questions asks for, by its id; the authority's own are not among them.
        minutes: Minutes that answering a question takes, by its id, where the file says so.
    """

    form: Form
    choice: Choice
    questions: dict[str, Question]
    minutes: dict[str, float]

    def id_of(self, question: str) -> str | None:
        """The id of a question: of one taken from a form by its name there, of one of the authority's own by its id."""
        asked = (id_ for id_, one in self.questions.items() if question in {asks.name for asks in one.asks})
        return next(asked, question if question in self.form.fields else None)


def compose(file: BlendFile, registry: Registry) -> tuple[Composed | None, list[Fault]]:
    """Compose the form of a blend.

    Returns:
        What it composes to, None where it makes no form; and what is wrong or worth knowing.
    """
    faults: list[Fault] = [
        Fault(MISSING_KEY, ("blend", name), f"the blend has to say its {name}")
        for name in _NEEDED
        if not getattr(file.blend, name)
    ]
    choice = choose(file, registry, faults)
    if not choice.taken and not file.gather.local and not faults:
        faults.append(
            Fault(MISSING_KEY, ("gather",), "the blend asks nothing; name forms, sections or questions")
        )
    _check_pairs(file, choice, faults)
    if _any_error(faults):
        return None, faults
    composed = _Composing(file, choice, faults).run()
    if composed is not None:
        faults.extend(taken_away(file, choice, composed.form))
    return composed, faults


def _any_error(faults: Iterable[Fault]) -> bool:
    return any(fault.severity == "error" for fault in faults)


def _check_pairs(file: BlendFile, choice: Choice, faults: list[Fault]) -> None:
    """Questions that the file joins or keeps apart have to be part of the blend, and joinable.

    The authority's own are never joined to others; they may be kept apart by their ids.
    """
    taken = {one.name: one for one in choice.taken}
    own = {local.question.id for local in file.gather.local}
    for key, pairs in (("together", file.gather.together), ("apart", file.gather.apart)):
        for index, names in enumerate(pairs):
            path: KeyPath = ("gather", key, index)
            known = taken.keys() | own if key == "apart" else taken.keys()
            unknown = [name for name in names if name not in known]
            for name in unknown:
                message = f"there is no question {name!r} in this blend{nearest(name, known)}"
                faults.append(
                    Fault(BAD_CHANGE, path, _OWN_ALONE.format(name))
                    if name in own
                    else Fault(UNKNOWN_PART, path, message)
                )
            if len(set(names)) < 2:
                faults.append(Fault(BAD_CHANGE, path, "name at least two questions"))
            elif (
                key == "together" and not unknown and (why := _not_joinable([taken[name] for name in names]))
            ):
                faults.append(Fault(BAD_CHANGE, path, why))
    for index, names in enumerate(file.gather.apart):
        if any(len({*names} & {*together}) > 1 for together in file.gather.together):
            message = "these are asked together as well; decide for one of the two"
            faults.append(Fault(CLASH, ("gather", "apart", index), message))


_OWN_ALONE = (
    "{!r} is a question of your own; take it out and give the question of the form your words instead"
)


def _not_joinable(questions: Sequence[Taken]) -> str | None:
    slots = {one.field.slot for one in questions}
    if len(slots) > 1 and any(slot is not None and slot.is_history for slot in slots):
        return "one of these is history, such as a decision or a consent, and the others are not the same"
    if not can_be_one(slots):
        return "these ask for different things, such as a danger and a goal, or a name and a language"
    if _answered_once_each(questions):
        return (
            "these are different questions of one form, and a record of that form may answer each otherwise"
        )
    if not joinable(questions):
        return (
            "one answer cannot answer all of these: they differ in kind, choices, columns or who may see them"
        )
    return None


def _answered_once_each(questions: Sequence[Taken]) -> bool:
    """Whether two of these have one value each in the same record, so that one question has no room for both."""
    forms = {one.form.id for one in questions}
    return len(forms) < len(questions) and questions[0].field.type not in {"long", "table"}


class _Composing:
    def __init__(self, file: BlendFile, choice: Choice, faults: list[Fault]) -> None:
        self.file = file
        self.choice = choice
        self.faults = faults
        self.questions = joined(choice.taken, file.gather.together, file.gather.apart)
        self.ids = _ids(self.questions)
        pairs = tuple(zip(self.questions, self.ids, strict=True))
        self.by_id = {id_: question for question, id_ in pairs}
        self.of = {one.name: id_ for question, id_ in pairs for one in question.asks}
        self.minutes = {
            local.question.id: local.minutes for local in file.gather.local if local.minutes is not None
        }

    def run(self) -> Composed | None:
        arranging = Arranging(self.file.gather, self.faults)
        asked = [(question, self._field(question, id_)) for id_, question in self.by_id.items()]
        sections = arranging.arranged(asked, self.of)
        if _any_error(self.faults):
            return None
        form = with_variants(
            self._form(sections), self.choice, self.file.gather, self.of, arranging.names, self.faults
        )
        self.faults.extend(faults_in_the_form(form, self.file, self.by_id))
        return None if _any_error(self.faults) else Composed(form, self.choice, self.by_id, self.minutes)

    def _field(self, question: Question, id_: str) -> Field:
        said = changes_of(question, self.file.gather, self.faults)
        required, when = self._needed(question, id_, said.keys() & {"required", "when"})
        field = evolve(
            question.first.field,
            id=id_,
            required=required,
            when=when,
            columns=question.columns,
            slot=joint([one.field.slot for one in question.asks]),
            source=" also: ".join(dict.fromkeys(one.field.source for one in question.asks)),
            added=all(one.field.added for one in question.asks),
            serves=tuple(one.name for one in question.asks),
        )
        if "minutes" in said and isinstance(minutes := said["minutes"].value, int | float):
            self.minutes[id_] = minutes
        return changed(field, said, self.faults)

    def _needed(self, question: Question, id_: str, decided: Collection[str]) -> tuple[str, When | None]:
        """When the joint question is needed: whenever one of the questions it asks for is.

        Args:
            question: The joint question.
            id_: Its id.
            decided: Keys by which the file itself says when it is needed; then nothing is left open that is worth a note.
        """
        notes = [] if decided else self.faults
        if any(one.field.required == "always" for one in question.asks):
            return "always", None
        conditions = [
            self._condition(one, one.field.when, id_, notes) for one in question.asks if one.field.when
        ]
        if not conditions:
            return "never", None
        text = " or ".join(dict.fromkeys(condition.text for condition in conditions))
        decisive = {condition.field for condition in conditions}
        if len(decisive) == 1:
            codes = dict.fromkeys(code for condition in conditions for code in condition.codes)
            return "when", When(text=text, field=decisive.pop(), codes=tuple(codes))
        notes.append(_not_knowable(id_, f"it is needed {text}, which one answer alone does not decide"))
        return "when", When(text=text)

    def _condition(self, one: Taken, when: When, id_: str, notes: list[Fault]) -> When:
        """A condition of a form, as the blend's own questions decide it."""
        if when.field is None:
            return when
        decisive = self.of.get(f"{one.form.id}#{when.field}")
        if decisive is None:
            decides = f"{one.form.id}#{when.field}"
            notes.append(
                _not_knowable(id_, f"it is needed {when.text}; {decides}, which decides that, is not asked")
            )
            return When(text=when.text)
        return evolve(when, field=decisive)

    def _form(self, sections: tuple[Section, ...]) -> Form:
        said, forms = self.file.blend, self.choice.forms
        names = ", ".join(form.id for form in forms)
        basis = said.basis or ("statute" if any(form.basis == "statute" for form in forms) else "consent")
        return Form(
            id=said.id or "",
            version=said.version or "",
            title=said.title or "",
            plain_title=said.plain_title or "",
            about=self.choice.about,
            basis=basis,
            source=f"D composed by {self.file.authority.name or 'an authority'} of {names}",
            sections=sections,
            withholds=_withheld(forms, basis) | frozenset(said.withholds),
            notes=tuple(dict.fromkeys((*said.notes, *(note for form in forms for note in form.notes)))),
        )


def _not_knowable(id_: str, message: str) -> Fault:
    return Fault(NOT_KNOWABLE, ("gather",), f"question {id_!r}: {message}")


def _ids(questions: Iterable[Question]) -> list[str]:
    """The id of each question: its own, or with its form in front where another question has it already."""
    ids: list[str] = []
    for question in questions:
        one = question.first
        own = one.field.id
        ids.append(own if own not in ids else f"{one.form.id.replace('/', '.')}.{own}")
    return ids


def _withheld(forms: Sequence[Form], basis: str) -> frozenset[str]:
    """What none of the forms takes in that are made on the same basis."""
    kinds = [form.withholds for form in forms if form.basis == basis]
    return frozenset.intersection(*kinds) if kinds else frozenset()
