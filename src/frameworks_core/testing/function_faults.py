"""Faults of what a plugin calls pure, total functions: its rules' checks and its lenses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from typing import Any

from frameworks_core.exchange.reading import Reader
from frameworks_core.forms.blank import blank_document
from frameworks_core.forms.filled import FilledForm
from frameworks_core.forms.form import Form
from frameworks_core.functions.planning import draft_plan
from frameworks_core.host.contributions import Analysis, Entry, Hit, Lens, PlanTemplate, Rule
from frameworks_core.testing.cases import Case
from frameworks_core.testing.form_faults import invalid


def rule_faults(rule: Rule, form: Form, document: dict[str, Any]) -> Iterator[str]:
    """Whatever is wrong with a rule's check of a document: it fails, is impure, or its hits are malformed."""
    results, fault = _twice(lambda given: tuple(rule.check(FilledForm(form, given))), document)
    if fault:
        yield f"the check of {rule.code} {fault}"
        return
    private = _private_texts(document)
    for hit in results:
        if not isinstance(hit, Hit):
            yield f"the check of {rule.code} yields {type(hit).__name__}, and must yield Hit records"
        elif not hit.at.startswith("/") or not hit.message.strip():
            yield f"the check of {rule.code} yields a hit without a pointer or without a message: {hit}"
        else:
            told = (text for text in private if text in hit.message)
            yield from (f"a message of {rule.code} repeats what the record says: {text!r}" for text in told)


def lens_faults(lens: Lens, form: Form, document: dict[str, Any]) -> Iterator[str]:
    """Whatever is wrong with a lens over a document: it fails, is impure, or gives no analysis."""
    analysis, fault = _twice(lambda given: lens.analyse(Reader(form).read(given)), document)
    if fault:
        yield f"the lens {lens.name} {fault}"
    elif not isinstance(analysis, Analysis):
        yield f"the lens {lens.name} gives {type(analysis).__name__}, and must give an Analysis"
    else:
        yield from (f"the lens {lens.name}, {fault}" for fault in _analysis_faults(analysis))


def _analysis_faults(analysis: Analysis) -> Iterator[str]:
    if not analysis.sections:
        yield "shows nothing; a record that says nothing gets prompts"
    for section in analysis.sections:
        if not section.title.strip():
            yield "has a section without a title"
        elif not all(isinstance(entry, Entry) for entry in section.entries):
            yield f"has something else than Entry records under {section.title!r}"
        elif not section.entries and not section.prompt.strip():
            yield f"says nothing under {section.title!r}: give a prompt where the record is silent"


def plan_faults(template: PlanTemplate, form: Form, target: Form) -> Iterator[str]:
    """Whatever is wrong with a plan drafted from a blank document: it fails, is no valid draft, or says something."""
    blank = blank_document(form)
    plan = draft_plan(blank, form, template, target, None)
    yield from invalid(target, plan.document)
    if plan.document["answers"]:
        yield "the plan says something that nobody said"


def case_faults(case: Case, rule: Rule | None, form: Form | None) -> Iterator[str]:
    """Whatever is wrong with a rule case, or with the rule, if the case does not come out as it is written.

    Args:
        case: The case.
        rule: The rule of its code, if there is one.
        form: The form of its id, if there is one.
    """
    if rule is None:
        yield f"there is no rule {case.code}"
        return
    if form is None or form.id not in rule.forms:
        yield f"{rule.code} does not apply to the form {case.form}; it applies to {', '.join(rule.forms)}"
        return
    document = case.document(form, rule.stage)
    if faults := list(invalid(form, document)):
        yield from (f"no such record is possible: {fault}" for fault in faults)
        return
    if faults := list(rule_faults(rule, form, document)):
        yield from faults
        return
    found: set[str] = set()
    if rule.stage == "draft" or document["status"] == "final":
        found = {hit.at for hit in rule.check(FilledForm(form, document))}
    if found != case.at:
        yield f"expected {_places(case.at)}, and found {_places(found)}"


def _twice(function: Callable[[dict[str, Any]], Any], document: dict[str, Any]) -> tuple[Any, str | None]:
    """What a function makes of a document, and in which way it is not pure and total, if it is not."""
    given = deepcopy(document)
    try:
        first, second = function(given), function(given)
    except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a plugin does is a fault to report
        return None, f"raises {type(error).__name__}: {error}"
    if given != document:
        return None, "changes the document it reads"
    return first, None if first == second else "says something else when it is asked a second time"


def _places(pointers: Collection[str]) -> str:
    return ", ".join(sorted(pointers)) or "nothing"


_SHORTEST = 12
"""Characters; a shorter text of an answer may stand in a message by chance."""


def _private_texts(document: dict[str, Any]) -> list[str]:
    """Names and long texts of a document, none of which may stand in a message."""
    names = [
        str(person[key])
        for person in document["people"]
        for key in ("given_names", "family_name", "address")
        if key in person
    ]
    return [*names, *(text for text in _texts(document["answers"]) if len(text) >= _SHORTEST)]


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _texts(part)]
