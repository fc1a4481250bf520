"""Systemic unit practice in the style of Reclaiming Social Work: five forms, and rules between their fields.

`plugin` holds the hook implementations, `forms` the forms as TOML, `rules` the cross-field rules, `words` the word
lists that some rules read. The forms are a composite; no national form was ever published.
"""

CASE_SUMMARY = "reclaiming_social_work/case_summary"
"""The systemic case summary, the main form."""

UNIT_MEETING = "reclaiming_social_work/unit_meeting"
"""One family at one unit meeting."""

HYPOTHESES = "reclaiming_social_work/hypotheses"
"""The living list of hypotheses."""

INTERVENTION_PLAN = "reclaiming_social_work/intervention_plan"
"""What unit and family do together; shared with the family."""

GENOGRAM = "reclaiming_social_work/genogram"
"""Ties, stories and cultural genogram; shared with the family."""

__all__ = ["CASE_SUMMARY", "GENOGRAM", "HYPOTHESES", "INTERVENTION_PLAN", "UNIT_MEETING"]
