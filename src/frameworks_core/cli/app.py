"""The commands of `frameworks`, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from frameworks_core.cli import (
    command_analyse,
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

app = typer.Typer(
    name="frameworks",
    help="Assessment frameworks for children's social care: check assessments, and convert them between forms "
    "with nothing lost and nothing invented.",
    epilog="Exit codes: 0 done; 1 done, with findings; 2 could not do it; 3 converted, but more lost than allowed; "
    "130 interrupted; 143 asked to end.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("validate", short_help="Check documents.")(command_validate.validate)
app.command("convert", short_help="Convert a document to another form.")(command_convert.convert)
app.command("analyse", short_help="Look at an assessment through a framework's lens.")(
    command_analyse.analyse
)
app.command("decide", short_help="Show what bears on a decision.")(command_decide.decide)
app.command("plan", short_help="Draft a plan from an assessment.")(command_plan.plan)
app.command("new", short_help="Start a blank document of a form.")(command_new.new)
app.command("info", short_help="Say what a document is, without personal data.")(command_info.info)
app.command("diff", short_help="Show what changed between two documents.")(command_diff.diff)
app.command("explain", short_help="Explain a finding's code.")(command_explain.explain)
app.command("plugins", short_help="Show the installed frameworks.")(command_plugins.plugins)
app.add_typer(command_forms.app, name="forms")
app.add_typer(command_schema.app, name="schema")


@app.callback()
def root(
    _version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Assessment frameworks for children's social care.

    Checks assessments, and converts them between forms with nothing lost and nothing invented.
    """
