"""Codes of the checks of a blend: its file, what it is composed of, what it leaves open, and the authority's own timetable."""

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
NOBODY_SERVES = CoreCode(
    "BLD201",
    "warning",
    "A statutory function that nothing in the blend serves",
    "Gathering, analysing, deciding and supporting are what an assessment is for; what no framework serves, each worker"
    " does alone. A note where the questions record it and only the tool is missing.",
    "Name a lens in [analyse], a guide in [decide] or a plan in [support]; `frameworks plugins` lists them. Leave it if"
    " the authority does this elsewhere.",
    _GUIDE,
)
ASKED_TWICE = CoreCode(
    "BLD202",
    "warning",
    "A question asked twice, or within another",
    "The family tells it twice, and the two answers drift apart. A note where one question is only wide enough to hold"
    " what the other asks. What the blend keeps `apart` is not reported: that was decided.",
    "Ask them `together`, hide one, take the single questions you need instead of the whole form, or say in `apart`"
    " that they stay two.",
    _GUIDE,
)
OPPOSITE_SCALES = CoreCode(
    "BLD203",
    "warning",
    "Scales that run opposite ways, or do not say which end is good",
    "A worker who uses both reads a ten as good news on one and bad on the other. A note where a scale only does not say.",
    "Use scales that run one way, or say the direction in their labels; for a question of your own set `better`.",
    _GUIDE,
)
STATUTORY_GAP = CoreCode(
    "BLD204",
    "error",
    "A statutory item that the blend does not ask for, or perhaps not",
    "Law, statutory guidance or a statutory return wants it in every such record. A warning where that is background"
    " knowledge (K) which nobody proved; a note where only a reader can tell whether a question asks it.",
    "Take a question that asks it from an installed form, or add one of your own with its slot.",
    "the item's own source, which the message names; docs/statutory-items.md lists them all",
)
NOTHING_ASKS = CoreCode(
    "BLD205",
    "note",
    "Something required that no question of the blend asks for",
    "A form taken in part loses what it needs to be complete, and a plan asks anew for what the assessment did not.",
    "Take those questions too where your authority needs them; otherwise leave it.",
    _GUIDE,
)
TIMING = CoreCode(
    "BLD206",
    "error",
    "Checkpoints or a limit that do not work",
    "A checkpoint out of order or after the end is never met, and local practice cannot be slower than the guidance.",
    "Correct the working days in [decide], or add what is missing there.",
    "the statute pack the blend works to, whose mark the message gives",
)
NOT_KNOWABLE = CoreCode(
    "BLD207",
    "note",
    "A condition that the blend itself cannot decide",
    "The question that decides whether another is needed is not asked here, so only the words of the condition are left.",
    "Ask the deciding question too, or say in `required` when this one is needed.",
    _GUIDE,
)
MIXED_BASIS = CoreCode(
    "BLD208",
    "warning",
    "Voluntary and statutory questions in one record",
    "A family that agreed to early help did not agree to a statutory enquiry, and what a statutory record holds may not"
    " be brought into a voluntary one. A note where a statutory blend uses a voluntary tool.",
    "Make the blend statutory with `basis`, or leave the statutory questions to a blend of their own.",
    _GUIDE,
)
UNCHECKABLE_RULES = CoreCode(
    "BLD209",
    "note",
    "Rules that cannot be checked in this blend",
    "They need a question that the blend does not ask, so they say nothing about its records.",
    "Take those questions too where your authority wants the rules; `frameworks explain CODE` says what each checks.",
    _GUIDE,
)
CHANGE_RAN_OUT = CoreCode(
    "BLD210",
    "warning",
    "A change of a rule that has run out",
    "The rule holds again since the day after, whatever people remember having agreed.",
    "Take the change out, or decide anew and give a later day.",
    _GUIDE,
)
OLDER_GUIDANCE = CoreCode(
    "BLD211",
    "note",
    "The blend works to an earlier edition of the guidance",
    "New assessments are made under the edition in force when they begin.",
    "Name the newest statute pack in [authority], unless the blend is kept for old records.",
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

BLEND_FILE_CODES = {
    code.code: code
    for code in (
        BAD_KEY,
        MISSING_KEY,
        NOT_INSTALLED,
        UNKNOWN_PART,
        CLASH,
        NOT_IN_ORDER,
        BAD_CHANGE,
        NOBODY_SERVES,
        ASKED_TWICE,
        OPPOSITE_SCALES,
        STATUTORY_GAP,
        NOTHING_ASKS,
        TIMING,
        NOT_KNOWABLE,
        MIXED_BASIS,
        UNCHECKABLE_RULES,
        CHANGE_RAN_OUT,
        OLDER_GUIDANCE,
    )
}
"""What is found in a blend file."""

BLEND_CODES = BLEND_FILE_CODES | {code.code: code for code in (OVER_LOCAL_LIMIT, NO_OVERSIGHT)}
"""These, and what is found in a document of a blend."""
