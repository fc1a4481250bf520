"""One blend file checked: who serves what, everything that was found, and how long it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from frameworks_core.blend.blend import Examined, examine
from frameworks_core.blend.checking.bases import basis_faults
from frameworks_core.blend.checking.conditions import condition_faults
from frameworks_core.blend.checking.coverage import Coverage, coverage_of, uncovered
from frameworks_core.blend.checking.doubles import Double, double_faults, doubles_of
from frameworks_core.blend.checking.length import Length, length_of
from frameworks_core.blend.checking.needs import older_guidance, requirement_faults
from frameworks_core.blend.checking.rule_notes import ran_out, silent_rule_faults
from frameworks_core.blend.checking.scales import scale_faults
from frameworks_core.blend.checking.statutory import statutory_faults
from frameworks_core.blend.checking.subject import Subject
from frameworks_core.blend.checking.timing import timing_faults
from frameworks_core.blend.checking.unasked import unasked
from frameworks_core.blend.composition.statutory_floor import pack_of
from frameworks_core.blend.faults import Fault, shown_path
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.checks.blend_codes import MISSING_KEY
from frameworks_core.checks.finding import SEVERITIES, Finding
from frameworks_core.forms.form import Form
from frameworks_core.host.registry import Registry
from frameworks_core.statute.packs import Pack


@frozen(eq=False, kw_only=True)
class Checked:
    """What checking one blend file gave.

    Attributes:
        name: The file as the user named it.
        findings: Everything found, the worst first.
        problem: Why it could not be read at all; None where it could.
        file: What the file and its bases say; None where one of them has a fault of shape.
        form: The form it makes; None where it makes none, and then its questions were not checked.
        pack: The statute pack it is held against.
        coverage: Who serves the functions.
        doubles: What is asked twice.
        length: How long it is.
    """

    name: str
    findings: tuple[Finding, ...] = ()
    problem: str | None = None
    file: BlendFile | None = None
    form: Form | None = None
    pack: Pack | None = None
    coverage: Coverage | None = None
    doubles: tuple[Double, ...] = ()
    length: Length | None = None

    @property
    def is_base(self) -> bool:
        """Whether the file is there to be extended: it does not begin to say what the record is called."""
        return self.file is not None and _is_base(self.file)


def check(name: str, registry: Registry, today: date) -> Checked:
    """Check a blend file.

    Args:
        name: The file.
        registry: The installed frameworks.
        today: The day on which changes of rules may have run out.

    Raises:
        UserError: It or one of its bases cannot be read, or the rules of one of its frameworks cannot be used.
    """
    examined = examine(Path(name), registry)
    file, composed = examined.file, examined.composed
    if file is None:
        return Checked(name=name, findings=_findings(examined, examined.faults))
    pack = pack_of(file)
    coverage = coverage_of(file, composed, registry)
    faults = [
        *_own_faults(examined, file),
        *requirement_faults(file, registry),
        *older_guidance(file, pack),
        *ran_out(file, today),
    ]
    if composed is None:
        return Checked(
            name=name, findings=_findings(examined, faults), file=file, pack=pack, coverage=coverage
        )
    subject = Subject(file, composed, registry, pack, today)
    doubles = doubles_of(subject)
    faults.extend(uncovered(coverage, voluntary=composed.form.basis == "consent"))
    faults.extend(_question_faults(subject, doubles))
    return Checked(
        name=name,
        findings=_findings(examined, faults),
        file=file,
        form=composed.form,
        pack=pack,
        coverage=coverage,
        doubles=doubles,
        length=length_of(composed),
    )


def _is_base(file: BlendFile) -> bool:
    """Whether it names neither version nor titles; an id alone may stand there, to name what its blends share."""
    said = file.blend
    return not (said.version or said.title or said.plain_title)


def _own_faults(examined: Examined, file: BlendFile) -> Iterator[Fault]:
    """What is wrong with the file; a base that others extend need not say what the record is called, or ask anything."""
    lacking = [fault for fault in examined.faults if fault.code is MISSING_KEY]
    yield from (fault for fault in examined.faults if fault not in lacking or not _is_base(file))
    if lacking and _is_base(file):
        message = "it has no version and titles, so it is a base that other blends extend; it makes no form by itself"
        yield Fault(MISSING_KEY, ("blend",), message, "note")


def _question_faults(subject: Subject, doubles: tuple[Double, ...]) -> Iterator[Fault]:
    yield from statutory_faults(subject)
    yield from timing_faults(subject)
    yield from basis_faults(subject)
    yield from scale_faults(subject)
    yield from double_faults(subject, doubles)
    yield from unasked(subject)
    yield from condition_faults(subject)
    yield from silent_rule_faults(subject)


def _findings(examined: Examined, faults: Iterable[Fault]) -> tuple[Finding, ...]:
    """Faults as findings, the worst first, in the order of the checks, each once."""
    found = dict.fromkeys(
        Finding(
            code=fault.code.code,
            severity=fault.severity,
            at=shown_path(fault.path),
            place=examined.effective.place(fault.path).shown(),
            message=fault.message,
            why=fault.code.why,
            fix=fault.code.fix,
            authority=fault.code.authority,
        )
        for fault in faults
    )
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))
