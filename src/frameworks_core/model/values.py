"""What one cell, or one simple answer, may hold."""

from __future__ import annotations

Value = str | int | float | list[str]
"""A text, a number, a code, an id, or a list of codes or ids."""
