"""Files that are generated and committed are those the forms give; each message is the command that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from frameworks_core.cli import schema_files
from frameworks_core.forms.compiled import read_compiled
from frameworks_core.forms.loading import form_from_source
from frameworks_core.host.registry import load_registry

ROOT = Path(__file__).parents[2]
FORM_FILES = sorted(ROOT.glob("plugins/*/src/*/forms/*.toml"))


def test_schemas_are_those_of_the_forms_and_of_a_blend_file() -> None:
    stale = schema_files.stale(load_registry(), ROOT / "schemas")
    assert not stale, f"{stale}; to mend it: frameworks schema write"


@pytest.mark.parametrize("path", FORM_FILES, ids=lambda path: "/".join((path.parts[-5], path.stem)))
def test_compiled_forms_are_those_of_their_definitions(path: Path) -> None:
    source = path.read_bytes()
    assert read_compiled(path, source) == form_from_source(source, path), (
        f"to mend it: frameworks forms compile {path.relative_to(ROOT)}"
    )
