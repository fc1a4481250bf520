"""Findings become text: for people, for programs, for code hosts.

Options become typed objects, then pure builders make one text of them; nothing prints below the command line.
Each format is one module, loaded only when it is asked for. Every text ends with a line end, or is empty
where a format has nothing to say. Nothing is added up into a score, and nothing is shown that the findings do
not say: they hold no personal data.

JSON, SARIF and JUnit texts are pure ASCII (other characters are escaped), so that no terminal, code page or
pipeline can change them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from attrs import field, frozen

from frameworks_core.checks.codes import UNREADABLE
from frameworks_core.checks.finding import Finding
from frameworks_core.exchange.plain_text import safe_text

__all__ = ["RENDERERS", "FileResult", "Options", "Renderer", "render"]


@frozen
class FileResult:
    """What checking one file gave.

    Attributes:
        name: The file as the user named it; `-` is standard input.
        form: Id of the document's form; None where it could not be read.
        version: Version of the form.
        status: The document's own status, `draft` or `final`.
        findings: Everything found, in the order of the checks.
        problem: The sentence of a `UserError` where the file could not be read or checked at all.
    """

    name: str
    form: str | None = None
    version: str | None = None
    status: str | None = None
    findings: tuple[Finding, ...] = ()
    problem: str | None = None

    @property
    def shown_name(self) -> str:
        """The name as it may be printed."""
        return "standard input" if self.name == "-" else safe_text(self.name)

    @property
    def reported(self) -> tuple[Finding, ...]:
        """The findings, and the problem as one more, for formats that know findings only."""
        if self.problem is None:
            return self.findings
        problem = Finding(
            code=UNREADABLE.code,
            severity=UNREADABLE.severity,
            at="",
            place="the file",
            message=self.problem,
            why=UNREADABLE.why,
            fix=UNREADABLE.fix,
            authority=UNREADABLE.authority,
        )
        return (*self.findings, problem)


@frozen(kw_only=True)
class Options:
    """How findings are shown; a format uses what concerns it.

    Attributes:
        width: Characters a line of text for people may have.
        colour: Whether that text may hold terminal colours.
        fail_on: The mildest severity that counts as a failed test.
        titles: Short titles of codes other than the core's own, for formats that list the rules.
    """

    width: int = 100
    colour: bool = False
    fail_on: str = "error"
    titles: Mapping[str, str] = field(factory=dict)


Renderer = Callable[[Sequence[FileResult], Options], str]


def _load(module: str, function: str = "render", *, takes: tuple[str, ...] = ()) -> Renderer:
    """A renderer that imports its module when it is first used, and hands on only the options it takes."""

    def render_when_asked(results: Sequence[FileResult], options: Options) -> str:
        renderer = getattr(import_module(f"{__name__}.{module}"), function)
        text: str = renderer(results, **{name: getattr(options, name) for name in takes})
        return text

    return render_when_asked


RENDERERS: dict[str, Renderer] = {
    "text": _load("text", takes=("width", "colour")),
    "json": _load("machine"),
    "jsonl": _load("machine", "render_lines"),
    "sarif": _load("sarif", takes=("titles",)),
    "junit": _load("junit", takes=("fail_on",)),
    "github": _load("github"),
}


def render(
    output_format: str,
    results: Sequence[FileResult],
    *,
    width: int = 100,
    colour: bool = False,
    fail_on: str = "error",
    titles: Mapping[str, str] | None = None,
) -> str:
    """Show results in one of the formats of `RENDERERS`; the other arguments are those of `Options`."""
    options = Options(width=width, colour=colour, fail_on=fail_on, titles=titles or {})
    return RENDERERS[output_format](results, options)
