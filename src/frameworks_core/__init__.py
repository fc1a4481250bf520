"""Core of the assessment-framework toolkit: forms as data, one canonical assessment, lossless conversion.

Importing this package loads nothing but the version, so that `frameworks --version` starts at once.
"""

__version__ = "0.1.0"
__all__ = ["__version__"]
