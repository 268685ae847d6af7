"""The command line in Chinese: its help and its refusals, those of argparse included."""

from __future__ import annotations

import re

import pytest
from languages import CHINESE, english_in

from tui_backprop.cli import main
from tui_backprop.cli.arguments import COMMANDS
from tui_backprop.tui.keys import key_ids
from tui_backprop.words import LANGUAGES


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_chinese_and_fits_into_the_terminal(command, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*command.split(), "--language", "zh", "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"用法：tui-backprop {command}".rstrip())
    assert not english_in(said)
    assert not re.search("[\u4e00-\u9fff]:$", said, re.MULTILINE)
    for line in said.splitlines():
        assert len(line) + len(CHINESE.findall(line)) <= 90, line


REFUSED = [
    ["--seed"],
    ["--seed", "x"],
    ["--plain=3"],
    ["--nonsense"],
    ["nonsense"],
    ["open"],
    ["open", "nowhere.run"],
    ["open", "/"],
    ["learn", "99"],
    ["learn", "1", "2"],
    ["starts", "--json", "--csv"],
    ["starts", "--hidden", "0"],
    ["train", "--iterations", "-3"],
    ["train", "--task", "maybe"],
    ["train", "--edit", "3"],
    ["train", "--data", "nowhere.csv"],
    ["descent", "--f", "x1 +"],
    ["descent", "--start", "1"],
    ["chain", "--f", "x1/"],
    ["chain", "--at", "a"],
    ["practice", "--topic", "fish"],
    ["practice", "--format", "pdf"],
    ["settings", "more"],
    ["--screen", "moon"],
    ["--key", "a"],
    ["--hidden", "99"],
    ["--learning-rate", "0"],
]
MINE = {"nonsense", "nowhere.run", "maybe", "fish", "pdf", "more", "moon"}
"""What was typed is said again."""


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_is_one_sentence_in_either_language_and_the_exit_code_two(arguments, language, capsys):
    assert main([*arguments, "--language", language]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == (3 if "--f" in arguments else 1), "the place in an expression is shown below"
    if language == "zh":
        assert CHINESE.search(printed.err)
        assert not english_in(printed.err) - MINE - key_ids()
    else:
        assert not CHINESE.search(printed.err)
