"""The rules of the forms in a blend, laid over the blend's documents.

A rule was written for a form of its own framework. It is shown the blend's document as a document of that form: the answers
the blend asks for, under that form's own ids. What it finds is told in the blend's places. A rule that asks for a question
which the blend does not ask cannot be answered there and says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import evolve, frozen
from typing_extensions import override

from frameworks_core.blend.composition.composing import Composed
from frameworks_core.forms.filled import FilledForm, subject_children
from frameworks_core.forms.form import Form
from frameworks_core.host.contributions import Hit, Rule
from frameworks_core.host.registry import Registry


def rules_of(composed: Composed, registry: Registry) -> tuple[Rule, ...]:
    """The rules for documents of a blend, sorted by code, each once.

    Raises:
        UserError: The rules of one of its frameworks cannot be used.
    """
    views = [_View(composed, form) for form in composed.choice.forms]
    by_code: dict[str, tuple[Rule, list[_View]]] = {}
    for view in views:
        for rule in registry.rules_for(view.member.id):
            by_code.setdefault(rule.code, (rule, []))[1].append(view)
    return tuple(
        evolve(rule, forms=(composed.form.id,), check=_over(rule, shown))
        for rule, shown in (by_code[code] for code in sorted(by_code))
    )


def silent_rules(composed: Composed, registry: Registry, document: dict[str, Any]) -> tuple[Rule, ...]:
    """Rules that a document of the blend cannot answer, because they ask for what the blend does not."""
    filled = FilledForm(composed.form, document)
    silent: dict[str, Rule] = {}
    heard: set[str] = set()
    for form in composed.choice.forms:
        view = _View(composed, form)
        for rule in registry.rules_for(form.id):
            if any(_is_silent(rule, shown) for shown in view.of(filled)):
                silent[rule.code] = rule
            else:
                heard.add(rule.code)  # through another of the rule's forms
    return tuple(silent[code] for code in sorted(silent.keys() - heard))


def _over(rule: Rule, views: Iterable[_View]) -> Callable[[FilledForm], Iterable[Hit]]:
    def check(filled: FilledForm) -> Iterator[Hit]:
        told = set()
        for view in views:
            for shown in view.of(filled):
                for hit in _hits(rule, shown) or ():
                    here = Hit(view.pointer(hit.at, shown), hit.message)
                    if here not in told:
                        told.add(here)
                        yield here

    return check


def _hits(rule: Rule, shown: _Shown) -> tuple[Hit, ...] | None:
    """What a rule finds; None where it asks for a question that is not asked here."""
    try:
        return tuple(rule.check(shown.filled))
    except _NotAskedError:
        return None
    except KeyError as error:
        if error.args and error.args[0] in shown.not_asked:
            return None
        raise


def _is_silent(rule: Rule, shown: _Shown) -> bool:
    try:
        return _hits(rule, shown) is None
    except (Exception, SystemExit):  # noqa: BLE001  # a rule that fails is told where documents are checked
        return False


class _NotAskedError(Exception):
    """A rule wants the answer to a question that the blend does not ask."""


class _Answers(dict[str, Any]):
    """The answers of a document, which tells apart what is not answered and what is not asked."""

    def __init__(self, answers: dict[str, Any], not_asked: frozenset[str]) -> None:
        super().__init__(answers)
        self._not_asked = not_asked

    @override
    def __contains__(self, key: object) -> bool:
        return self._asked(key) and super().__contains__(key)

    @override
    def __getitem__(self, key: str) -> Any:
        self._asked(key)
        return super().__getitem__(key)

    @override
    def get(self, key: str, default: Any = None) -> Any:
        self._asked(key)
        return super().get(key, default)

    def _asked(self, key: object) -> bool:
        if key in self._not_asked:
            raise _NotAskedError
        return True


@frozen(eq=False)
class _Shown:
    """A blend's document shown as one of a form.

    Attributes:
        filled: What the rule sees.
        child: The one child it is about, where the form is about one and the blend about several.
        by_child: The form's questions that the blend asks child by child and the form does not.
        not_asked: The form's questions that the blend does not ask.
    """

    filled: FilledForm
    child: str | None
    by_child: frozenset[str]
    not_asked: frozenset[str]


class _View:
    """A blend's documents seen as documents of one of its forms."""

    def __init__(self, composed: Composed, member: Form) -> None:
        self.member = member
        self._ours: dict[str, str] = {}
        self._columns: dict[str, dict[str, str]] = {}
        for id_, question in composed.questions.items():
            for one, columns in zip(question.asks, question.ours, strict=True):
                if one.form.id == member.id:
                    self._ours[one.field.id] = id_
                    self._columns[one.field.id] = columns
        self._not_asked = frozenset(member.fields) - self._ours.keys()
        self._split = composed.form.is_about_family and not member.is_about_family
        asked = (
            evolve(section, fields=tuple(field for field in section.fields if field.id in self._ours))
            for section in member.sections
        )
        self._form = evolve(member, sections=tuple(section for section in asked if section.fields))

    def of(self, filled: FilledForm) -> Iterator[_Shown]:
        """The document as one of the form, or as several where the form is about one child and the document about more."""
        if not self._split:
            yield self._shown(filled, None)
            return
        for child in subject_children(filled.document):
            yield self._shown(filled, child)

    def _shown(self, filled: FilledForm, child: str | None) -> _Shown:
        answers: dict[str, Any] = {}
        by_child = set()
        for theirs, ours in self._ours.items():
            if ours not in filled.answers:
                continue
            value = filled.answers[ours]
            if child is not None and filled.form.fields[ours].per_child and isinstance(value, dict):
                if child not in value:
                    continue
                value = value[child]
                by_child.add(theirs)
            answers[theirs] = self._rows(theirs, value)
        document = {
            **filled.document,
            "form": self.member.id,
            "version": self.member.version,
            "answers": _Answers(answers, self._not_asked),
        }
        if child is not None:
            document["about"] = [child]
        return _Shown(FilledForm(self._form, document), child, frozenset(by_child), self._not_asked)

    def _rows(self, field_id: str, value: Any) -> Any:
        """The rows of a table under the columns the form has for them, for each child where it is answered so."""
        columns = self._columns[field_id]
        if not columns:
            return value
        if isinstance(value, dict):
            return {child: self._rows(field_id, rows) for child, rows in value.items()}
        known = {**columns, "disclosure": "disclosure"}
        return [{known[name]: cell for name, cell in row.items() if name in known} for row in value]

    def pointer(self, at: str, shown: _Shown) -> str:
        """A pointer into the document as it was shown, as one into the blend's document."""
        steps = at.split("/")
        if len(steps) < 3 or steps[1] != "answers" or steps[2] not in self._ours:
            return at
        theirs, rest = steps[2], steps[3:]
        names = {column: ours for ours, column in self._columns[theirs].items()}
        if rest and rest[-1] in names:
            rest = [*rest[:-1], names[rest[-1]]]
        child = [shown.child] if shown.child and theirs in shown.by_child else []
        return "/".join(["", "answers", self._ours[theirs], *child, *rest])
