"""Blend files written inline, and frameworks made of a few lines to blend."""

import sys

import pytest

from frameworks_core.blend.blend import examine
from frameworks_core.blend.faults import shown_path
from frameworks_core.host.discovery import installed
from frameworks_core.host.registry import load_registry
from frameworks_core.testing import fake_distribution

HEAD = """\
[blend]
id = "town/record"
version = "1"
title = "Town record"
plain_title = "Your record"
"""
VISIT = HEAD + '\n[gather]\nforms = ["toy/visit"]\n'

PLUGIN = """\
from pathlib import Path
from frameworks_core.host.contributions import FormFile, Framework, Hit, Rule
from frameworks_core.host.hookspecs import hookimpl

@hookimpl
def frameworks_describe():
    yield Framework(name="{name}", title="{name}", kind="recording format", edition="1", source="D", rights="-",
                    api_version=1)

@hookimpl
def frameworks_gather():
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        yield FormFile("{name}/" + path.stem, path)

def rule(code, check, **other):
    return Rule(**dict(dict(code=code, severity="warning", title="T", why="W", fix="F", authority="D", stage="draft",
                            forms=("{name}/form",), check=check), **other))
"""
FORM = """\
id = "{name}/form"
version = "1"
title = "Form"
plain_title = "Form"
about = "{about}"
basis = "{basis}"
source = "D"
{more}
[[sections]]
id = "{section}"
title = "Section"
plain = "Section"
"""
FIELD = """
[[sections.fields]]
id = "{id}"
label = "{id} label"
plain = "{id} plain"
type = "{type}"
function = "gather"
about = "{about}"
source = "D"
{more}
"""
WORDS = 'slot = { kind = "view", whose = "child", aspect = "words" }'
HEALTH = 'slot = { kind = "statement", dimensions = ["health"], sense = "need" }'


def question(id_, more="", type_="long", about="child"):
    """A question of a form, as its file says it."""
    return FIELD.format(id=id_, type=type_, about=about, more=more)


def form(*questions, about="child", basis="consent", section="main", more=""):
    """What stands in a form file, but for its name."""
    return {"about": about, "basis": basis, "section": section, "more": more, "questions": questions}


@pytest.fixture
def frameworks(tmp_path_factory):
    """A registry of frameworks with one form each, `<name>/form`; `rules` is more source of their plugins."""

    def make(rules="", **forms):
        folder = tmp_path_factory.mktemp("site")
        for name, one in forms.items():
            head = FORM.format(name=name, **{key: one[key] for key in one if key != "questions"})
            source = (PLUGIN + rules).replace("{name}", name)
            fake_distribution(
                folder,
                f"frameworks-{name}",
                "1.0",
                source,
                {"form.toml": head + "".join(one["questions"])},
            )
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "path", [str(folder), *sys.path])
            registry = load_registry(installed([str(folder)]))
            assert not registry.broken
            assert registry.forms()  # read now: their files are found without the path
        return registry

    return make


@pytest.fixture
def write(tmp_path):
    """Write a file, below the folder of the test; give its path."""

    def write_file(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_file


@pytest.fixture
def examined(write, toy_registry):
    """Examine a blend file of this text."""

    def examine_text(text, registry=toy_registry, name="town.toml"):
        return examine(write(name, text), registry)

    return examine_text


@pytest.fixture
def made(examined):
    """The form that a blend file of this text makes, which has to be in order."""

    def make(text, *registry):
        blend = examined(text, *registry)
        assert blend.blend is not None, [blend.line(fault) for fault in blend.faults]
        return blend.blend.form

    return make


@pytest.fixture
def told(examined):
    """What is told about a blend file of this text: for each fault its line, its key and what is wrong."""

    def tell(text, *registry):
        found = examined(text, *registry)
        return [
            (place.source.line(place.path), shown_path(fault.path), fault.message)
            for fault in found.faults
            for place in [found.effective.place(fault.path)]
        ]

    return tell
