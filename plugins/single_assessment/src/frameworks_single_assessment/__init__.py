"""The English single assessment, with the initial and core assessments it replaced, for frameworks-core.

Importing this package loads nothing but the names of its forms.
"""

ASSESSMENT = "single_assessment/assessment"
"""The single (child and family) assessment, in use since 2013."""

INITIAL = "single_assessment/initial"
"""The initial assessment record, historical."""

CORE = "single_assessment/core"
"""The core assessment record, historical."""

CHILD_IN_NEED_PLAN = "single_assessment/child_in_need_plan"
"""The plan for children in need, in outline."""

CHILD_PROTECTION_PLAN = "single_assessment/child_protection_plan"
"""The child protection plan, in outline."""

FORMS = (ASSESSMENT, CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN, CORE, INITIAL)
"""Every form of this plugin."""

__all__ = ["ASSESSMENT", "CHILD_IN_NEED_PLAN", "CHILD_PROTECTION_PLAN", "CORE", "FORMS", "INITIAL"]
