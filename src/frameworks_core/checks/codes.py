"""Codes of the core's own checks: the shape of a document, its references, and what its form requires."""

from __future__ import annotations

from attrs import frozen

_FORMAT = "the document format of this toolkit (docs/document-format.md)"


@frozen
class CoreCode:
    """What one code of the core's own checks means."""

    code: str
    severity: str
    title: str
    why: str
    fix: str
    authority: str = _FORMAT


_LOSS = "A tool that guessed here could lose or change what a family said."

UNKNOWN_KEY = CoreCode(
    "STR101",
    "error",
    "The form has no such field",
    _LOSS,
    "Correct the name, or move the answer to the field it belongs in.",
)
WRONG_TYPE = CoreCode(
    "STR102",
    "error",
    "The answer has another shape than the question",
    _LOSS,
    "Give the answer in the shape the form asks for; `frameworks forms show` lists it.",
)
UNKNOWN_CODE = CoreCode(
    "STR103",
    "error",
    "The answer is not one of the choices",
    "A choice outside the list means something only to whoever typed it.",
    "Use one of the choices; `frameworks forms show` lists them.",
)
BAD_DATE = CoreCode(
    "STR104",
    "error",
    "No such date",
    "A wrong date moves an event in a child's history.",
    "Write a day of the calendar as YYYY-MM-DD; for when an event happened, YYYY-MM or YYYY will do.",
)
BLANK = CoreCode(
    "STR105",
    "error",
    "The answer is blank",
    "A blank looks answered and tells nobody anything.",
    "Leave the field out until it is known; not known is different from not asked.",
)
MISSING_KEY = CoreCode(
    "STR106",
    "error",
    "A part is missing",
    _LOSS,
    "Add the missing part; it is one every document or row needs.",
)
REPEATED = CoreCode(
    "STR107",
    "error",
    "The same entry stands twice",
    "Only one of the two can be meant.",
    "Remove one of them.",
)
OUT_OF_RANGE = CoreCode(
    "STR108",
    "error",
    "The number is outside its range",
    "A number outside the scale has no meaning on it.",
    "Give a number within the range the form names.",
)
OTHER_SHAPE = CoreCode(
    "STR109", "error", "The document does not have the shape of its form", _LOSS, "Correct the place named."
)
UNKNOWN_PERSON = CoreCode(
    "REF101",
    "error",
    "Nobody in the document has this id",
    "What was said, or who does what by when, hangs on knowing who.",
    "Add the person or agency to the tables, or correct the id.",
)
REPEATED_ID = CoreCode(
    "REF102",
    "error",
    "Two entries have the same id",
    "Whatever refers to the id could mean either.",
    "Give each person, agency and event an id of its own.",
)
WHICH_CHILD = CoreCode(
    "REF103",
    "error",
    "The document does not say which child it is about",
    "A record has to be about somebody; a form about one child about exactly one.",
    "Give the child the role child in people, or name the child in `about`.",
)
UNKNOWN_RECORD = CoreCode(
    "REF104",
    "error",
    "The earlier record is not remembered",
    "What an earlier record said cannot be attributed to it if the document does not say which it was.",
    "Put the record back into `provenance`, or correct the name the item refers to.",
)
NO_PERSON = CoreCode(
    "REF105",
    "error",
    "An agency stands where a person is needed",
    "An agency has no parents and signs nothing; whoever reads the record has to know which person is meant.",
    "Name somebody in people; add the worker there, with the role professional, if one of the agency's is meant.",
)
NO_SUBJECT_CHILD = CoreCode(
    "REF106",
    "error",
    "The document is not about this person",
    "What is recorded for the wrong person is lost for the child, and may be read by those it does not concern.",
    "Correct the id; or, if the document is about this person, give them the role child in people and name them"
    " in `about`.",
)
REQUIRED = CoreCode(
    "REQ101",
    "error",
    "A required question is not answered",
    "The form asks this of every family, or of every family in this position.",
    "Answer it, or keep the document a draft until it is answered.",
    "the form itself; `frameworks forms show` says how well attested each field is",
)
BORN_OR_DUE = CoreCode(
    "PEO001",
    "error",
    "Date of birth or expected date, never both",
    "A child is born or not yet born; records of unborn children are found by the expected date.",
    "Keep the date of birth once the baby is born; before that the expected date only.",
    "S cin-val 8525",
)
UNBORN_SEX = CoreCode(
    "PEO002",
    "warning",
    "Sex of an unborn child",
    "The census records an unborn child's sex as not known (from 2024-25).",
    "Record the sex as U until the birth.",
    "S cin-val",
)
ADDRESS_IN_TEXT = CoreCode(
    "PEO003",
    "warning",
    "A protected address stands in a text",
    "An address that must not be known can be read wherever the text goes; a copy withholds the whole text.",
    "Take the address out of the text. If it stands in somebody's own address box, say there that it is protected"
    " (`address_protected`): the box is then kept back by itself.",
    "D our own rule, for safety",
)

REQUIRED_CELL = CoreCode(
    "REQ102",
    "error",
    "A row lacks a part it needs",
    "A row that does not say who, what or when cannot be acted on.",
    "Fill in the column, or keep the document a draft until it is known.",
    "the form itself; `frameworks forms show` says how well attested each field is",
)
UNCHECKED = CoreCode(
    "CHK101",
    "error",
    "A rule could not be checked",
    "What was not checked is not known to be in order.",
    "Do what the message says; if the rule itself is at fault, tell whoever maintains the plugin.",
    "this toolkit: a rule that was not checked is never counted as met",
)
UNREADABLE = CoreCode(
    "IO001",
    "error",
    "The file could not be checked",
    "What could not be read was not checked, so nothing is known about it.",
    "Do what the message says, then check again.",
    "this toolkit: a file that was not checked is never counted as in order",
)
"""Formats that know findings only report a problem with a file under this code."""

CORE_CODES = {
    entry.code: entry
    for entry in (
        UNKNOWN_KEY,
        WRONG_TYPE,
        UNKNOWN_CODE,
        BAD_DATE,
        BLANK,
        MISSING_KEY,
        REPEATED,
        OUT_OF_RANGE,
        OTHER_SHAPE,
        UNKNOWN_PERSON,
        REPEATED_ID,
        WHICH_CHILD,
        UNKNOWN_RECORD,
        NO_PERSON,
        NO_SUBJECT_CHILD,
        REQUIRED,
        REQUIRED_CELL,
        UNCHECKED,
        UNREADABLE,
        BORN_OR_DUE,
        UNBORN_SEX,
        ADDRESS_IN_TEXT,
    )
}
