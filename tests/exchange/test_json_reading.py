"""Bytes are read exactly as they are, or refused with one sentence: what, where, and how to mend it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frameworks_core.errors import UserError
from frameworks_core.exchange.file_writing import dumps
from frameworks_core.exchange.json_reading import MAX_BYTES, parse, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

whole_numbers = st.integers(-(2**63), 2**64 - 1)
decimals = st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | whole_numbers | decimals | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
documents = st.dictionaries(st.text(), values, max_size=5)
layouts = st.fixed_dictionaries(
    {
        "ensure_ascii": st.booleans(),
        "indent": st.sampled_from([None, 0, 1, 2, 4, "\t"]),
        "separators": st.sampled_from([(",", ":"), (", ", ": "), (" ,\r\n", "\t:\n")]),
    }
)

CONFIDENTIAL = "Rosalind-hid-under-the-stairs"
DOCUMENT = f"""{{
  "form": "caf/assessment",
  "invented": true,
  "answers": {{
    "parents_views": "{CONFIDENTIAL}",
    "strengths": [
      {{"text": "{CONFIDENTIAL}", "on": "2026-03-02"}},
      {{"text": "{CONFIDENTIAL}"}}
    ],
    "confidence": 7
  }}
}}
"""


def refusal(data: bytes | str, name: str = "family.json") -> str:
    """The sentence with which some bytes are refused."""
    with pytest.raises(UserError) as caught:
        parse(data.encode() if isinstance(data, str) else data, name)
    return str(caught.value)


def outcome(data: bytes) -> dict[str, Any] | str:
    """The document that some bytes hold, or the sentence with which they are refused."""
    try:
        return parse(data, "family.json")
    except UserError as error:
        return str(error)


def unreadable(path: str | Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(UserError) as caught:
        read_bytes(str(path))
    return str(caught.value)


def same(one: object, other: object) -> bool:
    """Equal in every key, order, type and sign: unlike with ==, 1 is not 1.0 or true here."""
    return repr(one) == repr(other)


# Reading bytes


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "family.json").write_bytes(b"\xef\xbb\xbf{\r\n}\0")
    assert read_bytes(str(tmp_path / "family.json")) == b"\xef\xbb\xbf{\r\n}\0"


def test_a_dash_reads_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{}\r\n")))
    assert read_bytes("-") == b"{}\r\n"


def test_a_missing_file_is_named_as_the_user_named_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert unreadable("./famly.json") == "./famly.json: there is no such file; check the name and the folder."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert unreadable(tmp_path) == f"{tmp_path}: this is a folder; name one file in it."


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("", "no file was named"),
        ("a\0b", "this is not a possible file name"),
        ("x" * 5000, "the file could not be read (File name too long)"),
    ],
)
def test_an_impossible_name_is_refused(path: str, why: str) -> None:
    assert why in unreadable(path)


def test_a_file_name_cannot_drive_the_terminal_that_shows_the_refusal() -> None:
    assert "\x1b" not in unreadable("\x1b[2J.json")
    assert "\x1b" not in refusal("{", "\x1b[2J.json")


@pytest.fixture
def locked_file() -> Iterator[Path]:
    """A file that nobody may read, for an ordinary user: the administrator may read anything."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions as on Unix are needed")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder) / "family.json"
        path.write_bytes(b"{}")
        path.chmod(0)
        (Path(folder) / "closed").mkdir(mode=0)
        administrator = os.geteuid() == 0
        if administrator:
            os.seteuid(65534)
        try:
            yield path
        finally:
            if administrator:
                os.seteuid(0)


def test_a_file_without_permission_is_refused(locked_file: Path) -> None:
    assert "you have no permission to read this file" in unreadable(locked_file)


def test_a_file_in_a_folder_without_permission_is_refused(locked_file: Path) -> None:
    assert "you have no permission to read this file" in unreadable(
        locked_file.with_name("closed") / "family.json"
    )


def test_a_huge_file_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    huge.touch()
    os.truncate(huge, 200 * 1024 * 1024)  # takes no room on the disk
    assert unreadable(huge).startswith(f"{huge}: this is larger than 50 MB, the most that is read")


def test_the_largest_file_allowed_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.touch()
    os.truncate(large, MAX_BYTES)
    assert len(read_bytes(str(large))) == MAX_BYTES


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="an endless file is needed")
def test_an_endless_file_is_refused() -> None:
    assert "this is larger than 50 MB" in unreadable("/dev/zero")


@pytest.mark.parametrize(("size", "read"), [(MAX_BYTES, True), (MAX_BYTES + 1, False)])
def test_the_standard_input_has_the_same_limit(
    monkeypatch: pytest.MonkeyPatch, size: int, read: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" " * size)))
    if read:
        assert len(read_bytes("-")) == size
    else:
        assert unreadable("-").startswith("standard input: this is larger than 50 MB")


def test_a_missing_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert unreadable("-").startswith("standard input: nothing can be read there; name a file")


# Documents that are read


@given(documents)
@example({"": {"deep": [[[], {}, -0.0, 1.0, 1e22, 5e-324, 2**64 - 1, -(2**63)]], "\0\u2028\U0001f600": True}})
def test_what_was_written_is_read_back_the_same(document: dict[str, Any]) -> None:
    assert same(parse(dumps(document), "family.json"), document)


@given(
    documents,
    layouts,
    st.sampled_from(["", "\ufeff", "\n \t", "\ufeff\r\n"]),
    st.sampled_from(["", "\r\n", " \n\n\t"]),
)
def test_every_layout_of_the_same_document_reads_the_same(
    document: dict[str, Any], layout: dict[str, Any], before: str, after: str
) -> None:
    text = before + json.dumps(document, **layout) + after
    assert same(parse(text.encode(), "family.json"), document)


def test_a_byte_order_mark_is_accepted_silently() -> None:
    assert parse(b"\xef\xbb\xbf" + DOCUMENT.encode(), "family.json") == json.loads(DOCUMENT)


def test_a_key_may_stand_again_in_another_object() -> None:
    assert parse(b'{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}', "x") == {
        "a": {"a": 1},
        "b": [{"a": 1}, {"a": 2}],
    }


@pytest.mark.parametrize("layout", [{"indent": 2}, {"separators": (",", ":")}, {}])
@pytest.mark.parametrize("depth", [100, 101, 200, 900])
def test_a_hundred_levels_are_read_and_no_more(depth: int, layout: dict[str, Any]) -> None:
    document: Any = {}
    for level in range(depth - 1):
        document = {"k": document} if level % 2 else [document]
    document = document if isinstance(document, dict) else {"k": document[0]}
    data = json.dumps(document, **layout).encode()
    if depth == 100:
        assert parse(data, "family.json") == document
    else:
        assert "more than 100 objects and lists lie inside one another" in refusal(data)


# Refusals of the file as a whole


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b"\0" * 4096])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("family.json: this is empty; a document was expected")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"[{}]", "a list"),
        (b'"text"', "a text"),
        (b"17", "a number"),
        (b"1.5", "a number"),
        (b"true", "true or false"),
        (b"null", "null"),
    ],
)
def test_a_document_is_one_object(data: bytes, kind: str) -> None:
    assert (
        refusal(data)
        == f"family.json: a document is one object, in curly brackets {{ }}, and this is {kind}."
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "a Word, Excel or ZIP file"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (rb"{\rtf1\ansi }", "a rich text file"),
        (b"<!doctype html>", "a web page or XML file"),
    ],
)
def test_a_file_of_another_kind_is_recognised(data: bytes, kind: str) -> None:
    assert refusal(data) == f"family.json: this is {kind}, not JSON; check that it is the right file."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_recognised(encoding: str) -> None:
    sentence = "family.json: this is UTF-16 text; save it again with the encoding UTF-8."
    assert refusal(DOCUMENT.encode(encoding)) == sentence


@pytest.mark.parametrize(
    ("data", "line", "offset"),
    [
        (b'{\n"a": "Zo\xeb"\n}', 2, 10),
        (b'\xef\xbb\xbf{\n"a": "Zo\xeb"\n}', 2, 13),
        (b'{"a": "\xed\xa0\x80"}', 1, 7),
        (b'{"a": "\xc0\x80"}', 1, 7),
        (b'{"a": "\xe2\x82', 1, 7),
    ],
    ids=[
        "Windows-1252",
        "after a byte order mark",
        "a lone surrogate",
        "an overlong form",
        "cut in a character",
    ],
)
def test_text_that_is_not_utf_8_is_refused_with_its_place(data: bytes, line: int, offset: int) -> None:
    sentence = refusal(data)
    assert sentence.startswith(
        f"family.json, line {line}: this is not UTF-8 text, from byte offset {offset} on"
    )
    assert "save it again with the encoding UTF-8" in sentence


def test_the_standard_input_is_named_in_words() -> None:
    assert refusal("{\n]", "-").startswith("standard input, line 2, column 1: ")


# Refusals of what is not JSON


@pytest.mark.parametrize(
    ("text", "line", "column", "why"),
    [
        # marks between values
        ('{\n"a": 1,\n}', 2, 7, "this comma is followed by nothing; take it out"),
        ('{"a": [1, 2,]}', 1, 12, "this comma is followed by nothing"),
        ('{"a": 1\n "b": 2}', 2, 2, "a comma is missing before this"),
        ('{"a": "she said "no" to me"}', 1, 18, 'a " inside a text is not written as \\"'),
        ('{"a": 1,, "b": 2}', 1, 9, "a key in quotation marks is missing"),
        ('{"a" 1}', 1, 6, "a colon is missing"),
        ('{"a": }', 1, 7, "a value is missing here"),
        ('{"a": [,1]}', 1, 8, "a value is missing here"),
        ('{"a": [\n1}', 2, 2, "} cannot close the list that [ opened in line 1"),
        ('{"a": {"b": 1]', 1, 14, "] cannot close the object that { opened in line 1"),
        ("{}\n{}", 2, 1, "more text follows the end of the document"),
        ("{}}", 1, 3, "more text follows the end of the document"),
        # quotation marks
        ("{'a': 1}", 1, 2, 'straight double quotation marks (")'),
        ("{\"a\": 'b'}", 1, 7, 'straight double quotation marks (")'),
        ('{"a": \u201cb\u201d}', 1, 7, 'straight double quotation marks (")'),
        ("{a: 1}", 1, 2, "a key in quotation marks is missing"),
        ('{"a": word}', 1, 7, "neither a number nor a text in quotation marks"),
        # inside a text
        ('{"a": "b\n", "c": 1}', 1, 7, "this text is not closed on its line"),
        ('{"a": "b\tc"}', 1, 9, "a control character is in this text; write a tab as \\t"),
        ('{"a": "C:\\data"}', 1, 10, "for a backslash write two"),
        ('{"a": "\\u12g4"}', 1, 8, "for a backslash write two"),
        # words and numbers
        ('{"a": True}', 1, 7, "true, false and null, in small letters"),
        ('{"a": None}', 1, 7, "leave out what has no answer"),
        ('{"a": 07700900123}', 1, 7, "put it in quotation marks"),
        ('{"a": 2026-03-02}', 1, 7, "if it is a date or a text, put it in quotation marks"),
        ('{"a": +1}', 1, 7, "this is not a number like 7, -7 or 7.5"),
        ('{"a": .5}', 1, 7, "this is not a number like 7, -7 or 7.5"),
        ('{"a": 5.}', 1, 7, "this is not a number like 7, -7 or 7.5"),
        # what JSON does not have
        ('{\n// note\n"a": 1}', 2, 1, "JSON has no comments"),
        ('{"a": 1 /* note */}', 1, 9, "JSON has no comments"),
        ('{"a": 1} # note', 1, 10, "JSON has no comments"),
        ('{\u00a0"a": 1}', 1, 2, "an invisible character (U+00A0) stands here"),
        ('{"a": 1,\u200b"b": 2}', 1, 9, "an invisible character (U+200B) stands here"),
    ],
)
def test_a_slip_is_named_with_its_line_and_column(text: str, line: int, column: int, why: str) -> None:
    sentence = refusal(text)
    assert sentence.startswith(f"family.json, line {line}, column {column}: ")
    assert why in sentence


@pytest.mark.parametrize(
    "text",
    ["{", '{"a"', '{"a":', '{"a": [1', '{"a": [1,', '{"a": "tex', '{"a": "\\', '{"a": "\\u00', '{"a": 1\n'],
)
def test_a_file_that_was_cut_off_is_recognised(text: str) -> None:
    assert "the file ends before its document does; it seems to be cut off" in refusal(text)


# Refusals of JSON that cannot be kept as it is


@pytest.mark.parametrize(
    ("text", "line", "first"),
    [
        ('{"a": 1,\n "a": 2}', 2, 1),
        ('{"a": 1,\n "a": 1}', 2, 1),
        ('{\n "answers": {\n  "a": {},\n  "b": {"a": 0},\n  "a": []\n }\n}\n', 5, 3),
        ('{"rows": [\n{"b": 1, "a": 2}, {"b": 1,\n"c": 2, "\\u0061": 1,\n"a": 3}]}', 4, 3),
        ('{"a": [[[[]]]],\n"a": {}}', 2, 1),
    ],
)
def test_a_key_used_twice_in_one_object_is_refused_because_one_answer_would_be_lost(
    text: str, line: int, first: int
) -> None:
    sentence = refusal(text)
    assert sentence.startswith(f"family.json, line {line}, column ")
    assert f'the key "a" is already in this object, in line {first}; keep one of them' in sentence


def test_a_long_or_hostile_key_is_shown_short_and_harmless() -> None:
    key = "\x1b[2J\n" + "k" * 100
    text = json.dumps({key: 1, "other": 2}).replace("other", json.dumps(key)[1:-1])
    sentence = refusal(text)
    assert "k" * 50 + "…" in sentence
    assert "k" * 61 not in sentence
    assert "\x1b" not in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "nan", "inf"])
def test_nan_and_infinity_are_refused(number: str) -> None:
    sentence = refusal(f'{{\n"scale": {number}}}')
    assert sentence.startswith("family.json, line 2, column 10: NaN and Infinity are not numbers in JSON")


@pytest.mark.parametrize(
    "number", ["1e999", "-1e999", "18446744073709551616", "-9223372036854775809", "1" + "0" * 500, "-1e400"]
)
def test_a_number_too_large_to_keep_is_refused(number: str) -> None:
    assert refusal(f'{{"a":\n{number}}}').startswith(
        "family.json, line 2, column 1: this number is too large to be kept"
    )


@pytest.mark.parametrize(
    "number",
    [
        "3.14159265358979323846",
        "0.10000000000000001",
        "9007199254740993.0",
        "1e-400",
        "0." + "1" * 400,
        "1" * 5000,
    ],
)
def test_a_number_that_would_be_rounded_is_refused(number: str) -> None:
    assert refusal(f'{{"a":\n{number}}}').startswith(
        "family.json, line 2, column 1: this number has more digits than can be kept"
    )


@given(st.from_regex(r"-?(0|[1-9][0-9]{0,24})(\.[0-9]{1,24})?([eE][+-]?[0-9]{1,3})?", fullmatch=True))
@example("-0")
@example("-0.0")
@example("0e999")
@example("0.30000000000000004")
@example("123456789012345678901234567890e-15")
@example("100000000000000000000000.0")
def test_a_number_is_kept_exactly_or_refused(literal: str) -> None:
    result = outcome(f'{{"a": {literal}}}'.encode())
    if isinstance(result, dict):
        assert Decimal(repr(result["a"])) == Decimal(literal)
    else:
        assert "this number " in result


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10))
def test_every_number_of_up_to_15_digits_is_kept(number: Decimal) -> None:
    assert Decimal(repr(parse(f'{{"a": {number:f}}}'.encode(), "family.json")["a"])) == number


@pytest.mark.parametrize("escape", [r"\ud800", r"\udc00", r"\uD83D", r"\ude00\ud83d", r"\ud83dx\ude00"])
def test_half_a_character_is_refused(escape: str) -> None:
    for text in (f'{{"a":\n"x{escape}y"}}', f'{{"b": 1,\n"x{escape}": 2}}'):
        assert refusal(text).startswith("family.json, line 2, column 1: half a character")


# Hostile files


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"a":' + b"[" * 900 + b"]" * 900 + b',"a":1}',
    ],
    ids=["open lists", "open objects", "closed lists", "closed objects", "hidden behind a key used twice"],
)
def test_no_nesting_exhausts_the_computer(data: bytes) -> None:
    assert "more than 100 objects and lists lie inside one another" in refusal(data)


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": "' + b"\\" * 1_000_000,
        b'{"a": "' + b"\\n" * 1_000_000,
        b'{"a": ' + b"9" * 1_000_000 + b"}",
        b'{"a": 1e' + b"9" * 1_000_000 + b"}",
        b'{"a": 0.' + b"0" * 1_000_000 + b"1}",
        b'{"a": ' + b"-" * 1_000_000 + b"}",
        b'"' * 1_000_001,
        b'{"' + b"k" * 1_000_000 + b'": 1, "' + b"k" * 1_000_000 + b'": 1}',
    ],
    ids=["backslashes", "escapes", "digits", "exponent", "zeros", "signs", "quotation marks", "long keys"],
)
def test_no_monotony_exhausts_the_computer(data: bytes) -> None:
    assert len(refusal(data)) < 300


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on memory is needed")
def test_want_of_memory_is_told_in_a_sentence() -> None:
    program = """
import resource
from pathlib import Path
from frameworks_core.errors import UserError
from frameworks_core.exchange.json_reading import parse

data = b'{"a": [' + b"{}, " * 500_000 + b"{}]}"
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 20 * 1024**2,) * 2)
try:
    parse(data, "family.json")
except UserError as error:
    print(error)
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("family.json: this could not be read, most likely for want of memory")


@given(st.binary() | st.text(st.sampled_from('{}[]",:\\ u0019.-eE\n/tfn')).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    result = outcome(data)
    assert isinstance(result, dict) or result.startswith("family.json")


@given(
    st.integers(0, len(DOCUMENT)), st.integers(0, 4), st.sampled_from([*"\"'{}[],:\\0-.eNx\n\t\u00a0", ""])
)
def test_a_damaged_document_is_read_exactly_or_refused_without_repeating_an_answer(
    at: int, removed: int, added: str
) -> None:
    damaged = DOCUMENT[:at] + added + DOCUMENT[at + removed :]
    result = outcome(damaged.encode())
    if isinstance(result, dict):
        assert same(result, json.loads(damaged))
    else:
        assert not any(CONFIDENTIAL[start : start + 6] in result for start in range(len(CONFIDENTIAL) - 5))
