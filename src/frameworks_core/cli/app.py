"""The commands of `frameworks`, put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from frameworks_core.cli import (
    command_analyse,
    command_blend,
    command_compare,
    command_convert,
    command_decide,
    command_diff,
    command_explain,
    command_forms,
    command_info,
    command_new,
    command_plan,
    command_plugins,
    command_schema,
    command_validate,
)

_COMMANDS: dict[str, tuple[Callable[..., None], str]] = {
    "validate": (command_validate.validate, "Check documents."),
    "convert": (command_convert.convert, "Convert a document to another form."),
    "analyse": (command_analyse.analyse, "Look at an assessment through a framework's lens."),
    "decide": (command_decide.decide, "Show what bears on a decision."),
    "plan": (command_plan.plan, "Draft a plan from an assessment."),
    "compare": (command_compare.compare, "Set two frameworks, forms or blends side by side."),
    "new": (command_new.new, "Start a blank document of a form."),
    "info": (command_info.info, "Say what a document is, without personal data."),
    "diff": (command_diff.diff, "Show what changed between two documents."),
    "explain": (command_explain.explain, "Explain a finding's code."),
    "plugins": (command_plugins.plugins, "Show the installed frameworks."),
}
_GROUPS = {"forms": command_forms.app, "blend": command_blend.app, "schema": command_schema.app}


def command_line(called: str | None = None) -> typer.Typer:
    """The command line: with every command, or with that which is called alone.

    Typer reads the options of all commands before it runs one, which takes longer than checking a document.

    Args:
        called: The first argument of the command line; anything but the name of a command asks for all of them.
    """
    app = typer.Typer(
        name="frameworks",
        help="Assessment frameworks for children's social care: check assessments, and convert them between forms "
        "with nothing lost and nothing invented.",
        epilog="Exit codes: 0 done; 1 done, with findings; 2 could not do it; 3 converted, but more lost than "
        "allowed; 130 interrupted; 143 asked to end.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    everything = called not in {*_COMMANDS, *_GROUPS}
    for name, (command, short_help) in _COMMANDS.items():
        if everything or name == called:
            app.command(name, short_help=short_help)(command)
    for name, group in _GROUPS.items():
        if everything or name == called:
            app.add_typer(group, name=name)
    app.callback()(root)
    return app


def root(
    _version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Assessment frameworks for children's social care.

    Checks assessments, and converts them between forms with nothing lost and nothing invented.
    """
