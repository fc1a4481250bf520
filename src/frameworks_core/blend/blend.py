"""A blend that can be used: its file, the form it makes, and what it takes from the installed frameworks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from frameworks_core.blend.composition.composing import Composed, compose
from frameworks_core.blend.composition.shared_questions import with_shared_questions
from frameworks_core.blend.faults import Fault, shown_path
from frameworks_core.blend.naming import unknown_dates, unknown_names
from frameworks_core.blend.reading.effective import Effective
from frameworks_core.blend.reading.extending import read_effective
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.rule_changes import faults_of_changes
from frameworks_core.checks.blend_codes import CLASH
from frameworks_core.errors import UserError
from frameworks_core.forms.form import Form
from frameworks_core.host.registry import Registry

_SHOWN = 10


@frozen(eq=False)
class Blend:
    """A blend that makes a form.

    Attributes:
        path: Its file.
        effective: What the file and its bases say, and where.
        file: The same, typed.
        composed: What it composes to.
    """

    path: Path
    effective: Effective
    file: BlendFile
    composed: Composed

    @property
    def form(self) -> Form:
        """The form it makes."""
        return self.composed.form

    @property
    def name(self) -> str:
        """Whose blend it is, for people to read."""
        return self.file.authority.name or self.form.id


@frozen(eq=False)
class Examined:
    """A blend file as far as it could be understood.

    Attributes:
        effective: What the file and its bases say, and where.
        file: The same, typed; None where one of the files has a fault of shape.
        composed: What it composes to, None where it makes no form; a blend with a fault elsewhere may still make one.
        blend: The blend, None where it cannot be used.
        faults: What is wrong or worth knowing.
    """

    effective: Effective
    file: BlendFile | None
    composed: Composed | None
    blend: Blend | None
    faults: tuple[Fault, ...]

    def line(self, fault: Fault) -> str:
        """A fault in one line: file, line, key, and what is wrong."""
        return f"{self.place(fault)}: {fault.message}"

    def place(self, fault: Fault) -> str:
        """File, line and key of a fault."""
        key = shown_path(fault.path)
        return self.effective.place(fault.path).shown() + (f": {key}" if key else "")


def examine(path: Path, registry: Registry, text: str | None = None) -> Examined:
    """Read a blend file and compose its form, and tell everything that is wrong with it.

    Args:
        path: The file.
        registry: The installed frameworks.
        text: What the file will hold, where it is not written yet.

    Raises:
        UserError: A file cannot be read or is not TOML, or they extend each other in a circle.
    """
    effective, file, faults = read_effective(path, text)
    if file is None:
        return Examined(effective, None, None, None, tuple(faults))
    file = with_shared_questions(file, effective)
    composed, more = compose(file, registry, effective.left_out)
    faults = [
        *faults,
        *more,
        *_taken_names(file, registry),
        *unknown_names(file, registry),
        *(unknown_dates(file, composed) if composed else ()),
        *faults_of_changes(file, registry),
    ]
    usable = composed is not None and not any(_is_error(fault) for fault in faults)
    blend = Blend(path, effective, file, composed) if usable and composed else None
    return Examined(effective, file, composed, blend, tuple(faults))


def load_blend(path: Path, registry: Registry) -> Blend:
    """A blend that can be used.

    Raises:
        UserError: Its file cannot be used; every fault is told with file, line and key, as far as they are few.
    """
    return usable(examine(path, registry))


def usable(examined: Examined) -> Blend:
    """The blend of a file that was examined.

    Raises:
        UserError: It cannot be used; its faults are told as by `load_blend`.
    """
    if examined.blend is not None:
        return examined.blend
    path = examined.effective.source.path
    lines = [f"  {examined.line(fault)}" for fault in examined.faults if _is_error(fault)]
    more = (
        [f"  and {len(lines) - _SHOWN} more, which `frameworks blend check {path}` lists"]
        if len(lines) > _SHOWN
        else []
    )
    raise UserError("\n".join((f"{path}: this blend cannot be used:", *lines[:_SHOWN], *more)))


def _is_error(fault: Fault) -> bool:
    return fault.severity == "error"


def _taken_names(file: BlendFile, registry: Registry) -> Iterable[Fault]:
    """A blend has a name of its own: documents of a framework's form must never be taken for the blend's."""
    prefix = (file.blend.id or "").partition("/")[0]
    if prefix in {framework.name for framework in registry.frameworks()}:
        message = f"{prefix!r} is an installed framework; begin the id with the authority's name"
        yield Fault(CLASH, ("blend", "id"), message)
