r"""The part of JSON Schema in which the fast validator's yes can be trusted.

The fast validator and the thorough one read a few things differently: what `\d` or `\b` match outside ASCII,
whether `$` matches before a last line break, whether 0.3 is a multiple of 0.1. A schema that avoids them
means the same to both, so that a document the fast one accepts is never one the thorough one would refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_BY_NAME = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})
"""Keywords that hold schemas by name, so that the names are no keywords."""

_DATA = frozenset({"enum", "const", "default", "examples"})
"""Keywords that hold data, in which nothing is a keyword."""

_TOKEN = re.compile(r"\\(?P<escaped>.)|\[(?P<set>(?:\\.|[^\]\\])*)\]|(?P<end>\$)|.", re.DOTALL)
_UNSAFE_ESCAPES = frozenset("dDwWsSbBAZzpP")
_REFUSES_LINE_BREAK = "(?!\\n)"


def unsafe_parts(schema: Any, at: str = "") -> Iterator[str]:
    """Everything in a schema that two validators might read differently, each with its JSON pointer.

    Args:
        schema: A schema, or any part of one.
        at: The pointer of that part.
    """
    if isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from unsafe_parts(part, f"{at}/{index}")
    elif isinstance(schema, Mapping):
        for keyword, value in schema.items():
            place = f"{at}/{keyword}"
            yield from (f"{place}: {fault}" for fault in _faults_of_keyword(keyword, value))
            if keyword in _BY_NAME:
                for name, part in value.items():
                    yield from unsafe_parts(part, f"{place}/{name}")
            elif keyword not in _DATA:
                yield from unsafe_parts(value, place)


def _faults_of_keyword(keyword: str, value: Any) -> Iterator[str]:
    match keyword:
        case "$vocabulary":
            yield "vocabularies change what every other word means"
        case "multipleOf" if value % 1:
            yield f"{value} is a fraction, and fractions divide with an error"
        case "pattern":
            yield from _faults_of_pattern(value)
        case "patternProperties":
            for pattern in value:
                yield from _faults_of_pattern(pattern)


def _faults_of_pattern(pattern: str) -> Iterator[str]:
    for token in _TOKEN.finditer(pattern):
        escapes = re.findall(r"\\(.)", token["set"] or "") if token["set"] is not None else [token["escaped"]]
        for letter in escapes:
            if letter in _UNSAFE_ESCAPES:
                yield f"\\{letter} means different things to different validators; list the characters"
        if token["end"] and not pattern.startswith(_REFUSES_LINE_BREAK, token.end()):
            yield f"$ lets a last line break pass; write ${_REFUSES_LINE_BREAK}"
