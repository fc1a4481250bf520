"""The toy lens."""

from frameworks_core.host.contributions import Analysis, Section
from frameworks_core.model import Assessment


def what_was_said(assessment: Assessment) -> Analysis:
    """Count the views in a record."""
    views = sum(1 for _ in assessment.views())
    return Analysis((Section("Views", (f"{views} recorded",)),), cannot_see=("what nobody wrote down",))
