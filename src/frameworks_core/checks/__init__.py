"""Checks of a document: one pass, one type of finding, stable codes, no score.

Three layers meet here: structure (the schema derived from the form), the core's own checks of references, people and
required answers, and the rules each framework contributes. `Checker` runs them all.
"""
