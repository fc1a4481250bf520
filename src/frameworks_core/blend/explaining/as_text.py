"""An explained blend as headings, tables and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frameworks_core.blend.blend import Examined
from frameworks_core.blend.explaining import explaining
from frameworks_core.blend.explaining.explaining import Everything, KeyOfBlend, SectionOfBlend
from frameworks_core.blend.explaining.origins import Setting, files, keys
from frameworks_core.blend.explaining.questions import HiddenQuestion, QuestionOfBlend
from frameworks_core.blend.explaining.questions_text import hidden_parts, question_parts
from frameworks_core.blend.in_words import setting_words, value_words
from frameworks_core.functions.outline import Line, Part

_NO_FORM = "makes no form by itself; `frameworks blend check` tells what it lacks"
_OF_QUESTIONS = ("gather", "fields")


def explained_as_outline(examined: Examined, parts: Iterable[explaining.Part]) -> Iterator[Part]:
    """What has the name that was asked for, one after the other."""
    for part in parts:
        match part:
            case QuestionOfBlend():
                yield from question_parts(part)
            case HiddenQuestion():
                yield from hidden_parts(part)
            case SectionOfBlend():
                yield from _section_parts(part)
            case KeyOfBlend():
                yield from _key_parts(examined, part)


def everything_as_outline(examined: Examined, found: Everything) -> Iterator[Part]:
    """Every effective value, table by table, each with its file and line."""
    yield Part("Where each value comes from", tuple(_head(examined, found)), level=1)
    says = keys()
    tables: dict[str, list[Setting]] = {}
    for setting in found.settings:
        tables.setdefault(_table(setting), []).append(setting)
    tables.pop("extends", None)  # the head tells it
    for table, inside in tables.items():
        told = says.get(table, "").rstrip(".")
        yield Part(f"{table}: {told}" if told else table, rows=_rows(inside, table))
    if found.left_out:
        rows = [(one.said.where, one.table, one.name) for one in found.left_out]
        yield Part("Taken out of the bases by `without`", rows=(("from", "table", "entry"), *rows))


def _head(examined: Examined, found: Everything) -> Iterator[Line]:
    names = files(examined.effective)
    if examined.blend is None:
        yield Line(f"{names[-1]}: {_NO_FORM}", kind="note")
    else:
        form = examined.blend.form
        yield Line(f"{form.title}: {form.id}, version {form.version}", kind="note")
    if len(names) == 1:
        yield Line("It extends no other blend.", kind="note")
        return
    yield Line("Its files, the base of all first; where two say something, the later one holds:", kind="note")
    for name, base in zip(names, ("", *names), strict=False):
        count = sum(one.said.file == name for one in found.settings)
        yield Line(f"{name}: {_counted(count, 'value')}{f', extends {base}' if base else ''}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _table(setting: Setting) -> str:
    """The heading that a value belongs under; tables within `gather` have one of their own."""
    head = [str(step) for step in setting.path]
    inner = head[0] == _OF_QUESTIONS[0] and len(head) > 2 and isinstance(setting.path[2], str)
    return ".".join(head[:2]) if inner else head[0]


def _rows(inside: list[Setting], table: str) -> tuple[tuple[str, ...], ...]:
    if table == ".".join(_OF_QUESTIONS):
        rows = [(one.said.where, str(one.path[4]), _of_question(one)) for one in inside]
        return (("from", "key", "of which question, and what it is"), *rows)
    return (
        ("from", "key", "value"),
        *((one.said.where, _short(one, table), setting_words(one)) for one in inside),
    )


def _of_question(one: Setting) -> str:
    return f"{one.path[2]}#{one.path[3]}: {setting_words(one)}"


def _short(one: Setting, table: str) -> str:
    """A key below its heading, without the position in a list."""
    return one.key.removeprefix(f"{table}.").partition("[")[0]


def _nobody(examined: Examined) -> str:
    names = files(examined.effective)
    return f"None of {', '.join(names)}" if len(names) > 1 else f"Nothing in {names[0]}"


def _section_parts(part: SectionOfBlend) -> Iterator[Part]:
    section = part.section
    lines = [
        Line(f"The section {section.id}, {part.position} of {part.count}", kind="note"),
        Line(f"The family reads: {section.plain}", kind="note"),
    ]
    yield Part(section.title, tuple(lines), level=1)
    if part.own:
        rows = [(one.said.where, one.key, setting_words(one)) for one in part.own]
        yield Part("What the blend says about it", rows=(("from", "key", "value"), *rows))
    rows = [(field.id, _whose(field.serves), field.label) for field in section.fields]
    yield Part("What it asks", rows=(("question", "of", "words"), *rows))


def _whose(serves: tuple[str, ...]) -> str:
    """The frameworks it serves, or the base blend it is shared by; `own` where it is the authority's alone."""
    return ", ".join(dict.fromkeys(name.partition("/")[0] for name in serves)) or "own"


def _key_parts(examined: Examined, part: KeyOfBlend) -> Iterator[Part]:
    lines = [Line(f"{part.key}: {part.says}" if part.says else part.key, kind="note")]
    if not part.settings:
        follows = f" It follows from the forms: {value_words(part.follows)}." if part.follows else ""
        lines.append(Line(f"{_nobody(examined)} says it.{follows}", kind="note"))
    yield Part("A key of the blend file", tuple(lines), level=1)
    if part.settings:
        yield Part("What holds, and where it stands", rows=tuple(_rows_below(part)))


def _rows_below(part: KeyOfBlend) -> Iterator[tuple[str, ...]]:
    """Each value with the rest of its key; there is no rest where the key itself was asked for."""
    rests = [one.key.removeprefix(part.key).removeprefix(".") for one in part.settings]
    named = any(rests)
    yield ("from", "key", "value") if named else ("from", "value")
    for one, rest in zip(part.settings, rests, strict=True):
        yield (one.said.where, *((rest,) if named else ()), setting_words(one))
