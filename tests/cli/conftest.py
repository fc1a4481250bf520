"""The command line, run as a user runs it, with the toy framework as the only plugin.

Every run is checked for what holds whatever happens: an exit code that means something, no traceback, nothing
that a terminal would obey, and no word of a record unless the command is there to show them (`words=True`).
"""

import copy
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import frozen

from frameworks_core.cli.main import main
from frameworks_core.host.discovery import DISABLE, installed
from frameworks_core.testing import fake_distribution

TELLTALE = "quux"
"""Is in every name, address, answer and id of a document of these records, and nowhere else."""

EXIT_CODES = {0, 1, 2, 3, 130, 143}
COLOUR = re.compile("\x1b\\[[0-9;]*m")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")

CHILD = {"id": "p1", "roles": ["child"], "given_names": "Quuxina", "dob": "2018-05-04", "sex": "F"}
BROTHER = {"id": "p3", "roles": ["child"], "given_names": "Quuxbert", "dob": "2015-01-30", "sex": "M"}
ENVELOPE = {
    "version": "1",
    "status": "draft",
    "id": "quux-7",
    "invented": True,
    "recorded": {"by": "p9", "on": "2026-03-02"},
    "people": [
        CHILD,
        {"id": "p2", "roles": ["parent_carer"], "given_names": "Quuxandra", "address": "1 Quux Row"},
        {"id": "p9", "roles": ["professional"], "given_names": "Quuxton", "organisation": "Quux School"},
    ],
    "relationships": [{"from": "p2", "to": "p1", "kind": "mother"}],
    "agencies": [{"id": "a1", "name": "Quux Surgery", "service": "gp"}],
    "chronology": [{"id": "e1", "on": "2025-11", "what": "Moved to Quux Row.", "source": "p2"}],
}
VISIT = {
    "form": "toy/visit",
    **ENVELOPE,
    "answers": {
        "seen_on": "2026-03-01",
        "seen_alone": "yes",
        "child_words": "Quux is my rabbit.",
        "health_strengths": [{"text": "Quux walks help.", "source": "p2", "basis": "reported"}],
        "health_needs": "Quux at night.",
        "home_needs": "Quux in the wall.",
        "worry": 4,
        "summary": "Quux is better than it was.",
        "next_step": "help",
        "actions": [{"what": "Quux on Mondays", "who": ["p2", "a1"], "mood": "Quuxish"}],
    },
}
FAMILY = {
    "form": "toy/family",
    **ENVELOPE,
    "people": [*ENVELOPE["people"], BROTHER],
    "answers": {
        "child.health": {"p1": "Quux at night.", "p3": "Quux by day."},
        "child.words": {"p1": "Quux is my rabbit.", "p3": "Quux is her rabbit."},
        "home": "Two rooms in Quux Row.",
        "author": "p9",
    },
}


@frozen
class Ran:
    """What a run left behind: its exit code, and what it wrote to standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Stream(io.TextIOWrapper):
    """A stream in memory, which may say that it is a terminal."""

    def __init__(self, data=b"", *, terminal=False):
        super().__init__(io.BytesIO(data), encoding="utf-8")
        self.terminal = terminal

    def isatty(self):
        return self.terminal

    def written(self):
        self.flush()
        return self.buffer.getvalue().decode()


@pytest.fixture
def visit():
    """A record of the form toy/visit about one child: a draft in order."""
    return copy.deepcopy(VISIT)


@pytest.fixture
def family():
    """A record of the form toy/family about two children: a draft in order."""
    return copy.deepcopy(FAMILY)


@pytest.fixture
def save(tmp_path):
    """Write a record, or any bytes, to a file where the runs take place; give its name."""

    def save_as(name, content):
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return name

    return save_as


@pytest.fixture
def files(tmp_path):
    """The names of all files where the runs take place, hidden ones too."""

    def names():
        return sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if not path.is_dir())

    return names


@pytest.fixture
def site(toy_folder):
    """The folders whose plugins are installed."""
    return [str(toy_folder)]


@pytest.fixture
def plugin(tmp_path_factory, site):
    """Install a plugin `frameworks-<name>` 1.0 made of this source."""

    def install(name, source, files=None):
        folder = tmp_path_factory.mktemp("site")
        site.append(str(folder))
        return fake_distribution(folder, f"frameworks-{name}", "1.0", source, files)

    return install


@pytest.fixture(scope="session")
def elsewhere():
    """The plugins installed beside core, to be switched off: these tests know the toy framework only."""
    return ",".join(plugin.distribution for plugin in installed(sys.path))


@pytest.fixture
def run(tmp_path, monkeypatch, site, elsewhere):
    """Run the command line in this process, in the folder `tmp_path`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # Typer sets its own
    monkeypatch.setattr(sys, "path", sys.path)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv(DISABLE, elsewhere)

    def run_here(*args, stdin=b"", env=(), keyboard=False, terminal=False, words=False, fault=False):
        streams = {
            "stdin": Stream(stdin, terminal=keyboard),
            "stdout": Stream(terminal=terminal),
            "stderr": Stream(),
        }
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["frameworks", *map(str, args)])
            patch.setattr(sys, "path", [*site, *sys.path])
            for name, value in dict(env).items():
                patch.setenv(name, value)
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            code = 0
            try:
                main()
            except SystemExit as done:
                code = done.code
        ran = Ran(code or 0, streams["stdout"].written(), streams["stderr"].written())
        check_what_always_holds(ran, words=words, fault=fault)
        return ran

    return run_here


@pytest.fixture
def process(tmp_path, site, elsewhere):
    """Run the installed script as a process of its own; for what only a process can show."""

    def start(*args, program=None, words=False, env=(), **options):
        settings = {"COLUMNS": "100", "PYTHONPATH": os.pathsep.join(site), DISABLE: elsewhere, **dict(env)}
        program = program or Path(sys.executable).with_name("frameworks")
        done = subprocess.run(
            [program, *args],
            cwd=tmp_path,
            env={**os.environ, **settings},
            check=False,
            timeout=60,
            capture_output=True,
            **{"input": b"", **options},
        )
        ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
        check_what_always_holds(ran, words=words)
        return ran

    return start


def check_what_always_holds(ran, *, words, fault=False):
    """No traceback, no control character, no word of a record; an exit code that means something."""
    written = COLOUR.sub("", ran.out) + ran.err
    assert ran.code in EXIT_CODES
    assert "Traceback" not in written
    assert fault or "fault of the toolkit" not in written
    assert not OBEYED.search(written)
    assert words or TELLTALE not in written.lower()
