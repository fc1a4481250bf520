"""The toy lens."""

from frameworks_core.host.contributions import Analysis, Entry, Section
from frameworks_core.model import Assessment, View
from frameworks_core.model.wording import said


def what_was_said(assessment: Assessment) -> Analysis:
    """Every view in a record."""
    entries = tuple(
        Entry(answer.content.text, said(assessment, answer.content.attribution), (answer.pointer,))
        for answer in assessment.answers
        if isinstance(answer.content, View)
    )
    section = Section("Views", entries, "" if entries else "Nobody's view is recorded: whom can you ask?")
    return Analysis((section,), cannot_see=("what nobody wrote down",))
