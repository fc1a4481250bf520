"""A stand-in is a plugin as pip would install it."""

import sys

from frameworks_core.host.registry import load_registry
from frameworks_core.testing import fake_distribution

SOURCE = """
from pathlib import Path
from frameworks_core.host.contributions import Framework
from frameworks_core.host.hookspecs import hookimpl

TITLE = (Path(__file__).parent / "texts" / "title.txt").read_text()

@hookimpl
def frameworks_describe():
    yield Framework(
        name="one", title=TITLE, kind="practice model", edition="1", source="D", rights="None.", api_version=1
    )
"""


def test_it_is_installed_where_its_folder_is_on_the_path(tmp_path, monkeypatch):
    package = fake_distribution(tmp_path, "frameworks-one", "1.2", SOURCE, {"texts/title.txt": "One"})
    assert package.parent == tmp_path
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    plugin = next(plugin for plugin in load_registry().plugins if plugin.distribution == "frameworks-one")
    assert (plugin.version, plugin.framework.title) == ("1.2", "One")


def test_each_has_a_module_of_its_own_even_under_one_name(tmp_path):
    first = fake_distribution(tmp_path / "a", "frameworks-one", "1", "")
    second = fake_distribution(tmp_path / "b", "frameworks-one", "1", "")
    assert first.name != second.name
