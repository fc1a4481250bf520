"""The English single assessment, with the initial and core assessments it replaced, for frameworks-core.

Importing this package loads nothing but the names of its forms.
"""

ASSESSMENT = "single_assessment/assessment"
"""The single (child and family) assessment, in use since 2013."""

INITIAL = "single_assessment/initial"
"""The initial assessment record, historical."""

CORE = "single_assessment/core"
"""The core assessment record, historical."""

__all__ = ["ASSESSMENT", "CORE", "INITIAL"]
