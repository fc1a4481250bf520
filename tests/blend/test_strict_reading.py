"""A blend file is read strictly: what it says is understood whole, or told on its line with the nearest thing there is."""

import re
import tomllib
from datetime import date

import pytest

from frameworks_core.blend.reading.strict_reading import blend_file
from frameworks_core.errors import UserError

from .conftest import HEAD, VISIT
from .wrong_values import WRONG_VALUES

LOCAL = """
[[gather.local]]
section = "life"
id = "own"
label = "L"
plain = "P"
type = "text"
"""

EVERY_TABLE = """\
extends = "base.toml"
[blend]
id = "town/record"
version = "1"
title = "T"
plain_title = "P"
about = "family"
basis = "statute"
withholds = ["police"]
notes = ["N"]
[authority]
name = "Town"
statute = "working_together_2023"
[plugins]
toy = "frameworks-toy>=1"
[gather]
forms = ["toy/visit"]
sections = ["toy/family#family"]
questions = ["toy/family#author"]
without = ["toy/old"]
versions = { "toy/visit" = "1" }
variants = { "toy/visit" = "plain" }
order = ["life"]
together = [["toy/visit#a", "toy/family#b"]]
apart = [["toy/visit#c", "toy/family#d"]]
[gather.fields."toy/visit".summary]
label = "L"
plain = "P"
guidance = "G"
required = "when"
when = { text = "when asked", field = "seen_alone", is = ["no"] }
hide = false
section = "life"
after = "health_needs"
minutes = 2.5
[gather.section.life]
title = "T"
plain = "P"
guidance = "G"
order = ["a"]
[[gather.local_sections]]
id = "extra"
title = "T"
plain = "P"
guidance = "G"
[[gather.local]]
section = "extra"
minutes = 3
id = "own.scale"
label = "L"
plain = "P"
guidance = "G"
type = "scale"
min = 0
max = 10
whole = true
better = "high"
required = "when"
when = { text = "when asked" }
function = "analyse"
about = "family"
source = "D ours"
per_child = true
born_only = true
added = true
disclosure = "police"
slot = { kind = "score" }
[[gather.local]]
section = "extra"
id = "own.table"
label = "L"
plain = "P"
type = "table"
slot = { kind = "action" }
columns = [
  { id = "what", label = "L", plain = "P", type = "choice", codes = "sex", required = true, property = "action" },
]
[[gather.local]]
section = "extra"
id = "own.choice"
label = "L"
plain = "P"
type = "choice"
codes = [{ code = "a", label = "A" }, { code = "b", label = "B", plain = "b" }]
slot = { kind = "statement", dimensions = ["health"], topics = ["domestic_abuse"], sense = ["need", "strength"] }
[analyse]
lenses = ["toy/what_was_said"]
without = ["toy/old"]
[decide]
guides = ["toy/next_step"]
without = ["toy/old"]
checkpoints = [10, 28]
limit = 45
counted_from = "toy/visit#seen_on"
finished_on = "toy/visit#seen_on"
[support]
plans = ["toy/plan"]
without = ["toy/old"]
[rules]
ignore = [{ code = "TOY101", reason = "R", by = "B", until = 2027-06-30 }]
severity = [{ code = "TOY102", severity = "note", reason = "R", by = "B", until = 2027-06-30 }]
without = ["TOY103"]
"""


def test_a_file_that_says_everything_is_understood():
    file, faults = blend_file(tomllib.loads(EVERY_TABLE))
    assert faults == []
    assert file.gather.fields["toy/visit"]["summary"].when.codes == ("no",)
    assert file.rules.ignore[0].until == date(2027, 6, 30)
    assert [one.question.id for one in file.gather.local] == ["own.scale", "own.table", "own.choice"]
    assert (file.gather.local[0].section, file.gather.local[0].minutes) == ("extra", 3)


def test_everything_may_be_left_out():
    file, faults = blend_file({})
    assert faults == []
    assert file.gather.forms == file.analyse.lenses == file.rules.ignore == ()


def test_a_local_question_says_only_what_is_special_about_it():
    file, _ = blend_file(tomllib.loads(LOCAL))
    question = file.gather.local[0].question
    assert (question.function, question.about, question.required, question.mark) == (
        "gather",
        "child",
        "never",
        "D",
    )


@pytest.mark.parametrize("wrong", WRONG_VALUES, ids=str)
def test_a_value_that_must_not_be_there_is_told_with_its_key(wrong):
    file, faults = blend_file(wrong.raw)
    assert file is None
    assert any(fault.path[: len(wrong.path)] == wrong.path for fault in faults)
    for fault in faults:
        assert re.match("[a-zA-Z0-9'\"]", fault.message)
        assert not re.search("Error|Traceback|<class|frameworks_core|NoneType", fault.message)


# What the file says, and what is told: the line, the key, and what is wrong.
SLIPS = {
    "a table": ("[gathr]\nforms = []", (7, "gathr", "there is no key 'gathr'; did you mean 'gather'?")),
    "a key of a question": (
        '[gather.fields."toy/visit".summary]\nlable = "x"',
        (8, 'gather.fields."toy/visit".summary.lable', "there is no key 'lable'; did you mean 'label'?"),
    ),
    "a key of a local question": (
        LOCAL + "secton = 3",
        (14, "gather.local[0].secton", "there is no key 'secton'; did you mean 'section'?"),
    ),
    "a key called otherwise in the program": (
        LOCAL + "minimum = 3",
        (14, "gather.local[0].minimum", "there is no key 'minimum'; did you mean 'min'?"),
    ),
    "what only composing gives": (
        LOCAL + 'serves = ["a"]',
        (14, "gather.local[0].serves", "there is no key 'serves'"),
    ),
    "a key of a slot": (
        LOCAL + 'slot = { kind = "statement", senses = ["need"] }',
        (14, "gather.local[0].slot.senses", "there is no key 'senses'; did you mean 'sense'?"),
    ),
    "a kind of answer": (
        LOCAL.replace('"text"', '"txt"'),
        (13, "gather.local[0].type", "'txt' is not known; did you mean 'text'?"),
    ),
    "a limit that is a text": (
        LOCAL + 'min = "one"',
        (14, "gather.local[0].min", "a number is needed here, not a text; take the quotation marks away"),
    ),
    "a day in quotation marks": (
        '[rules]\nignore = [{ code = "TOY101", until = "2027-06-30" }]',
        (8, "rules.ignore[0].until", "a day is needed here, written 2027-06-30 without quotation marks"),
    ),
    "a day with a time": (
        '[rules]\nignore = [{ code = "TOY101", until = 2027-06-30T12:00:00 }]',
        (8, "rules.ignore[0].until", "a day is needed here, written 2027-06-30 without quotation marks"),
    ),
    "an entry of a long list": (
        '[gather]\nforms = [\n  "a/b",\n  "",\n]',
        (10, "gather.forms[1]", "it is empty; write something, or take the key out"),
    ),
    "a negative working day": (
        "[decide]\ncheckpoints = [10, -28]",
        (8, "decide.checkpoints[1]", "it has to be 1 or more"),
    ),
    "what a screen would obey": (
        '[authority]\nname = "Town\\u001b[31m"',
        (8, "authority.name", "it holds the character U+001B, which nobody sees; take it out"),
    ),
    "what turns the writing round": (
        '[authority]\nname = "Town\\u202e"',
        (8, "authority.name", "it holds the character U+202E, which nobody sees; take it out"),
    ),
    "a column that a screen would obey": (
        LOCAL + 'columns = [{ id = "a", label = "\\u0007", plain = "A", type = "text" }]',
        (
            14,
            "gather.local[0].columns[0].label",
            "it holds the character U+0007, which nobody sees; take it out",
        ),
    ),
    "a key full of quotation marks": (
        '[gather]\n"it\'s a \\"key\\"" = 1',
        (8, 'gather."it\'s a \\"key\\""', "there is no key 'it\\'s a \"key\"'"),
    ),
    "a key that reads like a fault": (
        "[gather]\n\"a; there is no key 'b' @ $.x\" = 1",
        (8, "gather.\"a; there is no key 'b' @ $.x\"", "there is no key \"a; there is no key 'b' @ $.x\""),
    ),
    "a name of several lines": (
        '[gather.fields."toy/visit"."a\\nb"]\nlable = "x"',
        (8, 'gather.fields."toy/visit"."a\\nb".lable', "there is no key 'lable'; did you mean 'label'?"),
    ),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_on_its_line_with_the_nearest_thing_there_is(told, slip):
    text, fault = slip
    assert told(f"{HEAD}\n{text}\n") == [fault]


def test_every_fault_is_told_at_once(told):
    text = VISIT + LOCAL.replace('label = "L"', "label = 3").replace(
        'type = "text"', 'type = ""\ncolour = "red"'
    )
    assert [key for _, key, _ in told(text)] == [
        "gather.local[0].label",
        "gather.local[0].type",
        "gather.local[0].colour",
    ]


# What stands in the file, and what is said about it.
UNREADABLE = {
    "not TOML": (
        b'{"form": "toy/visit"}',
        "this blend file is not TOML: Invalid statement (at line 1, column 1)",
    ),
    "not closed": (b"[blend\n", "this blend file is not TOML: Expected ']'"),
    "twice the same key": (
        b"a = 1\na = 2\n",
        "this blend file is not TOML: Cannot overwrite a value (at line 2",
    ),
    "not UTF-8": (HEAD.encode() + b"# \xe9\n", "this blend file is not UTF-8 text (byte 93)"),
    "UTF-16": (HEAD.encode("utf-16"), "this blend file is not UTF-8 text (byte 0)"),
    "lists in lists": (b"a = " + b"[" * 5000 + b"]" * 5000, "its lists or tables are nested too deeply"),
    "lists in lists, that can be read": (
        b"a = " + b"[" * 60 + b"]" * 60,
        "its lists or tables are nested too deeply",
    ),
    "a name of very many parts": (
        b".".join([b"a"] * 3000) + b" = 1",
        "its lists or tables are nested too deeply",
    ),
}


@pytest.mark.parametrize("unreadable", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_told_in_one_line(examined, unreadable):
    content, message = unreadable
    with pytest.raises(UserError) as error:
        examined(content)
    assert message in str(error.value)
    assert "town.toml" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_byte_order_mark_and_line_ends_of_windows_change_nothing(made):
    text = VISIT.replace("\n", "\r\n").encode()
    assert made(b"\xef\xbb\xbf" + text) == made(VISIT)


def test_five_megabytes_are_read_like_any_file(told):
    text = VISIT + "\n# " + "x" * 5_000_000 + "\n[gathr]\n"
    assert told(text) == [(11, "gathr", "there is no key 'gathr'; did you mean 'gather'?")]


def test_an_empty_file_is_told_what_a_blend_has_to_say(told):
    assert [(key, message) for _, key, message in told("")] == [
        (f"blend.{name}", f"the blend has to say its {name}")
        for name in ("id", "version", "title", "plain_title")
    ]
