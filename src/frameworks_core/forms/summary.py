"""A form on one page: what it is, its sections with the number of their questions, and how to see these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from frameworks_core.errors import UserError
from frameworks_core.forms.form import Field, Form, Section
from frameworks_core.forms.listing import heading
from frameworks_core.forms.text_lines import table, wrapped
from frameworks_core.nearest import nearest

_HEADINGS = ("section", "asks", "always", "sometimes", "title")


def form_summary_as_text(form: Form, width: int, *, plain: bool = False, called: str | None = None) -> str:
    """The form in outline, in lines of at most `width` characters; a long id may still run over.

    Args:
        form: The form.
        width: Characters a line may have.
        plain: Use the family's wording instead of the practitioner's.
        called: How the next command has to name it, where not by its id: a blend by its file.
    """
    blocks = [
        heading(form, width, plain=plain),
        wrapped(_totals(form), width),
        table([_HEADINGS, *(_row(section, plain=plain) for section in form.sections)], width),
        list(_next_steps(form, called or form.id)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def only_section(form: Form, section_id: str, *, called: str | None = None) -> Form:
    """The form with one of its sections alone.

    Raises:
        UserError: It has no such section; the nearest is named.
    """
    sections = {section.id: section for section in form.sections}
    if section_id not in sections:
        unknown = f"{form.id} has no section {section_id!r}{nearest(section_id, sections)}"
        raise UserError(f"{unknown} (`frameworks forms show {called or form.id}` lists them)")
    return evolve(form, sections=(sections[section_id],))


def _totals(form: Form) -> str:
    always, sometimes = _needed(form)
    numbers = {"always needed": always, "needed in some cases": sometimes}
    parts = [f"{number} {words}" for words, number in numbers.items() if number]
    if len(form.fields) > always + sometimes:
        parts.append(
            "the rest if there is something to say" if parts else "each if there is something to say"
        )
    return f"{_counted(len(form.fields), 'question')} in {_counted(len(form.sections), 'section')}: {', '.join(parts)}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _row(section: Section, *, plain: bool) -> tuple[str, ...]:
    always, sometimes = (str(number) if number else "-" for number in _needed(section.fields))
    return section.id, str(len(section.fields)), always, sometimes, section.plain if plain else section.title


def _needed(fields: Iterable[Field]) -> tuple[int, int]:
    """How many questions are always needed, and how many in some cases."""
    kinds = [field.required for field in fields]
    return kinds.count("always"), kinds.count("when")


def _next_steps(form: Form, called: str) -> Iterator[str]:
    """What to type next; commands stay whole, to be copied."""
    show = f"frameworks forms show {called}"
    yield "What to type next"
    yield f"  the questions of a section:  {show} --section {form.sections[0].id}"
    yield f"  all questions:               {show} --all"
    yield "  in the family's words:       add --plain"
    for variant in form.variants:
        yield f"  in other words:              add --variant {variant.code}  ({variant.title})"
    yield f"  start a blank document:      frameworks new {called} -o FILE.json"
