"""What probably happened where a blend file is not TOML, for somebody who never heard of TOML."""

from __future__ import annotations

from tomllib import TOMLDecodeError

_CAUSES = {
    "Illegal character": "a quotation mark is missing at the end of this line, or a list or table is not closed",
    "Unclosed array": "a comma or the closing ] of a list is missing here, or just before",
    "Unclosed inline table": "a comma or the closing } is missing here",
    "Unescaped '\\'": "write / in place of \\, or put the text in single quotation marks",
    "Invalid value": "a text needs straight quotation marks on both sides",
    "Invalid statement": "a line is a [table], or a key, = and a value, without curly quotation marks",
    "Cannot declare": "this table stands there twice; join the two",
    "Cannot overwrite": "this key stands there twice; take one out",
    "Expected '='": "a key needs = before its value",
    "Expected newline": "each key needs a line of its own, and a comma stands between the entries of a list only",
}
"""How a message of the parser begins -> what is mostly behind it."""


def likely_cause(error: TOMLDecodeError) -> str:
    """What is probably behind a fault of the parser, to be put after its message; nothing where that is no guess to make."""
    told = str(error)
    return next((f"; {cause}" for start, cause in _CAUSES.items() if told.startswith(start)), "")
