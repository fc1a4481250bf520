"""What has hurt a child or is feared, as far as it stands under no question of the new record: to be read before anything else.

Whoever reads one part of the page reads this one. It says which questions of the earlier record hold it, how many and from when;
whether it still holds, and how grave it is, nobody but the reader can judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from frameworks_core.exchange.fidelity import Report
from frameworks_core.exchange.report_points import element
from frameworks_core.functions.handover.words import few, named, number, span
from frameworks_core.functions.outline import Line, Part


def worries(report: Report) -> Iterator[Part]:
    """Harm and fears of the earlier records that wait for a person, or that this form does not ask for."""
    found = [(record, worry) for record in report.records for worry in record.worries]
    lines = []
    for label in dict.fromkeys(worry.label for _, worry in found):
        about = [(record, worry) for record, worry in found if worry.label == label]
        days = sorted({day for record, worry in about if (day := worry.on or record.on)})
        voices = dict.fromkeys(named(party) for _, worry in about for party in worry.by)
        detail = "; ".join(filter(None, (span(days), few(list(voices)))))
        lines.append(Line(f"{element(label)}: {number(len(about), 'entry', 'entries')}", detail))
    if lines:
        title = "Read this first: harm and fears that stand under no question here"
        yield Part(f"{title} ({len(found)})", tuple(lines))
