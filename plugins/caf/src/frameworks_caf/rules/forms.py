"""Ids of the plugin's forms, as the rules name them."""

from __future__ import annotations

PRE_ASSESSMENT = "caf/pre_assessment"
ASSESSMENT = "caf/assessment"
FAMILY = "caf/family"
DELIVERY_PLAN = "caf/delivery_plan"
