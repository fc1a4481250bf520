"""Where the `frameworks` command starts.

`--version` is answered before anything else is imported; every command imports what it needs when it runs.
"""

from __future__ import annotations

import sys

from frameworks_core import __version__
from frameworks_core.errors import UserError

DONE, FINDINGS, FAILED, LOSS, INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"frameworks {__version__}\n")
        return
    from frameworks_core.cli.app import app
    from frameworks_core.exchange.plain_text import safe_text

    try:
        app(prog_name="frameworks")
    except UserError as error:
        sys.stderr.write(f"frameworks: {safe_text(str(error), multiline=True)}\n")
        sys.exit(FAILED)
    except KeyboardInterrupt:
        sys.stderr.write("frameworks: interrupted; nothing half done was left behind\n")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has stopped reading; closing stderr keeps Python from complaining about it.
        sys.stderr.close()
        sys.exit(FAILED)
