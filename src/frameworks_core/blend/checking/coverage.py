"""Which plugin serves each of the four statutory functions in a blend, and which of them nothing serves."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from frameworks_core.blend.checking.subject import OWN
from frameworks_core.blend.composition.choosing import SEPARATOR
from frameworks_core.blend.composition.composing import Composed
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.checks.blend_codes import NOBODY_SERVES
from frameworks_core.forms.form import FUNCTIONS
from frameworks_core.host.registry import Registry


@frozen(kw_only=True)
class Server:
    """What serves a function.

    Attributes:
        name: The form, lens, guide or plan.
        framework: The framework it belongs to; empty for the authority's own questions.
        distribution: The plugin that brings the framework; empty where none that can be used does.
        version: Its version.
        parts: The sections of a form that are taken, where not all of it is.
        questions: How many questions of the blend come from it.
    """

    name: str
    framework: str = ""
    distribution: str = ""
    version: str = ""
    parts: tuple[str, ...] = ()
    questions: int = 0


@frozen(kw_only=True)
class Coverage:
    """Who serves the functions.

    Attributes:
        by: What serves each function, by its name.
        recorded: How many questions of the blend serve each function.
    """

    by: dict[str, tuple[Server, ...]]
    recorded: dict[str, int]


def coverage_of(file: BlendFile, composed: Composed | None, registry: Registry) -> Coverage:
    """Who serves the functions; where a blend makes no form, who it wants to, without counts."""
    tools = {
        "analyse": file.analyse.lenses,
        "decide": file.decide.guides,
        "support": file.support.plans,
    }
    by = {name: tuple(_server(tool, registry) for tool in names) for name, names in tools.items()}
    gather = tuple(_forms(file, composed, registry)) if composed else tuple(_wanted(file, registry))
    questions = list(composed.form) if composed else []
    recorded = {name: sum(field.function == name for field in questions) for name in FUNCTIONS}
    return Coverage(by={"gather": gather, **by}, recorded=recorded)


def uncovered(coverage: Coverage, *, voluntary: bool) -> Iterator[Fault]:
    """The functions that no framework serves; that a blend asks nothing is told where it is composed.

    Never an error: an authority may analyse, decide or plan in another system. A note where the blend's questions record
    it, and for deciding where the record is voluntary, because no statutory decision is made in it.
    """
    for function, (tool, command) in _TOOLS.items():
        if coverage.by[function]:
            continue
        count = coverage.recorded[function]
        recorded = f"{count} questions record it" if count > 1 else "one question records it" if count else ""
        told = recorded or "and no question records it"
        mild = bool(count) or (voluntary and function == "decide")
        message = f"no {tool} is named for `frameworks {command}`, {'though ' if recorded else ''}{told}"
        yield Fault(NOBODY_SERVES, (function,), message, "note" if mild else "warning")


_TOOLS = {"analyse": ("lens", "analyse"), "decide": ("guide", "decide"), "support": ("plan", "plan")}


def _server(name: str, registry: Registry) -> Server:
    framework = name.partition("/")[0]
    plugin = next((one for one in registry.plugins if one.framework.name == framework), None)
    if plugin is None:
        return Server(name=name, framework=framework)
    return Server(name=name, framework=framework, distribution=plugin.distribution, version=plugin.version)


def _forms(file: BlendFile, composed: Composed, registry: Registry) -> Iterator[Server]:
    choice = composed.choice
    for form in choice.forms:
        taken = [one for one in choice.taken if one.form.id == form.id]
        parts = () if form.id in choice.whole else tuple(dict.fromkeys(one.section.title for one in taken))
        yield evolve(_server(form.id, registry), parts=parts, questions=len(taken))
    if file.gather.local:
        yield Server(name=OWN, questions=len(file.gather.local))


def _wanted(file: BlendFile, registry: Registry) -> Iterator[Server]:
    """The forms a blend wants questions of."""
    gather = file.gather
    names = (name.partition(SEPARATOR)[0] for name in (*gather.forms, *gather.sections, *gather.questions))
    yield from (_server(name, registry) for name in dict.fromkeys(names))
