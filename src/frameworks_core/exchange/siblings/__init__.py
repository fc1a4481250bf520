"""Siblings' documents joined into one about the family."""
