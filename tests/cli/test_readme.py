"""The README's commands are commands, with the options that it names, and it names them all."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from tiger_reports.cli.app import build

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
LINES = [line for block in re.findall(r"```\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
SHOWN = [shlex.split(line, comments=True)[1:] for line in LINES if line.startswith("tiger ")]
TOP = get_command(build())


def called(words):
    """The command that the words call, and the words left to it."""
    command = TOP
    while hasattr(command, "commands"):
        command, words = command.commands[words[0]], words[1:]
    return command, words


@pytest.mark.parametrize("words", SHOWN, ids=" ".join)
def test_a_command_of_the_readme_takes_what_it_is_given(words, tmp_path, monkeypatch):
    """It is parsed, not run; the files that it names are there."""
    monkeypatch.chdir(tmp_path)
    for word in words:
        if word.endswith((".csv", ".pptx")):
            Path(word).touch()
    command, rest = called(words)
    command.make_context(words[0], list(rest))


@pytest.mark.parametrize("name", sorted(TOP.commands))
def test_the_readme_names_every_command(name):
    assert re.search(rf"`(tiger )?{name}[ `]", README), name
