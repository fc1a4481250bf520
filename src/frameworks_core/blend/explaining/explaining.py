"""A blend explained: where a question, a section or a value of it comes from, and why it is as it is.

Everything is read off the files and the forms they name; nothing is asked of a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from frameworks_core.blend.blend import Blend, Examined, usable
from frameworks_core.blend.explaining.origins import LeftOut, Setting, keys, left_out, settings
from frameworks_core.blend.explaining.questions import (
    HiddenQuestion,
    QuestionOfBlend,
    hidden_questions,
    question_of_blend,
)
from frameworks_core.blend.faults import shown_path
from frameworks_core.errors import UserError
from frameworks_core.forms.form import Section
from frameworks_core.nearest import nearest


@frozen
class SectionOfBlend:
    """A section of a blend.

    Attributes:
        section: The section as the blend has it.
        position: Its place among the sections, from 1.
        count: How many sections there are.
        own: The first of the values of the files that are about it: the table that makes or changes it.
    """

    section: Section
    position: int
    count: int
    own: tuple[Setting, ...]


@frozen
class KeyOfBlend:
    """A key of the blend file.

    Attributes:
        key: As one writes it.
        says: What it is for; empty where forms and questions name it.
        settings: The effective values at it and under it; none where no file says anything.
        follows: What holds where no file says anything, if the forms decide it.
    """

    key: str
    says: str
    settings: tuple[Setting, ...]
    follows: str = ""


Part = QuestionOfBlend | HiddenQuestion | SectionOfBlend | KeyOfBlend


@frozen
class Everything:
    """Every effective value of a blend, and what was taken out of its bases."""

    settings: tuple[Setting, ...]
    left_out: tuple[LeftOut, ...]


def everything(examined: Examined) -> Everything:
    """Every effective value of a blend's files.

    Raises:
        UserError: One of the files has a fault of shape.
    """
    if examined.file is None:
        usable(examined)
    return Everything(settings(examined.effective), left_out(examined.effective))


def explain(examined: Examined, key: str) -> tuple[Part, ...]:
    """Explain a question, a section or a key of a blend; all of them where several have the name.

    A base blend need not make a form by itself: the keys of its file can be explained all the same.

    Args:
        examined: The blend, as far as it could be understood.
        key: Id of a question or a section; a question of a form, `framework/form#question`; or a key of the file.

    Raises:
        UserError: Nothing in the blend has this name; the nearest is named. Or the blend cannot be used, and says why.
    """
    blend = examined.blend
    found = (
        *(_named(blend, key) if blend else ()),
        *(_keys(examined, key) if examined.file is not None else ()),
    )
    if not found:
        raise UserError(_unknown(usable(examined), key))
    return found


def _named(blend: Blend, key: str) -> Iterator[Part]:
    for field_id in _questions(blend).get(key, ()):
        yield question_of_blend(blend, field_id)
    for hidden in hidden_questions(blend):
        if key in {hidden.taken.name, hidden.taken.field.id}:
            yield hidden
    sections = blend.form.sections
    for position, section in enumerate(sections, start=1):
        if section.id == key:
            yield SectionOfBlend(section, position, len(sections), _about_section(blend, section.id))


def _keys(examined: Examined, key: str) -> Iterator[KeyOfBlend]:
    wanted = _bare(key)
    here = tuple(
        setting
        for setting in settings(examined.effective)
        if _bare(setting.key) == wanted or _bare(setting.key).startswith((f"{wanted}.", f"{wanted}["))
    )
    known = {_bare(name): (name, says) for name, says in keys().items()}
    if here or wanted in known:
        name, says = known.get(wanted) or (_as_written(here[0], wanted), "")
        yield KeyOfBlend(name, says, here, "" if here else _follows(examined, name))


def _questions(blend: Blend) -> dict[str, list[str]]:
    """Ids of the blend's questions by their own names and those of the questions they ask for."""
    names: dict[str, list[str]] = {}
    for field in blend.form:
        for name in (field.id, *field.serves):
            if field.id not in names.setdefault(name, []):
                names[name].append(field.id)
    return names


def _about_section(blend: Blend, section_id: str) -> tuple[Setting, ...]:
    """What the files say about a section: its changes, or the table that makes it."""
    return tuple(
        setting
        for setting in settings(blend.effective)
        if setting.path[:3] == ("gather", "section", section_id)
        or (setting.path[:2] == ("gather", "local_sections") and setting.said.value["id"] == section_id)
    )


def _follows(examined: Examined, key: str) -> str:
    """What the forms decide where no file does."""
    if examined.blend is None:
        return ""
    form = examined.blend.form
    return {
        "blend.about": form.about,
        "blend.basis": form.basis,
        "blend.withholds": ", ".join(sorted(form.withholds)),
    }.get(key, "")


def _as_written(setting: Setting, wanted: str) -> str:
    """The key around a value that was asked for, with its quotation marks."""
    around = (shown_path(setting.path[:length]) for length in range(1, len(setting.path) + 1))
    return next(key for key in around if _bare(key) == wanted)


def _bare(key: str) -> str:
    """A key without the quotation marks that a shell takes away."""
    return key.replace('"', "")


def _of_a_rule(key: str) -> str:
    """Where else to look, for a key that has the shape of a rule's code."""
    is_code = re.fullmatch("[A-Z]{3}[0-9]{3}", key)
    return (
        f"; `frameworks explain {key}` says what a rule is for, and the key rules what the blend changes"
        if is_code
        else ""
    )


def _unknown(blend: Blend, key: str) -> str:
    form_id, _, question = key.partition("#")
    for form in blend.composed.choice.forms:
        if form.id == form_id and question in form.fields:
            return f"{blend.path}: {form_id} asks {question!r}, but the blend does not take it; add {key!r} to gather.questions"
    names = {
        *_questions(blend),
        *(hidden.taken.name for hidden in hidden_questions(blend)),
        *(section.id for section in blend.form.sections),
        *keys(),
        *(setting.key for setting in settings(blend.effective)),
    }
    hint = _of_a_rule(key) or nearest(key, names) or "; without a name everything is listed"
    return f"{blend.path}: this blend has no question, section or key {key!r}{hint}"
