"""What a plugin prints goes to standard error: standard output is for results, which programs read."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, redirect_stdout


def printing_aside() -> AbstractContextManager[object]:
    """While a plugin's code runs, `print` writes to standard error."""
    return redirect_stdout(sys.stderr)
