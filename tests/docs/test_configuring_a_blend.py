"""The guide to blends is followed to the letter: its files built up, its commands run, its slips made."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from attrs import frozen

from frameworks_core.blend.blend import load_blend
from frameworks_core.blend.checking.report_text import as_text
from frameworks_core.cli.blend_checks import check_blends

from .console import Ran, as_recorded, commands, run
from .pages import ROOT, codes

GUIDE = "configuring-a-blend.md"
COLUMNS = "88"
BLEND = "saltmere.toml"
OWN = "home_and_away"
OWN_DIMENSION = "family_history_functioning/household"
OWN_SLOT = f'{{ kind = "statement", dimensions = ["{OWN_DIMENSION}"], sense = "information" }}'


@frozen
class Followed:
    """The guide, followed in a folder."""

    folder: Path
    ran: tuple[Ran, ...]


def tables(text: str) -> list[tuple[str, str]]:
    """A blend file's tables with their headers; what stands before the first has none."""
    first, *rest = re.split(r"^(?=\[)", text, flags=re.MULTILINE)
    return [("", first), *((part.split("]")[0], part) for part in rest)]


def put_into(text: str, snippet: str) -> str:
    """The file with the tables of a snippet, as the guide asks: in the place of the file's own, or at the end."""
    parts = tables(text)
    for header, part in tables(snippet)[1:]:
        known = [name for name, _ in parts]
        if header in known and not header.startswith("[["):
            parts[known.index(header)] = (header, part)
        else:
            parts.append((header, part))
    return "\n\n".join(part.strip("\n") for _, part in parts if part.strip()) + "\n"


@pytest.fixture(scope="module")
def guide(request):
    """The guide, for all tests of this module."""
    return request.getfixturevalue("read_page")(GUIDE)


@pytest.fixture(scope="module")
def followed(installed, guide, tmp_path_factory):
    """Every step of the guide taken, in the order of the page."""
    assert installed
    folder = tmp_path_factory.mktemp("guide")
    (folder / "examples").symlink_to(ROOT / "examples")
    ran = []
    for block in guide.blocks():
        if block.file:
            path = folder / block.file
            text = put_into(path.read_text(encoding="utf-8"), block.text) if block.joins else block.text
            path.write_text(text, encoding="utf-8")
            tomllib.loads(text)
        elif block.kind == "console":
            for offset, command, output in commands(block.lines):
                printed = run(command, folder, columns=COLUMNS)
                ran.append(Ran(command, block.first + offset, output, printed))
    return Followed(folder, tuple(ran))


def test_every_command_prints_what_the_guide_shows(guide, followed):
    guide.settle((ran.first, ran.recorded, as_recorded(ran.recorded, ran.printed)) for ran in followed.ran)


def test_no_command_of_the_guide_fails(followed):
    assert not [ran.command for ran in followed.ran if "frameworks:" in "\n".join(ran.printed)]


def test_every_file_of_the_guide_is_built_up_step_by_step(guide, followed):
    steps = [(block.file, block.joins) for block in guide.blocks("toml") if block.file]
    assert steps[0] == (BLEND, False)
    assert {name for name, joins in steps if joins} == {BLEND}
    assert {name for name, _ in steps} == {path.name for path in followed.folder.glob("*.toml")}


def changed(folder: Path, *changes: tuple[str, str]) -> str:
    """The finished blend of the guide with some of its words replaced."""
    text = (folder / BLEND).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def test_every_slot_of_the_table_suits_a_question_of_ones_own(guide, followed, installed, tmp_path):
    written = 'type = "long"\nabout = "family"\nminutes = 3\nslot = ' + OWN_SLOT
    history = []
    for number, (asks, kind, cell) in enumerate(guide.table("Slots for your own questions")):
        slots = [code for code in codes(cell) if code.startswith("{")]
        for slot in slots or [OWN_SLOT.replace("information", word.strip('"')) for word in senses(cell)]:
            path = tmp_path / f"{number}.toml"
            new = f'type = "{codes(kind)[0]}"\nabout = "family"\nslot = {slot}'
            path.write_text(changed(followed.folder, (written, new)), encoding="utf-8")
            own = load_blend(path, installed).form.fields[OWN]
            assert own.slot is not None, asks
        history.append(own.slot.is_history)
    assert history == [False] * 6 + [True] * 3


def senses(cell: str) -> list[str]:
    """The senses that a row of the table names for the slot above it."""
    return [word.removeprefix("sense = ") for word in codes(cell)]


def test_an_answer_to_a_question_of_ones_own_travels_both_ways(followed):
    records = [
        json.loads((followed.folder / name).read_text("utf-8")) for name in ("emilija.json", "moved.json")
    ]
    came_in, moved_on = (record["answers"] for record in records)
    [answer] = came_in[OWN]
    assert answer["heading"] == "Current family and home situation"
    assert OWN not in moved_on
    assert answer["text"] in [entry["text"] for entry in moved_on["family_history_functioning.information"]]


def test_a_variant_changes_words(followed, installed, tmp_path):
    path = tmp_path / BLEND
    variants = '[gather.variants]\n"signs_of_safety/mapping" = "wellbeing"\n\n[analyse]'
    path.write_text(changed(followed.folder, ("[analyse]", variants)), encoding="utf-8")
    before, after = (load_blend(one, installed).form for one in (followed.folder / BLEND, path))
    assert list(before.fields) == list(after.fields)
    assert before.fields["harm_entries"].label != after.fields["harm_entries"].label


def test_the_schema_is_where_the_guide_says(guide, followed, installed, tmp_path):
    [line] = [block.lines[0] for block in guide.blocks("toml") if not block.file]
    assert (ROOT / line.removeprefix("#:schema ")).is_file()
    path = tmp_path / BLEND
    path.write_text(f"{line}\n{changed(followed.folder)}", encoding="utf-8")
    assert load_blend(path, installed)


LOWERED = '{ code = "SGA005", severity = "note" }'
RAISED = '{ code = "SGA117", severity = "error", reason = "no plan is signed without its plan B" }'
OLD_WORDS = "day_in_life = {"
SLIPS: dict[str, tuple[tuple[str, str], ...]] = {
    "a quotation mark or a comma is left out": (('mapping#child_views",', 'mapping#child_views"'),),
    "quotation marks of a word processor": (('"Saltmere assessment"', "“Saltmere assessment”"),),
    "a table stands in the file twice": (("[analyse]", '[gather]\norder = ["referral"]\n\n[analyse]'),),
    "a misspelt key": (("questions = [", "question = ["),),
    "a question, section or lens that is not there": (("child_views", "child_veiws"),),
    "an id with a dot, without quotation marks": (('"income.information"', "income.information"),),
    "a form that is not installed": (
        ("[plugins]", '[plugins]\nkitchen_table = "frameworks-kitchen-table"'),
        ('forms = ["single', 'forms = ["kitchen_table/conversation", "single'),
    ),
    "a statutory item is hidden": (("model_parts", "contacts_children"),),
    "a statutory rule is lowered": ((RAISED, LOWERED),),
    "the id begins with a framework's name": (('id = "saltmere/', 'id = "signs_of_safety/'),),
    "two labels for a question asked once": (
        (OLD_WORDS, f'child_words = {{ label = "Her words" }}\n{OLD_WORDS}'),
        ("danger_statements = {", 'child_views = { label = "His words" }\ndanger_statements = {'),
    ),
    "questions put together that do not fit": (
        ('fairy_wizard#fairy_wizard_good"],', 'mapping#danger_statements"],'),
    ),
    "your own question asks what a form asks": ((OWN_DIMENSION, "income"),),
    "a day in quotation marks": ((RAISED, RAISED.replace(", reason", ', until = "2027-06-30", reason')),),
}


def test_every_slip_reads_as_the_guide_says(guide, followed, tmp_path):
    table = {slip: codes(says)[0] for slip, says, _ in guide.table("Slips and what is said")}
    assert list(table) == list(SLIPS)
    unread = []
    for slip, says in table.items():
        (tmp_path / BLEND).write_text(changed(followed.folder, *SLIPS[slip]), encoding="utf-8")
        printed = " ".join(as_text(check_blends([str(tmp_path / BLEND)]), 200).split())
        if says not in printed:
            unread.append((slip, printed[:900]))
    assert not unread
