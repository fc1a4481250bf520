"""Rules that cannot be checked in a blend, and changes of rules that have run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from frameworks_core.blend.checking.subject import Subject, listed
from frameworks_core.blend.faults import Fault
from frameworks_core.blend.reading.file import BlendFile
from frameworks_core.blend.rule_changes import all_changes
from frameworks_core.blend.rules import silent_rules
from frameworks_core.checks.blend_codes import CHANGE_RAN_OUT, NOT_INSTALLED, UNCHECKABLE_RULES
from frameworks_core.checks.reporting.lines import numbered
from frameworks_core.errors import UserError
from frameworks_core.forms.blank import blank_document


def silent_rule_faults(subject: Subject) -> Iterator[Fault]:
    """For each form, its rules that ask for a question which the blend does not ask.

    Found by laying every rule over a blank document; a rule that looks further only once something is answered is not found.
    """
    try:
        silent = silent_rules(subject.composed, subject.registry, blank_document(subject.form))
    except UserError as error:
        yield Fault(NOT_INSTALLED, ("gather",), str(error))  # the rules of one of the plugins cannot be used
        return
    for form in subject.composed.choice.forms:
        codes = [rule.code for rule in silent if form.id in rule.forms]
        if codes:
            rules = numbered(len(codes), "rule asks", "rules ask")
            message = f"{rules} for questions of {form.id} that are not asked here: {listed(codes, most=8)}"
            yield Fault(UNCHECKABLE_RULES, subject.taking(form.id), message)


def ran_out(file: BlendFile, today: date) -> Iterator[Fault]:
    """Changes of rules whose last day is over."""
    for change, path in all_changes(file):
        if change.until is not None and change.until < today:
            message = f"{change.code} holds again as it was since {change.until} was over"
            yield Fault(CHANGE_RAN_OUT, path, message)
