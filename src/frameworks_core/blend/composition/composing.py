"""From a blend file to a form: questions joined, changed, arranged, and the authority's own added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from frameworks_core.blend.composition.arranging import Arranging
from frameworks_core.blend.composition.asking_once import Question, joined
from frameworks_core.blend.composition.changing import changed, changes_of
from frameworks_core.blend.composition.choosing import Choice, choose
from frameworks_core.blend.composition.form_faults import faults_in_the_form
from frameworks_core.blend.composition.ids import ids_of
from frameworks_core.blend.composition.joint_slots import joint
from frameworks_core.blend.composition.leaving_out import LeftOut, left_out
from frameworks_core.blend.composition.needing import needed
from frameworks_core.blend.composition.pairs import pair_faults
from frameworks_core.blend.composition.statutory_floor import taken_away
from frameworks_core.blend.composition.wording import with_variants
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.checks.blend_codes import MISSING_KEY
from frameworks_core.forms.form import Field, Form, Section
from frameworks_core.host.registry import Registry

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


def compose(
    file: BlendFile, registry: Registry, without: Sequence[str] = ()
) -> tuple[Composed | None, list[Fault]]:
    """Compose the form of a blend.

    Args:
        file: What the blend file and its bases say together.
        registry: The installed frameworks.
        without: What the file and its bases took out of what there was before.

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
    gone = left_out(without, file.gather, registry)
    faults.extend(pair_faults(file.gather, choice, gone))
    if _any_error(faults):
        return None, faults
    composed = _Composing(file, choice, gone, faults).run()
    if composed is not None:
        faults.extend(taken_away(file, choice, composed.form))
    return composed, faults


def _any_error(faults: Iterable[Fault]) -> bool:
    return any(fault.severity == "error" for fault in faults)


class _Composing:
    def __init__(self, file: BlendFile, choice: Choice, gone: LeftOut, faults: list[Fault]) -> None:
        self.file = file
        self.choice = choice
        self.gone = gone
        self.faults = faults
        self.questions = joined(choice.taken, file.gather.together, file.gather.apart)
        self.ids = ids_of(self.questions)
        pairs = tuple(zip(self.questions, self.ids, strict=True))
        self.by_id = {id_: question for question, id_ in pairs}
        self.of = {one.name: id_ for question, id_ in pairs for one in question.asks}
        self.minutes = {
            local.question.id: local.minutes for local in file.gather.local if local.minutes is not None
        }

    def run(self) -> Composed | None:
        arranging = Arranging(self.file.gather, self.gone, self.faults)
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
        decided = said.keys() & {"required", "when"}
        notes = [] if decided else self.faults  # where the file itself decides, nothing is left open
        required, when = needed(question, id_, self.of, notes)
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


def _withheld(forms: Sequence[Form], basis: str) -> frozenset[str]:
    """What none of the forms takes in that are made on the same basis."""
    kinds = [form.withholds for form in forms if form.basis == basis]
    return frozenset.intersection(*kinds) if kinds else frozenset()
