"""A result as headings and lines, shown as text for a terminal or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from frameworks_core.exchange.plain_text import safe_text
from frameworks_core.forms.text_lines import table, wrapped


@frozen
class Line:
    """One line under a heading.

    Attributes:
        text: What it says.
        beside: Where it stands and who said it, shown after it.
        kind: `entry` (what the record says), `prompt` (a question for people), or `note`.
    """

    text: str
    beside: str = ""
    kind: str = "entry"


@frozen
class Part:
    """A heading with its table and its lines.

    Attributes:
        title: The heading.
        lines: What stands under it.
        level: 1 for the title of the whole.
        rows: A table above the lines, its headings first; the last column holds texts, the others short ones.
    """

    title: str
    lines: tuple[Line, ...] = ()
    level: int = 2
    rows: tuple[tuple[str, ...], ...] = ()


_MARKS = {"entry": "- ", "prompt": "? ", "note": ""}


def as_text(parts: Iterable[Part], width: int) -> str:
    """The parts as text in lines of at most `width` characters."""
    blocks = ["\n".join(_text_of(part, width)) for part in parts]
    return "\n\n".join(blocks) + "\n"


def as_markdown(parts: Iterable[Part]) -> str:
    """The parts as Markdown; what a record says can change no heading and no list."""
    blocks = ["\n".join(_markdown_of(part)) for part in parts]
    return "\n\n".join(blocks) + "\n"


def _text_of(part: Part, width: int) -> Iterator[str]:
    title = safe_text(part.title)
    yield from wrapped(title.upper() if part.level == 1 else title, width)
    if part.level == 2:
        yield "-" * min(len(title), width)
    if part.rows:
        yield from table([[safe_text(cell) for cell in row] for row in part.rows], width)
    indent = "  " if part.level > 2 else ""
    for line in part.lines:
        mark = indent + _MARKS[line.kind]
        hanging = " " * len(mark)
        yield from wrapped(_one_line(line), width, first=mark, hanging=hanging)


def _one_line(line: Line) -> str:
    text = safe_text(" ".join(line.text.split()))
    return f"{text}  [{safe_text(line.beside)}]" if line.beside else text


def _markdown_of(part: Part) -> Iterator[str]:
    yield f"{'#' * part.level} {_escaped(part.title)}"
    if part.rows:
        yield from ("", *_markdown_rows(part.rows))
    before = "note"
    if part.lines:
        yield ""
    for line in part.lines:
        if line.kind == "note" and before != "note":
            yield ""  # or it would be read as the end of the list's last entry
        before = line.kind
        beside = f" _({_escaped(line.beside)})_" if line.beside else ""
        text = _escaped(" ".join(line.text.split()))
        if line.kind == "prompt":
            yield f"- **To ask:** {text}{beside}"
        elif line.kind == "note":
            yield f"{text}{beside}\n"
        else:
            yield f"- {text}{beside}"


def _markdown_rows(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield f"| {' | '.join(map(_escaped, row))} |"
        if number == 0:
            yield f"|{'---|' * len(row)}"


def _escaped(text: str) -> str:
    safe = safe_text(text)
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in safe)
