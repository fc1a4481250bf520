"""Plugins that are not really installed, each with the fault a test is about."""

import sys
from pathlib import Path

import pytest

import frameworks_core.forms.definition  # noqa: F401  # imported late, which it cannot be while the search path is a test's own
from frameworks_core.host.discovery import installed
from frameworks_core.host.registry import load_registry
from frameworks_core.testing import fake_distribution

HEAD = """\
from pathlib import Path
from frameworks_core.host.contributions import *
from frameworks_core.host.hookspecs import hookimpl

FORMS = Path(__file__).parent / "forms"

def framework(name, api_version=1, kind="practice model"):
    return Framework(
        name=name, title="A model", kind=kind, edition="1", source="D", rights="-", api_version=api_version
    )

def rule(code, form, **other):
    texts = dict(severity="note", title="T", why="W", fix="F", authority="D", stage="draft", check=print)
    return Rule(code=code, forms=(form,), **{**texts, **other})
"""

DESCRIBE = """
@hookimpl
def frameworks_describe():
    yield framework("NAME")
"""

GATHER = """
@hookimpl
def frameworks_gather():
    yield FormFile("NAME/talk", FORMS / "talk.toml")
"""

FORM = """\
id = "NAME/talk"
version = "1"
title = "Talk"
plain_title = "Our talk"
about = "child"
basis = "consent"
source = "D"

[[sections]]
id = "talk"
title = "Talk"
plain = "Our talk"

[[sections.fields]]
id = "words"
label = "Words"
plain = "What you said"
type = "long"
function = "gather"
about = "child"
source = "D"
"""


class Plugins:
    """A folder in which plugins are installed one by one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, name: str, source: str = "", *, sound: bool = True) -> Path:
        """Install a plugin `frameworks-<name>` 1.0: a sound one with one form, and `source` after it."""
        base = DESCRIBE + GATHER if sound else ""
        module = (HEAD + base + source).replace("NAME", name)
        form = {"forms/talk.toml": FORM.replace("NAME", name)}
        return fake_distribution(self.folder, f"frameworks-{name}", "1.0", module, form)

    def broken(self):
        """Load everything and give the one plugin that is broken."""
        registry = load_registry()
        registry.serves()
        registry.rules()
        [broken] = registry.broken
        return broken


@pytest.fixture
def plugins(tmp_path, monkeypatch) -> Plugins:
    """An empty folder for plugins, and no others installed."""
    elsewhere = [entry for entry in sys.path if not _holds_plugins(entry)]
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.setattr(sys, "path", [str(folder), *elsewhere])
    return Plugins(folder)


def _holds_plugins(entry: str) -> bool:
    return bool(installed([entry]))
