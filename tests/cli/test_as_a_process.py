"""What only a process can show: the installed script, pipes that close, streams that are gone, shell completion."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).with_name("frameworks")


@pytest.fixture
def shell(process):
    """Run a line of shell in which `frameworks` is the installed script."""

    def run_line(line, **options):
        path = os.pathsep.join((str(SCRIPT.parent), os.environ["PATH"]))
        return process("-c", line, program="sh", env={"PATH": path, **options.pop("env", {})}, **options)

    return run_line


def test_the_installed_script_reads_standard_input_and_ends_with_the_code_it_means(process, visit):
    assert process("validate", "-", input=json.dumps(visit).encode()).code == 0
    visit["answers"]["worry"] = "quux"
    ran = process("validate", "-", input=json.dumps(visit).encode())
    assert ran.code == 1
    assert "standard input\n" in ran.out


@pytest.mark.parametrize("command", ["forms show toy/visit", "schema show toy/visit", "plugins"])
def test_a_reader_that_has_read_enough_is_no_fault(shell, command):
    # The reader is gone before anything is written.
    ran = shell(f"(frameworks {command}; echo $? >&2) | true")
    assert ran.err == "2\n"  # and not 1, which would say that there are findings


def test_head_gets_its_line(shell):
    ran = shell("frameworks forms show toy/visit | head -n 1")
    assert (ran.out, ran.err) == ("Visit record\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["forms list", "new toy/visit", "--version", "--help"])
def test_a_result_that_finds_no_room_is_told(shell, command):
    ran = shell(f"frameworks {command} > /dev/full")
    assert ran.code == 2
    assert "No space left on device" in ran.err


@pytest.mark.parametrize("command", ["forms list", "--version"])
def test_so_is_one_that_nobody_can_get(shell, command):
    ran = shell(f"frameworks {command} >&-")
    assert ran.code == 2
    assert ran.err == "frameworks: standard output is closed; open it, or send it to a file\n"


def test_a_refusal_that_nobody_can_read_is_still_one(shell):
    assert shell("frameworks new toy/vist 2>&-").code == 2


def test_without_standard_input_there_is_nothing_to_read(shell):
    ran = shell("frameworks validate - <&-")
    assert ran.code == 2
    assert "standard input: nothing can be read there" in ran.out


def test_control_c_ends_with_130_and_a_sentence(site, elsewhere):
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(site), "FRAMEWORKS_DISABLE": elsewhere}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([SCRIPT, "validate", "-"], env=env, **pipes) as started:
        wait_until_it_reads(started)
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=60)
    assert (started.returncode, out) == (130, b"")
    assert err == b"frameworks: interrupted; no file was left half written\n"


def wait_until_it_reads(started):
    """Wait until a process has read what is in its standard input, and waits for more."""
    from fcntl import ioctl
    from termios import FIONREAD

    started.stdin.write(b"{")
    started.stdin.flush()
    for _ in range(600):
        if ioctl(started.stdin, FIONREAD, b"\0" * 4) == b"\0" * 4:
            return
        time.sleep(0.1)


class TestCompletion:
    """The shell completes commands, options, choices and the ids of installed forms."""

    @pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
    def test_there_is_a_script_for_each_shell(self, process, name):
        ran = process(env={"_FRAMEWORKS_COMPLETE": f"source_{name}"})
        assert ran.code == 0
        assert "_FRAMEWORKS_COMPLETE=complete_" in ran.out

    @pytest.mark.parametrize(
        ("line", "completed"),
        [
            ("frameworks val", ["validate"]),
            ("frameworks forms s", ["show"]),
            ("frameworks convert a.json --pur", ["--purpose"]),
            ("frameworks validate a.json --stage ", ["draft", "final"]),
            ("frameworks convert a.json --to toy/f", ["toy/family"]),
            ("frameworks new toy/", ["toy/family", "toy/visit"]),
        ],
    )
    def test_a_word_is_completed(self, process, line, completed):
        position = str(len(line.split(" ")) - 1)
        env = {"_FRAMEWORKS_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": position}
        ran = process(env=env)
        assert ran.out.split() == completed
