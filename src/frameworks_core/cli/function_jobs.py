"""What the commands analyse, decide and plan ask the frameworks for."""

from __future__ import annotations

from collections.abc import Iterable

from frameworks_core.blend.catalogue import Catalogue
from frameworks_core.cli.checked import load_sound
from frameworks_core.cli.documents import Loaded
from frameworks_core.errors import UserError
from frameworks_core.forms.filled import subject_children
from frameworks_core.forms.form import Form
from frameworks_core.functions.planning import Plan, draft_plan
from frameworks_core.host.contributions import Lens
from frameworks_core.host.guides import Guide
from frameworks_core.statute.routes import Route, all_routes, route

_ALL = "all"


def lenses_for(catalogue: Catalogue, form: Form, names: Iterable[str]) -> tuple[Lens, ...]:
    """The lenses asked for: those named, every one for `all`, those of the form's own framework or blend if none is named.

    Raises:
        UserError: There is no such lens, or none at all.
    """
    registry = catalogue.registry
    blend = catalogue.blend_of(form)
    names = tuple(dict.fromkeys(names)) or (blend.file.analyse.lenses if blend else ())
    named = tuple(
        registry.lens(name) for name in names if name != _ALL
    )  # refuses an unknown name beside `all` too
    if names:
        return registry.lenses() if _ALL in names else named
    own = tuple(lens for lens in registry.lenses() if lens.name.startswith(f"{form.framework}/"))
    if not own:
        others = ", ".join(lens.name for lens in registry.lenses())
        whose = f"the blend {form.id}" if blend else f"the framework of this record, {form.framework},"
        raise UserError(
            f"{whose} brings no lens of its own; "
            + (f"name one with --lens: {others}" if others else "no installed framework brings one")
        )
    return own


def guides_for(catalogue: Catalogue, form: Form, names: Iterable[str]) -> tuple[Guide, ...]:
    """The guides asked for: those named, every one for `all`, those of the form's own framework or blend if none is named.

    Where the framework brings none, every guide is asked: a decision is prepared in any case.

    Raises:
        UserError: There is no such guide, or its file is not in order.
    """
    registry = catalogue.registry
    blend = catalogue.blend_of(form)
    names = tuple(dict.fromkeys(names)) or (blend.file.decide.guides if blend else ())
    named = tuple(registry.guide(name) for name in names if name != _ALL)
    if names and _ALL not in names:
        return named
    own = tuple(name for name in registry.guide_names() if name.startswith(f"{form.framework}/"))
    chosen = registry.guide_names() if names or not own else own
    return tuple(registry.guide(name) for name in chosen)


def routes_for(names: Iterable[str]) -> tuple[Route, ...]:
    """The routes asked for; all of them, from least to most intrusive, if none is named.

    Raises:
        UserError: There is no such route.
    """
    chosen = {route(name).id for name in names}
    return tuple(one for one in all_routes() if not chosen or one.id in chosen)


def draft(catalogue: Catalogue, name: str, template_name: str | None, child: str | None) -> Plan:
    """Draft a plan from the document called `name`.

    Raises:
        UserError: It cannot be read, there is no such plan, or it must be said for which child it is.
    """
    registry = catalogue.registry
    loaded = load_sound(name, catalogue)
    if template_name is None:
        blend = catalogue.blend_of(loaded.form)
        own = blend.file.support.plans if blend else ()
        kinds = ", ".join(own or (template.name for template in registry.plan_templates()))
        raise UserError(
            f"name a kind of plan with --template: {kinds or 'no installed framework brings one'}"
        )
    template = registry.plan_template(template_name)
    target = registry.form(template.form)
    return draft_plan(loaded.document, loaded.form, template, target, _child(loaded, target, child))


def _child(loaded: Loaded, target: Form, child: str | None) -> str | None:
    about = subject_children(loaded.document)
    if child is not None and child not in about:
        raise UserError(f"the document is not about {child}; it is about {', '.join(about)}")
    if target.is_about_family or child is not None:
        return child
    if len(about) > 1:
        raise UserError(
            f"{target.id} is a plan for one child and the document about {len(about)}; "
            f"name one with --child ({', '.join(about)})"
        )
    return about[0] if about else None
