"""What checking blends gave, for a practice lead: what each blend is, then what was found, the worst first.

Of one code only the first places are shown, and the rest counted, so that the report of a sound blend fits a screen; the
report for programs has them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from frameworks_core.blend.checking.checked import Checked
from frameworks_core.blend.checking.coverage import Coverage, Server
from frameworks_core.blend.checking.length import Length
from frameworks_core.blend.checking.subject import OWN, listed
from frameworks_core.blend.reading.file import BlendFile, Ignored, Regraded
from frameworks_core.blend.rule_changes import all_changes
from frameworks_core.checks.blend_codes import BLEND_CODES
from frameworks_core.checks.finding import SEVERITIES, Finding
from frameworks_core.checks.reporting.lines import numbered, wrapped
from frameworks_core.forms.form import Form

_HEADING = 11
"""Characters before what a line of the overview says."""

_SHOWN = {"error": 10, "warning": 5, "note": 2}
"""Places of one code that are shown."""

_NOTHING, _UNKNOWN = "nothing", "not known yet"
_MOST_PARTS = 3
"""Sections of a form that are named; more are counted."""

_BASE = "A base for other blends: it makes no form by itself, so its questions are checked in the blends that extend it."
_NO_FORM = "It makes no form yet, so its questions were not checked; mend these errors and check again."
_ABOUT = {"child": "about one child", "family": "about a family"}
_BASIS = {"consent": "voluntary", "statute": "under a legal duty"}


def as_text(results: Sequence[Checked], width: int) -> str:
    """The results in lines of at most `width` characters."""
    blocks = [list(_blend(one, width)) for one in results]
    found = any(one.findings for one in results)
    closing = []
    if found:
        closing.append("More: frameworks explain CODE; every place: --output-format json")
    if len(results) > 1 or not found:
        closing.append(_summary(results))
    blocks.extend(wrapped(line, width) for line in closing)
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _blend(one: Checked, width: int) -> Iterator[str]:
    if one.problem is not None:
        yield from wrapped(_starting_with(one.name, one.problem), width, hanging="  ")
        return
    title = f": {one.form.title}, {_identity(one.form, one.file)}" if one.form else ""
    yield from wrapped(f"{one.name}{title}", width, hanging="  ")
    if one.file and one.coverage:
        yield ""
        for heading, text in _overview(one, one.file, one.coverage):
            yield from wrapped(
                text, width, first=f"  {heading}".ljust(_HEADING), hanging=" " * (_HEADING + 2)
            )
    if one.form is None:
        yield ""
        yield from wrapped(_BASE if one.is_base else _NO_FORM, width, first="  ", hanging="  ")
    for group in _groups(one.findings):
        yield from _group(group, str(Path(one.name)), width)


def _identity(form: Form, file: BlendFile | None) -> str:
    whose = f" of {file.authority.name}" if file and file.authority.name else ""
    return f"version {form.version}{whose} ({form.id}; {_ABOUT[form.about]}, {_BASIS[form.basis]})"


def _overview(one: Checked, file: BlendFile, coverage: Coverage) -> Iterator[tuple[str, str]]:
    """The lines that say what a blend is: a heading, repeated as blanks, and what it says."""
    yield ("Plugins", _plugins(coverage))
    for function, servers in coverage.by.items():
        served = "; ".join(map(_served, servers))
        yield (function.capitalize(), served or (_NOTHING if one.form or function != "gather" else _UNKNOWN))
    if one.pack:
        yield ("Statute", f"{one.pack.title} ({one.pack.id}{_assumed(one.pack.id, file.authority.statute)})")
    if times := _times(file):
        yield ("Time", times)
    for index, (change, _) in enumerate(all_changes(file)):
        yield ("Rules" if index == 0 else "", _changed(change))
    if one.length:
        yield from _length(one.length)


def _assumed(used: str, named: str | None) -> str:
    """Why another statute pack is used than the blend names."""
    if named is None:
        return "; assumed, because the blend names none"
    return "" if used == named else "; assumed, because there is none of the name given"


def _plugins(coverage: Coverage) -> str:
    """Which plugin brings each framework, once."""
    brought = {
        server.framework: f"{server.framework} from {server.distribution} {server.version}"
        if server.distribution
        else f"{server.framework} NOT INSTALLED"
        for servers in coverage.by.values()
        for server in servers
        if server.framework
    }
    return "; ".join(brought[name] for name in sorted(brought)) or _NOTHING


def _served(server: Server) -> str:
    if server.name == OWN:
        return numbered(server.questions, "question of your own", "questions of your own")
    if not server.questions:
        return server.name
    questions = numbered(server.questions, "question", "questions")
    if len(server.parts) > _MOST_PARTS:
        return f"{server.name}, {questions} from {len(server.parts)} of its sections"
    return f"{server.name}, {questions}{' of ' if server.parts else ''}{listed(server.parts)}"


def _times(file: BlendFile) -> str:
    decide = file.decide
    days = ", ".join(map(str, decide.checkpoints))
    looked = f"a manager looks in on working days {days}" if days else ""
    limit = f"finished within {decide.limit} working days" if decide.limit else ""
    counted = f"counted from {decide.counted_from}" if (days or limit) and decide.counted_from else ""
    return "; ".join(filter(None, (looked, limit, counted)))


def _changed(change: Ignored | Regraded) -> str:
    what = f"counts as {change.severity}" if isinstance(change, Regraded) else "is not used"
    until = f" until {change.until}" if change.until else ""
    why = ", ".join(filter(None, (change.reason, f"decided by {change.by}" if change.by else "")))
    return f"{change.code} {what}{until}{f': {why}' if why else ''}"


def _length(length: Length) -> Iterator[tuple[str, str]]:
    whole = length.whole
    parts = [f"{whole.always} always required", f"{whole.sometimes} in some conditions"]
    if whole.per_child:
        parts.append(f"{whole.per_child} asked for each child")
    yield ("Length", f"{numbered(whole.questions, 'question', 'questions')}: {', '.join(parts)}")
    if length.joint:
        yield ("", f"{length.joint} asked once for two or more forms, which saves {length.saved}")
    child = " with one child" if whole.per_child else ""
    timed = f", {length.timed} of them timed by the authority" if length.timed else ""
    every = f"{whole.minutes.shown()} if every question is answered{child}{timed}"
    needed = f"{whole.minutes_always.shown()} for what is always required"
    yield ("", f"{every}, {needed} (an assumption of ours, not measured)")


def _groups(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """Findings of one severity and code together, the worst first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.severity, finding.code), []).append(finding)
    return groups.values()


def _group(group: Sequence[Finding], name: str, width: int) -> Iterator[str]:
    first = group[0]
    yield ""
    title = BLEND_CODES[first.code].title
    yield from wrapped(f"{first.severity} {first.code}  {title}", width, hanging="    ")
    shown = _SHOWN[first.severity]
    if len(group) == shown + 1:
        shown += 1  # a line that counts one place is no shorter than the place
    for finding in group[:shown]:
        place = finding.place.removeprefix(f"{name}, ") if finding.place != name else ""
        key = finding.at if finding.severity == "error" else ""
        told = " ".join(filter(None, (place, key)))
        yield from wrapped(
            f"{told}: {finding.message}" if told else finding.message, width, first="  - ", hanging="    "
        )
    if len(group) > shown:
        yield f"    and {len(group) - shown} more"
    if first.severity != "note":
        yield from wrapped(f"To mend: {first.fix}", width, first="    ", hanging="    ")


def _summary(results: Sequence[Checked]) -> str:
    """`3 blends: 2 errors, 4 notes; 1 could not be read`."""
    severities = [finding.severity for one in results for finding in one.findings]
    plurals = {"error": "errors", "warning": "warnings", "note": "notes"}
    counts = [
        numbered(severities.count(severity), severity, plurals[severity])
        for severity in SEVERITIES
        if severity in severities
    ]
    unreadable = sum(one.problem is not None for one in results)
    parts = [", ".join(counts) or ("" if unreadable == len(results) else "in order")]
    if unreadable:
        parts.append(f"{unreadable} could not be checked")
    return f"{numbered(len(results), 'blend', 'blends')}: {'; '.join(filter(None, parts))}"


def _starting_with(name: str, problem: str) -> str:
    return problem if problem.startswith(name) else f"{name}: {problem}"
