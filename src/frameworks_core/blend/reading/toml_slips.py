"""What probably happened where a blend file is not TOML, for somebody who never heard of TOML."""

from __future__ import annotations

import re
from tomllib import TOMLDecodeError

_CAUSES = {
    "Illegal character": "a quotation mark is missing at the end of this line, or a list or table is not closed",
    "Unclosed array": "a comma or the closing ] of a list is missing here, or just before",
    "Unclosed inline table": "a comma or the closing } is missing here",
    "Unescaped '\\'": "write / in place of \\, or put the text in single quotation marks",
    "Invalid hex value": "write / in place of \\, or put the text in single quotation marks",
    "Invalid value": "a text needs straight quotation marks on both sides",
    "Invalid statement": "a line is a [table], or a key, = and a value, without curly quotation marks",
    "Cannot declare": "this table stands there twice; join the two",
    "Cannot overwrite": "this key stands there twice; take one out",
    "Expected '='": "a key needs = before its value, and a line for people begins with #",
    "Expected ']'": "the closing ] of a table's name is missing",
    "Expected newline": "each key needs a line of its own, and a comma stands between the entries of a list only",
}
"""How a message of the parser begins -> what is mostly behind it."""

_LINE = re.compile(r"\(at line (\d+), column")

_SEEN = (
    (
        ("Expected", "Invalid"),
        re.compile("^[^\"']*[\u00a0\u2000-\u200d\u2060]"),
        "a space here was pasted from elsewhere; delete it and type it anew",
    ),
    (("Invalid statement",), re.compile(r"^\s*(//|--|;|/\*|\*)"), "a line for people begins with #"),
    (
        ("Invalid value",),
        re.compile(r"=\s*(yes|no|true|false)\b", re.IGNORECASE),
        "write true or false, in small letters",
    ),
    (
        ("Expected newline", "Unclosed inline table"),
        re.compile(r"=\s*\d{1,2}[./]\d{1,2}[./]\d{4}"),
        "a day is written 2027-06-30",
    ),
    (
        ("Expected newline", "Unclosed inline table"),
        re.compile(r'=\s*"[^"]*"[^\s#,;\]}"]'),
        "quotation marks within a text have to be single ones",
    ),
    (
        ("Expected newline", "Unclosed inline table"),
        re.compile(r"=\s*'[^']*'[^\s#,;\]}']"),
        "a text with an apostrophe in it stands in double quotation marks",
    ),
    (
        ("Expected newline",),
        re.compile(r'^[^=]*=\s*("[^"]*"|\d+|true|false)\s+[^\s#,=][^=]*$'),
        "a note beside a value begins with #",
    ),
    (
        ("Cannot declare", "Cannot overwrite"),
        re.compile(r"\[gather\.local(_sections)?\]"),
        "each question or section of your own begins with double brackets, such as [[gather.local]]",
    ),
)
"""How a message begins, what is then seen in the line it names, and what that gives away: told before the causes above."""


def likely_cause(error: TOMLDecodeError, text: str) -> str:
    """What is probably behind a fault of the parser, to be put after its message; nothing where that is no guess to make.

    Args:
        error: What the parser said.
        text: What it could not read.
    """
    told = str(error)
    line = _line(told, text)
    seen = (cause for starts, sign, cause in _SEEN if told.startswith(starts) and sign.search(line))
    mostly = (cause for start, cause in _CAUSES.items() if told.startswith(start))
    cause = next(seen, None) or next(mostly, None)
    return f"; {cause}" if cause else ""


def _line(told: str, text: str) -> str:
    """The line that the parser names; empty where it names none."""
    lines = text.replace("\r\n", "\n").split("\n")
    found = _LINE.search(told)
    number = int(found[1]) if found else 0
    return lines[number - 1] if 0 < number <= len(lines) else ""
