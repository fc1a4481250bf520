"""The sections of a blend: those its questions come from, the authority's own, in the order the authority wants."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from attrs import evolve

from frameworks_core.blend.composition.asking_once import Question
from frameworks_core.blend.composition.ids import longer_section_id
from frameworks_core.blend.composition.leaving_out import LeftOut
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.gather_keys import Change, Gather
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import CLASH, UNKNOWN_PART
from frameworks_core.forms.form import Field, Section
from frameworks_core.nearest import nearest


class Arranging:
    """Puts the questions of a blend into its sections.

    Attributes:
        names: Id of the blend's section for each section of a form: its form's id and its own.
    """

    def __init__(self, gather: Gather, gone: LeftOut, faults: list[Fault]) -> None:
        """Prepare for what `gather` says; names that lead nowhere, and were not left out, are appended to `faults`."""
        self.gather = gather
        self.gone = gone
        self.faults = faults
        self.names: dict[tuple[str, str], str] = {}
        self._sections: dict[str, Section] = {}
        self._fields: dict[str, list[Field]] = {}

    def arranged(self, asked: Iterable[tuple[Question, Field]], of: Mapping[str, str]) -> tuple[Section, ...]:
        """The sections with their questions.

        Args:
            asked: Each question with the field it becomes, in order.
            of: The id of that field for each question of a form.
        """
        for question, field in asked:
            self._fields[self._home(question)].append(field)
        self._add_local_sections()
        self._add_local_questions(set(of.values()))
        self._move(of)
        return self._ordered()

    def _home(self, question: Question) -> str:
        """The section of the first question it asks for."""
        first = question.first
        key = (first.form.id, first.section.id)
        if key not in self.names:
            own = first.section.id
            free = own if own not in self._sections else longer_section_id(first.form.id, own)
            self.names[key] = free
            self._sections[free] = evolve(first.section, id=free, fields=())
            self._fields[free] = []
        return self.names[key]

    def _add_local_sections(self) -> None:
        for index, local in enumerate(self.gather.local_sections):
            if local.id in self._sections:
                path = ("gather", "local_sections", index, "id")
                self.faults.append(Fault(CLASH, path, f"there is a section {local.id!r} already"))
                continue
            self._sections[local.id] = Section(
                id=local.id, title=local.title, plain=local.plain, guidance=local.guidance, fields=()
            )
            self._fields[local.id] = []

    def _add_local_questions(self, taken: set[str]) -> None:
        for index, local in enumerate(self.gather.local):
            path: KeyPath = ("gather", "local", index)
            question = local.question
            if question.id in taken:
                message = f"there is a question {question.id!r} already; choose another id"
                self.faults.append(Fault(CLASH, (*path, "id"), message))
            taken.add(question.id)
            if self._is_section(local.section, (*path, "section")):
                self._fields[local.section].append(question)

    def _is_section(self, name: str, path: KeyPath) -> bool:
        if name in self._sections:
            return True
        message = f"there is no section {name!r} in this blend{nearest(name, self._sections)}"
        self.faults.append(Fault(UNKNOWN_PART, path, message))
        return False

    def _is_left_out(self, section: str) -> bool:
        """Whether a section is not here because all its questions were left out."""
        return section not in self._sections and section in self.gone.sections

    def _move(self, of: Mapping[str, str]) -> None:
        """Move questions to the section, and behind the question, that the file names."""
        for form_id, changes in self.gather.fields.items():
            for field_id, change in changes.items():
                id_ = of.get(f"{form_id}#{field_id}")
                if id_ is not None and (change.section or change.after):
                    self._move_one(id_, change, ("gather", "fields", form_id, field_id))

    def _move_one(self, id_: str, change: Change, path: KeyPath) -> None:
        home = next(name for name, members in self._fields.items() if any(one.id == id_ for one in members))
        field = next(one for one in self._fields[home] if one.id == id_)
        target = home if change.section is None or self._is_left_out(change.section) else change.section
        if not self._is_section(target, (*path, "section")):
            return
        if target == home and change.after in self.gone.ids and not self._has(home, change.after):
            return  # it keeps its place
        self._fields[home].remove(field)
        members = self._fields[target]
        ids = [one.id for one in members]
        if change.after is None:
            members.append(field)
            return
        if change.after not in ids and change.after not in self.gone.ids:
            message = f"there is no question {change.after!r} in that section{nearest(change.after, ids)}"
            self.faults.append(Fault(UNKNOWN_PART, (*path, "after"), message))
        members.insert(ids.index(change.after) + 1 if change.after in ids else len(members), field)

    def _has(self, section: str, question: str | None) -> bool:
        return any(field.id == question for field in self._fields[section])

    def _ordered(self) -> tuple[Section, ...]:
        for name, change in self.gather.section.items():
            path: KeyPath = ("gather", "section", name)
            if self._is_left_out(name) or not self._is_section(name, path):
                continue
            section = self._sections[name]
            self._sections[name] = evolve(
                section,
                title=change.title or section.title,
                plain=change.plain or section.plain,
                guidance=change.guidance or section.guidance,
            )
            known = {field.id: field for field in self._fields[name]}
            order = self._first(change.order, known, self.gone.ids, (*path, "order"), "question")
            self._fields[name] = [known[id_] for id_ in order]
        order = self._first(
            self.gather.order, self._sections, self.gone.sections, ("gather", "order"), "section"
        )
        return tuple(
            evolve(self._sections[name], fields=tuple(self._fields[name]))
            for name in order
            if self._fields[name]
        )

    def _first(
        self, wanted: Sequence[str], known: Iterable[str], gone: Container[str], path: KeyPath, what: str
    ) -> list[str]:
        """All names, those wanted first; one that is neither known nor left out is a fault."""
        names = list(known)
        for index, name in enumerate(wanted):
            if name not in names and name not in gone:
                message = f"there is no {what} {name!r} here{nearest(name, names)}"
                self.faults.append(Fault(UNKNOWN_PART, (*path, index), message))
        first = [name for name in dict.fromkeys(wanted) if name in names]
        return [*first, *(name for name in names if name not in first)]
