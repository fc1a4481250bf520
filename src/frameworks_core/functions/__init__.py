"""The statutory functions at work: looking at an assessment, preparing a decision, drafting a plan.

Each takes an assessment read from a document of any form, asks the frameworks for what they contribute, and shows what the
record holds. Nothing here concludes, scores, ranks or recommends: that is for people.
"""
