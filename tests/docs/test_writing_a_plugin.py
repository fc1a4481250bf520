"""The guide for plugin writers is followed to the letter: its files written, its commands run, its outputs compared."""

from __future__ import annotations

import inspect
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from attrs import fields, frozen

from frameworks_core import testing
from frameworks_core.forms.form import Column, Field, Form, Section
from frameworks_core.host import contributions
from frameworks_core.host.hookspecs import HookSpecs
from frameworks_core.host.implementations import HOOKS
from frameworks_core.model import slot as slots
from frameworks_core.model.rows import properties_of
from frameworks_core.statute.codes import code_list_names
from frameworks_core.statute.dimensions import known_dimensions
from frameworks_core.testing import PluginContract

from .console import Ran, as_recorded, commands, run
from .pages import codes

GUIDE = "writing-a-plugin.md"
INSTALL = "pip install -e ."


@frozen
class Followed:
    """The guide, followed in an empty folder."""

    folder: Path
    ran: tuple[Ran, ...]


def paths(folder: Path) -> tuple[Path, Path]:
    """Where a plugin installed in a folder puts its code, and says that it is installed."""
    return folder / "src", folder / "installed"


def install(folder: Path) -> None:
    """Do what pip does for `pip install -e .`, as far as anybody can tell, without a network."""
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]["frameworks"]
    plain = f"{project['name'].replace('-', '_')}-{project['version']}"
    metadata = folder / "installed" / f"{plain}.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.3\nName: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8"
    )
    lines = (f"{name} = {module}\n" for name, module in points.items())
    (metadata / "entry_points.txt").write_text("[frameworks]\n" + "".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def followed(installed, tmp_path_factory, request):
    """Every file of the guide written and every command run, in the order of the page."""
    assert installed
    folder = tmp_path_factory.mktemp("guide") / "kitchen"
    folder.mkdir()
    ran = []
    for block in request.getfixturevalue("guide").blocks():
        if block.file:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.kind == "console":
            for offset, command, output in commands(block.lines):
                if command == INSTALL:
                    install(folder)
                    continue
                ran.append(Ran(command, block.first + offset, output, run(command, folder, *paths(folder))))
    return Followed(folder, tuple(ran))


@pytest.fixture(scope="module")
def guide(request):
    """The guide, for all tests of this module."""
    return request.getfixturevalue("read_page")(GUIDE)


def test_every_command_prints_what_the_guide_shows(guide, followed):
    guide.settle((ran.first, ran.recorded, as_recorded(ran.recorded, ran.printed)) for ran in followed.ran)


def test_no_command_of_the_guide_fails(followed):
    assert not [ran.command for ran in followed.ran if "frameworks:" in "\n".join(ran.printed)]


def test_the_contract_is_told_test_by_test(guide):
    promises = {
        name: inspect.getdoc(test) for name, test in vars(PluginContract).items() if name.startswith("test_")
    }
    rows = [f"| {name.removeprefix('test_').replace('_', ' ')} | {text} |" for name, text in promises.items()]
    guide.settle_generated({"contract": ["| test | |", "|---|---|", *rows]})


def test_the_whole_kit_is_named(guide):
    named = {name for line in guide.lines for name in codes(line)}
    assert sorted(set(testing.__all__) - named - {"PluginContract"}) == []
    assert "class TestContract(PluginContract):" in guide.lines


def test_every_part_of_the_distribution_is_packed(followed):
    project = tomllib.loads((followed.folder / "pyproject.toml").read_text(encoding="utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    files = [path for path in (followed.folder / "src").rglob("*") if path.is_file()]
    assert files
    assert all(any(path.is_relative_to(followed.folder / package) for package in packages) for path in files)


def test_the_form_was_compiled_where_the_guide_says(followed):
    form = followed.folder / "src" / "frameworks_kitchen_table" / "forms" / "conversation.toml"
    assert form.with_suffix(".compiled.json").is_file()


def signature(name: str, function: object) -> str:
    """A signature as it is written in the guide: with types, without self."""
    given = inspect.signature(function)  # type: ignore[arg-type]
    parameters = [value for value in given.parameters.values() if value.name != "self"]
    return re.sub(r"(: |-> )'([^']+)'", r"\1\2", f"{name}{given.replace(parameters=parameters)}")


def test_every_hook_stands_there_with_its_signature(guide):
    headings = [line.removeprefix("### ").strip("`") for line in guide.lines if line.startswith("### `frame")]
    assert headings == [signature(hook, getattr(HookSpecs, hook)) for hook in HOOKS]


def test_every_record_stands_there_with_its_signature(guide):
    written = "\n".join(block.text for block in guide.blocks("python") if not block.file)
    shown = [" ".join(text.split()) for text in re.split(r"\n(?=[A-Z])", written)]
    records = [
        record
        for record in vars(contributions).values()
        if inspect.isclass(record) and record.__module__ == contributions.__name__
    ]
    assert sorted(shown) == sorted(
        signature(record.__name__, record).removesuffix(" -> None") for record in records
    )


SLOTS_HEADING = "5. Slots: what a question means"
ROWS = {
    "view": {"whose", "aspect", "who", "text", "on", "how"},
    "event": {"on", "what", "source", "affects", "significance", "response", "positive"},
    "statement": {"dimensions", "topics", "sense", "text", "about", "source", "on", "basis"},
    "person": {"property", "id", "roles"},
    "people": {"group"},
    "agency": {"group", "id", "disclosure"},
    "consent": {"item"},
    "reflection": {"item"},
    "comment": {"whose"},
}


def test_the_slot_language_is_all_there(guide):
    rows = guide.table(SLOTS_HEADING)
    assert [codes(kind)[0] for kind, _, _ in rows] == list(
        dict.fromkeys(codes(kind)[0] for kind, _, _ in rows)
    )
    assert {codes(kind)[0] for kind, _, _ in rows} == slots.KINDS
    for cell, facets, becomes in rows:
        kind = codes(cell)[0]
        assert set(codes(facets)) == ROWS.get(kind, properties_of(kind)), kind
        assert becomes.startswith("history" if kind in slots.HISTORY_KINDS else "converts"), kind
        assert ("voluntary" in becomes) == (kind in slots.PLAN_KINDS), kind


def test_every_word_of_every_facet_is_there(guide):
    lines = guide.lines[guide.lines.index("The words each facet knows:") :]
    table = [line.strip("|").split("|") for line in lines if line.startswith("| `")]
    shown = {tuple(codes(facet)): set(codes(words)) for facet, words in table[:9]}
    assert shown == {
        ("sense",): slots.SENSES,
        ("topics",): slots.TOPICS,
        ("whose",): slots.WHOSE,
        ("aspect",): slots.ASPECTS,
        ("group", "people"): slots.PEOPLE_GROUPS,
        ("group", "agency"): {"universal", "other"},
        ("item", "consent"): slots.CONSENT_ITEMS,
        ("item", "reflection"): slots.REFLECTION_ITEMS,
        ("dimensions",): known_dimensions(),
    }


TOML_NAMES = {"minimum": "min", "maximum": "max"}
NOT_IN_FILES = {"serves"}
"""What only a blend gives a question."""


@pytest.mark.parametrize(
    ("heading", "record", "more"),
    [
        ("The form", Form, set()),
        ("A section", Section, {"blocks"}),
        ("A field", Field, set()),
        ("A column", Column, set()),
    ],
)
def test_every_key_of_a_form_is_there(guide, heading, record, more):
    shown = [key for cell, _ in guide.table(heading) for key in codes(cell)]
    known = {TOML_NAMES.get(attribute.name, attribute.name) for attribute in fields(record)}
    assert sorted(shown) == sorted((known | more) - NOT_IN_FILES)


def test_every_shared_list_of_codes_is_there(guide):
    text = "\n".join(guide.lines).partition("Shared lists of codes: ")[2].partition("\n\n")[0]
    assert codes(text) == list(code_list_names())


PLUGIN = "src/frameworks_kitchen_table/plugin.py"
RULE_FILE = "src/frameworks_kitchen_table/rules.py"
FORM_FILE = "src/frameworks_kitchen_table/forms/conversation.toml"
HOOK = "@hookimpl\ndef frameworks_gather()"
YIELD = 'yield FormFile("kitchen_table/conversation", FORMS / "conversation.toml")'
SLIPS = {
    "the module does not import": (PLUGIN, "import FormFile, Framework, Rule", "import FormFiles"),
    "a misspelt hook": (PLUGIN, "def frameworks_gather", "def frameworks_gathers"),
    "a hook without `@hookimpl`": (PLUGIN, HOOK, "def frameworks_gather()"),
    "a hook with arguments": (PLUGIN, "def frameworks_gather()", "def frameworks_gather(forms=None)"),
    "a hook that wraps other plugins": (PLUGIN, HOOK, "@hookimpl(wrapper=True)\ndef frameworks_gather()"),
    "a hook that returns nothing": (PLUGIN, YIELD, "return None\n\n\ndef _nothing():\n    " + YIELD),
    "a record of another kind": (PLUGIN, YIELD, 'yield "conversation.toml"'),
    "a hook that fails late": (PLUGIN, YIELD, YIELD + '\n    raise OSError("the shelf is empty")'),
    "no description": (PLUGIN, "@hookimpl\ndef frameworks_describe()", "def _describe()"),
    "hooks of another version": (PLUGIN, "api_version=1", "api_version=2"),
    "another framework's name": (PLUGIN, '"kitchen_table/conversation"', '"caf/conversation"'),
    "one name twice": (PLUGIN, YIELD, f"{YIELD}\n    {YIELD}"),
    "one framework in two plugins": None,
    "a word the form language does not know": (FORM_FILE, 'type = "long"', 'type = "longs"'),
    "a form file with another id": (
        FORM_FILE,
        'id = "kitchen_table/conversation"',
        'id = "kitchen_table/talk"',
    ),
    "a rule about another plugin's form": (
        RULE_FILE,
        '("kitchen_table/conversation",)',
        '("caf/assessment",)',
    ),
    "a function named like a hook that is none, unmarked": (PLUGIN, HOOK, "def frameworks_gathers()"),
}


def second_plugin(folder: Path) -> None:
    """Install the same framework once more, under another name."""
    shutil.copytree(
        folder / "src" / "frameworks_kitchen_table", folder / "src" / "frameworks_kitchen_table_too"
    )
    (first,) = (folder / "installed").iterdir()
    second = shutil.copytree(first, first.with_name("frameworks_kitchen_table_too-0.1.0.dist-info"))
    for path in second.iterdir():
        text = path.read_text(encoding="utf-8").replace("kitchen-table", "kitchen-table-too")
        path.write_text(text.replace("table.plugin", "table_too.plugin"), encoding="utf-8")


def test_every_slip_reads_as_the_guide_says(guide, followed, tmp_path):
    table = {
        slip: (codes(says)[0], codes(where)[0]) for slip, says, where in guide.table("Slips the host catches")
    }
    assert list(table) == list(SLIPS)
    unread = []
    for number, (slip, (says, where)) in enumerate(table.items()):
        folder = shutil.copytree(followed.folder, tmp_path / str(number))
        if change := SLIPS[slip]:
            name, old, new = change
            text = (folder / name).read_text(encoding="utf-8")
            assert old in text, slip
            (folder / name).write_text(text.replace(old, new), encoding="utf-8")
        else:
            second_plugin(folder)
        printed = " ".join(" ".join(run(where, folder, *paths(folder))).split())
        if says not in printed:
            unread.append((slip, printed[-600:]))
    assert not unread
