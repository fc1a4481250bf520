"""What the installed plugins contribute, by name.

Plugins are described and their forms listed when the registry is loaded; everything else is asked of them
when it is needed, once. A plugin with a fault is put aside whole if the fault shows at once, and otherwise
for the hook that failed. Whoever asks for something only that plugin has is told so; everybody else is
served.

In which order plugins were installed changes nothing: distributions are taken in by name, contributions are
ordered by name, and of two contributions of one name the first distribution's is used and the other plugin is
put aside. A form that cannot be used is put aside alone.

A document is checked by the rules of its own form's plugin, and only that plugin is asked for them: checking takes
no longer because others are installed. A code that two plugins give to a rule shows where all rules are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from attrs import Factory, field, frozen

from frameworks_core.errors import UserError
from frameworks_core.forms.form import FUNCTIONS, Form
from frameworks_core.forms.loading import FormError
from frameworks_core.host.admission import Member, admit_all, clash
from frameworks_core.host.broken import Broken, PluginError, ended
from frameworks_core.host.contributions import Framework, GuideFile, Lens, PlanTemplate, Rule
from frameworks_core.host.discovery import Found, find_plugins
from frameworks_core.host.form_shelf import FormShelf
from frameworks_core.host.implementations import PREFIX
from frameworks_core.host.vetting import name_of
from frameworks_core.nearest import nearest

if TYPE_CHECKING:
    from frameworks_core.host.guides import Guide

ANALYSE = "frameworks_analyse"
DECIDE = "frameworks_decide"
SUPPORT = "frameworks_support"
RULES = "frameworks_rules"

_KINDS: dict[str, type[Any]] = {ANALYSE: Lens, DECIDE: GuideFile, SUPPORT: PlanTemplate, RULES: Rule}
_NOUNS = {ANALYSE: "lens", DECIDE: "guide", SUPPORT: "kind of plan", RULES: "rule"}
_C = TypeVar("_C", bound=Lens | GuideFile | PlanTemplate | Rule)


@frozen
class Plugin:
    """A plugin in use: its distribution, its version, and the framework it brings."""

    distribution: str
    version: str
    framework: Framework


@frozen
class _Answer(Generic[_C]):
    """What all plugins answered to one hook: contributions by name, each with its plugin, and who failed."""

    by_name: dict[str, tuple[Member, _C]]
    broken: tuple[Broken, ...]

    def all(self) -> tuple[_C, ...]:
        return tuple(self.by_name[name][1] for name in sorted(self.by_name))

    def of(self, member: Member) -> tuple[_C, ...]:
        return tuple(
            self.by_name[name][1] for name in sorted(self.by_name) if self.by_name[name][0] is member
        )


@frozen(eq=False)
class Registry:
    """Installed plugins and what they contribute. Made by `load_registry`.

    Attributes:
        plugins: Plugins in use, sorted by distribution.
    """

    plugins: tuple[Plugin, ...]
    _members: tuple[Member, ...] = field(repr=False)
    _put_aside: tuple[Broken, ...] = field(repr=False)
    _asked: dict[str, Any] = field(init=False, repr=False, default=Factory(dict))
    _shelf: FormShelf = field(
        init=False, repr=False, default=Factory(lambda self: FormShelf(self._members), takes_self=True)
    )

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Plugins put aside, and those of which a hook asked, a form read or a guide listed so far has failed.

        `serves` asks all four functions of everybody, `rules` and `rule` the rules, and `forms` reads the forms; `rules_for`
        asks one plugin only and tells its fault itself. Sorted by distribution.
        """
        late: Iterator[Broken] = (failed for answer in self._asked.values() for failed in answer.broken)
        return tuple(
            sorted(
                (*self._put_aside, *late, *self._shelf.broken(), *self._broken_guides()),
                key=lambda one: (one.distribution, one.framework, one.hook, one.form or ""),
            )
        )

    def frameworks(self) -> tuple[Framework, ...]:
        """Every framework, sorted by name."""
        return tuple(
            sorted((plugin.framework for plugin in self.plugins), key=lambda framework: framework.name)
        )

    def form_ids(self) -> tuple[str, ...]:
        """Ids of all forms, sorted."""
        return self._shelf.ids()

    def forms(self) -> tuple[Form, ...]:
        """Every form that can be used, sorted by id; the others are among `broken`, and `form` says why."""
        return tuple(self._shelf.usable())

    def form_faults(self) -> tuple[FormError, ...]:
        """What is wrong with each form that was read so far and cannot be used, sorted by its id."""
        return tuple(self._shelf.faults().values())

    def form(self, form_id: str, version: str | None = None) -> Form:
        """One form, read from its file when it is first asked for.

        Args:
            form_id: `<framework>/<name>`.
            version: The version wanted; any if left out.

        Raises:
            UserError: There is no such form or version, or its plugin cannot be used; says what to do.
        """
        member = self._member_with(form_id)
        form = self._shelf.form(form_id, member)
        if version is not None and version != form.version:
            raise UserError(
                f"the form {form_id} is here in version {form.version} (from {member.found.distribution} "
                f"{member.found.version}), and version {version} is asked for; install the plugin that has it"
            )
        return form

    def rules_for(self, form_id: str) -> tuple[Rule, ...]:
        """The rules of one form, sorted by code; no other plugin is asked.

        Raises:
            UserError: There is no such form, or its plugin's rules cannot be used.
        """
        member = self._member_with(form_id)
        try:
            rules = member.yields(RULES, Rule)
        except PluginError as fault:
            raise Broken.by(fault, member.found, member.framework.name).error() from fault.__cause__
        return tuple(rule for rule in rules if form_id in rule.forms)

    def rules(self) -> tuple[Rule, ...]:
        """All rules of all plugins, sorted by code."""
        return self._ask(RULES, Rule).all()

    def rule(self, code: str) -> Rule:
        """One rule.

        Raises:
            UserError: No plugin has a rule of that code.
        """
        answer = self._ask(RULES, Rule)
        if code not in answer.by_name:
            broken = (*self._put_aside, *answer.broken)
            raise UserError(_perhaps_in(broken, f"there is no rule {code!r}{nearest(code, answer.by_name)}"))
        return answer.by_name[code][1]

    def lenses(self) -> tuple[Lens, ...]:
        """Every way of looking at an assessment, sorted by name."""
        return self._ask(ANALYSE, Lens).all()

    def lens(self, name: str) -> Lens:
        """One lens; raises `UserError` if none has that name, or its plugin cannot be used."""
        return self._named(ANALYSE, Lens, name)

    def guide_names(self) -> tuple[str, ...]:
        """Names of the guides, sorted; their files are not read."""
        return tuple(file.name for file in self._ask(DECIDE, GuideFile).all())

    def guides(self) -> tuple[Guide, ...]:
        """Every guide to a decision, read from its file, sorted by name.

        Raises:
            UserError: One of them is not in order; says which and why.
        """
        from frameworks_core.host.guides import load_guide  # only who prepares a decision reads one

        return tuple(map(load_guide, self._ask(DECIDE, GuideFile).all()))

    def guide(self, name: str) -> Guide:
        """One guide; raises `UserError` if none has that name, or it or its plugin cannot be used."""
        from frameworks_core.host.guides import load_guide  # only who prepares a decision reads one

        return load_guide(self._named(DECIDE, GuideFile, name))

    def _broken_guides(self) -> Iterator[Broken]:
        """Guides that were listed and whose file is not in order."""
        from frameworks_core.host.guides import load_guide  # only who prepares a decision reads one

        listed = self._asked[DECIDE].by_name.values() if DECIDE in self._asked else ()
        for member, file in listed:
            try:
                load_guide(file)
            except UserError as error:
                found = member.found
                yield Broken(found.distribution, found.version, DECIDE, str(error), member.framework.name)

    def plan_templates(self) -> tuple[PlanTemplate, ...]:
        """Every kind of plan, sorted by name."""
        return self._ask(SUPPORT, PlanTemplate).all()

    def plan_template(self, name: str) -> PlanTemplate:
        """One kind of plan; raises `UserError` if none has that name, or its plugin cannot be used."""
        return self._named(SUPPORT, PlanTemplate, name)

    def serves(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Which framework serves which statutory function: names of its contributions, by function."""
        return {
            member.framework.name: {name: self._names(member, name) for name in FUNCTIONS}
            for member in sorted(self._members, key=lambda member: member.framework.name)
        }

    def _names(self, member: Member, function: str) -> tuple[str, ...]:
        hook = PREFIX + function
        if hook not in _KINDS:
            return tuple(sorted(member.forms.keys() - self._shelf.faults().keys()))
        return tuple(name_of(contribution) for contribution in self._ask(hook, _KINDS[hook]).of(member))

    def _ask(self, hook: str, kind: type[_C]) -> _Answer[_C]:
        if hook not in self._asked:
            self._asked[hook] = _ask_all(self._members, hook, kind)
        return cast(_Answer[_C], self._asked[hook])

    def _named(self, hook: str, kind: type[_C], name: str) -> _C:
        answer = self._ask(hook, kind)
        if name not in answer.by_name:
            broken = (*self._put_aside, *answer.broken)
            self._refuse_broken(name.partition("/")[0], broken)
            hint = nearest(name, answer.by_name) or "; `frameworks plugins` lists those there are"
            unknown = f"there is no {_NOUNS[hook]} {name!r}{hint}"
            raise UserError(_perhaps_in(broken, unknown))
        return answer.by_name[name][1]

    def _member_with(self, form_id: str) -> Member:
        if member := self._shelf.owner(form_id):
            return member
        self._refuse_broken(form_id.partition("/")[0], self._put_aside)
        unknown = f"there is no form {form_id!r}{nearest(form_id, self.form_ids())}"
        if not self._members:
            unknown = (
                f"there is no form {form_id!r}, because no framework is installed or all are switched off; "
                "each is a plugin that pip installs beside frameworks-core"
            )
        raise UserError(_perhaps_in(self._put_aside, unknown))

    def _refuse_broken(self, framework: str, broken: Iterable[Broken]) -> None:
        for one in broken:
            if one.framework == framework:
                raise one.error() from one.cause


def load_registry(found: Iterable[Found] | None = None) -> Registry:
    """Take in the installed plugins. Never fails because of one of them: see `Registry.broken`.

    Args:
        found: The plugins to take in; all that are installed and not switched off if left out.
    """
    members, broken = admit_all(find_plugins() if found is None else found)
    plugins = tuple(
        Plugin(member.found.distribution, member.found.version, member.framework) for member in members
    )
    return Registry(plugins, members, broken)


def _ask_all(members: Iterable[Member], hook: str, kind: type[_C]) -> _Answer[_C]:
    by_name: dict[str, tuple[Member, _C]] = {}
    broken: list[Broken] = []
    for member in members:
        try:
            contributions = member.yields(hook, kind)
            for contribution in contributions:
                if first := by_name.get(name := name_of(contribution)):
                    raise clash(hook, f"the {_NOUNS[hook]} {name}", first[0].found, member.found)
        except PluginError as fault:
            broken.append(Broken.by(fault, member.found, member.framework.name))
        else:
            by_name.update({name_of(contribution): (member, contribution) for contribution in contributions})
    return _Answer(by_name, tuple(broken))


def _perhaps_in(broken: Iterable[Broken], unknown: str) -> str:
    """That a name is unknown, with a hint: it may be that of a plugin which never came to say what it has."""
    plugins = [f"{one.distribution} {one.version} ({one.reason})" for one in broken]
    if not plugins:
        return unknown
    return f"{ended(unknown)} It may belong to a plugin that cannot be used: {', '.join(plugins)}"
