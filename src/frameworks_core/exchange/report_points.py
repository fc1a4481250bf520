"""The points a report makes, each in one line: what waits for whom and why, and what is left to ask and to record.

Nothing in them is an answer: they name questions, never the words of a family.
"""

from __future__ import annotations

from collections import Counter

from frameworks_core.exchange.fidelity import Item, Missing, Report
from frameworks_core.exchange.withholding import WHY
from frameworks_core.forms.form import Form

ANOTHER_CHILD = WHY["another_child"]

_MANY = 7
"""Places an answer may go to that are named before the rest is counted; the JSON report names them all."""

_FEW = 4
"""Questions of one section that are named before the rest is counted; the JSON report names them all."""


def for_whom(report: Report) -> list[str]:
    """What came from a record about one child and does not say so here, child by child."""
    by_child: dict[str, Counter[str]] = {}
    for one in report.unsaid:
        by_child.setdefault(one.child, Counter())[one.label] += 1
    return [
        f"{child}: {'; '.join(f'{label} ({number})' if number > 1 else label for label, number in labels.items())}"
        for child, labels in by_child.items()
    ]


def to_sort(report: Report, target: Form) -> list[str]:
    """What a practitioner has to place: questions of one element together, with the fields it may go to."""
    items = [item for item in report.items if item.outcome == "needs_sorting"]
    points = []
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(element(item.label), []).append(item)
    for about, members in grouped.items():
        places = dict.fromkeys(
            element(target.fields[candidate].label)
            for item in members
            for candidate in item.candidates
            if candidate in target.fields
        )
        labels = {item.label for item in members}
        question = about if len(labels) > 1 else labels.pop()
        number = f" ({len(members)})" if len(members) > 1 else ""
        points.append(f"{question}{number} -> {_either(list(places))}")
    return points


def by_reason(report: Report, outcome: str) -> tuple[int, list[str]]:
    """How many answers of one class there are, and their questions by reason, without those about another child."""
    items = [item for item in report.items if item.outcome == outcome and item.why != ANOTHER_CHILD]
    grouped: dict[tuple[str, str], int] = {}
    for item in items:
        key = (item.label, item.why)
        grouped[key] = grouped.get(key, 0) + 1
    by_why: dict[str, list[str]] = {}
    for (label, why), number in grouped.items():
        by_why.setdefault(why, []).append(f"{label} ({number})" if number > 1 else label)
    return len(items), [f"{'; '.join(labels)}: {why}" for why, labels in by_why.items()]


def to_ask(report: Report) -> dict[str, list[Missing]]:
    """What to ask the family, in its words: each question once, with every field and child it is asked for."""
    questions: dict[str, list[Missing]] = {}
    for entry in report.missing:
        if entry.ask == "family":
            questions.setdefault(entry.plain, []).append(entry)
    return questions


def put(question: str, entries: list[Missing]) -> str:
    """One question to the family, with the children it is about."""
    children = [entry.child for entry in entries if entry.child]
    return f"{question} (about {', '.join(children)})" if children else question


def to_record(report: Report, target: Form) -> list[str]:
    """What practitioners have to record, by section: some questions named, the rest counted."""
    sections = {field.id: section.title for section in target.sections for field in section.fields}
    by_section: dict[str, list[str]] = {}
    for entry in report.missing:
        if entry.ask == "practitioner":
            labels = by_section.setdefault(sections[entry.field], [])
            if entry.label not in labels:
                labels.append(entry.label)
    points = []
    for section, labels in by_section.items():
        joined = _joined(labels)
        more = f"; and {len(joined) - _FEW} more" if len(joined) > _FEW else ""
        points.append(f"{section}: {'; '.join(joined[:_FEW])}{more}")
    return points


def _joined(labels: list[str]) -> list[str]:
    """Labels that put the same question to several elements, as one with their number."""
    by_question: dict[str, list[str]] = {}
    for label in labels:
        by_question.setdefault(label.partition(": ")[2] or label, []).append(label)
    joined = []
    for question, same in by_question.items():
        joined.extend([f"{question} ({len(same)})"] if len(same) > 2 else same)
    return joined


def element(label: str) -> str:
    """What a question is about: `Identity: strengths` is about `Identity`."""
    return label.partition(": ")[0]


def _either(places: list[str]) -> str:
    if len(places) > _MANY + 1:
        places = [*places[:_MANY], f"one of {len(places) - _MANY} more"]
    if len(places) < 3:
        return " or ".join(places)
    return f"{'; '.join(places[:-1])}; or {places[-1]}"  # labels hold commas themselves
