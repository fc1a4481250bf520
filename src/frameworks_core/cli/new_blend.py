"""One run of `frameworks blend new`: what is chosen by options or by answers becomes a file."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from frameworks_core.blend.blend import Blend
from frameworks_core.blend.starting.choices import Offer, Start
from frameworks_core.blend.starting.starting import (
    check_choices,
    of_frameworks,
    offer,
    started,
    suggested_id,
    with_defaults,
)
from frameworks_core.checks.finding import SEVERITIES
from frameworks_core.checks.reporting.lines import numbered
from frameworks_core.cli.asking import ask, choose
from frameworks_core.cli.blend_checks import check_blends
from frameworks_core.cli.results import say, write, write_json, write_text
from frameworks_core.errors import UserError
from frameworks_core.host.registry import Registry
from frameworks_core.statute.packs import all_packs

_UNSAVED = Path("new_blend.toml")
"""What messages call a blend that goes to standard output."""


def new_blend(
    start: Start, registry: Registry, output: Path | None, *, asks: bool, force: bool, as_json: bool
) -> None:
    """Ask for what is not said, compose the blend, and only then write its file.

    Raises:
        UserError: Something is missing or not installed, the blend cannot be used, or the file is there already.
        KeyboardInterrupt: The answers ended early; nothing is written.
    """
    if str(output) == "-":
        output = None
    # Told before anybody has answered ten questions.
    if output is not None and not force and os.path.lexists(output):
        raise UserError(f"{output} already exists; choose another name, or add --force to replace it")
    offered = offer(registry)
    chosen = with_defaults(_answered(start, offered) if asks else start, offered)
    check_choices(chosen, registry)
    text, blend = started(chosen, output or _UNSAVED, registry)
    if output is not None:
        write(text, output, force=force)
        output.chmod(0o644)  # a blend is public; only records are for their owner alone
    if as_json:
        write_json({**_summary(blend), "file": str(output) if output else None, "text": text})
    elif output is not None:
        write_text(_in_words(blend, output))
    else:
        write(text)
        say(_in_words(blend, output))


def _answered(start: Start, offered: Offer) -> Start:
    """What was chosen, and answers for the rest."""
    say("An empty answer takes what stands in brackets. Nothing is written before the last answer.")
    name = start.name or ask("Name of the authority")
    start = evolve(start, name=name)
    base = start.extends or ask("File of a base blend that this one extends", "", refused=_no_file)
    start = evolve(
        start,
        id=start.id or ask("Id of the record", suggested_id(name)),
        title=start.title or ask("What practitioners call the record", f"{name} assessment"),
        plain_title=start.plain_title or ask("What the family is told it is", "Your assessment"),
        extends=base or None,
    )
    if not (start.forms or start.sections):
        say("Forms whose questions it asks, in this order (numbers or names):")
        start = evolve(
            start, forms=_at_least_one(offered.forms) if not base else choose("Forms", offered.forms, ())
        )
    return evolve(
        start,
        lenses=_asked("Lenses", start.lenses, offered.lenses, start),
        guides=_asked("Guides", start.guides, offered.guides, start),
        plans=_asked("Plans", start.plans, offered.plans, start),
        statute=start.statute or (None if base else _statute(offered)),
    )


def _no_file(name: str) -> str:
    return "" if Path(name).is_file() else "there is no such file"


def _at_least_one(forms: Mapping[str, str]) -> tuple[str, ...]:
    while True:
        if chosen := choose("Forms", forms, ()):
            return chosen
        say("  choose at least one")


def _asked(
    what: str, chosen: tuple[str, ...] | None, known: Mapping[str, str], start: Start
) -> tuple[str, ...]:
    if chosen is not None:
        return chosen
    say(f"{what} (numbers or names, or none):")
    return choose(what, known, of_frameworks(known, start))


def _statute(offered: Offer) -> str:
    say("Edition of the statutory guidance:")
    while True:
        chosen = choose("Edition", offered.statutes, [all_packs()[-1].id])
        if len(chosen) == 1:
            return chosen[0]
        say("  choose one")


def _summary(blend: Blend) -> dict[str, Any]:
    required = [field.required for field in blend.form]
    return {
        "blend": blend.form.id,
        "version": blend.form.version,
        "questions": len(required),
        "always_needed": required.count("always"),
        "sometimes_needed": required.count("when"),
    }


def _in_words(blend: Blend, output: Path | None) -> str:
    told = _summary(blend)
    asks = f"{told['questions']} questions, {told['always_needed']} always needed and {told['sometimes_needed']} in some cases"
    next_step = f"\n{_checked(output)}" if output else ""
    return f"{output or blend.form.id}: {blend.form.title} asks {asks}.{next_step}"


def _checked(output: Path) -> str:
    """What `frameworks blend check` finds in the file that was written."""
    [result] = check_blends([str(output)])
    found = Counter(finding.severity for finding in result.findings)
    counts = [
        numbered(found[severity], severity, f"{severity}s") for severity in SEVERITIES if found[severity]
    ]
    return f"Next: frameworks blend check {output} (it finds {', '.join(counts) or 'nothing'})"
