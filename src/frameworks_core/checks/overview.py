"""What a document is and how far it has got, in numbers, without personal data.

What counts as personal here, and is left out: names, dates of birth and every other property of a person;
ids, of people and of the document (authorities build them from names or case numbers); the words, dates and
choices of answers; days and months of events and records, because a known day finds a known family; titles
and ids that somebody typed in (of agencies, of earlier documents); and which single question is answered.
What is left are counts, years, and ids of forms. Still, that a section on, say, violence holds answers says
something about whoever the file belongs to: read the overview with the file's own confidentiality, and do not
publish it beside a file name that tells the family.

Counts stand beside what was asked and are never made a percentage or a score: an answer that is not needed is
not missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from frameworks_core.checks.reporting.lines import numbered, wrapped
from frameworks_core.exchange.plain_text import safe_and_short
from frameworks_core.forms.filled import subject_children
from frameworks_core.forms.form import Field, Form, Section
from frameworks_core.forms.held import held_in_tables
from frameworks_core.model.person import ROLES

_ROLE_WORDS = {
    "child": ("child", "children"),
    "sibling": ("sibling", "siblings"),
    "parent_carer": ("parent or carer", "parents or carers"),
    "family_member": ("family member", "family members"),
    "household_member": ("household member", "household members"),
    "significant_adult": ("significant adult", "significant adults"),
    "professional": ("professional", "professionals"),
    "interpreter": ("interpreter", "interpreters"),
    "advocate": ("advocate", "advocates"),
}
_YEAR = 4
"""Characters of an ISO date that are the year."""


def overview(form: Form, document: dict[str, Any]) -> dict[str, Any]:
    """The facts as JSON values; what does not apply is left out.

    A question asked child by child counts once for each child it is put to. One that the people, agencies or
    chronology table answers counts as answered.

    Args:
        form: The document's form.
        document: A document that has the shape of its form.
    """
    people = document["people"]
    roles = Counter(role for person in people for role in person["roles"])
    sections = [_section(section, document) for section in form.sections]
    waiting = Counter(item["class"] for item in document.get("carried", []))
    return {
        "form": form.id,
        "version": form.version,
        "title": form.title,
        "about": form.about,
        "basis": form.basis,
        "status": document["status"],
        "invented": document.get("invented", False),
        "children": len(subject_children(document)),
        "people": {"count": len(people), "by_role": {role: roles[role] for role in ROLES if role in roles}},
        "relationships": len(document.get("relationships", [])),
        "agencies": len(document.get("agencies", [])),
        "events": _events(document.get("chronology", [])),
        "answers": {
            "given": sum(section["given"] for section in sections),
            "asked": sum(section["asked"] for section in sections),
            "sections": sections,
        },
        "carried": waiting["carried"],
        "needs_sorting": waiting["needs_sorting"],
        "history": len(document.get("history", [])),
        "earlier_records": [_record(record) for record in document.get("provenance", [])],
    }


def overview_as_text(facts: dict[str, Any], width: int) -> str:
    """The facts of `overview` in lines of at most `width` characters."""
    blocks = [
        list(_heading(facts, width)),
        list(_counts(facts, width)),
        list(_answers(facts["answers"], width)),
        list(_records(facts["earlier_records"], width)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _section(section: Section, document: dict[str, Any]) -> dict[str, Any]:
    counts = [count for field in section.fields for count in _given(field, document)]
    return {"id": section.id, "title": section.title, "given": sum(counts), "asked": len(counts)}


def _given(field: Field, document: dict[str, Any]) -> Iterator[bool]:
    """For each time the question is put: whether it is answered."""
    answer = document["answers"].get(field.id)
    children = subject_children(document)
    if not field.per_child:
        yield answer is not None or bool(children and held_in_tables(field, document, children))
        return
    for child in children:
        given = child in answer if isinstance(answer, dict) else answer is not None
        given = given or held_in_tables(field, document, (child,))
        if given or not (field.born_only and child in _unborn(document)):
            yield given


def _unborn(document: dict[str, Any]) -> set[str]:
    return {person["id"] for person in document["people"] if "edd" in person and "dob" not in person}


def _events(events: Iterable[dict[str, Any]]) -> dict[str, Any]:
    years = sorted(event["on"][:_YEAR] for event in events)
    if not years:
        return {"count": 0}
    return {"count": len(years), "first_year": int(years[0]), "last_year": int(years[-1])}


def _record(record: dict[str, Any]) -> dict[str, Any]:
    # The form need not be installed: what its version is called, anybody may have typed.
    known = {"form": record["form"], "version": safe_and_short(record["version"])}
    on = record.get("recorded", {}).get("on")
    return {**known, "year": int(on[:_YEAR])} if on else known


def _heading(facts: dict[str, Any], width: int) -> Iterator[str]:
    yield from wrapped(facts["title"], width)
    invented = ", about an invented family" if facts["invented"] else ""
    yield from wrapped(f"{facts['form']}, version {facts['version']}, {facts['status']}{invented}", width)


def _counts(facts: dict[str, Any], width: int) -> Iterator[str]:
    people, events = facts["people"], facts["events"]
    roles = ", ".join(numbered(count, *_ROLE_WORDS[role]) for role, count in people["by_role"].items())
    yield from wrapped(f"About {numbered(facts['children'], 'child', 'children')}", width)
    yield from wrapped(numbered(people["count"], "person", "people") + (f": {roles}" if roles else ""), width)
    yield numbered(facts["relationships"], "relationship", "relationships")
    yield numbered(facts["agencies"], "agency", "agencies")
    first, last = events.get("first_year"), events.get("last_year")
    years = f" in {first}" if first == last else f" from {first} to {last}"
    yield numbered(events["count"], "event", "events") + (years if events["count"] else "")
    kept = {
        "carried": "carried along, as the form has no place for them",
        "needs_sorting": "to be placed by a practitioner",
        "history": "of earlier records, as history",
    }
    for name, words in kept.items():
        if facts[name]:
            yield from wrapped(f"{numbered(facts[name], 'answer', 'answers')} {words}", width, hanging="  ")


def _answers(answers: dict[str, Any], width: int) -> Iterator[str]:
    """Answers by section, the numbers in columns."""
    rows = [(section["given"], section["asked"], section["title"]) for section in answers["sections"]]
    given, asked = (max(len(str(row[column])) for row in rows) for column in (0, 1))
    yield f"Answers given: {answers['given']} of {answers['asked']} asked; not every one is needed"
    for row in rows:
        start = f"  {row[0]:>{given}} of {row[1]:>{asked}}  "
        yield from wrapped(row[2], width, first=start, hanging=" " * len(start))


def _records(records: list[dict[str, Any]], width: int) -> Iterator[str]:
    if not records:
        return
    yield "Holds answers of earlier records"
    for record in records:
        year = f", recorded in {record['year']}" if "year" in record else ""
        text = f"{record['form']}, version {record['version']}{year}"
        yield from wrapped(text, width, first="  ", hanging="    ")
