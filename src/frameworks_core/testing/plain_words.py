"""Words that have no place in what a family reads: codes, sections of an act, acronyms.

This finds what a pattern can find. Jargon in whole words needs a reader.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from frameworks_core.forms.form import Form

_OFFICE = re.compile(
    r"""
      \b(?:[Ss]ection|[Ss]\.?)\s?\d+          # section 47, s17, s.17
    | \b[A-Za-z]{1,3}\d+[A-Za-z]?\b     # N1, RC8, CP2a
    | \b\d+[A-Z]{1,2}\b                 # 16A
    | \b[A-Z]{3,}s?\b                   # capital letters: EHCPs
    """,
    re.VERBOSE,
)


def office_words(text: str, allowed: Collection[str] = ()) -> list[str]:
    """Codes, sections of an act and acronyms of three letters or more, in the order they stand in the text.

    Args:
        text: What a family would read.
        allowed: Words to let pass, because every family knows them.
    """
    return [word for word in _OFFICE.findall(text) if word not in allowed]


def family_texts(form: Form) -> Iterator[tuple[str, str]]:
    """Everything of a form that a family reads, each text with its place."""
    yield "plain_title", form.plain_title
    for section in form.sections:
        yield f"section {section.id!r}, plain", section.plain
        for field in section.fields:
            place = f"field {field.id!r}"
            yield f"{place}, plain", field.plain
            for code in field.codes:
                yield f"{place}, code {code.code!r}, plain", code.plain
            for column in field.columns:
                yield f"{place}, column {column.id!r}, plain", column.plain
                for code in column.codes:
                    yield f"{place}, column {column.id!r}, code {code.code!r}, plain", code.plain
