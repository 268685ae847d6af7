"""What the app is started with."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import ClassVar

import pytest

import tui_backprop.tui.app
from tui_backprop.cli import main
from tui_backprop.lessons.progress import Progress, progress_path


class App:
    """The arguments of the last one made; it ends as soon as it is run."""

    arguments: ClassVar[dict[str, object]] = {}
    return_code = 0

    def __init__(self, **arguments: object) -> None:
        type(self).arguments = arguments
        self.network = SimpleNamespace(wait_for_the_engine=lambda: None, command="")

    def run(self) -> None:
        pass


@pytest.fixture
def started_with(monkeypatch, tmp_path):
    """Gives the arguments that the app is started with by a command line."""
    for stream in (sys.stdout, sys.stdin):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tui_backprop.tui.app, "BackpropApp", App)

    def arguments(*line: str) -> dict[str, object]:
        assert main(list(line)) == 0
        return App.arguments

    return arguments


def test_a_newcomer_is_offered_the_lessons_until_they_have_chosen(started_with):
    assert started_with()["offer_lessons"]
    assert started_with("--seed", "3")["offer_lessons"]
    Progress(progress_path()).answer()
    assert not started_with()["offer_lessons"]


def test_who_asks_for_lessons_is_not_offered_them(started_with):
    assert not started_with("learn")["offer_lessons"]


def test_a_visitor_of_a_served_page_is_not_offered_them_for_nothing_of_theirs_is_kept(started_with, monkeypatch):
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert not started_with()["offer_lessons"]
