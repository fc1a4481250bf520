"""The README says what is so: its first two blocks are the two commands, and its tour shows real output."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
TOUR = [text for language, text in BLOCKS if language == "console"]
COMMAND = Path(sys.executable).with_name("frameworks")


def test_the_first_two_blocks_are_the_two_commands_on_one_line_each() -> None:
    (first, install), (second, test) = BLOCKS[:2]
    assert (first, second) == ("sh", "sh")
    assert install.count("\n") == test.count("\n") == 1
    assert install.rstrip().endswith("--dry-run")
    assert test.rstrip().endswith("pytest -q")


def test_ci_installs_and_tests_by_the_readmes_own_commands() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for _, command in BLOCKS[:2]:
        arguments = re.search(r"pip install -q (.*?) &&", command)
        assert arguments
        assert arguments[1] in script


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("block", TOUR, ids=[text.split("\n", 1)[0] for text in TOUR])
def test_the_tour_shows_real_output(block: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    command, _, expected = block.partition("\n")
    arguments = shlex.split(command.removeprefix("$ "))
    assert arguments[0] == "frameworks"
    done = subprocess.run(
        [COMMAND, *arguments[1:]],
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "88", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    pattern = "".join(
        "(.*\n)*?" if line == "..." else re.escape(f"{line}\n") for line in expected.rstrip("\n").split("\n")
    )
    assert re.fullmatch(pattern, done.stdout), f"shown:\n{expected}\nreal:\n{done.stdout}"
