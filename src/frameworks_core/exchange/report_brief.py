"""The fidelity reports of several children's documents in brief: for whoever answers for the whole family's move.

Every answer is counted: nothing that waits, is carried or is withheld goes unsaid. What each of them is stands in the
full report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.report_points import ANOTHER_CHILD, element
from frameworks_core.exchange.report_text import already_answered, bullet, in_numbers
from frameworks_core.forms.form import Form

_MOST = 10
"""Questions to the family that are named before the rest is counted."""


def reports_in_brief(reports: Sequence[Report], target: Form, width: int) -> str:
    """The reports in words, less than a page for each child.

    Args:
        reports: The reports of conversions of one document, one for each child.
        target: The form converted to, for its labels.
        width: Characters a line may have.
    """
    return "\n\n".join(_in_brief(report, target, width) for report in reports)


def _in_brief(report: Report, target: Form, width: int) -> str:
    sections = {field.id: section.title for section in target.sections for field in section.fields}
    to_sort = [element(item.label) for item in report.items if item.outcome == "needs_sorting"]
    carried = [item.label for item in report.items if item.outcome == "carried"]
    to_record = [sections[entry.field] for entry in report.missing if entry.ask == "practitioner"]
    blocks = [
        in_numbers(report, target, width),
        *_named("To be placed by a practitioner", to_sort, width),
        *_named("Carried, verbatim", carried, width),
        *_withheld(report, width),
        *already_answered(report, width),
        *_to_ask(report, width),
        *_named("For the practitioner to record", to_record, width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks)


def _named(title: str, labels: Sequence[str], width: int) -> Iterator[list[str]]:
    """A title with its number, and the labels on one point: each once, with its own number."""
    if labels:
        counted = Counter(labels).items()
        words = "; ".join(f"{label} ({number})" if number > 1 else label for label, number in counted)
        yield [f"{title} ({len(labels)})", *bullet(words, width)]


def _withheld(report: Report, width: int) -> Iterator[list[str]]:
    """How many answers for which reason; those about another child are among the numbers above."""
    reasons = [item.why for item in report.items if item.outcome == "withheld" and item.why != ANOTHER_CHILD]
    if reasons:
        yield [
            f"Withheld ({len(reasons)})",
            *(line for why, number in Counter(reasons).items() for line in bullet(f"{number}: {why}", width)),
        ]


def _to_ask(report: Report, width: int) -> Iterator[list[str]]:
    asked = [entry.plain for entry in report.missing if entry.ask == "family"]
    if asked:
        questions = list(dict.fromkeys(asked))
        shown, more = questions[:_MOST], len(questions) - _MOST
        points = [*shown, f"and {more} more"] if more > 0 else shown
        yield [
            f"To ask the family, and only this ({len(asked)})",
            *(line for point in points for line in bullet(point, width)),
        ]
