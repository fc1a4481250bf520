"""What is wrong with the form that a blend makes, told at the key of the blend file that makes it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import fields_dict

from frameworks_core.blend.composition.asking_once import Question
from frameworks_core.blend.composition.changing import changes_of
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile, Identity
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import NOT_IN_ORDER
from frameworks_core.forms.form import Form
from frameworks_core.forms.form_checks import FormFault, form_faults


def faults_in_the_form(form: Form, file: BlendFile, questions: Mapping[str, Question]) -> Iterator[Fault]:
    """Every fault of the form that a blend makes.

    Args:
        form: The form.
        file: The blend file.
        questions: What each of its questions asks for, by its id; the authority's own are not among them.
    """
    for fault in form_faults(form):
        key, _, message = fault.told.partition(": ")
        steps = _steps(key)
        path = _path(fault, steps, file, questions)
        if path is None:
            yield Fault(NOT_IN_ORDER, (), fault.line)
        else:
            yield Fault(NOT_IN_ORDER, path, message if key == ".".join(steps) else fault.told)


def _steps(key: str) -> tuple[str, ...]:
    """The keys that a fault names: `slot.kind`; of several, or of a column, the first that a file has."""
    first = key.partition(",")[0]
    return ("columns",) if first.startswith("column ") else tuple(first.split("."))


def _path(
    fault: FormFault, steps: tuple[str, ...], file: BlendFile, questions: Mapping[str, Question]
) -> KeyPath | None:
    """The key that a fault comes from; None where no single key of the file does it."""
    if fault.field is not None:
        if fault.field not in questions:
            return _entry("local", [one.id for one in file.gather.local], fault.field, steps)
        said = changes_of(questions[fault.field], file.gather, [])
        return (*said[steps[0]].path, *steps[1:]) if steps[0] in said else None
    if fault.section is not None:
        return _entry("local_sections", [one.id for one in file.gather.local_sections], fault.section, steps)
    return ("blend", *steps) if steps[0] in fields_dict(Identity) else None


def _entry(name: str, ids: list[str], id_: str, steps: tuple[str, ...]) -> KeyPath | None:
    return ("gather", name, ids.index(id_), *steps) if id_ in ids else None
