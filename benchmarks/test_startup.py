"""Whole processes, against a Python that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
COMMAND = str(Path(sys.executable).with_name("frameworks"))
EXAMPLE = "examples/harper_family/caf_v3.json"
# An installed package brings its bytecode. Where Python is told to write none, every run would compile the toolkit anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BLEND = "examples/authorities/thistlemere/assessment.toml"
RECORD = "examples/authorities/thistlemere/harper.json"
CONVERT = ["convert", EXAMPLE, "--to", "single_assessment/assessment", "--dry-run"]


@pytest.mark.benchmark(group="start-up, against python -c pass")
@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-c", "pass"],
        [COMMAND, "--version"],
        [COMMAND, "--help"],
        [COMMAND, "validate", EXAMPLE],
        [COMMAND, *CONVERT],
        [COMMAND, "validate", RECORD, "--blend", BLEND],
        [COMMAND, "convert", EXAMPLE, "--to", BLEND, "--dry-run"],
    ],
    ids=[
        "python -c pass",
        "--version",
        "--help",
        "validate FILE",
        "convert FILE",
        "validate FILE of a blend",
        "convert FILE to a blend",
    ],
)
def test_start(benchmark: Any, command: list[str]) -> None:
    run = subprocess.run
    arguments = {"cwd": ROOT, "check": True, "env": ENVIRONMENT, "stdout": subprocess.DEVNULL}
    benchmark.pedantic(run, args=(command,), kwargs=arguments, rounds=25, warmup_rounds=3)
