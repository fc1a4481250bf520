"""Ways of looking at a record of any form with the questions of a systemic unit.

A lens shows what a record holds, in its own words, and asks for what it does not hold. It makes no hypothesis out of a
need, a risk or a conclusion, no pattern out of a description, and no view out of a guess. A risk is shown as a risk and an
idea as an idea, each with its label. An answer that came from an earlier record says which.
"""

from __future__ import annotations

from frameworks_core.host.contributions import Lens
from frameworks_reclaiming_social_work.lenses import hypotheses, patterns, perspectives, unit_talk

LENSES: tuple[Lens, ...] = (hypotheses.LENS, patterns.LENS, perspectives.LENS, unit_talk.LENS)
"""Every lens of this plugin, by name."""

__all__ = ["LENSES"]
