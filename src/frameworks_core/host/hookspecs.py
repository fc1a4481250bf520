"""What a plugin may do: the four statutory functions of *Working Together* as hook specifications.

A plugin is a module named by an entry point in the group `frameworks`. It implements `frameworks_describe`
and any of the other hooks. Hooks take no arguments and yield named, typed contributions
(`frameworks_core.host.contributions`): a hook yields data, not control. The core calls the hooks, checks what
they yield, orders it by name and decides what is used when; in which order plugins were installed changes
nothing. `firstresult` is never used: with it, whichever plugin happened to be registered last would decide.

What a plugin prints, when it is imported or in a hook or rule, goes to standard error: standard output is for
results.

The functions are not sequential: support starts during assessment, and enquiries under section 47 can start
at any time.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from frameworks_core.host.contributions import FormFile, Framework, GuideFile, Lens, PlanTemplate, Rule

PROJECT = "frameworks"
"""Name of the hooks' project and of the entry-point group."""

API_VERSION = 1
"""Version of these specifications; a plugin names the one it was written for."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a plugin's function as the implementation of the hook of the same name."""


class HookSpecs:
    """The hooks a plugin may implement. All are optional but `frameworks_describe`."""

    @hookspec
    def frameworks_describe(self) -> Iterable[Framework]:
        """Say what the framework is: exactly one `Framework`.

        Called once, when plugins are collected.

        Example:
            ```python
            @hookimpl
            def frameworks_describe() -> Iterator[Framework]:
                yield Framework(
                    name="my_model",
                    title="My model",
                    kind="practice model",
                    edition="2024",
                    source="D our own design",
                    rights="Named descriptively; no endorsement is implied.",
                    api_version=1,
                )
            ```
        """
        raise AssertionError("a specification is never called")

    @hookspec
    def frameworks_gather(self) -> Iterable[FormFile]:
        """Gather important information: one `FormFile` per form.

        Called once; the file is read when its form is first needed.

        Example:
            ```python
            @hookimpl
            def frameworks_gather() -> Iterator[FormFile]:
                yield FormFile("my_model/conversation", Path(__file__).parent / "forms" / "conversation.toml")
            ```
        """
        raise AssertionError("a specification is never called")

    @hookspec
    def frameworks_analyse(self) -> Iterable[Lens]:
        """Analyse needs, risk and harm: one `Lens` per way of looking at an assessment.

        Called when an analysis is asked for, or the plugins are listed.

        Example:
            ```python
            @hookimpl
            def frameworks_analyse() -> Iterator[Lens]:
                yield Lens("my_model/what_we_know", "What we know", ("What do we know?",), what_we_know)
            ```
        """
        raise AssertionError("a specification is never called")

    @hookspec
    def frameworks_decide(self) -> Iterable[GuideFile]:
        """Decide under section 17 or section 47: one `GuideFile` per guide. Prompts only, never an answer.

        The legal tests themselves are the core's (`frameworks_core.statute.routes`). Called when a guide is asked for, or
        the plugins are listed.

        Example:
            ```python
            @hookimpl
            def frameworks_decide() -> Iterator[GuideFile]:
                yield GuideFile("my_model/threshold", Path(__file__).parent / "guides" / "threshold.toml")
            ```
        """
        raise AssertionError("a specification is never called")

    @hookspec
    def frameworks_support(self) -> Iterable[PlanTemplate]:
        """Provide support: one `PlanTemplate` per kind of plan.

        Called when a plan is asked for, or the plugins are listed.

        Example:
            ```python
            @hookimpl
            def frameworks_support() -> Iterator[PlanTemplate]:
                yield PlanTemplate("my_model/plan", "Our plan", "my_model/plan", "D our own design")
            ```
        """
        raise AssertionError("a specification is never called")

    @hookspec
    def frameworks_rules(self) -> Iterable[Rule]:
        """Cross-field rules of the framework's own forms: one `Rule` per code.

        Called when a document is checked, or a code explained.

        Example:
            ```python
            @hookimpl
            def frameworks_rules() -> Iterator[Rule]:
                from frameworks_my_model.rules import RULES

                yield from RULES
            ```
        """
        raise AssertionError("a specification is never called")
