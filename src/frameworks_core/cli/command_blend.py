"""`frameworks blend`: an authority's composition of frameworks."""

from __future__ import annotations

import typer

app = typer.Typer(
    help="An authority's composition of frameworks, in one TOML file.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
