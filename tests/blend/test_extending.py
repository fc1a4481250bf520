"""A blend goes on from its base: national, regional, local; every value knows the file it comes from."""

import pytest

from frameworks_core.blend.reading.extending import read_effective
from frameworks_core.errors import UserError

NATIONAL = """\
[authority]
statute = "working_together_2023"
[blend]
about = "family"
notes = ["national note"]
[gather]
forms = ["toy/visit"]
together = [["toy/visit#actions", "toy/family#actions"]]
versions = { "toy/visit" = "1" }
[gather.fields."toy/visit".summary]
label = "National summary"
guidance = "National guidance"
[[gather.local]]
id = "housing"
section = "life"
label = "National housing"
plain = "P"
type = "text"
[[gather.local]]
id = "school"
section = "life"
label = "National school"
plain = "P"
type = "text"
[analyse]
lenses = ["a/national", "b/national"]
[decide]
checkpoints = [10, 28]
limit = 45
[rules]
ignore = [{ code = "AAA101", reason = "national" }]
"""
REGIONAL = """\
extends = "national.toml"
[authority]
name = "Region"
[gather]
forms = ["toy/family"]
[gather.fields."toy/visit".summary]
label = "Regional summary"
[analyse]
without = ["a/national"]
lenses = ["c/regional"]
[decide]
limit = 40
[rules]
severity = [{ code = "BBB101", severity = "note", reason = "regional" }]
"""
LOCAL = """\
extends = "regional.toml"
[blend]
id = "town/record"
notes = ["local note"]
[gather]
without = ["school"]
[[gather.local]]
id = "housing"
section = "home"
label = "Local housing"
plain = "P"
type = "text"
[decide]
checkpoints = [5]
[rules]
ignore = [{ code = "AAA101", reason = "local" }]
without = ["BBB101"]
"""


@pytest.fixture
def three(write):
    write("national.toml", NATIONAL)
    write("regional.toml", REGIONAL)
    effective, file, faults = read_effective(write("local.toml", LOCAL))
    assert faults == []
    return effective, file


class TestWhatHolds:
    """The three files above together."""

    def test_lists_add(self, three):
        _, file = three
        assert file.gather.forms == ("toy/visit", "toy/family")
        assert file.blend.notes == ("national note", "local note")

    def test_without_takes_out_what_a_base_said(self, three):
        _, file = three
        assert file.analyse.lenses == ("b/national", "c/regional")
        assert [one.id for one in file.gather.local] == ["housing"]
        assert file.rules.severity == ()

    def test_any_other_value_replaces_the_base_s(self, three):
        _, file = three
        assert (file.decide.checkpoints, file.decide.limit) == ((5,), 40)

    def test_tables_are_joined_key_by_key(self, three):
        _, file = three
        change = file.gather.fields["toy/visit"]["summary"]
        assert (change.label, change.guidance) == ("Regional summary", "National guidance")
        assert (file.authority.name, file.authority.statute) == ("Region", "working_together_2023")

    def test_a_table_of_the_same_id_or_code_replaces_the_base_s(self, three):
        _, file = three
        assert [(one.section, one.label) for one in file.gather.local] == [("home", "Local housing")]
        assert [one.reason for one in file.rules.ignore] == ["local"]


# The key, and the file and line it comes from.
ORIGINS = {
    ("blend", "id"): ("local.toml", 3),
    ("blend", "about"): ("national.toml", 4),
    ("blend", "notes", 0): ("national.toml", 5),
    ("blend", "notes", 1): ("local.toml", 4),
    ("authority", "name"): ("regional.toml", 3),
    ("authority", "statute"): ("national.toml", 2),
    ("gather", "forms", 0): ("national.toml", 7),
    ("gather", "forms", 1): ("regional.toml", 5),
    ("gather", "together", 0): ("national.toml", 8),
    ("gather", "versions", "toy/visit"): ("national.toml", 9),
    ("gather", "fields", "toy/visit", "summary", "label"): ("regional.toml", 7),
    ("gather", "fields", "toy/visit", "summary", "guidance"): ("national.toml", 12),
    ("gather", "local", 0, "label"): ("local.toml", 10),
    ("analyse", "lenses", 0): ("national.toml", 26),
    ("analyse", "lenses", 1): ("regional.toml", 10),
    ("decide", "checkpoints"): ("local.toml", 14),
    ("decide", "limit"): ("regional.toml", 12),
    ("rules", "ignore", 0, "reason"): ("local.toml", 16),
}


@pytest.mark.parametrize(("path", "origin"), ORIGINS.items(), ids=str)
def test_every_value_knows_its_file_and_line(three, path, origin):
    place = three[0].place(path)
    assert (place.source.path.name, place.source.line(place.path)) == origin


def test_the_bases_are_known_from_the_next_to_the_last(three):
    effective, _ = three
    assert effective.source.path.name == "local.toml"
    assert [base.path.name for base in effective.bases] == ["regional.toml", "national.toml"]


def test_what_a_file_says_alone_comes_from_it_alone(write):
    effective, _, _ = read_effective(write("alone.toml", NATIONAL))
    assert effective.bases == ()
    assert effective.place(("decide", "limit")).shown().endswith("alone.toml, line 29")


def test_the_same_form_named_again_is_taken_once(write):
    write("base.toml", '[gather]\nforms = ["a/a", "b/b"]\n')
    _, file, _ = read_effective(write("own.toml", 'extends = "base.toml"\n[gather]\nforms = ["a/a"]\n'))
    assert sorted(file.gather.forms) == ["a/a", "b/b"]


# What the base and the file say about when a question is needed, and what holds.
CONDITIONS = {
    "always, after a condition": (
        'when = { text = "T", field = "a", is = ["b"] }',
        "required = true",
        (True, None, None),
    ),
    "a condition, after always": ("required = true", 'when = { text = "T" }', (None, "T", None)),
    "another condition": (
        'when = { text = "T", field = "a", is = ["b"] }',
        'when = { text = "U" }',
        (None, "U", None),
    ),
    "nothing new": (
        'required = "when"\nwhen = { text = "T", field = "a", is = ["b"] }',
        'label = "L"',
        ("when", "T", "a"),
    ),
    "when, after a condition": ('when = { text = "T" }', 'required = "when"', ("when", "T", None)),
}


@pytest.mark.parametrize(("base", "own", "holds"), CONDITIONS.values(), ids=CONDITIONS)
def test_when_a_question_is_needed_is_said_anew_as_a_whole(write, base, own, holds):
    head = '[gather]\nforms = ["toy/visit"]\n[gather.fields."toy/visit".summary]\n'
    write("base.toml", head + base + "\n")
    _, file, faults = read_effective(write("own.toml", f'extends = "base.toml"\n{head}{own}\n'))
    change = file.gather.fields["toy/visit"]["summary"]
    assert (change.required, change.when and change.when.text, change.when and change.when.field) == holds
    assert faults == []


class TestLeavingOut:
    """`without` is about the base alone."""

    @pytest.fixture
    def told(self, write):
        def tell(base, own):
            write("base.toml", base)
            effective, _, faults = read_effective(write("own.toml", f'extends = "base.toml"\n{own}'))
            return [
                (effective.place(fault.path).shown().rpartition("/")[2], fault.message) for fault in faults
            ]

        return tell

    def test_what_the_base_does_not_have_is_told_with_the_nearest(self, told):
        assert told(NATIONAL, '[analyse]\nwithout = ["a/natoinal"]\n') == [
            ("own.toml, line 3", "the base blend has no 'a/natoinal' here; did you mean 'a/national'?")
        ]

    def test_without_a_base_there_is_nothing_to_leave_out(self, write):
        _, _, [fault] = read_effective(write("alone.toml", '[support]\nwithout = ["a/plan"]\n'))
        assert fault.path == ("support", "without")
        assert "extends no other" in fault.message

    def test_changes_of_a_form_that_is_left_out_go_with_it(self, told, write):
        own = '[gather]\nforms = ["toy/family"]\nwithout = ["toy/visit"]\n'
        assert told(NATIONAL, own) == []
        _, file, _ = read_effective(write("own.toml", f'extends = "base.toml"\n{own}'))
        assert (file.gather.fields, file.gather.versions, file.gather.together) == ({}, {}, ())

    def test_but_not_where_a_part_of_it_is_taken_instead(self, told, write):
        own = '[gather]\nsections = ["toy/visit#next"]\nwithout = ["toy/visit"]\n'
        assert told(NATIONAL, own) == []
        _, file, _ = read_effective(write("own.toml", f'extends = "base.toml"\n{own}'))
        assert list(file.gather.fields) == ["toy/visit"]

    def test_what_the_file_itself_says_of_it_stays_and_can_be_told(self, told, write):
        own = '[gather]\nwithout = ["toy/visit"]\n[gather.fields."toy/visit".worry]\nhide = true\n'
        assert told(NATIONAL, own) == []
        _, file, _ = read_effective(write("own.toml", f'extends = "base.toml"\n{own}'))
        assert list(file.gather.fields["toy/visit"]) == ["summary", "worry"]


class TestFaultsInSeveralFiles:
    """A fault is told in the file that has it."""

    def test_each_in_its_own(self, write):
        write("base.toml", "[authority]\nnmae = 3\n")
        effective, file, faults = read_effective(write("own.toml", 'extends = "base.toml"\n[blnd]\nid = 3\n'))
        assert file is None
        assert [effective.place(fault.path).shown().rpartition("/")[2] for fault in faults] == [
            "own.toml, line 2",
            "base.toml, line 2",
        ]

    def test_the_same_key_first_here_and_then_in_the_base(self, write):
        write("base.toml", "\n\n[blend]\nid = 3\n")
        own = 'extends = "base.toml"\n[blend]\nid = {}\n'
        effective, _, [fault] = read_effective(write("own.toml", own.format(4)))
        assert effective.place(fault.path).shown().endswith("own.toml, line 3")
        effective, _, [fault] = read_effective(write("own.toml", own.format('"a/b"')))
        assert effective.place(fault.path).shown().endswith("base.toml, line 4")


class TestWhereTheBaseIs:
    """A base is a file, named from the folder of the file that extends it."""

    def test_in_another_folder(self, write):
        write("national/base.toml", 'extends = "../world.toml"\n[blend]\ntitle = "T"\n')
        write("world.toml", '[blend]\nversion = "3"\n')
        _, file, faults = read_effective(write("local/own.toml", 'extends = "../national/base.toml"\n'))
        assert (file.blend.title, file.blend.version, faults) == ("T", "3", [])

    def test_by_an_absolute_path(self, write):
        base = write("base.toml", '[blend]\ntitle = "T"\n')
        _, file, _ = read_effective(write("own.toml", f'extends = "{base}"\n'))
        assert file.blend.title == "T"

    @pytest.mark.parametrize(
        "base",
        [
            "nope.toml",
            ".",
            "..",
            "https://example.org/base.toml",
            "a\\u0000b",
            "\\u001b[31m\\n.toml",
            "x" * 5000,
        ],
        ids=["missing", "folder", "parent", "address", "null", "escape", "long"],
    )
    def test_what_is_no_file_is_told_on_its_line(self, write, base):
        with pytest.raises(UserError) as error:
            read_effective(write("own.toml", f'\nextends = "{base}"\n'))
        message = str(error.value)
        assert "own.toml, line 2: extends: there is no file " in message
        assert message.endswith("name it from the folder of this file")
        assert message.isprintable()

    def test_one_that_is_no_blend_is_told_by_its_name(self, write):
        write("base.toml", b"\x00\x01")
        with pytest.raises(UserError, match=r"base\.toml: this blend file is not TOML"):
            read_effective(write("own.toml", 'extends = "base.toml"\n'))

    @pytest.mark.parametrize("number", [1, 2, 4])
    def test_circles_are_told_with_the_files_in_them(self, write, number):
        for one in range(number):
            path = write(f"b{one}.toml", f'extends = "./b{(one + 1) % number}.toml"\n')
        with pytest.raises(UserError) as error:
            read_effective(path)
        assert "this blend extends itself; take out `extends` in one of: " in str(error.value)
        assert all(f"b{one}.toml" in str(error.value) for one in range(number))

    def test_ten_in_a_row_are_read_and_eleven_are_a_mistake(self, write):
        write("b1.toml", '[gather]\nforms = ["a/f1"]\n')
        for one in range(2, 12):
            write(f"b{one}.toml", f'extends = "b{one - 1}.toml"\n[gather]\nforms = ["a/f{one}"]\n')
        _, file, _ = read_effective(write("b10.toml", 'extends = "b9.toml"\n[gather]\nforms = ["a/f10"]\n'))
        assert file.gather.forms == tuple(f"a/f{one}" for one in range(1, 11))
        with pytest.raises(UserError, match="more than 10 blends extend each other"):
            read_effective(write("b11.toml", 'extends = "b10.toml"\n'))

    def test_a_base_named_by_a_number_is_a_fault_like_any(self, write):
        _, _, [fault] = read_effective(write("own.toml", "extends = 3\n"))
        assert (fault.path, fault.message) == (
            ("extends",),
            "a text is needed here, not a number; put it in quotation marks",
        )
