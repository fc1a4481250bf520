"""Errors of the toolkit: one root, and one sub-root that is shown as a sentence without a traceback.

Own fault: raise anything. Bad data: return findings. Something the user asked for cannot be done at all
(a missing file, an unknown form, a full disk): raise a `UserError` whose text says what, where and how to mend it.
"""

from __future__ import annotations


class FrameworksError(Exception):
    """Root of every error this toolkit raises on purpose."""


class UserError(FrameworksError):
    """A clear sentence for the person at the keyboard; the command line shows it and exits with code 2.

    The text says what is wrong, where, and how to mend it. It never holds personal data: no values of answers,
    no names of people.
    """
