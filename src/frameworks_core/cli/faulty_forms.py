"""The end of a command that goes through all installed forms, where some of them cannot be used."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from frameworks_core.cli.exit_codes import FAILED
from frameworks_core.cli.results import say
from frameworks_core.errors import UserError
from frameworks_core.host.registry import Registry


def tell_of_faulty_forms(registry: Registry, blends: Sequence[UserError] = ()) -> None:
    """Say what is wrong with each form that was read and cannot be used; if there is one, not all could be done.

    Args:
        registry: The installed frameworks.
        blends: What is wrong with the blends that cannot be used.

    Raises:
        typer.Exit: With `FAILED`, after the faults were told.
    """
    faults = (*registry.form_faults(), *blends)
    for fault in faults:
        say(f"frameworks: {fault}")
    if faults:
        raise typer.Exit(FAILED)
