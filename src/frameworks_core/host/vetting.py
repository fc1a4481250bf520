"""What the host refuses: words it does not know, names that are not the plugin's own, names used twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from frameworks_core.host.broken import PluginError
from frameworks_core.host.contributions import (
    KINDS,
    SEVERITIES,
    STAGES,
    FormFile,
    Framework,
    GuideFile,
    Lens,
    PlanTemplate,
    Rule,
)
from frameworks_core.host.hookspecs import API_VERSION
from frameworks_core.nearest import nearest

Contribution = FormFile | Lens | GuideFile | PlanTemplate | Rule

_C = TypeVar("_C", bound=Contribution)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")


def name_of(contribution: Contribution) -> str:
    """What a contribution is asked for by: a form's id, a rule's code, the name of anything else."""
    if isinstance(contribution, FormFile):
        return contribution.id
    return contribution.code if isinstance(contribution, Rule) else contribution.name


def the_one_framework(described: Iterable[Framework], hook: str) -> Framework:
    """The framework a plugin describes.

    Raises:
        PluginError: It does not describe exactly one, or one this host cannot serve.
    """
    frameworks = tuple(described)
    if len(frameworks) != 1:
        raise PluginError(
            hook, f"{hook} yields {len(frameworks) or 'no'} Framework records; it must yield one"
        )
    framework = frameworks[0]
    if framework.api_version != API_VERSION:
        raise PluginError(
            hook,
            f"it is written for version {framework.api_version} of the hooks, "
            f"and this toolkit has version {API_VERSION}",
        )
    if not _NAME.fullmatch(framework.name):
        raise PluginError(
            hook, f"the framework's name {framework.name!r} is not lower-case words joined by _"
        )
    _among(hook, f"the framework's kind {framework.kind!r}", framework.kind, KINDS)
    return framework


def vetted(
    contributions: Iterable[_C], hook: str, framework: str, forms: Iterable[str] = ()
) -> tuple[_C, ...]:
    """Contributions of one plugin, sorted by name.

    Args:
        contributions: What the hook yielded.
        hook: The hook's name.
        framework: The name of the plugin's framework.
        forms: Ids of the plugin's forms.

    Raises:
        PluginError: One of them has a name that is not the framework's own, or that another one has, or is a
            rule with an unknown severity, stage or form.
    """
    known = tuple(forms)
    by_name: dict[str, _C] = {}
    for contribution in contributions:
        name = name_of(contribution)
        if name in by_name:
            raise PluginError(hook, f"{hook} yields {name!r} twice")
        by_name[name] = contribution
        if isinstance(contribution, Rule):
            _vet_rule(contribution, hook, known)
        else:
            _vet_name(name, hook, framework)
        if isinstance(contribution, PlanTemplate):
            _among(hook, f"the form {contribution.form!r} of the plan {name}", contribution.form, known)
    return tuple(by_name[name] for name in sorted(by_name))


def _vet_name(name: str, hook: str, framework: str) -> None:
    owner, _, rest = name.partition("/")
    if owner != framework:
        raise PluginError(
            hook, f"{hook} yields {name!r}, which does not begin with its framework's name, {framework}/"
        )
    if not _NAME.fullmatch(rest):
        raise PluginError(
            hook, f"{hook} yields {name!r}; after {framework}/ come lower-case words joined by _"
        )


def _vet_rule(rule: Rule, hook: str, forms: tuple[str, ...]) -> None:
    if not _CODE.fullmatch(rule.code):
        raise PluginError(
            hook, f"the code of the rule {rule.code!r} is not three capital letters and three digits"
        )
    _among(hook, f"the severity {rule.severity!r} of the rule {rule.code}", rule.severity, SEVERITIES)
    _among(hook, f"the stage {rule.stage!r} of the rule {rule.code}", rule.stage, STAGES)
    if not rule.forms:
        raise PluginError(hook, f"the rule {rule.code} applies to no form")
    for form_id in rule.forms:
        # A rule about another plugin's form would make one framework depend on another (design rule 1).
        _among(hook, f"the form {form_id!r} of the rule {rule.code}", form_id, forms)


def _among(hook: str, what: str, value: str, known: Iterable[str]) -> None:
    if value not in (words := tuple(known)):
        raise PluginError(hook, f"{what} is not known{nearest(value, words)}")
