"""The hooks of a second framework, as its distribution would hold them."""

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.forms.filled import FilledForm
from frameworks_core.host.contributions import FormFile, Framework, Hit, PlanTemplate, Rule
from frameworks_core.host.hookspecs import hookimpl


@hookimpl
def frameworks_describe() -> Iterator[Framework]:
    yield Framework(
        name="folk",
        title="Folk framework",
        kind="practice model",
        edition="2024",
        source="D for tests",
        rights="None.",
        api_version=1,
    )


@hookimpl
def frameworks_gather() -> Iterator[FormFile]:
    yield FormFile("folk/talk", Path(__file__).parent / "talk.toml")


@hookimpl
def frameworks_support() -> Iterator[PlanTemplate]:
    yield PlanTemplate("folk/plan", "What we do", "folk/talk", "D for tests")


def no_words(filled: FilledForm) -> Iterator[Hit]:
    if "words" not in filled.answers:
        yield Hit("/answers/words", "nothing the child said is recorded")


def failing(_: FilledForm) -> Iterator[Hit]:
    raise ValueError


@hookimpl
def frameworks_rules() -> Iterator[Rule]:
    for code, check in (("FOL101", no_words), ("FOL102", failing)):
        yield Rule(
            code=code,
            severity="warning",
            title="The child's words",
            why="They are the child's.",
            fix="Write them down.",
            authority="D for tests",
            stage="draft",
            forms=("folk/talk",),
            check=check,
        )
