"""The fidelity report for people: what happened to the answers, what to sort, and what is left to ask.

Nothing in it is an answer: it names questions, never the words of a family.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from frameworks_core.exchange.fidelity import Item, Missing, Report
from frameworks_core.exchange.withholding import WHY
from frameworks_core.forms.form import Form

_HEADLINES = (
    ("with a place of their own", ("kept", "broadened", "merged")),
    ("as history: what an earlier record concluded, agreed, decided or did", ("history",)),
    ("waiting for a practitioner to place them", ("needs_sorting",)),
    ("carried along verbatim: the form has no place for them", ("carried",)),
    ("withheld", ("withheld",)),
)
ANOTHER_CHILD = WHY["another_child"]
_PARTS = {"kept": "same meaning", "broadened": "in a wider field", "merged": "sharing a field, each labelled"}


def report_as_text(report: Report, target: Form, width: int) -> str:
    """The report in words.

    Args:
        report: The report of one conversion.
        target: The form converted to, for its labels.
        width: Characters a line may have.
    """
    blocks = [
        in_numbers(report, target, width),
        *_who_is_who(report, width),
        *_to_sort(report, target, width),
        *_listed(report, "carried", "Carried, verbatim", width),
        *_listed(report, "withheld", "Withheld", width),
        *_to_ask(report, target, width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks)


def in_numbers(report: Report, target: Form, width: int) -> list[str]:
    """How many answers there were, what became of them, and the loss, in lines."""
    about = f" about {report.child}" if report.child else ""
    source, target_form = " ".join(report.source), " ".join(report.target)
    documents = report.joined.listed() if report.joined else []
    if documents:
        source = f"{len(documents)} documents"
    title = f"{source} to {target_form}{about}: {len(report.items)} answers, each accounted for"
    lines = [*textwrap.wrap(title, width), *(f"  {line}" for line in documents), ""]
    counts = report.counts
    for text, classes in _HEADLINES:
        number = sum(counts[name] for name in classes)
        if number:
            lines.extend(_counted(f"{number:5}  ", f"{text}{_parts(counts, classes)}", width))
    if another := sum(item.why == ANOTHER_CHILD for item in report.items):
        text = "of these concern only another child, and are in that child's document"
        lines.extend(_counted(f"{another:12}  ", text, width))
    loss = f"Loss {report.loss:.2f}: the share of answers without a place of their own in {target.id}."
    return [*lines, "", *textwrap.wrap(loss, width)]


def _counted(number: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=number, subsequent_indent=" " * len(number))


def _parts(counts: dict[str, int], classes: tuple[str, ...]) -> str:
    parts = [f"{counts[name]} {_PARTS[name]}" for name in classes if name in _PARTS and counts[name]]
    return f" ({', '.join(parts)})" if parts else ""


def _who_is_who(report: Report, width: int) -> Iterator[list[str]]:
    """Who was matched in documents that were joined, and who may be the same."""
    joined = report.joined
    if joined is None:
        return
    yield textwrap.wrap(joined.counted(), width)
    if joined.doubtful:
        lines = [f"People who may be the same: a person has to say ({len(joined.doubtful)})"]
        for doubt in joined.doubtful:
            lines.extend(bullet(doubt.in_words, width))
        yield [*lines, *textwrap.wrap(joined.how_to_say, width)]


def _to_sort(report: Report, target: Form, width: int) -> Iterator[list[str]]:
    """What a practitioner has to place: questions of one element together, with the fields it may go to."""
    items = [item for item in report.items if item.outcome == "needs_sorting"]
    if not items:
        return
    lines = [f"To be placed by a practitioner ({len(items)})"]
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
        lines.extend(bullet(f"{question}{number} -> {_either(list(places))}", width))
    yield lines


def _listed(report: Report, outcome: str, title: str, width: int) -> Iterator[list[str]]:
    items = [item for item in report.items if item.outcome == outcome and item.why != ANOTHER_CHILD]
    if not items:
        return
    grouped: dict[tuple[str, str], int] = {}
    for item in items:
        key = (item.label, item.why)
        grouped[key] = grouped.get(key, 0) + 1
    by_why: dict[str, list[str]] = {}
    for (label, why), number in grouped.items():
        by_why.setdefault(why, []).append(f"{label} ({number})" if number > 1 else label)
    lines = [f"{title} ({len(items)})"]
    for why, labels in by_why.items():
        lines.extend(bullet(f"{'; '.join(labels)}: {why}", width))
    yield lines


def _to_ask(report: Report, target: Form, width: int) -> Iterator[list[str]]:
    asked = [entry for entry in report.missing if entry.ask == "family"]
    recorded = [entry for entry in report.missing if entry.ask == "practitioner"]
    if asked:
        questions = _by_question(asked)
        lines = [f"To ask the family, and only this ({len(asked)})"]
        for question, children in questions.items():
            whom = f" (about {', '.join(children)})" if children else ""
            lines.extend(bullet(f"{question}{whom}", width))
        yield lines
    if recorded:
        sections = {field.id: section.title for section in target.sections for field in section.fields}
        counts: dict[str, list[str]] = {}
        for entry in recorded:
            labels = counts.setdefault(sections[entry.field], [])
            if entry.label not in labels:
                labels.append(entry.label)
        counts = {section: _joined(labels) for section, labels in counts.items()}
        lines = [f"For the practitioner to record ({len(recorded)})"]
        for section, labels in counts.items():
            shown = "; ".join(labels[:_FEW]) + (
                f"; and {len(labels) - _FEW} more" if len(labels) > _FEW else ""
            )
            lines.extend(bullet(f"{section}: {shown}", width))
        yield lines


_MANY = 7
"""Places an answer may go to that are named before the rest is counted; the JSON report names them all."""

_FEW = 4
"""Questions of one section that are named before the rest is counted; the JSON report names them all."""


def _by_question(entries: Iterable[Missing]) -> dict[str, list[str]]:
    questions: dict[str, list[str]] = {}
    for entry in entries:
        children = questions.setdefault(entry.plain, [])
        if entry.child:
            children.append(entry.child)
    return questions


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


def bullet(text: str, width: int) -> list[str]:
    """One point of a list, in lines."""
    return textwrap.wrap(text, width, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)
