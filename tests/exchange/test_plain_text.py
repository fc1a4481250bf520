"""What a terminal may be shown: everything is visible, nothing is obeyed."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks_core.exchange.plain_text import safe_text

any_text = st.text(st.characters())  # lone surrogates too
any_text_or_controls = any_text | st.text(st.sampled_from("a\n\t\r\x1b[\x00\x85\u202e\u200d\u2028\ud800é"))


def mark(number: str) -> str:
    """The visible mark that stands for a character: its number between small angle brackets."""
    return f"\u2039U+{number}\u203a"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "family.json",
        "Zoë Ní Bhriain, 10 £ a week",
        "Łódź, São Tomé, Đặng",
        "ਪੰਜਾਬੀ اردو বাংলা Soomaali 中文",
        "e\u0301",  # an accent as a character of its own
        "\u2764\ufe0f \U0001f600",  # emoji, one with its variation selector
        "no\u00a0break",
    ],
)
def test_ordinary_writing_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text
    assert safe_text(text, multiline=True) == text


@pytest.mark.parametrize(
    ("what", "text", "shown"),
    [
        ("clear the screen", "\x1b[2Jgone", mark("001B") + "[2Jgone"),
        ("rename the window", "\x1b]0;evil\x07", mark("001B") + "]0;evil" + mark("0007")),
        ("an escape sequence in one character", "\x9b2J", mark("009B") + "2J"),
        ("overwrite what was shown", "safe\b\b\b\bevil", "safe" + mark("0008") * 4 + "evil"),
        ("go back to the start of the line", "safe\revil", "safe" + mark("000D") + "evil"),
        ("end the text for some programs", "a\0b", "a" + mark("0000") + "b"),
        ("delete", "\x7f", mark("007F")),
        ("reverse the reading order", "gpj.\u202enosj", "gpj." + mark("202E") + "nosj"),
        ("isolate a reading order", "\u2067a\u2069", mark("2067") + "a" + mark("2069")),
        (
            "take no width",
            "a\u200bb\u2060c\ufeffd",
            "a" + mark("200B") + "b" + mark("2060") + "c" + mark("FEFF") + "d",
        ),
        ("a letter that is blank", "a\u3164b", "a" + mark("3164") + "b"),
        ("end a line or paragraph", "a\u2028b\u2029c", "a" + mark("2028") + "b" + mark("2029") + "c"),
        ("tag characters", "a\U000e0041", "a" + mark("E0041")),
        ("half a character", "a\udce9", "a" + mark("DCE9")),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_shown_by_its_number(what: str, text: str, shown: str) -> None:
    assert safe_text(text) == shown, what
    assert safe_text(text, multiline=True) == shown, what


def test_line_ends_and_tabs_become_spaces_so_that_a_text_stays_on_its_line() -> None:
    assert safe_text("first\nsecond\tthird\r\nfourth") == "first second third fourth"


def test_line_ends_and_tabs_are_kept_where_several_lines_are_wanted() -> None:
    assert safe_text("first\nsecond\tthird\r\nfourth", multiline=True) == "first\nsecond\tthird\nfourth"


def test_every_control_format_and_separator_character_of_unicode_is_marked() -> None:
    dangerous = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char not in "\n\t"
    ]
    assert len(dangerous) > 2000
    assert [char for char in dangerous if safe_text(char) != mark(f"{ord(char):04X}")] == []


@given(any_text_or_controls)
def test_a_safe_text_holds_no_control_character_and_no_second_line(text: str) -> None:
    safe = safe_text(text)
    assert not {unicodedata.category(char) for char in safe} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert len(safe.splitlines()) <= 1


@given(any_text_or_controls)
def test_a_safe_text_of_several_lines_holds_no_control_but_line_ends_and_tabs(text: str) -> None:
    safe = safe_text(text, multiline=True).replace("\n", "").replace("\t", "")
    assert not {unicodedata.category(char) for char in safe} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(any_text_or_controls, st.booleans())
def test_a_safe_text_can_be_encoded_and_is_safe_already(text: str, multiline: bool) -> None:
    safe = safe_text(text, multiline=multiline)
    assert safe.encode().decode() == safe
    assert safe_text(safe, multiline=multiline) == safe
