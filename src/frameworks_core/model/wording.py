"""How people, services and answers of an assessment are named when it is shown to a practitioner.

These words are personal data: they belong on the practitioner's screen or in their file, never in messages or logs.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import fields

from frameworks_core.model.assessment import Answer, Assessment, Content
from frameworks_core.model.attribution import Attribution
from frameworks_core.model.statement import Reflection, Statement, View


def name_of(assessment: Assessment, party: str) -> str:
    """What a person or service is called in the record: a given name, a role, a service; the id if nothing is said."""
    person = assessment.person(party)
    if person is not None:
        name = person.given_names or person.family_name
        return name or f"{person.roles[0].replace('_', ' ')} {party}"
    agency = next((agency for agency in assessment.agencies if agency.id == party), None)
    if agency is not None:
        return agency.name or (agency.service or party).replace("_", " ")
    return party


def names_of(assessment: Assessment, parties: Iterable[str]) -> str:
    """Several people or services in one line."""
    return ", ".join(name_of(assessment, party) for party in parties)


def said(assessment: Assessment, attribution: Attribution) -> str:
    """Who said a thing, when, and on what basis, as far as the record tells; empty if it tells nothing."""
    sources = (attribution.source,) if isinstance(attribution.source, str) else attribution.source or ()
    parts = [
        names_of(assessment, sources),
        attribution.on or "",
        attribution.basis or "",
    ]
    return ", ".join(part for part in parts if part)


def attribution_of(content: Content | None) -> Attribution:
    """Who said a text; nothing is known of a row beyond its cells."""
    return content.attribution if isinstance(content, Statement | View | Reflection) else Attribution()


def words_of(assessment: Assessment, answer: Answer) -> str:
    """An answer in one line: a text as it is, a row as its cells, codes in the form's own words."""
    content = answer.content
    if isinstance(content, Statement | View | Reflection):
        return content.text
    if answer.shown:
        return answer.shown
    if content is not None:
        cells = ((field.name, getattr(content, field.name)) for field in fields(type(content)))
        told = [
            f"{name.replace('_', ' ')}: {_cell(assessment, cell)}" for name, cell in cells if cell is not None
        ]
        if told:  # a row may hold nothing but cells that no model has a name for
            return "; ".join(told)
    value = answer.value
    if isinstance(value, dict):
        if isinstance(text := value.get("text"), str) and not answer.origin.field.columns:
            return text  # an attributed entry of a text that no slot makes a fact
        return "; ".join(f"{key.replace('_', ' ')}: {_cell(assessment, cell)}" for key, cell in value.items())
    return _cell(assessment, value)


def _cell(assessment: Assessment, cell: object) -> str:
    if isinstance(cell, list | tuple):
        return ", ".join(name_of(assessment, str(part)) for part in cell)
    return name_of(assessment, cell) if isinstance(cell, str) else str(cell)
