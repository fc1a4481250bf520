"""A full disk, an interruption, a stream that is gone: a sentence and an honest exit code, and nothing half done."""

import errno
import os
import signal
import subprocess
import sys

import pytest

from frameworks_core.exchange import file_writing


@pytest.fixture
def _saved(save, visit, family):
    save("visit.json", visit)
    save("family.json", family)


COMMANDS = {
    "convert": "convert visit.json --to toy/family -o new.json --force",
    "convert, each child": "convert family.json --to toy/visit -o . --force",
    "convert, the report": "convert visit.json --to toy/family --dry-run --report new.json --force",
    "validate": "validate visit.json -o new.json --force",
    "new": "new toy/visit -o new.json --force",
    "schema show": "schema show toy/visit -o new.json --force",
}
FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.usefixtures("_saved")
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
class TestWhileAFileIsWritten:
    """Whatever stops it, the file that was there is untouched and no part of the new one is left."""

    @pytest.fixture
    def stopped(self, run, files, save, tmp_path):
        """Run a command that is stopped, and see that every file is as it was."""

        def stop(command):
            save("new.json", b"mine")
            save("p1.json", b"mine")
            before = {name: (tmp_path / name).read_bytes() for name in files()}
            ran = run(*command.split())
            assert {name: (tmp_path / name).read_bytes() for name in files()} == before
            return ran

        return stop

    @pytest.mark.parametrize("call", ["fsync", "replace"])
    def test_an_interruption_ends_with_130(self, stopped, monkeypatch, command, call):
        def interrupted(*_args, **_kwargs):
            raise KeyboardInterrupt

        monkeypatch.setattr(os, call, interrupted)
        ran = stopped(command)
        assert ran.code == 130
        assert ran.err == "frameworks: interrupted; no file was left half written\n"

    def test_a_full_disk_ends_with_2(self, stopped, monkeypatch, command):
        def full(*_args, **_kwargs):
            raise FULL

        monkeypatch.setattr(os, "fsync", full)
        ran = stopped(command)
        assert ran.code == 2
        assert "could not be written: the disk is full; free some space, or choose another disk" in ran.err


@pytest.mark.usefixtures("_saved")
class TestOfSeveralFiles:
    """Files that belong together are written together."""

    @pytest.fixture
    def only_one(self, monkeypatch):
        """A disk with room for one file."""
        sync = os.fsync
        synced = []

        def limited(descriptor):
            synced.append(descriptor)
            if len(synced) > 2:  # the file and its folder
                raise FULL
            sync(descriptor)

        monkeypatch.setattr(file_writing.os, "fsync", limited)

    @pytest.mark.usefixtures("only_one")
    @pytest.mark.parametrize(
        "command",
        [
            "convert family.json --to toy/visit -o .",
            "convert visit.json --to toy/family -o new.json --report report.json",
        ],
    )
    def test_the_first_is_taken_away_if_the_second_does_not_fit(self, run, files, command):
        ran = run(*command.split())
        assert ran.code == 2
        assert "the disk is full" in ran.err
        assert files() == ["family.json", "visit.json"]

    @pytest.mark.usefixtures("only_one")
    def test_but_not_where_force_may_have_replaced_something(self, run, files):
        run("convert", "family.json", "--to", "toy/visit", "-o", ".", "--force")
        assert files() == ["family.json", "p1.json", "visit.json"]


def test_a_disk_that_is_really_full(run, save, visit, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "none", str(disk)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("needs a user who may mount a disk")
    try:
        visit["answers"]["summary"] = "Quux. " * 10_000
        ran = run("convert", save("visit.json", visit), "--to", "toy/family", "-o", "disk/new.json")
        assert ran.code == 2
        assert "disk/new.json could not be written: the disk is full" in ran.err
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("at", ["reading", "checking"])
def test_an_interruption_at_any_time_ends_with_130(run, save, visit, monkeypatch, at):
    def interrupted(*_args, **_kwargs):
        raise KeyboardInterrupt

    name = save("visit.json", visit)
    where = {
        "reading": "frameworks_core.cli.documents.read_bytes",
        "checking": "frameworks_core.checks.checking.Checker.check",
    }
    monkeypatch.setattr(where[at], interrupted)
    ran = run("validate", name)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "frameworks: interrupted; no file was left half written\n"


WHEN_ASKED_TO_END = """
import os, signal, sys
from frameworks_core.cli.main import main

def ask(_descriptor):
    os.kill(os.getpid(), signal.SIGTERM)

os.fsync = ask
sys.argv = ["frameworks", *sys.argv[1:]]
main()
"""


@pytest.mark.usefixtures("_saved")
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_process_asked_to_end_while_it_writes_clears_away_and_ends_with_143(
    process, files, save, tmp_path, command
):
    save("new.json", b"mine")
    save("p1.json", b"mine")
    before = {name: (tmp_path / name).read_bytes() for name in files()}
    ran = process("-c", WHEN_ASKED_TO_END, *command.split(), program=sys.executable)
    assert (ran.code, ran.out) == (143, "")
    assert ran.err == (
        "frameworks: asked to end by the system or another program; no file was left half written\n"
    )
    assert {name: (tmp_path / name).read_bytes() for name in files()} == before


def test_a_process_that_was_told_not_to_mind_does_not(process, save, visit):
    program = WHEN_ASKED_TO_END.replace("main()\n", "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nmain()\n")
    save("visit.json", visit)
    command = "convert visit.json --to toy/family -o new.json"
    ran = process("-c", program, *command.split(), program=sys.executable)
    assert ran.code == 0


def test_afterwards_the_signal_does_what_it_did_before(run):
    before = signal.getsignal(signal.SIGTERM)
    run("plugins")
    assert signal.getsignal(signal.SIGTERM) is before


class TestAFaultOfOurOwn:
    """What nobody foresaw is told by its place only: its own text and its traceback may quote a record."""

    @pytest.fixture
    def fault(self, monkeypatch, save, visit):
        def failing(*_args, **_kwargs):
            raise KeyError("Quux is my rabbit.")

        save("visit.json", visit)
        monkeypatch.setattr("frameworks_core.checks.overview.overview", failing)

    @pytest.mark.usefixtures("fault")
    def test_ends_with_2_and_the_place(self, run):
        ran = run("info", "visit.json", fault=True)  # `run` looks for the words of the record
        assert (ran.code, ran.out) == (2, "")
        assert "a fault of the toolkit or of a plugin: KeyError in " in ran.err
        assert "test_interruptions.py, line " in ran.err

    @pytest.mark.usefixtures("fault")
    def test_shows_its_traceback_only_if_asked(self, run):
        with pytest.raises(KeyError):
            run("info", "visit.json", env={"FRAMEWORKS_TRACEBACK": "1"})
