"""Ways of looking at a record of any form as the model does: its categories, its sets, its network.

No lens concludes, counts strengths against worries, or makes one number of several. What another form recorded as a need
is never turned into a danger, nor a strength into safety: it is shown as not sorted, with the question that sorts it.
"""

from __future__ import annotations

from frameworks_core.host.contributions import Lens
from frameworks_signs_of_safety.lenses import dangers, mapping, network, strengths_to_test

LENSES: tuple[Lens, ...] = (dangers.LENS, mapping.LENS, network.LENS, strengths_to_test.LENS)
"""Every lens of this plugin, by name."""

__all__ = ["LENSES"]
