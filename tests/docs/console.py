"""Commands of the documentation: run, and their output as a page should show it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

COLUMNS = "100"
COMMANDS = {
    "frameworks": ["-c", "from frameworks_core.cli.main import main; main()"],
    "pytest": ["-m", "pytest", "-p", "no:cacheprovider"],
}
SECONDS = re.compile(r"\d+\.\d\ds")


@frozen
class Ran:
    """One command of a page: where its output stands, what stands there, and what it printed."""

    command: str
    first: int
    recorded: tuple[str, ...]
    printed: tuple[str, ...]


def run(command: str, folder: Path, *path: Path, columns: str = COLUMNS) -> tuple[str, ...]:
    """What a command prints in a folder, with more folders on Python's path."""
    program, *arguments = shlex.split(command)
    env = {
        **os.environ,
        "COLUMNS": columns,
        "NO_COLOR": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": os.pathsep.join(map(str, path)),
    }
    done = subprocess.run(
        [sys.executable, *COMMANDS[program], *arguments],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return tuple(line.rstrip() for line in done.stdout.rstrip("\n").split("\n"))


def commands(lines: Sequence[str]) -> list[tuple[int, str, tuple[str, ...]]]:
    """Each command of a console block: where its output begins, the command, its output."""
    starts = [index for index, line in enumerate(lines) if line.startswith("$ ")]
    return [
        (start + 1, lines[start].removeprefix("$ "), tuple(lines[start + 1 : end]))
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]


def as_recorded(recorded: Sequence[str], printed: Sequence[str]) -> list[str]:
    """What a page should show of an output, given what it shows: parts cut out (`...`) stay cut out.

    A passage goes from its first line to its last, or keeps its length where that one is gone. Where the first is
    gone, the whole output is shown, for a person to cut.
    """
    printed = [SECONDS.sub("1.50s", line) for line in printed]
    shown: list[str] = []
    position = 0
    for number, part in enumerate(parts := _passages(recorded)):
        if number:
            shown.append("...")
        if not part and number in {0, len(parts) - 1} and len(parts) > 1:
            continue  # the output is cut at its beginning or end
        if number and part[0] not in printed[position:]:
            return printed
        start = printed.index(part[0], position) if number else 0
        if number == len(parts) - 1:
            end = len(printed)
        elif part[-1] in printed[start:]:
            end = printed.index(part[-1], start) + 1
        else:
            end = start + len(part)
        shown.extend(printed[start:end])
        position = end
    return shown


def _passages(lines: Sequence[str]) -> list[list[str]]:
    passages: list[list[str]] = [[]]
    for line in lines:
        if line == "...":
            passages.append([])
        else:
            passages[-1].append(line)
    return passages
