"""What the authority changes about one question: its words, when it is needed, how long it takes."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, fields, frozen

from frameworks_core.blend.composition.asking_once import Question
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.gather_keys import Change, Gather
from frameworks_core.blend.reading.toml_lines import KeyPath
from frameworks_core.checks.blend_codes import BAD_CHANGE, CLASH
from frameworks_core.forms.form import Field, When


@frozen
class Said:
    """One value of a change, and the key it stands at."""

    value: object
    path: KeyPath


def changes_of(question: Question, gather: Gather, faults: list[Fault]) -> dict[str, Said]:
    """What the file changes about a question, by key; whichever of the questions it asks for the file names it by."""
    merged: dict[str, Said] = {}
    for one in question.asks:
        change = gather.fields.get(one.form.id, {}).get(one.field.id)
        for name, value in _values(change):
            here = Said(value, ("gather", "fields", one.form.id, one.field.id, name))
            known = merged.setdefault(name, here)
            if known.value != value:
                message = (
                    f"this question is asked once, with {'#'.join(map(str, known.path[2:4]))}, which has another {name}"
                    " in this blend"
                )
                faults.append(Fault(CLASH, here.path, message))
    return merged


def changed(field: Field, said: dict[str, Said], faults: list[Fault]) -> Field:
    """The question in the authority's words, needed when the authority needs it."""
    label, plain, guidance = (_text(said, name) for name in ("label", "plain", "guidance"))
    field = evolve(
        field,
        label=label or field.label,
        plain=plain or field.plain,
        guidance=guidance or field.guidance,
    )
    return _required(field, said, faults) if said.keys() & {"required", "when"} else field


def _values(change: Change | None) -> Iterator[tuple[str, object]]:
    """What a change says, without what it leaves out."""
    for attribute in fields(Change) if change else ():
        value = getattr(change, attribute.name)
        if value != attribute.default:
            yield attribute.name, value


def _text(said: dict[str, Said], name: str) -> str | None:
    value = said[name].value if name in said else None
    return value if isinstance(value, str) else None


def _required(field: Field, said: dict[str, Said], faults: list[Fault]) -> Field:
    when = said["when"].value if "when" in said else None
    given, path = (
        (said["required"].value, said["required"].path) if "required" in said else ("when", said["when"].path)
    )
    required = ("always" if given else "never") if isinstance(given, bool) else str(given)
    if required == "when":
        condition = when or field.when
        if isinstance(condition, When):
            return evolve(field, required="when", when=condition)
        faults.append(Fault(BAD_CHANGE, path, "say in `when` beside it when the question is needed"))
    elif when is not None:
        faults.append(Fault(BAD_CHANGE, path, 'a condition in `when` belongs to required = "when"'))
    else:
        return evolve(field, required=required, when=None)
    return field
