"""A request to end (SIGTERM) becomes an exception, so that files half written are cleared away on the way out.

Left alone, the signal ends Python on the spot, and a temporary file with parts of a record stays behind.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class TerminatedError(BaseException):
    """Somebody asked this process to end. No `Exception`, so that no guard around a plugin holds it up."""


@contextmanager
def ending_orderly() -> Iterator[None]:
    """While this lasts, SIGTERM raises `TerminatedError`, unless whoever started us has it ignored."""
    before = signal.getsignal(signal.SIGTERM)
    if before is signal.SIG_IGN or threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what a signal does
        return
    signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(_signal: int, _frame: object) -> NoReturn:
    signal.signal(
        signal.SIGTERM, signal.SIG_IGN
    )  # asked once is enough: a second must not stop the clearing away
    raise TerminatedError
