"""A command that is made alone, for speed, is the very one that is made with all the others."""

import pytest
import typer.main
from typer.testing import CliRunner

from frameworks_core.cli.app import command_line

NAMES = sorted(typer.main.get_command(command_line()).commands)


def shown(app, *arguments):
    ran = CliRunner().invoke(app, arguments, prog_name="frameworks")
    return ran.exit_code, ran.output


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_the_same_help_and_refuses_in_the_same_words(name):
    assert list(typer.main.get_command(command_line(name)).commands) == [name]
    for arguments in ((name, "--help"), (name, "--nonsense")):
        assert shown(command_line(name), *arguments) == shown(command_line(), *arguments)


@pytest.mark.parametrize("first", [[], ["--help"], ["--version"], ["validat"]])
def test_without_a_command_there_are_all(first):
    assert sorted(typer.main.get_command(command_line(*first)).commands) == NAMES
