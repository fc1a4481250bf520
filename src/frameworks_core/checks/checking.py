"""All checks of one document in one pass: shape first, then references, people, what is required, and the form's own rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from frameworks_core.checks import codes
from frameworks_core.checks.finding import Finding
from frameworks_core.checks.people import people_faults
from frameworks_core.checks.places import place_of
from frameworks_core.checks.references import Fault, References
from frameworks_core.checks.structure import Structure
from frameworks_core.errors import UserError
from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.form import Form
from frameworks_core.forms.required import unanswered
from frameworks_core.host.contributions import Hit, Rule
from frameworks_core.host.plugin_output import printing_aside

STAGES = ("draft", "final")


class Checker:
    """Checks documents of one form; schema and rules are prepared once."""

    def __init__(self, form: Form, rules: Iterable[Rule] = ()) -> None:
        """Prepare for documents of `form` under its frameworks' rules."""
        self.form = form
        self.structure = Structure(form)
        self._references = References(form)
        self._rules = tuple(rules)

    def check(self, document: dict[str, Any], stage: str | None = None) -> tuple[Finding, ...]:
        """Every finding about a document.

        A document that does not have the shape of its form is only told that: rules that read it would guess.

        Args:
            document: The parsed document.
            stage: `draft` or `final`; by default what the document itself says.
        """
        if findings := self.structure.findings(document):
            return findings
        filled = FilledForm(self.form, document)
        final = (stage or document["status"]) == "final"
        faults = [*self._references.faults(filled), *people_faults(filled)]
        if final:
            faults.extend(_required(filled))
        return (*(self._finding(*fault) for fault in faults), *self._rule_findings(filled, final=final))

    def faults(self, document: dict[str, Any]) -> tuple[Finding, ...]:
        """Only what keeps a document from being understood without guessing: faults of shape, ids of nobody."""
        if findings := self.structure.findings(document):
            return findings
        filled = FilledForm(self.form, document)
        return tuple(self._finding(*fault) for fault in self._references.faults(filled))

    def _finding(self, code: codes.CoreCode, at: str, message: str) -> Finding:
        return Finding(
            code=code.code,
            severity=code.severity,
            at=at,
            place=place_of(self.form, at),
            message=message,
            why=code.why,
            fix=code.fix,
            authority=code.authority,
        )

    def _rule_findings(self, filled: FilledForm, *, final: bool) -> Iterator[Finding]:
        for rule in self._rules:
            if rule.stage == "final" and not final:
                continue
            try:
                with printing_aside():
                    found = tuple(self._rule_finding(rule, hit) for hit in rule.check(filled))
            except UserError as error:
                yield self._finding(codes.UNCHECKED, "", f"{rule.code} could not be checked: {error}")
            except (Exception, SystemExit) as error:  # noqa: BLE001  # a plugin's fault must not hide what others found
                message = f"{rule.code} could not be checked: its own code failed with {type(error).__name__}"
                yield self._finding(codes.UNCHECKED, "", message)
            else:
                yield from found

    def _rule_finding(self, rule: Rule, hit: Hit) -> Finding:
        place = place_of(self.form, hit.at)
        message = hit.message.strip()  # a plugin's hit may hold anything; what is no text fails here
        return Finding(
            code=rule.code,
            severity=rule.severity,
            at=hit.at,
            place=place,
            message=message,
            why=rule.why,
            fix=rule.fix,
            authority=rule.authority,
        )


def _required(filled: FilledForm) -> Iterator[Fault]:
    for open_ in unanswered(filled.form, filled.document, filled.children):
        at = f"/answers/{open_.field.id}" + (f"/{open_.child}" if open_.child else "")
        when = open_.field.when
        needed = f"needed {when.text}" if when else "always needed"
        yield codes.REQUIRED, at, f"this is not answered; it is {needed}"
    for field in filled.form:
        columns = [column.id for column in field.columns if column.required]
        if columns and field.id in filled.answers:
            for row in filled.rows(field.id):
                for column in columns:
                    if column not in row.cells:
                        yield (
                            codes.REQUIRED_CELL,
                            f"{row.at}/{column}",
                            "this part of the row is not filled in",
                        )
