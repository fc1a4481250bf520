"""Codes of the checks of a blend: its file, what it is composed of, and what it leaves open."""

from __future__ import annotations

from frameworks_core.checks.codes import CoreCode

_GUIDE = "the guide to blends of this toolkit (docs/configuring-a-blend.md)"
_SPELLED = "What is misspelt would silently not hold."

BAD_KEY = CoreCode(
    "BLD101",
    "error",
    "The blend file says something that is not understood",
    _SPELLED,
    "Correct the key or value on the line named; the guide lists the keys.",
    _GUIDE,
)
MISSING_KEY = CoreCode(
    "BLD102",
    "error",
    "The blend does not say something it has to",
    "Documents name the id and version of their blend; without them nobody can read a document later.",
    "Add the key.",
    _GUIDE,
)
NOT_INSTALLED = CoreCode(
    "BLD103",
    "error",
    "A framework, or the version wanted, is not installed or cannot be used",
    "What the blend takes from it would be missing.",
    "Install or mend the plugin; the message says how.",
    _GUIDE,
)
UNKNOWN_PART = CoreCode(
    "BLD104",
    "error",
    "There is nothing of this name",
    _SPELLED,
    "Correct the name; `frameworks forms show FORM --all` and `frameworks plugins` list what there is.",
    _GUIDE,
)
CLASH = CoreCode(
    "BLD105",
    "error",
    "Two parts of the blend contradict each other",
    "Which of the two held would depend on chance.",
    "Decide for one of them.",
    _GUIDE,
)
NOT_IN_ORDER = CoreCode(
    "BLD106",
    "error",
    "The form that the blend makes is not in order",
    "Documents of it could not be checked or converted.",
    "Mend what the message names.",
    _GUIDE,
)
BAD_CHANGE = CoreCode(
    "BLD107",
    "error",
    "A change that cannot be made",
    "A statutory item has to be asked, and a statutory rule holds; local practice may add to them.",
    "Take the change out, or give what the message asks for.",
    _GUIDE,
)
NOT_KNOWABLE = CoreCode(
    "BLD207",
    "note",
    "A condition that the blend itself cannot decide",
    "The question that decides whether another is needed is not asked here, so only the words of the condition are left.",
    "Ask the deciding question too, or say in `required` when this one is needed.",
    _GUIDE,
)

OVER_LOCAL_LIMIT = CoreCode(
    "BLD301",
    "note",
    "The record took longer than the authority's own limit",
    "Children wait while an assessment goes on. The limit is the authority's own, not the law's.",
    "Record why it took longer, or correct the date.",
    _GUIDE,
)
NO_OVERSIGHT = CoreCode(
    "BLD302",
    "note",
    "Checkpoints passed with no manager's look recorded",
    "The authority has said on which days a manager looks in; a look that nobody recorded helps nobody later.",
    "Record what the manager saw and said, and when.",
    _GUIDE,
)

BLEND_CODES = {
    code.code: code
    for code in (
        BAD_KEY,
        MISSING_KEY,
        NOT_INSTALLED,
        UNKNOWN_PART,
        CLASH,
        NOT_IN_ORDER,
        BAD_CHANGE,
        NOT_KNOWABLE,
        OVER_LOCAL_LIMIT,
        NO_OVERSIGHT,
    )
}
