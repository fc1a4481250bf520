"""What a finding's code means, whichever check it comes from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from attrs import asdict, frozen

from frameworks_core.checks.blend_codes import BLEND_CODES, BLEND_FILE_CODES
from frameworks_core.checks.codes import CORE_CODES, CoreCode
from frameworks_core.errors import UserError
from frameworks_core.host.contributions import Rule
from frameworks_core.host.registry import Registry
from frameworks_core.nearest import nearest

_OWN_CODES = {**CORE_CODES, **BLEND_CODES}
_STAGES = {
    "draft": "checked always",
    "final": "checked before a record is finished",
    "blend": "checked in a blend file, by `frameworks blend check`",
}


@frozen(kw_only=True)
class Explanation:
    """One code explained.

    `stage` is `draft` or `final` for what is checked in a document, `blend` for what is checked in a blend file.

    `forms` is empty where it applies to every form; `statutory` is whether law, statutory guidance or a statutory return
    itself asks for what is checked.
    """

    code: str
    severity: str
    title: str
    why: str
    fix: str
    authority: str
    stage: str
    forms: tuple[str, ...] = ()
    statutory: bool = False

    def as_json(self) -> dict[str, object]:
        """The explanation as JSON values."""
        return {**asdict(self), "forms": list(self.forms)}

    def as_text(self, width: int) -> str:
        """The explanation in lines of at most `width` characters."""
        stage = _STAGES[self.stage]
        indent = " " * (len(self.code) + 2)
        title = textwrap.wrap(f"{self.code}  {self.title}", width, subsequent_indent=indent)
        asked = (
            "; statutory: law, statutory guidance or a statutory return asks for it" if self.statutory else ""
        )
        kind = f"{self.severity}, {stage}{asked}"
        lines = [*title, *textwrap.wrap(kind, width, subsequent_indent="  "), ""]
        parts = {
            "Why": self.why,
            "To mend it": self.fix,
            "Authority": self.authority,
            "Forms": ", ".join(self.forms),
        }
        for name, text in parts.items():
            if text:
                lines.extend(textwrap.wrap(text, width, initial_indent=f"{name}: ", subsequent_indent="  "))
        return "\n".join(lines)


def explanation_of(code: str, registry: Registry) -> Explanation:
    """Explain a code.

    Raises:
        UserError: No check has this code; the nearest is named, and how to list them all.
    """
    wanted = code.upper()
    if (core := _OWN_CODES.get(wanted)) is not None:
        return _of_core(core)
    rules = {rule.code for rule in registry.rules()}
    if wanted not in rules and not registry.broken:
        said = f"no check has the code {wanted}{nearest(wanted, [*_OWN_CODES, *rules])}"
        raise UserError(f"{said}{'' if said.endswith('?') else ';'} `frameworks explain` lists every code")
    return _of_rule(registry.rule(wanted))


def explanations(registry: Registry) -> tuple[Explanation, ...]:
    """Every code explained: the core's own, then those of the plugins, each sorted by code."""
    core = (_of_core(_OWN_CODES[code]) for code in sorted(_OWN_CODES))
    return (*core, *map(_of_rule, registry.rules()))


def list_as_text(explained: Iterable[Explanation], width: int) -> str:
    """Codes and what they are about, one to a line of at most `width` characters where that is possible."""
    codes = tuple(explained)
    column = max(len(one.code) for one in codes) + 2
    lines = [
        line
        for one in codes
        for line in textwrap.wrap(
            f"{one.title}{' (statutory)' * one.statutory}",
            width,
            initial_indent=one.code.ljust(column),
            subsequent_indent=" " * column,
        )
    ]
    return "\n".join([*lines, "", "More about one of them: frameworks explain CODE"])


def _of_core(core: CoreCode) -> Explanation:
    return Explanation(
        code=core.code,
        severity=core.severity,
        title=core.title,
        why=core.why,
        fix=core.fix,
        authority=core.authority,
        stage=_stage(core),
    )


def _stage(core: CoreCode) -> str:
    if core.code in BLEND_FILE_CODES:
        return "blend"
    return "final" if core.code.startswith("REQ") else "draft"


def _of_rule(rule: Rule) -> Explanation:
    return Explanation(
        code=rule.code,
        severity=rule.severity,
        title=rule.title,
        why=rule.why,
        fix=rule.fix,
        authority=rule.authority,
        stage=rule.stage,
        forms=rule.forms,
        statutory=rule.statutory,
    )
