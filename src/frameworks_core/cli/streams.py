"""Standard output and standard error: what is written there arrives, or one sentence says why not.

Python keeps what it could not write and tries again when it ends, which adds a traceback to a full disk and a
complaint to every `| head`. So a stream that failed is pointed at nothing.
"""

from __future__ import annotations

import os
import sys

from frameworks_core.errors import FrameworksError, UserError


class ReaderGoneError(FrameworksError):
    """Whoever read our output has stopped reading, as `head` does; there is nobody left to tell."""


def write_bytes(data: bytes) -> None:
    """Write a result to standard output.

    Raises:
        ReaderGoneError: Nobody reads it any more.
        UserError: It is closed, or its disk is full.
    """
    if sys.stdout is None:  # so Python says that it was started without one
        raise UserError("standard output is closed; open it, or send it to a file")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up(sys.stdout.fileno())
        raise ReaderGoneError from None
    except OSError as error:
        _give_up(sys.stdout.fileno())
        why = error.strerror or "unknown cause"
        raise UserError(
            f"standard output could not be written ({why}); what arrived is incomplete, so do not use it"
        ) from None


def write_error(text: str, end: str = "\n") -> None:
    """Tell the person at the keyboard something that is not a result, if standard error is still open.

    Args:
        text: What to say.
        end: How it ends, unless it does so already; a question ends without, so that the answer stands behind it.
    """
    if sys.stderr is None or sys.stderr.closed:  # a plugin may have closed it
        return
    try:
        sys.stderr.write(text if text.endswith(end) else f"{text}{end}")
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr.fileno())


def _give_up(descriptor: int) -> None:
    """Point a stream that failed at nothing, so that Python does not fail on it again when it ends."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, descriptor)
    os.close(nothing)
