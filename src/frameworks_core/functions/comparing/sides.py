"""What can be set beside something else: a framework, a form of one, or anything that has forms and a name.

A side is plain data, so that whoever has forms, lenses, guides and plans can make one.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from frameworks_core.errors import UserError
from frameworks_core.forms.form import Field, Form
from frameworks_core.host.contributions import Framework, Lens, PlanTemplate
from frameworks_core.host.guides import Guide
from frameworks_core.host.registry import Registry
from frameworks_core.nearest import nearest


@frozen(kw_only=True)
class Side:
    """One of the two that are compared.

    Attributes:
        name: What one types for it.
        title: What the field calls it.
        kind: What it is, in words: `practice model`, `recording format`, `form of ...`.
        edition: Which edition or version it is.
        source: How well attested the whole is: a mark and the source.
        forms: Its forms, in their order.
        lenses: Its ways of looking at an assessment.
        guides: Its guides to decisions.
        plans: Its kinds of plan.
        is_single_form: Whether it is one form taken out of its framework, whose lenses and guides are not its own.
    """

    name: str
    title: str
    kind: str
    edition: str
    source: str
    forms: tuple[Form, ...]
    lenses: tuple[Lens, ...] = ()
    guides: tuple[Guide, ...] = ()
    plans: tuple[PlanTemplate, ...] = ()
    is_single_form: bool = False


@frozen
class Question:
    """One question of one form."""

    form: Form
    field: Field

    @property
    def asked(self) -> frozenset[str]:
        """By which names it is known as the very question: its own, and those of the questions it asks for."""
        return frozenset(self.field.marked().questions(self.form.id))


def questions(side: Side) -> Iterator[Question]:
    """Every question of every form of a side, in their order."""
    return (Question(form, field) for form in side.forms for field in form)


def known_names(registry: Registry) -> tuple[str, ...]:
    """Everything `side_named` knows: the frameworks, then the forms."""
    return (*(framework.name for framework in registry.frameworks()), *registry.form_ids())


def refuse_twice(first: str, second: str) -> None:
    """Refuse to compare something with itself.

    Raises:
        UserError: The two names are the same.
    """
    if first == second:
        raise UserError(f"{first} is named twice, and nothing differs from itself; name two to compare")


def side_named(registry: Registry, name: str) -> Side:
    """The framework of this name, or the form of this id.

    Raises:
        UserError: There is none, or it cannot be used as it is; says what to do.
    """
    framework = next((known for known in registry.frameworks() if known.name == name), None)
    if framework is not None:
        return _of_framework(registry, framework)
    if name in registry.form_ids():
        return _of_form(registry, registry.form(name))
    _refuse_broken(registry, name.partition("/")[0])
    hint = nearest(name, known_names(registry))
    where = "; `frameworks plugins` lists the frameworks, `frameworks forms list` the forms"
    raise UserError(f"there is no framework and no form {name!r}{hint or where}")


def _of_framework(registry: Registry, framework: Framework) -> Side:
    """The whole framework. A part of it that cannot be used is told: what is missing would look like a difference."""
    own = f"{framework.name}/"
    side = Side(
        name=framework.name,
        title=framework.title,
        kind=framework.kind,
        edition=framework.edition,
        source=framework.source,
        forms=tuple(registry.form(form_id) for form_id in registry.form_ids() if form_id.startswith(own)),
        lenses=tuple(lens for lens in registry.lenses() if lens.name.startswith(own)),
        guides=tuple(registry.guide(name) for name in registry.guide_names() if name.startswith(own)),
        plans=tuple(plan for plan in registry.plan_templates() if plan.name.startswith(own)),
    )
    _refuse_broken(registry, framework.name)
    return side


def _of_form(registry: Registry, form: Form) -> Side:
    """One form alone, with the kinds of plan that are written on it. Lenses and guides are its framework's, not its own."""
    framework = next(known for known in registry.frameworks() if known.name == form.framework)
    return Side(
        name=form.id,
        title=form.title,
        kind=f"form of {framework.title}",
        edition=f"version {form.version}",
        source=form.source,
        forms=(form,),
        is_single_form=True,
        plans=tuple(plan for plan in registry.plan_templates() if plan.form == form.id),
    )


def _refuse_broken(registry: Registry, framework: str) -> None:
    for broken in registry.broken:
        if broken.framework == framework:
            raise broken.error() from broken.cause
