"""On which line of a TOML file a key stands."""

import pytest

from frameworks_core.blend.reading.toml_lines import key_lines

TEXT = """\
# a blend
extends = "base.toml"

[blend]
id = "town/record"
notes = [ # why
  "one",
  'two',
]

[gather.fields."toy/visit".summary] # one question
label = "L"
guidance = '''
[not.a.table]
not = "a key"
'''

[[gather.local]]
id = "first"
[gather.local.slot]
kind = "statement"
[[gather.local]]
id = "second"
[[gather.local.columns]]
id = "c1"
[[gather.local.columns]]
id = "c2"
"""

LINES = {
    ("extends",): 2,
    ("blend",): 4,
    ("blend", "id"): 5,
    ("blend", "notes"): 6,
    ("blend", "notes", 0): 7,
    ("blend", "notes", 1): 8,
    ("gather",): 11,
    ("gather", "fields"): 11,
    ("gather", "fields", "toy/visit"): 11,
    ("gather", "fields", "toy/visit", "summary"): 11,
    ("gather", "fields", "toy/visit", "summary", "label"): 12,
    ("gather", "fields", "toy/visit", "summary", "guidance"): 13,
    ("gather", "local"): 18,
    ("gather", "local", 0): 18,
    ("gather", "local", 0, "id"): 19,
    ("gather", "local", 0, "slot"): 20,
    ("gather", "local", 0, "slot", "kind"): 21,
    ("gather", "local", 1): 22,
    ("gather", "local", 1, "id"): 23,
    ("gather", "local", 1, "columns", 0, "id"): 25,
    ("gather", "local", 1, "columns", 1, "id"): 27,
}


@pytest.fixture(scope="module")
def lines():
    return key_lines(TEXT)


@pytest.mark.parametrize(("path", "line"), LINES.items(), ids=str)
def test_every_key_and_entry_has_its_line(lines, path, line):
    assert lines[path] == line


def test_what_looks_like_a_key_inside_a_text_is_none(lines):
    assert ("not",) not in lines
    assert not any("not.a.table" in path for path in lines)


def test_every_key_of_a_dotted_name_and_of_an_inline_table_stands_where_it_begins():
    found = key_lines('\n"q.r" . x.y = { a = 1, b = [{ c = "deep" }] }\n')
    assert found[("q.r", "x", "y", "b", 0, "c")] == found[("q.r",)] == 2


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing but a comment\n", "a = 1"])
def test_files_of_nearly_nothing(text):
    assert list(key_lines(text).values()) == ([1] if text == "a = 1" else [])


def test_lines_are_counted_as_editors_count_them():
    assert key_lines('a = "x\u2028y"\r\n\r\nb = 1\r\n') == {("a",): 1, ("b",): 3}


def test_a_file_of_thousands_of_lines_takes_no_longer_for_each(monkeypatch):
    from frameworks_core.blend.reading import toml_lines

    read = []
    loads = toml_lines.tomllib.loads
    monkeypatch.setattr(toml_lines.tomllib, "loads", lambda text: read.append(len(text)) or loads(text))
    text = "".join(f'[[local]]\nid = "q{number}"\nlabel = "L"\n\n' for number in range(1000))
    assert key_lines(text)[("local", 999, "label")] == 3999
    assert sum(read) <= len(text)  # every statement is read once
