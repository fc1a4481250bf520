"""Ways of looking at a record of any form: they sort what it holds, in its own words, and ask what it does not hold.

No lens scores, ranks, counts risks against protection or concludes. What nobody wrote down no lens can see, and each says
so. An answer that came from an earlier record says which.
"""

from __future__ import annotations

from frameworks_core.host.contributions import Lens
from frameworks_single_assessment.lenses import (
    capacity_to_change,
    chronology_pattern,
    happened_impact_outlook,
    risk_and_protection,
    triangle,
)

LENSES: tuple[Lens, ...] = (
    capacity_to_change.LENS,
    chronology_pattern.LENS,
    happened_impact_outlook.LENS,
    risk_and_protection.LENS,
    triangle.LENS,
)
"""Every lens of this plugin, by name."""

__all__ = ["LENSES"]
