"""The toy framework's hooks."""

from collections.abc import Iterator
from pathlib import Path

from frameworks_core.host.contributions import FormFile, Framework, GuideFile, Lens, PlanTemplate, Rule
from frameworks_core.host.hookspecs import hookimpl

FORMS = Path(__file__).parent / "forms"


@hookimpl
def frameworks_describe() -> Iterator[Framework]:
    yield Framework(
        name="toy",
        title="Toy framework",
        kind="recording format",
        edition="2024",
        source="D for tests",
        rights="None.",
        api_version=1,
    )


@hookimpl
def frameworks_gather() -> Iterator[FormFile]:
    yield FormFile("toy/visit", FORMS / "visit.toml")
    yield FormFile("toy/family", FORMS / "family.toml")


@hookimpl
def frameworks_analyse() -> Iterator[Lens]:
    from frameworks_toy.looking import what_was_said  # as plugins do: only when asked

    yield Lens("toy/what_was_said", "What was said", ("Who has not been asked yet?",), what_was_said)


@hookimpl
def frameworks_decide() -> Iterator[GuideFile]:
    yield GuideFile("toy/next_step", Path(__file__).parent / "guides" / "next_step.toml")


@hookimpl
def frameworks_support() -> Iterator[PlanTemplate]:
    yield PlanTemplate("toy/plan", "What happens next", "toy/visit", "D for tests")


@hookimpl
def frameworks_rules() -> Iterator[Rule]:
    from frameworks_toy.rules import RULES  # as plugins do: only when asked

    yield from RULES
