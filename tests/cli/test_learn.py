"""tui-backprop learn: which lesson it opens, and what it refuses."""

from __future__ import annotations

import pytest

from tui_backprop.cli import learn, main
from tui_backprop.lessons.course import NAMES


@pytest.mark.parametrize(("arguments", "lesson"), [([], ""), (["1"], NAMES[0]), (["9"], NAMES[8])])
def test_it_opens_the_lesson_of_its_number_else_the_list(arguments, lesson, monkeypatch):
    opened = []
    monkeypatch.setattr(learn, "start", lambda *_, **named: opened.append(named["lesson"]) or 0)
    assert learn.run(arguments) == 0
    assert opened == [lesson]


@pytest.mark.parametrize("number", ["0", "10", "x", "1.5"])
def test_another_number_is_refused_in_one_sentence(number, capsys):
    assert main(["learn", number]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert number in said
