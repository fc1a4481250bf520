"""What the exit code of `frameworks` says. A check that could not be made never looks like one that was passed."""

from __future__ import annotations

DONE = 0
FINDINGS = 1
"""Done, and something was found that has to be mended."""

FAILED = 2
"""It could not be done, or not all of it."""

LOSS = 3
"""Converted, but with more loss than allowed."""

INTERRUPTED = 130
"""Stopped at the keyboard."""

TERMINATED = 143
"""Stopped by the system or another program: 128 and the number of SIGTERM, as shells write it."""
