"""What of JSON can be kept exactly: how deep it may go, and which numbers survive being read."""

from __future__ import annotations

from typing import Final

MAX_DEPTH: Final = 100
"""How many brackets may be open at once. A document opens fewer than ten."""

_MAX_NUMBER_LENGTH: Final = 1000
"""Characters of one number; longer ones are hostile, and slow to compute with."""


def why_not_kept(literal: str) -> str | None:
    """Say why a number cannot be kept as it is written, and how to mend that; None if it can."""
    too_large = "this number is too large to be kept; if it is a reference, put it in quotation marks"
    too_long = "this number has more digits than can be kept; write at most 15, or put it in quotation marks"
    if len(literal) > _MAX_NUMBER_LENGTH:
        return too_long
    if literal.lstrip("-").isdigit():
        return None if -(2**63) <= int(literal) < 2**64 else too_large
    value = float(literal)
    if value in (float("inf"), float("-inf")):
        return too_large
    return None if _decimal_digits(literal) == _decimal_digits(repr(value)) else too_long


def _decimal_digits(literal: str) -> tuple[str, int]:
    """Give a decimal number as its digits and a power of ten, the same for every way to write the number."""
    mantissa, _, power = literal.lower().lstrip("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    kept = digits.rstrip("0")
    if not kept:
        return "", 0
    return kept, int(power or 0) - len(fraction) + len(digits) - len(kept)
