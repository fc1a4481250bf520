"""What a finding's code means, whichever check it comes from."""

from __future__ import annotations

import textwrap

from attrs import asdict, frozen

from frameworks_core.checks.codes import CORE_CODES
from frameworks_core.errors import UserError
from frameworks_core.host.registry import Registry
from frameworks_core.nearest import nearest


@frozen(kw_only=True)
class Explanation:
    """One code explained; `forms` is empty where it applies to every form."""

    code: str
    severity: str
    title: str
    why: str
    fix: str
    authority: str
    stage: str
    forms: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The explanation as JSON values."""
        return {**asdict(self), "forms": list(self.forms)}

    def as_text(self, width: int) -> str:
        """The explanation in lines of at most `width` characters."""
        stage = "checked always" if self.stage == "draft" else "checked before a record is finished"
        lines = [f"{self.code}  {self.title}", f"{self.severity}, {stage}", ""]
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
        UserError: No check has this code; the nearest is named.
    """
    wanted = code.upper()
    if (core := CORE_CODES.get(wanted)) is not None:
        stage = "final" if wanted.startswith("REQ") else "draft"
        return Explanation(
            code=core.code,
            severity=core.severity,
            title=core.title,
            why=core.why,
            fix=core.fix,
            authority=core.authority,
            stage=stage,
        )
    rules = {rule.code for rule in registry.rules()}
    if wanted not in rules and not registry.broken:
        raise UserError(f"no check has the code {wanted}{nearest(wanted, [*CORE_CODES, *rules])}")
    rule = registry.rule(wanted)
    return Explanation(
        code=rule.code,
        severity=rule.severity,
        title=rule.title,
        why=rule.why,
        fix=rule.fix,
        authority=rule.authority,
        stage=rule.stage,
        forms=rule.forms,
    )
