"""Where the `frameworks` command starts, and the one place where it ends badly.

`--version` is answered before anything else is imported; every command imports what it needs when it runs.
Whatever goes wrong ends in one sentence and an honest exit code. A traceback can hold words of a record, so
even a fault of our own is only told by its place; `FRAMEWORKS_TRACEBACK=1` shows the whole.
"""

from __future__ import annotations

import os
import sys

from frameworks_core import __version__
from frameworks_core.cli.exit_codes import FAILED, INTERRUPTED, TERMINATED
from frameworks_core.cli.streams import ReaderGoneError, write_bytes, write_error
from frameworks_core.errors import UserError

TRACEBACK = "FRAMEWORKS_TRACEBACK"
"""Environment variable that shows the traceback of a fault of our own; it may hold personal data."""


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        _run()
    except UserError as error:
        sys.exit(_told(FAILED, str(error)))
    except ReaderGoneError:
        sys.exit(FAILED)
    except KeyboardInterrupt:
        sys.exit(_told(INTERRUPTED, _INTERRUPTED))
    except SystemExit as done:
        if done.code == INTERRUPTED:  # Typer's word for it
            sys.exit(_told(INTERRUPTED, _INTERRUPTED))
        raise
    except Exception as error:  # the last door: behind it is only a traceback
        if os.environ.get(TRACEBACK):
            raise
        sys.exit(_told(FAILED, _of_the_system(error) if isinstance(error, OSError) else _own_fault(error)))


_INTERRUPTED = "interrupted; no file was left half written"
_TERMINATED = "asked to end by the system or another program; no file was left half written"


def _run() -> None:
    if sys.argv[1:] == ["--version"]:
        write_bytes(f"frameworks {__version__}\n".encode())
        return
    from frameworks_core.cli.termination import TerminatedError, ending_orderly

    try:
        with ending_orderly():
            from frameworks_core.cli.app import command_line

            command_line(*sys.argv[1:2])(prog_name="frameworks")
    except TerminatedError:
        sys.exit(_told(TERMINATED, _TERMINATED))


def _told(code: int, sentence: str) -> int:
    from frameworks_core.exchange.plain_text import safe_text

    write_error(f"frameworks: {safe_text(sentence, multiline=True)}")
    return code


def _of_the_system(error: OSError) -> str:
    """What the operating system refused where nobody could say more."""
    named = f"{error.filename}: " if error.filename else ""
    return f"{named}{error.strerror or 'the system refused'}; check the path, the disk and your permissions"


def _own_fault(error: Exception) -> str:
    """What happened and where, without the error's own text, which may quote a record."""
    from pathlib import Path
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    place = "/".join(Path(last.filename).parts[-3:])
    return (
        f"this is a fault of the toolkit or of a plugin: {type(error).__name__} in {place}, line {last.lineno}. "
        f"Please report this sentence; it holds nothing of your document. With {TRACEBACK}=1 the whole traceback "
        "is shown, which may quote your document"
    )
